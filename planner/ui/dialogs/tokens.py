"""A field that holds several things as chips: people, chosen by name, or tags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCompleter, QLineEdit, QListView, QSizePolicy, QWidget

from planner.domain.errors import KnownError
from planner.domain.names import fold
from planner.queries import people as asking
from planner.queries.people import Named
from planner.ui import icons
from planner.ui.desk import Desk
from planner.ui.dialogs.form import Editor
from planner.ui.theme import Theme
from planner.ui.widgets.flow import FlowLayout
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.text import draw_text, one_line

_SHOWN = 8
_ROW = 22
_LEAVING = (
    *(Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason),
    *(Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason),
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Something that typing could mean: what it stands for, its chip's words, and the words in the list."""

    key: Any
    label: str
    detail: str = ""


class Token(QAbstractButton):
    """A chip in the field; a click or Delete takes it out."""

    def __init__(self, theme: Theme, suggestion: Suggestion, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme, self.suggestion = theme, suggestion
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Take {suggestion.label} out")
        self.setProperty("focusRadius", 4)
        set_tooltip(self, suggestion.detail)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Words and a cross."""
        width = one_line(self.theme, self.suggestion.label, "label").width
        return QSize(ceil(width) + 8 + self.theme.px(10) + 12, self.theme.px(_ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace take it out."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chip."""
        palette = self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.line if self.underMouse() else palette.sunken)
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        size = self.theme.px(10)
        top = (self.height() - self.theme.line("label")) / 2
        room = self.width() - 8 - size - 10
        draw_text(painter, 8, top, self.suggestion.label, "label", self.theme, palette.ink, room)
        cross = QRectF(self.width() - size - 6, (self.height() - size) / 2, size, size)
        icons.draw(painter, cross, "x", palette.ink3)
        painter.end()


class _Tokens(FlowLayout):
    """Chips in rows; the line after them takes the rest of its row."""

    _INSET = 4
    _LEAST = 120

    def __init__(self, theme: Theme, line: QLineEdit, parent: QWidget) -> None:
        super().__init__(4, parent)
        self._theme, self._line = theme, line
        self.addWidget(line)

    def put(self, token: QWidget) -> None:
        """Put a chip before the line."""
        self.addWidget(token)
        self._items.insert(len(self._items) - 2, self._items.pop())
        self.invalidate()

    def _place(self, rect: QRect, *, move: bool) -> int:
        area = rect.adjusted(self._INSET, self._INSET, -self._INSET, -self._INSET)
        x, y, row = area.x(), area.y(), 0
        for item in self._items:
            is_line = item.widget() is self._line
            width = self._LEAST if is_line else min(item.sizeHint().width(), area.width())
            if x > area.x() and x + width > area.right() + 1:
                x, y = area.x(), y + row + self._gap
            row = self._theme.px(_ROW)
            if move:
                item.setGeometry(QRect(x, y, area.right() + 1 - x if is_line else width, row))
            x += width + self._gap
        return y + row + self._INSET - rect.y()


class TokenField(Editor):
    """Chips and a line to type the next one; subclasses say what typing could mean."""

    def __init__(self, desk: Desk, placeholder: str) -> None:
        super().__init__()
        self.desk = desk
        self._placeholder = placeholder
        self._tokens: list[Token] = []
        self._found: Sequence[Suggestion] = ()
        self.line = QLineEdit(self)
        self.line.setProperty("bare", "true")
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._suggest)
        self._flow = _Tokens(desk.theme, self.line, self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._list = QStringListModel(self)
        self._completer = QCompleter(self._list, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self.line)
        self._popup = QListView()
        self._popup.setProperty("kind", "popup")
        self._popup.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._completer.setPopup(self._popup)
        self._popup.clicked.connect(lambda index: self._choose(index.row()))
        desk.theme.changed.connect(self._dress)
        self._dress()

    @property
    def field(self) -> QWidget:
        """The line; the error's border is painted around the whole."""
        return self.line

    @property
    def keys(self) -> tuple[Any, ...]:
        """What the chips stand for."""
        return tuple(token.suggestion.key for token in self._tokens)

    def suggestions(self, text: str) -> Sequence[Suggestion]:
        """What typed text could mean, best first."""
        raise NotImplementedError

    def show_tokens(self, suggestions: Iterable[Suggestion]) -> None:
        """Show these and no others."""
        for token in self._tokens:
            self._flow.removeWidget(token)
            token.deleteLater()
        self._tokens = []
        for each in suggestions:
            self._put(each)
        self._dress()

    def add(self, suggestion: Suggestion) -> None:
        """Put one more in, unless it is there."""
        if suggestion.key not in self.keys:
            self._put(suggestion)
            self._dress()
        self.line.clear()
        self._found = ()
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the line that mean a chip, and its focus, which shows around the whole field."""
        if watched is self.line:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.DynamicPropertyChange):
                self.update()
            if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in _LEAVING:
                self._take_typed()
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key_pressed(event)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame of a field."""
        palette = self.desk.theme.palette
        focused, wrong = self.line.hasFocus(), self.line.property("error") == "true"
        hovered = palette.ink3 if self.underMouse() else palette.line_strong
        line = palette.accent if focused else palette.overdue.ink if wrong else hovered
        width = 2 if focused else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(line, width))
        painter.setBrush(palette.surface)
        area = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(area, 6, 6)
        painter.end()

    def _put(self, suggestion: Suggestion) -> None:
        token = Token(self.desk.theme, suggestion, self)
        token.clicked.connect(lambda: self._remove(token))
        self._flow.put(token)
        self._tokens.append(token)
        token.show()

    def _remove(self, token: Token) -> None:
        if token in self._tokens:
            self._tokens.remove(token)
            self._flow.removeWidget(token)
            token.hide()
            token.deleteLater()
            self._dress()
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def _suggest(self, text: str) -> None:
        self._found = self.suggestions(text) if text.strip() else ()
        self._found = [each for each in self._found if each.key not in self.keys][:_SHOWN]
        self._list.setStringList([each.detail or each.label for each in self._found])
        if self._found and self.isVisible():
            self._completer.complete(self.rect().translated(self.line.x() * -1, 0))
            self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))
        else:
            self._popup.hide()
        self.changed.emit()

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.add(self._found[row])
        self._popup.hide()

    def _meant(self) -> Suggestion | None:
        """What the typed text is a part of, where that is one thing only."""
        typed = fold(self.line.text())
        meant = [each for each in self.suggestions(typed) if typed in fold(each.label)] if typed else []
        return meant[0] if len(meant) == 1 else None

    def _take_typed(self) -> None:
        """Make a chip of what was typed where it can only mean one thing."""
        meant = self._meant()
        if meant is not None:
            self.add(meant)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER and self.line.text().strip():
            if self._popup.isVisible():
                self._choose(max(0, self._popup.currentIndex().row()))
                return True
            self._take_typed()
            return not self.line.text() or event.key() == Qt.Key.Key_Comma
        if event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._tokens:
            self._remove(self._tokens[-1])
            return True
        return False

    def _dress(self) -> None:
        self.line.setPlaceholderText("" if self._tokens else self._placeholder)
        self.line.setTextMargins(3, 0, 0, 0)
        self._flow.invalidate()
        self.updateGeometry()
        self.update()


class PeopleField(TokenField):
    """People by name. Its value is their ids; typed text that means nobody is an error."""

    def __init__(self, desk: Desk, placeholder: str = "Type a name") -> None:
        super().__init__(desk, placeholder)

    def value(self) -> Any:
        """The ids of the people, in the order they were put in."""
        text = self.line.text().strip()
        if not text:
            return self.keys
        meant = self._meant()
        if meant is None:
            raise KnownError(self._unclear(text))
        return tuple(dict.fromkeys((*self.keys, meant.key)))

    def show_value(self, value: Any) -> None:
        """Show people by id; ids that are not there are left out."""
        self.show_tokens(_suggestion(each) for each in asking.named(self.desk.library, value))

    @property
    def names(self) -> tuple[str, ...]:
        """The names on the chips."""
        return tuple(token.suggestion.label for token in self._tokens)

    def suggestions(self, text: str) -> Sequence[Suggestion]:
        """People whose name begins with, holds or nearly is the text."""
        return [_suggestion(each) for each in asking.find_people(self.desk.library, text, _SHOWN)]

    def _unclear(self, text: str) -> str:
        found = self.suggestions(text)
        if not found:
            return f"Nobody here is called “{text}”."
        return f"“{text}” could be {' or '.join(each.label for each in found[:3])}. Choose one."


class TagsField(TokenField):
    """Words that group people. Its value is the words."""

    def __init__(self, desk: Desk, placeholder: str = "Type a word, then Enter") -> None:
        super().__init__(desk, placeholder)

    def value(self) -> Any:
        """The words, with one just typed."""
        meant = self._meant()
        return tuple(dict.fromkeys((*self.keys, meant.key))) if meant else self.keys

    def show_value(self, value: Any) -> None:
        """Show these words."""
        self.show_tokens(Suggestion(key=each, label=each) for each in value)

    def suggestions(self, text: str) -> Sequence[Suggestion]:
        """The word itself."""
        bare = " ".join(self.line.text().replace(",", " ").split() or text.split())
        return [Suggestion(key=bare, label=bare)] if bare else []

    def _suggest(self, text: str) -> None:
        """Typing a tag opens no list."""
        self._found = ()
        self.changed.emit()


def _suggestion(person: Named) -> Suggestion:
    known = ", ".join(each for each in (person.role, person.organisation) if each)
    return Suggestion(
        key=person.id, label=person.name, detail=f"{person.name}, {known}" if known else person.name
    )
