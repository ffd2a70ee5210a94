"""What lies where on a lane: a conversation, a plan, a flag, a quiet stretch or a due window."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import numpy as np

from planner.ui.timeline.lane import Lane, marks
from planner.ui.timeline.measures import Sizes
from planner.ui.timeline.scale import Scale

_NEAR = 1.0
"""How far beyond half of a mark the pointer still means it, in halves of a mark."""


class What(StrEnum):
    """Kinds of things on a lane."""

    LANE = "lane"
    TALK = "talk"
    PLAN = "plan"
    FLAG = "flag"
    QUIET = "quiet"
    DUE = "due"


class Spot(NamedTuple):
    """A thing on a lane.

    `which` is a plan's or a commitment's id, else the place among the lane's conversations, stretches or
    windows; a mark that stands for several conversations has the newest, and says how `many` they are.
    """

    lane: int
    what: What = What.LANE
    which: int = 0
    many: int = 1


def spot_at(number: int, lane: Lane, x: float, y: float, scale: Scale, sizes: Sizes) -> Spot:
    """What lies at `x` of the time line and `y` below the lane's top; the lane itself where nothing does."""
    near = sizes.reach / 2 + _NEAR * sizes.reach / 2
    if y < sizes.flag:
        flags = [
            (abs(scale.middle(each.day.toordinal()) + 3.5 * sizes.scale - x), each.id) for each in lane.flags
        ]
        if flags and min(flags)[0] <= near:
            return Spot(number, What.FLAG, min(flags)[1])
    plans = [(abs(scale.middle(each.day.toordinal()) - x), each.id) for each in lane.plans]
    if plans and min(plans)[0] <= near:
        return Spot(number, What.PLAN, min(plans)[1])
    return _talk_at(number, lane, x, near, scale) or _days_at(number, lane, scale.day(x))


def _talk_at(number: int, lane: Lane, x: float, near: float, scale: Scale) -> Spot | None:
    found = marks(lane, scale.day(x - near), scale.per_day, 2 * near, near)
    if not found.x:
        return None
    away = np.abs(np.array(found.x) - near)
    best = int(np.argmin(away))
    if away[best] > near:
        return None
    at = int(found.at[best])
    return Spot(number, What.TALK, at, at - _one_before(lane, at, scale))


def _one_before(lane: Lane, at: int, scale: Scale) -> int:
    """The place before all that share a mark with this conversation, the newest of them."""
    mine = lane.shared_place(int(lane.days[at]), scale.per_day)
    while at >= 0 and lane.shared_place(int(lane.days[at]), scale.per_day) == mine:
        at -= 1
    return at


def _days_at(number: int, lane: Lane, day: float) -> Spot:
    stretches = np.flatnonzero((lane.quiet_first <= day) & (lane.quiet_last + 1 > day))
    if len(stretches):
        return Spot(number, What.QUIET, int(stretches[0]))
    for place, (begin, end) in enumerate(lane.windows):
        if begin <= day < end:
            return Spot(number, What.DUE, place)
    return Spot(number)


def stops(number: int, lane: Lane) -> list[tuple[int, Spot]]:
    """Everything on a lane that keys step through, with its day, oldest first."""
    found = [(int(day), Spot(number, What.TALK, place)) for place, day in enumerate(lane.days)]
    found += [(each.day.toordinal(), Spot(number, What.PLAN, each.id)) for each in lane.plans]
    found += [(each.day.toordinal(), Spot(number, What.FLAG, each.id)) for each in lane.flags]
    return sorted(found)


def day_of(spot: Spot, lane: Lane) -> int | None:
    """The day that a thing lies on, as an ordinal; None for the lane itself and for what is gone."""
    if spot.what is What.TALK:
        return int(lane.days[spot.which]) if spot.which < len(lane.days) else None
    if spot.what in (What.PLAN, What.FLAG):
        several = lane.plans if spot.what is What.PLAN else lane.flags
        return next((each.day.toordinal() for each in several if each.id == spot.which), None)
    return None
