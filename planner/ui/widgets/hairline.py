"""Thin lines between parts of the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter


def paint_hairline(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Fill a thin rectangle with a colour."""
    # The first QPainter.fillRect makes Qt's classes of gradients in Python, which the window needs nowhere.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(place)
