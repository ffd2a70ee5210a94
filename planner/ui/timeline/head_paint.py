"""Paints what lies over all lanes: the names of months, trips as columns, and today."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from planner.queries.lanes import Away
from planner.ui.theme import Theme
from planner.ui.timeline.lane_paint import Ground
from planner.ui.timeline.scale import Tick
from planner.ui.widgets.fill import fill
from planner.ui.widgets.text import draw_text, one_line

_AFTER_LINE = 7
_CHIP_GAP, _CHIP_PAD, _CHIP_HEIGHT = 10, 6, 17
_CHIP_ABOVE = 2
_SHADE = 0.07
_BAR = 2
_APART = 6
TODAY = "Today"


def paint_lines(painter: QPainter, several: Sequence[Tick], ground: Ground, bottom: float) -> None:
    """The lines that weeks, months or quarters begin with."""
    top = ground.sizes.trips
    for tick in several:
        x = round(ground.scale.x(tick.day))
        if 0 <= x <= ground.width:
            fill(painter, QRectF(ground.left + x, top, 1, bottom - top), ground.theme.palette.line)


def trip_span(trip: Away, ground: Ground) -> tuple[float, float]:
    """From where to where a trip's column reaches, in the viewport; within what is seen."""
    begin = max(0.0, ground.scale.x(trip.first.toordinal()) - 1)
    end = min(float(ground.width), ground.scale.x(trip.last.toordinal() + 1) + 1)
    return ground.left + begin, ground.left + end


def paint_trips(painter: QPainter, trips: Sequence[Away], ground: Ground, bottom: float) -> None:
    """Trips as columns, each with its place above."""
    palette, theme = ground.theme.palette, ground.theme
    shade = QColor(palette.ink)
    shade.setAlphaF(0.16 if palette.high_contrast else _SHADE)
    above, reached = ground.sizes.trips, float(ground.left)
    for trip in trips:
        begin, end = trip_span(trip, ground)
        if end - begin < 1:
            continue
        fill(painter, QRectF(begin, above, end - begin, bottom - above), shade)
        fill(painter, QRectF(begin, above - 3, end - begin, _BAR), palette.ink2)
        width = one_line(theme, trip.place, "caption").width
        x = max(float(ground.left), min((begin + end - width) / 2, ground.left + ground.width - width))
        if x >= reached:
            draw_text(
                painter,
                round(x),
                above - 4 - theme.line("caption"),
                trip.place,
                "caption",
                theme,
                palette.ink2,
            )
            reached = x + width + _APART


def chip_rect(ground: Ground) -> QRectF | None:
    """Where 'Today' is written, if today is seen."""
    x = ground.scale.middle(ground.today)
    if not 0 <= x <= ground.width:
        return None
    theme = ground.theme
    width = one_line(theme, TODAY, "captionStrong").width + 2 * theme.px(_CHIP_PAD)
    left = ground.left + x + theme.px(_CHIP_GAP)
    if left + width > ground.left + ground.width:
        left = ground.left + x - theme.px(_CHIP_GAP) - width
    return QRectF(round(left), ground.sizes.trips + theme.px(_CHIP_ABOVE), width, theme.px(_CHIP_HEIGHT))


def paint_names(painter: QPainter, several: Sequence[Tick], ground: Ground) -> None:
    """The names of weeks, months or quarters; the one that has begun earlier stays at the edge."""
    theme, sizes = ground.theme, ground.sizes
    top = sizes.trips + (sizes.head - sizes.trips - theme.line("label")) / 2
    for words, x in placed_names(several, ground):
        draw_text(painter, round(x), top, words, "label", theme, theme.palette.ink2)


def placed_names(several: Sequence[Tick], ground: Ground) -> list[tuple[str, float]]:
    """The names that have room, each with its left; one that would lie under 'Today' stands after it."""
    theme = ground.theme
    chip = chip_rect(ground)
    ends = [each.day for each in several[1:]] + [None]
    found = []
    for tick, after in zip(several, ends, strict=True):
        width = one_line(theme, tick.words, "label").width
        x = ground.left + max(0.0, ground.scale.x(tick.day)) + theme.px(_AFTER_LINE)
        room = ground.left + (ground.width if after is None else min(ground.width, ground.scale.x(after)))
        if chip is not None:
            x = _beside(chip, ground, x, width)
        if x + width <= room:
            found.append((tick.words, x))
    return found


def _beside(chip: QRectF, ground: Ground, left: float, width: float) -> float:
    """Where a name begins that must not lie under the line of today or its word."""
    line = ground.left + ground.scale.middle(ground.today)
    free = max(chip.right(), line) + ground.theme.px(_AFTER_LINE)
    crosses = min(chip.left(), line) - 4 < left + width and left < free
    return free if crosses else left


def paint_today(painter: QPainter, ground: Ground, bottom: float) -> None:
    """The line of today with its word."""
    chip = chip_rect(ground)
    if chip is None:
        return
    palette, theme = ground.theme.palette, ground.theme
    x = ground.left + ground.scale.middle(ground.today)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.accent, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(x, ground.sizes.trips), QPointF(x, bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.accent)
    painter.drawRoundedRect(chip, 4, 4)
    width = one_line(theme, TODAY, "captionStrong").width
    top = chip.center().y() - theme.line("captionStrong") / 2
    draw_text(painter, chip.center().x() - width / 2, top, TODAY, "captionStrong", theme, palette.accent_ink)


def paint_row_line(painter: QPainter, y: float, width: float, theme: Theme, *, strong: bool) -> None:
    """The line above a lane; a layer begins with a stronger one."""
    palette = theme.palette
    fill(painter, QRectF(0, y, width, 1), palette.line_strong if strong else palette.line)
