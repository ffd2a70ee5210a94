"""The bar below a page: a line, words, and the buttons that end it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.ui.theme import Theme
from planner.ui.widgets.themed import ThemedWidget


class FootBar(ThemedWidget):
    """`row` takes what stands in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(20, 12, 20, 12)
        self.row.setSpacing(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self.theme.palette.line)
        painter.end()
