"""Paints one lane: its bands and windows below, its marks and flags above."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from planner.queries.lanes import LaneFlag
from planner.ui.palette import Palette
from planner.ui.theme import Theme
from planner.ui.timeline.lane import Lane, marks
from planner.ui.timeline.marks import Ink, Sprites, paint_flag, paint_quiet, paint_window
from planner.ui.timeline.measures import Sizes
from planner.ui.timeline.scale import Scale
from planner.ui.widgets.fill import fill
from planner.ui.widgets.text import draw_text

_KEPT = frozenset({"kept", "kept late"})
_LATE = frozenset({"kept late", "broken"})
_NEVER = "No conversation yet"
_LEAST_WINDOW = 10.0


class Ground(NamedTuple):
    """What every lane is painted with. `left` is where the first day lies, `width` how much there is."""

    theme: Theme
    sizes: Sizes
    sprites: Sprites
    scale: Scale
    left: int
    width: int
    today: int


def paint_below(painter: QPainter, lane: Lane, top: float, ground: Ground) -> None:
    """Within the rhythm, quiet too long, and the next times somebody will be due."""
    scale, palette = ground.scale, ground.theme.palette
    first, last = scale.left, scale.right(ground.width)
    y, height = top + ground.sizes.middle - ground.sizes.band / 2, ground.sizes.band
    stretches = lane.stretches(first, last)
    if len(lane.days) and lane.measure.rhythm_days:
        begin = max(float(lane.days[0]), first - 1)
        for quiet_first, quiet_last in [*stretches, (ground.today, ground.today)]:
            _band(painter, ground, begin, min(quiet_first, last + 1), y, height)
            begin = max(begin, quiet_last + 1)
    for quiet_first, quiet_last in stretches:
        end = min(quiet_last + 1, ground.today + 0.5)
        left, right = scale.x(max(quiet_first, first - 1)), scale.x(min(end, last + 1))
        rect = QRectF(ground.left + left, y, max(1.0, right - left), height)
        paint_quiet(painter, rect, ground.sprites.hatch, palette)
    _paint_windows(painter, lane, y, ground)
    if not len(lane.days):
        line = ground.theme.line("caption")
        top, ink = top + ground.sizes.middle - line / 2, palette.ink3
        draw_text(painter, ground.left + ground.sizes.gap, top, _NEVER, "caption", ground.theme, ink)


def _band(painter: QPainter, ground: Ground, begin: float, end: float, y: float, height: float) -> None:
    left, right = ground.left + ground.scale.x(begin), ground.left + ground.scale.x(end)
    if right - left >= 1:
        rect = QRectF(round(left), round(y), round(right) - round(left) - 1, round(height))
        fill(painter, rect, ground.theme.palette.sunken)  # long round corners would take ten times as long


def _paint_windows(painter: QPainter, lane: Lane, y: float, ground: Ground) -> None:
    scale = ground.scale
    if not lane.windows or (lane.windows[0][1] - lane.windows[0][0]) * scale.per_day < _LEAST_WINDOW:
        return
    last = scale.right(ground.width)
    for begin, end in lane.windows:
        if begin > last:
            break
        left, right = scale.x(max(begin, ground.today + 1)), scale.x(end)
        if right - left >= _LEAST_WINDOW and right > 0:
            rect = QRectF(ground.left + round(left), y, round(right) - round(left), ground.sizes.band)
            paint_window(painter, rect, ground.theme.palette)


def paint_above(painter: QPainter, lane: Lane, top: float, ground: Ground, *, held: int = 0) -> None:
    """The conversations, the plans and the flags; the plan that is `held` is painted elsewhere.

    Nothing is painted of what lies with its middle beyond an edge: a sliver says nothing.
    """
    sizes, sprites, scale = ground.sizes, ground.sprites, ground.scale
    middle = sprites.middle
    left, y = ground.left - middle, round(top + sizes.middle) - middle
    found = marks(lane, scale.left, scale.per_day, ground.width, sizes.reach)
    pictures, draw = sprites.talks, painter.drawPixmap
    for x, kind in zip(found.x, found.kinds, strict=True):
        if 0 <= x <= ground.width:
            draw(left + x, y, pictures[kind])
    for plan in lane.plans:
        x = round(scale.middle(plan.day.toordinal()))
        if 0 <= x <= ground.width and plan.id != held:
            draw(left + x, y, sprites.plans[plan.channel])
    _paint_flags(painter, lane, top, ground)


def _paint_flags(painter: QPainter, lane: Lane, top: float, ground: Ground) -> None:
    for flag in lane.flags:
        x = ground.scale.middle(flag.day.toordinal())
        if -1 <= x < ground.width:  # half a flag at the edge says nothing
            foot = QPointF(round(ground.left + x) + 0.5, top + ground.sizes.flag)
            paint_flag(painter, foot, flag_ink(flag, ground.today, ground.theme.palette), ground.sizes.scale)


def flag_ink(flag: LaneFlag, today: int, palette: Palette) -> Ink:
    """Green where it was kept in time, red where it was not or is late, an outline where it is open."""
    if flag.outcome in _LATE or (flag.outcome is None and flag.day < date.fromordinal(today)):
        return _full(palette.overdue.ink)
    if flag.outcome in _KEPT:
        return _full(palette.on_rhythm.ink)
    return Ink(palette.surface, palette.ink2)


def _full(colour: QColor) -> Ink:
    return Ink(colour, colour)
