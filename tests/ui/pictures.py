"""Painting into pictures that tests can look at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

WHITE = QColor("#FFFFFF")


def picture(
    width: int, height: int, paint: Callable[[QPainter, QRectF], object], ground: QColor = WHITE
) -> QImage:
    """What `paint` draws on an empty ground, given the whole area as its rectangle."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def inked(image: QImage, ground: QColor = WHITE) -> int:
    """How many pixels differ from the ground."""
    return sum(image.pixelColor(x, y) != ground for x in range(image.width()) for y in range(image.height()))


def shows(image: QImage, colour: QColor) -> int:
    """How many pixels have exactly this colour."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)  # it must outlive its bits
    return memoryview(plain.constBits()).cast("I").tolist().count(colour.rgb())


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as WCAG 2 defines it, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(value: float) -> float:
        return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
