"""Small things that several charts draw."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.ui.theme import Theme
from planner.ui.widgets.ring import paint_ring
from planner.ui.widgets.text import draw_line, one_line

LEFT, CENTRE, RIGHT = 0.0, 0.5, 1.0


def write(
    painter: QPainter,
    x: float,
    middle: float,
    text: str,
    role: str,
    theme: Theme,
    colour: QColor,
    *,
    at: float = LEFT,
    width: float = 1e6,
) -> float:
    """One line of text around the height `middle`; `x` is its left end, its centre or its right end."""
    line = one_line(theme, text, role, max(1.0, width))
    draw_line(painter, x - at * line.width, middle - theme.line(role) / 2, line, role, theme, colour)
    return line.width


def text_width(theme: Theme, text: str, role: str) -> float:
    """How wide a text is."""
    return one_line(theme, text, role).width


def swatch(painter: QPainter, centre: QPointF, hue: str, theme: Theme) -> None:
    """The small ring of a layer."""
    scale = theme.text_scale
    paint_ring(painter, centre, 5 * scale, 1.6 * scale, hue, theme.palette)


def upright(
    painter: QPainter, x: float, top: float, bottom: float, colour: QColor, width: float = 1.0
) -> None:
    """A vertical line, crisp where it is thin."""
    painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    if width == 1.0:
        x = round(x) + 0.5
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def block(painter: QPainter, place: QRectF, colour: QColor, radius: float = 2.0) -> None:
    """A filled rectangle with round corners."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(place, radius, radius)


def outline(
    painter: QPainter,
    place: QRectF,
    colour: QColor,
    *,
    fill: QColor | None = None,
    width: float = 1.2,
    radius: float = 2.0,
) -> None:
    """A rectangle with round corners and a line, hollow unless it has a fill."""
    painter.setPen(QPen(colour, width))
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, radius, radius)


def dashes(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """A dashed outline: what was there before."""
    pen = QPen(colour, 1)
    pen.setDashPattern([2, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)
