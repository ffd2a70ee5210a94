"""The cadence strip: one bar for each interval of the rhythm, a dot for each conversation (DESIGN 4)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from planner.domain.rhythm import State
from planner.domain.strip import Strip
from planner.ui.palette import Palette
from planner.ui.theme import Theme
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.themed import ThemedWidget

WIDTH = 130
HEIGHT = 15
_BAR = 3.0
_GAP = 2.0
_DOT_RISE = 9.4
_FULL_DOT, _HOLLOW_DOT, _DOT_LINE = 5.2, 5.4, 1.2
_NOW_RISE = 13.0
_OVERFLOW_SHOWN = 0.02
_NO_PEN = Qt.PenStyle.NoPen


def paint_strip(
    painter: QPainter, rect: QRectF, strip: Strip, palette: Palette, ground: QColor | None = None
) -> None:
    """Draw the strip into `rect`, 15 px high; `ground` fills the hollow dots (the card's own colour)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    unit = rect.width() / strip.span
    bar_top = rect.height() - _BAR
    _paint_past(painter, strip, unit, bar_top, palette)
    end = _paint_current(painter, strip, unit, bar_top, palette)
    _paint_dots(painter, strip, unit, rect, palette, ground or palette.surface)
    now = rect.width() - 0.5 if strip.overflow > _OVERFLOW_SHOWN else end
    painter.setPen(QPen(_current_colour(strip, palette), 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(now, rect.height() - _NOW_RISE), QPointF(now, rect.height()))
    painter.restore()


def _current_colour(strip: Strip, palette: Palette) -> QColor:
    return palette.ink3 if strip.state is State.ON_RHYTHM else palette.state(strip.state)


def _paint_past(painter: QPainter, strip: Strip, unit: float, top: float, palette: Palette) -> None:
    for index, kept in enumerate(strip.kept):
        left = index * unit
        if kept is False:
            painter.setPen(QPen(palette.overdue.ink, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(left + 0.5, top + 0.5, unit - _GAP - 1, _BAR - 1), 1, 1)
        else:
            _paint_bar(painter, left, top, unit - _GAP, palette.line_strong if kept else palette.sunken)


def _paint_current(painter: QPainter, strip: Strip, unit: float, top: float, palette: Palette) -> float:
    left = len(strip.kept) * unit
    filled = (unit - _GAP) * strip.used
    _paint_bar(painter, left, top, unit - _GAP, palette.sunken)
    _paint_bar(painter, left, top, max(2.0, filled), _current_colour(strip, palette))
    if strip.overflow > _OVERFLOW_SHOWN:
        width = max(3.0, unit * strip.overflow)
        _paint_bar(painter, unit * strip.span - width, top, width, palette.overdue.ink)
    return left + filled


def _paint_bar(painter: QPainter, left: float, top: float, width: float, colour: QColor) -> None:
    painter.setPen(_NO_PEN)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(left, top, width, _BAR), 1, 1)


def _paint_dots(
    painter: QPainter, strip: Strip, unit: float, rect: QRectF, palette: Palette, ground: QColor
) -> None:
    """Points with a round pen: one call for all dots of a kind, where ellipses would take one each."""
    height, most = rect.height() - _DOT_RISE, rect.width() - 3
    full: list[QPointF] = []
    hollow: list[QPointF] = []
    for dot in strip.dots:
        (hollow if dot.hollow else full).append(QPointF(min(most, max(3.0, dot.at * unit + 2.6)), height))
    for points, width, colour in (
        (full, _FULL_DOT, palette.ink2),
        (hollow, _HOLLOW_DOT, palette.ink2),
        (hollow, _HOLLOW_DOT - 2 * _DOT_LINE, ground),
    ):
        if points:
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPoints(points)


class StripWidget(ThemedWidget):
    """A cadence strip on its own; what it shows is its accessible name and its tooltip."""

    def __init__(self, theme: Theme, strip: Strip | None = None, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._strip: Strip | None = None
        self.show_strip(strip)

    def show_strip(self, strip: Strip | None) -> None:
        """Show another person's strip, or nothing."""
        self._strip = strip
        words = strip.words if strip else ""
        self.setAccessibleName(words)
        set_tooltip(self, words)
        self.update()

    def sizeHint(self) -> QSize:
        """130 by 15 at the ordinary text size."""
        return QSize(self.theme.px(WIDTH), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Narrower than half is unreadable."""
        return QSize(WIDTH // 2, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip at the widget's width, in its middle."""
        if self._strip is None:
            return
        painter = QPainter(self)
        top = (self.height() - HEIGHT) / 2
        paint_strip(painter, QRectF(0, top, self.width(), HEIGHT), self._strip, self.theme.palette)
        painter.end()
