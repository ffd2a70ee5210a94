"""Layer rings: a hue doubled by a pattern, so that colour is never the only sign of a layer."""

from functools import cache
from math import cos, pi, sin
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.ui.palette import Palette
from planner.ui.tokens import tokens

SWATCH = 14
_DOT_WIDENING = 1.12


class _Pattern(NamedTuple):
    """A ring pattern from the tokens; `on` and `off` are parts of the circumference, `rotate` in degrees."""

    kind: str
    on: float = 0.0
    off: float = 0.0
    number: int = 0
    number_medium: int = 0
    number_small: int = 0
    rotate: float = 0.0


def paint_ring(
    painter: QPainter, centre: QPointF, radius: float, width: float, hue: str, palette: Palette
) -> None:
    """Draw the ring of a layer. A hue that is no layer's gets a solid ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pattern = _pattern(hue)
    colour = palette.layer(hue)
    if pattern.kind == "double":
        _paint_double(painter, centre, radius, width, colour)
    elif pattern.kind == "dash":
        _paint_dashes(painter, centre, radius, _pen(colour, width), pattern)
    elif pattern.kind == "dots":
        _paint_dots(painter, centre, radius, width, colour, pattern)
    else:
        painter.setPen(_pen(colour, width))
        painter.drawEllipse(centre, radius, radius)
    painter.restore()


def paint_swatch(painter: QPainter, rect: QRectF, hue: str, palette: Palette) -> None:
    """Draw the small ring beside a layer's name, 14 px in lists."""
    size = min(rect.width(), rect.height())
    width = 2.0 if palette.high_contrast else 1.9
    paint_ring(painter, rect.center(), size / 2 - 1.6, width, hue, palette)


def _paint_double(painter: QPainter, centre: QPointF, radius: float, width: float, colour: QColor) -> None:
    values = tokens()["layerRing"]["board"]
    painter.setPen(_pen(colour, width * values["lineFactor"]))
    for offset in (values["outerOffsetFactor"], values["innerOffsetFactor"]):
        each = radius + width * offset
        painter.drawEllipse(centre, each, each)


def _paint_dashes(painter: QPainter, centre: QPointF, radius: float, pen: QPen, pattern: _Pattern) -> None:
    count = _count(pattern, radius)
    shrink = pattern.number / count
    square = QRectF(centre.x() - radius, centre.y() - radius, radius * 2, radius * 2)
    painter.setPen(pen)
    for index in range(count):
        begin = pattern.rotate + 360 * index / count
        painter.drawArc(square, round(-begin * 16), round(-pattern.on * shrink * 360 * 16))


def _paint_dots(
    painter: QPainter, centre: QPointF, radius: float, width: float, colour: QColor, pattern: _Pattern
) -> None:
    count = _count(pattern, radius)
    turns = (2 * pi * each / count for each in range(count))
    pen = QPen(colour, width * _DOT_WIDENING, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPoints([centre + QPointF(radius * cos(turn), radius * sin(turn)) for turn in turns])


def _count(pattern: _Pattern, radius: float) -> int:
    rings = tokens()["layerRing"]
    if radius < rings["radiusSmallBelow"]:
        return pattern.number_small
    return pattern.number_medium if radius < rings["radiusMediumBelow"] else pattern.number


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


@cache
def _pattern(hue: str) -> _Pattern:
    values = tokens()["layerRing"].get(hue)
    if not isinstance(values, dict) or "pattern" not in values:
        return _Pattern(kind="solid")
    count = int(values.get("count", 0))
    return _Pattern(
        kind=values["pattern"],
        on=values.get("on", 0.0),
        off=values.get("off", 0.0),
        number=count,
        number_medium=values.get("countMedium", count),
        number_small=values.get("countSmall", count),
        rotate=values.get("rotate", 0.0),
    )
