"""The shapes of the timeline: conversations by channel, commitments as flags, bands, windows and hatching."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform

from planner.domain.channels import Channel
from planner.queries.lanes import CHANNELS
from planner.ui.palette import Palette

LINE = 1.4
_HATCH = 7
_DASHES = [3.0, 2.0]
_REACH = 7.5
_STAR = (
    *((0, -5.4), (1.6, -1.9), (5.4, -1.4), (2.6, 1.2), (3.3, 5.0), (0, 3.1)),
    *((-3.3, 5.0), (-2.6, 1.2), (-5.4, -1.4), (-1.6, -1.9)),
)


class Ink(NamedTuple):
    """What a mark is filled and drawn with."""

    fill: QColor
    line: QColor


def paint_mark(painter: QPainter, centre: QPointF, channel: Channel, ink: Ink, scale: float = 1.0) -> None:
    """Draw a conversation: a circle in person, a square call, a triangle message, a star event."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.scale(scale, scale)
    pen = QPen(ink.line, LINE)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(ink.fill)
    if channel is Channel.IN_PERSON:
        painter.drawEllipse(QPointF(0, 0), 4.6, 4.6)
    elif channel is Channel.CALL:
        painter.drawRoundedRect(QRectF(-4, -4, 8, 8), 1, 1)
    elif channel is Channel.VIDEO:
        painter.drawRoundedRect(QRectF(-5.2, -3.2, 10.4, 6.4), 2, 2)
    elif channel is Channel.MESSAGE:
        painter.drawPolygon(QPolygonF([QPointF(-4.6, 3.8), QPointF(4.6, 3.8), QPointF(0, -4.4)]))
    else:
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in _STAR]))
    painter.restore()


def paint_flag(painter: QPainter, foot: QPointF, ink: Ink, scale: float = 1.0) -> None:
    """Draw a commitment: a flag whose staff stands on `foot`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(foot)
    painter.scale(scale, scale)
    pen = QPen(ink.line, 1.2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(ink.fill)
    path = QPainterPath(QPointF(0, -6.5))
    for x, y in ((7, -6.5), (5.2, -9.3), (7, -12), (0, -12)):
        path.lineTo(x, y)
    path.closeSubpath()
    painter.drawPath(path)
    painter.drawLine(QPointF(0, -1), QPointF(0, -12))
    painter.restore()


def paint_window(painter: QPainter, rect: QRectF, palette: Palette) -> None:
    """Draw the days on which somebody will be due."""
    pen = QPen(palette.line_strong, 1)
    pen.setDashPattern(_DASHES)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def paint_quiet(painter: QPainter, rect: QRectF, hatch: QBrush, palette: Palette) -> None:
    """Draw a stretch that was quiet too long."""
    line = QColor(palette.overdue.ink)
    line.setAlphaF(1.0 if palette.high_contrast else 0.35)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 0.8))
    painter.setBrush(hatch)
    painter.drawRoundedRect(rect.adjusted(0.4, 0.4, -0.4, -0.4), 2, 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def hatching(palette: Palette, ratio: float) -> QBrush:
    """Slanted lines on the tint of what is overdue."""
    side = round(_HATCH * ratio)
    tile = QPixmap(side, side)
    tile.fill(palette.overdue.tint)
    line = QColor(palette.overdue.ink)
    line.setAlphaF(0.34)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, ratio))
    for shift in (-side, 0, side):
        painter.drawLine(QPointF(shift - 1, side + 1), QPointF(shift + side + 1, -1))
    painter.end()
    brush = QBrush(tile)
    # A tile with a ratio of its own makes Qt put the next words elsewhere, wherever pixels are finer.
    brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
    return brush


class Sprites:
    """Every mark of the past and of plans as a small picture: painted once, shown thousands of times.

    `middle` is where the centre of a mark lies in its picture.
    """

    def __init__(self, palette: Palette, scale: float, ratio: float) -> None:
        self.middle = ceil(_REACH * scale)
        self._scale, self._ratio = scale, ratio
        past, hollow = Ink(palette.ink2, palette.ink2), Ink(palette.surface, palette.ink2)
        planned = Ink(palette.surface, palette.accent)
        self.talks = [self._picture(channel, ink) for channel in CHANNELS for ink in (past, hollow)]
        """By kind: twice the channel's code, one more where they reached out."""
        self.plans = {channel: self._picture(channel, planned) for channel in CHANNELS}
        self.hatch = hatching(palette, ratio)

    def _picture(self, channel: Channel, ink: Ink) -> QPixmap:
        side = 2 * self.middle + 1
        picture = QPixmap(round(side * self._ratio), round(side * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_mark(painter, QPointF(side / 2, side / 2), channel, ink, self._scale)
        painter.end()
        return picture
