"""A chip for choosing a layer, with the layer's ring."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from planner.ui.theme import Theme
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.ring import paint_swatch

_SWATCH = 14
_LEAD = 17


class LayerChip(Chip):
    """Ring and name of a layer."""

    def __init__(self, theme: Theme, text: str, hue: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, parent=parent)
        self._hue = hue

    def sizeHint(self) -> QSize:
        """Room for the ring too."""
        return super().sizeHint() + QSize(_LEAD, 0)

    def _paint_lead(self, painter: QPainter, middle: float, ink: object) -> float:
        painter.save()
        paint_swatch(
            painter, QRectF(8, middle - _SWATCH / 2, _SWATCH, _SWATCH), self._hue, self.theme.palette
        )
        painter.restore()
        return _LEAD
