"""The bar above every place: undo, redo, the universal field, the offline chip and the look."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from planner.domain import words
from planner.ui import icons
from planner.ui.keys import Keys, follow
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import IconButton
from planner.ui.widgets.fill import fill
from planner.ui.widgets.keycap import keycap_size, paint_keycap
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

HEIGHT = 52
_FIELD_WIDTH = 560
_FIELD_HEIGHT = 34
_LOOK = "Switch light and dark"
PROMPT = "Log a conversation, find a person, run a command"


class TopBar(ThemedWidget):
    """Emits the id of the command that was asked for."""

    command_wanted = Signal(str)

    def __init__(self, theme: Theme, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._keys = keys
        self._labels: tuple[str | None, str | None] = (None, None)
        self.undo = IconButton(theme, "undo", "Undo")
        self.redo = IconButton(theme, "redo", "Redo")
        self.look = IconButton(theme, "moon", _LOOK)
        self.field = FieldButton(theme, self)
        self.waiting: QAbstractButton | None = None
        follow(keys, "undo", lambda _shown: self.set_history(*self._labels))
        follow(keys, "theme", lambda shown: self.look.set_tooltip(_LOOK, shown))
        follow(keys, "field", self.field.show_keys)
        self._chip = _OfflineChip(theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 20, 1)
        row.setSpacing(6)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addStretch(1)
        row.addWidget(self.field, 8)
        row.addStretch(1)
        row.addWidget(self._chip)
        row.addWidget(self.look)
        for button, command in (
            (self.undo, "undo"),
            (self.redo, "redo"),
            (self.look, "theme"),
            (self.field, "field"),
        ):
            button.clicked.connect(lambda _checked=False, wanted=command: self.command_wanted.emit(wanted))
        self.follow_theme()

    def follow_theme(self) -> None:
        """Take the new height, and show the look that a click leads to."""
        self.setFixedHeight(self.theme.px(HEIGHT))
        self.look.set_icon("sun" if self.theme.dark else "moon")
        super().follow_theme()

    def set_waiting(self, count: int) -> None:
        """Say how many conversations wait for their debrief; nothing is said of none."""
        if self.waiting is None and count:
            self._add_waiting()
        if self.waiting is not None:
            self.waiting.setText(f"{count} to debrief")
            self.waiting.setAccessibleName(f"Debrief {words.count(count, 'conversation')}")
            self.waiting.setVisible(bool(count))
            self.waiting.updateGeometry()

    def _add_waiting(self) -> None:
        from planner.ui.widgets.chip import Chip  # at the first conversation that waits

        row = self.layout()
        self.waiting = Chip(self.theme, "", icon="chat", checkable=False, parent=self)
        follow(self._keys, "debrief", self._tell_waiting)
        self.waiting.clicked.connect(lambda: self.command_wanted.emit("debrief"))
        if isinstance(row, QHBoxLayout):
            row.insertWidget(row.indexOf(self.redo) + 1, self.waiting)

    def _tell_waiting(self, shown: str) -> None:
        if self.waiting is not None:
            keys = f" ({shown})" if shown else ""
            set_tooltip(self.waiting, f"Trust, learned, promised: 20 seconds each, or skip{keys}")

    def set_history(self, undo: str | None, redo: str | None) -> None:
        """Say on the buttons what they would take back or do again; None switches one off."""
        self._labels = (undo, redo)
        for button, word, label in ((self.undo, "Undo", undo), (self.redo, "Redo", redo)):
            button.setEnabled(label is not None)
            button.set_tooltip(f"{word}: {label}" if label else word, self._keys.shown(word.casefold()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline below."""
        painter = QPainter(self)
        fill(painter, QRectF(0, self.height() - 1, self.width(), 1), self.theme.palette.line)
        painter.end()


class FieldButton(QAbstractButton):
    """Looks like the universal field and opens it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._keys = "/"
        self.setText(PROMPT)
        self.setAccessibleName(PROMPT)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._resize()
        theme.changed.connect(self._resize)

    def show_keys(self, keys: str) -> None:
        """Show the keys that open the field; it always opens by '/'."""
        self._keys = keys or "/"
        self.update()

    def _resize(self) -> None:
        self.setMaximumWidth(self.theme.px(_FIELD_WIDTH))
        self.setMinimumWidth(self.theme.px(220))
        self.setFixedHeight(self.theme.px(_FIELD_HEIGHT))

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(_FIELD_WIDTH), self.theme.px(_FIELD_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.theme.palette
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        line = (
            palette.accent if self.hasFocus() else palette.ink3 if self.underMouse() else palette.line_strong
        )
        painter.setPen(QPen(line, 2 if self.hasFocus() else 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(area, 8, 8)
        size = self.theme.px(15)
        icons.draw(painter, QRectF(11, (self.height() - size) / 2, size, size), "search", palette.ink3)
        cap = keycap_size(self.theme, self._keys)
        top = (self.height() - self.theme.line("body")) / 2
        room = self.width() - 35 - cap.width() - 16
        draw_text(painter, 11 + size + 9, top, PROMPT, "body", self.theme, palette.ink3, room)
        place = QRectF(
            self.width() - 8 - cap.width(), (self.height() - cap.height()) / 2, cap.width(), cap.height()
        )
        paint_keycap(painter, place, self._keys, self.theme)
        painter.end()


class _OfflineChip(ThemedWidget):
    """Reassurance, never a warning: everything is here."""

    _WORDS = "Offline, all here"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self._WORDS)
        set_tooltip(self, "Rapport never connects to anything. Everything is in one file on this laptop.")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = one_line(self.theme, self._WORDS, "why").width
        return QSize(round(width) + self.theme.px(14) + 26, self.theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.theme.palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.sunken)
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        size = self.theme.px(14)
        icons.draw(painter, QRectF(10, (self.height() - size) / 2, size, size), "plane", palette.ink2)
        top = (self.height() - self.theme.line("why")) / 2
        draw_text(painter, 10 + size + 6, top, self._WORDS, "why", self.theme, palette.ink2)
        painter.end()
