"""A sheet that lies over the page with its shadow: for a line to type in, for choices to make."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from planner.ui.theme import Theme
from planner.ui.widgets.shadow import paint_shadow
from planner.ui.widgets.themed import ThemedWidget

SHADOW = 24
"""Room on every side for the shadow."""
RADIUS = 10


class FloatingSheet(ThemedWidget):
    """Paints ground, line and shadow; what it holds lies SHADOW px inside. Hidden at first."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()

    @property
    def sheet(self) -> QRectF:
        """The sheet itself, without its shadow."""
        return QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet and its shadow."""
        palette = self.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shadow(painter, self.sheet, "lift", palette, RADIUS)
        painter.setPen(QPen(palette.line_strong, 1))
        painter.setBrush(palette.surface)
        painter.drawRoundedRect(self.sheet.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()
