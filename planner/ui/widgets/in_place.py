"""A text that is changed where it stands: saved on leaving the field, put back with Esc."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.domain.errors import KnownError
from planner.ui.stylesheet import css
from planner.ui.theme import Theme
from planner.ui.widgets.fields import Problem
from planner.ui.widgets.kept_field import tell_opened
from planner.ui.widgets.leaving import Leaving
from planner.ui.widgets.text_button import TextButton

_ROOM, _WIDEST = 24, 170
Write = Callable[[str], None]
"""Saves what was typed; raises KnownError with the sentence to show at the field."""


class InPlace(QWidget):
    """Words of a type and a colour role. A click, Enter or F2 begins, leaving the field saves, Esc puts back.

    What is refused stays typed, with the sentence below. `empty` is shown, faintly, where nothing is known.
    Words that were shown again with `go_on` are saved by Enter or once they are edited: else they are
    `left_alone`.
    """

    saved = Signal()
    closed = Signal()
    edited = Signal()
    left_alone = Signal()
    part = ""
    """What it is called on its page where what is typed in it is kept."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        write: Write,
        *,
        role: str = "body",
        colour: str = "ink2",
        empty: str = "Not known yet",
        several: bool = False,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme, self.label, self._write = theme, label, write
        self._role, self._colour, self._empty, self._several = role, colour, empty, several
        self._value = ""
        self._shown = ""
        self._saving = False
        self._said: QWidget | None = None
        self._given = ""
        self.editor: _Line | _Lines | None = None
        self.text = TextButton(theme, "", role, colour, wrap=wrap, pen=True, parent=self)
        self.text.clicked.connect(self.begin)
        self.problem = Problem(theme, self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.text)
        self.column.addWidget(self.problem)
        self.setFocusProxy(self.text)
        high = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, high)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    @property
    def is_open(self) -> bool:
        """Whether it is being changed."""
        return self.editor is not None

    @property
    def value(self) -> str:
        """What is known."""
        return self._value

    def show_value(self, value: str, shown: str | None = None, *, label: str = "") -> None:
        """Show what is known, perhaps in other words than it is typed in; what is being typed stays."""
        self._value, self.label = value, label or self.label
        self._shown = (value if shown is None else shown) or self._empty
        known = value if shown is None else shown
        self.text.show_words(
            self._shown, self._colour if known else "ink3", f"{self.label}: {known or 'not known yet'}"
        )

    def set_colour(self, colour: str) -> None:
        """Show what is known in another colour role."""
        self._colour = colour

    def begin(self) -> None:
        """Begin to change it."""
        if self.editor is not None:
            self.editor.setFocus()
            return
        editor = (_Lines if self._several else _Line)(self.theme, self._role, self)
        editor.setAccessibleName(self.label)
        editor.show_text(self._value)
        leaving = Leaving(editor)
        leaving.entered.connect(self.save)
        leaving.put_back.connect(self.put_back)
        leaving.left.connect(self._leave)
        editor.grew.connect(self.updateGeometry)
        editor.textChanged.connect(self.edited)
        self.editor = editor
        self.column.insertWidget(0, editor)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.hide()
        self.updateGeometry()
        self.update()
        tell_opened(self)

    def typed(self) -> dict[str, Any]:
        """What is typed and not saved."""
        text = self.editor.typed() if self.editor is not None else self._value.strip()
        return {} if text == self._value.strip() else {"text": text}

    def go_on(self, typed: dict[str, Any], said: QWidget) -> None:
        """Go on from what was typed before; `said` stands below it."""
        editor = self.editor
        if editor is None:
            return
        editor.show_text(typed["text"])
        editor.to_end()
        self._said, self._given = said, editor.typed()
        self.column.insertWidget(1, said)

    @property
    def below(self) -> int:
        """The height of what stands below the editor."""
        parts = [each for each in (self._said, self.problem) if each is not None and not each.isHidden()]
        return sum(each.sizeHint().height() for each in parts)

    def save(self) -> bool:
        """Save what is typed; whether it could be."""
        return self._save(stay=True)

    def put_back(self) -> None:
        """As it was before."""
        self._close(stay=True)

    def finish(self) -> None:
        """Save what is typed, or put it back where that is refused: something else is to be shown."""
        if not self._leave():
            self._close(stay=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Going to another place leaves the field, too."""
        super().hideEvent(event)
        self._leave()

    def _leave(self) -> bool:
        """Save what is typed; whether it could be. What was only shown again waits where it is kept."""
        editor = self.editor
        if editor is None or self._said is None or editor.typed() != self._given:
            return self._save(stay=False)
        self.left_alone.emit()
        self._close(stay=False)
        return True

    def _save(self, *, stay: bool) -> bool:
        editor = self.editor
        if editor is None or self._saving:
            return True
        typed = editor.typed()
        if typed == self._value.strip():
            self._close(stay=stay)
            return True
        self._saving = True
        try:
            self._write(typed)
        except KnownError as error:
            if isValid(self):
                self.problem.say(editor, str(error))
                self.updateGeometry()
            return False
        finally:
            self._saving = False
        if isValid(self):
            self._close(stay=stay)
            self.saved.emit()
        return True

    def _close(self, *, stay: bool) -> None:
        editor, self.editor = self.editor, None
        if editor is None:
            return
        self.problem.say(editor, "")
        if self._said is not None:
            self._said.hide()
            self._said.deleteLater()
            self._said = None
        self.text.show()
        if stay:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self.updateGeometry()
        self.update()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The accent's line below what is being changed."""
        if self.editor is None:
            return
        palette = self.theme.palette
        ink = palette.overdue.ink if self.problem.words else palette.accent
        below = self.editor.geometry().bottom() - 1
        painter = QPainter(self)
        painter.fillRect(0, below, self.width(), 2, ink)
        painter.end()


class _Line(QLineEdit):
    """One line without a frame of its own, in the place of the words."""

    grew = Signal()

    def __init__(self, theme: Theme, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("bare", True)
        self.setFont(theme.font(role))
        self.setFixedHeight(theme.line(role) + 2)
        self.setStyleSheet(f"min-height: 0px; color: {css(theme.palette.ink)};")
        self.setTextMargins(-2, 0, 0, 0)

    def show_text(self, text: str) -> None:
        """Show what there was from its beginning, all of it chosen."""
        self.setText(text)
        self.setSelection(len(text), -len(text))
        needed = self.fontMetrics().horizontalAdvance(text) + _ROOM
        self.setMinimumWidth(min(needed, self._theme.px(_WIDEST)))

    def to_end(self) -> None:
        """Go on typing behind all of it."""
        self.end(False)

    def typed(self) -> str:
        """What is typed, without spaces around it."""
        return self.text().strip()


class _Lines(QPlainTextEdit):
    """Several lines, as high as they need; Shift+Enter begins another one."""

    grew = Signal()

    def __init__(self, theme: Theme, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(theme.font(role))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setStyleSheet(
            f"border: none; background: transparent; padding: 0px; color: {css(theme.palette.ink)};"
        )
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def show_text(self, text: str) -> None:
        """Show what there was, the cursor at its end."""
        self.setPlainText(text)
        self.to_end()
        self._grow()

    def to_end(self) -> None:
        """Go on typing behind all of it."""
        self.moveCursor(self.textCursor().MoveOperation.End)

    def typed(self) -> str:
        """What is typed, without empty lines around it."""
        return self.toPlainText().strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        rows = max(1, int(self.document().size().height()))
        height = rows * self.fontMetrics().lineSpacing() + 4
        if height != self.minimumHeight():
            self.setFixedHeight(height)
            self.grew.emit()
