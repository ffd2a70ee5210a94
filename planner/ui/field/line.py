"""A line to type in that underlines what was understood of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.domain.one_line.rows import Mark
from planner.ui.theme import Theme

_BEFORE_CURSOR = 5
"""So much of what Qt calls the cursor's rectangle lies before the cursor."""
_UNDER = 12.5
_THICK = 2.0
_DASH = (2.0, 1.5)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FieldLine(QLineEdit):
    """`keyed` is asked about every key first, and says whether it has used it; plain keys, Alt and digits
    and Ctrl+Enter reach no command of the window from here.
    """

    def __init__(self, theme: Theme, parent: QWidget, keyed: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(parent)
        self.theme = theme
        self._keyed = keyed
        self._marks: Sequence[Mark] = ()
        self.setProperty("bare", True)

    def underline(self, marks: Sequence[Mark]) -> None:
        """Underline these parts of the text, guesses dashed."""
        self._marks = marks
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._keyed(event):
                event.accept()
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._marks:
            return
        layout = QTextLayout(self.text(), self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        if not line.isValid():
            return

        def at(place: int) -> float:
            found: Any = line.cursorToX(place)  # a pair, though the stub says less
            return float(found[0])

        left = self.cursorRect().x() + _BEFORE_CURSOR - at(self.cursorPosition())
        below = self.height() / 2 + self.theme.px(_UNDER)
        painter = QPainter(self)
        for mark in self._marks:
            pen = QPen(self.theme.palette.accent, _THICK)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if mark.guess:
                pen.setDashPattern(_DASH)
            painter.setPen(pen)
            painter.drawLine(QPointF(left + at(mark.start), below), QPointF(left + at(mark.end), below))
        painter.end()


def _is_ours(event: QKeyEvent) -> bool:
    return not event.modifiers() & _CONTROL or event.key() in _ENTER
