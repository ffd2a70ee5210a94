"""Plain rectangles."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Fill a rectangle with a colour."""
    # The first QPainter.fillRect makes Qt's classes of gradients in Python, which the window needs nowhere.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(place)
