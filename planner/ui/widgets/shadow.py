"""Soft shadows under lifted things, drawn as stacked outlines (a blur without a picture of the screen)."""

import math
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from planner.ui.palette import Palette, colour
from planner.ui.tokens import tokens


class Shadow(NamedTuple):
    """A shadow's offset downwards, its blur (twice the standard deviation) and its colour; blur 0 is none."""

    down: float
    blur: float
    colour: QColor


@cache
def shadow(name: str, *, dark: bool) -> Shadow:
    """A shadow of the tokens: card, hover, lift or dialog."""
    value: str = tokens()["shadow"][name]["dark" if dark else "light"]
    if value == "none":
        return Shadow(down=0, blur=0, colour=QColor(0, 0, 0, 0))
    _, down, blur, ink = value.split()
    return Shadow(down=float(down), blur=float(blur), colour=colour(ink))


def shadow_margin(name: str, palette: Palette) -> int:
    """How far a shadow reaches beyond its rectangle, in whole pixels on every side."""
    found = shadow(name, dark=palette.dark)
    return math.ceil(found.blur + found.down)


def paint_shadow(painter: QPainter, rect: QRectF, name: str, palette: Palette, radius: float) -> None:
    """Draw the shadow that falls from a rounded rectangle; draw the thing itself afterwards."""
    found = shadow(name, dark=palette.dark)
    if not found.colour.alpha():
        return
    place = rect.translated(0, found.down)
    if found.blur <= 1:
        # Only its lower edge is seen. Qt fills large translucent shapes in threads, which takes longer.
        place.setTop(max(place.top(), place.bottom() - 2 * radius))
    painter.setPen(Qt.PenStyle.NoPen)
    shown = 0.0
    for grow, opacity in _steps(found):
        painter.setBrush(_layer(found.colour, shown, opacity))
        shown = opacity
        painter.drawRoundedRect(place.adjusted(-grow, -grow, grow, grow), radius + grow, radius + grow)


def _steps(found: Shadow) -> list[tuple[float, float]]:
    """(growth, wanted opacity) from the outermost outline inwards: a normal distribution's tail."""
    full = found.colour.alphaF()
    if found.blur <= 1:
        return [(0.0, full)]
    sigma = found.blur / 2
    count = min(24, max(6, round(found.blur * 2)))
    growths = [found.blur - 1.6 * found.blur * step / count for step in range(count + 1)]
    return [(grow, full * 0.5 * math.erfc(grow / (sigma * math.sqrt(2)))) for grow in growths if grow > -8]


def _layer(ink: QColor, below: float, wanted: float) -> QColor:
    """The colour that, laid over opacity `below`, makes `wanted`."""
    layer = QColor(ink)
    layer.setAlphaF(max(0.0, min(1.0, (wanted - below) / max(0.001, 1 - below))))
    return layer
