"""One lane as it is painted: a person's days as numbers, cut out of the columns of many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor
from typing import Any, NamedTuple

import numpy as np

from planner.domain.gaps_many import Days
from planner.domain.intervals import DueWindow
from planner.domain.rhythm import DUE_FROM
from planner.domain.two_habits_many import Numbers
from planner.queries.lanes import THEY, LaneFlag, LanePlan, Lanes
from planner.queries.standing import Measure

SHARED, CROWDED_SHARED = 3, 6
"""Marks that begin in the same so many pixels are drawn as one; in crowded lanes in twice as many."""
_CROWDED_DAYS = 3
"""A lane with a conversation at least every so many days is crowded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """All that happened with a person and is planned, by day, ascending; days are ordinals.

    `kinds` says the shape of each conversation: twice its channel's code, one more where they reached out.
    `quiet_first` and `quiet_last` are the ends of stretches past the rhythm, `windows` the days on which the
    person will be due, as drawn; `shared` is how near marks may be and still be drawn apart, in pixels.
    """

    measure: Measure
    days: Days
    kinds: Any
    conversations: Numbers
    quiet_first: Days
    quiet_last: Days
    plans: tuple[LanePlan, ...]
    flags: tuple[LaneFlag, ...]
    due: tuple[DueWindow, ...]
    windows: tuple[tuple[float, float], ...] = ()
    shared: int = SHARED

    def shared_place(self, day: int, per_day: float) -> int:
        """Conversations of days with the same figure are drawn as one mark at this zoom."""
        return floor(day * (per_day / self.shared)) if per_day < self.shared else day

    def seen(self, first: float, last: float) -> slice:
        """The conversations from a day to a day."""
        begin, end = np.searchsorted(self.days, (first, last + 1))
        return slice(int(begin), int(end))

    def stretches(self, first: float, last: float) -> list[tuple[int, int]]:
        """The quiet stretches that reach into these days."""
        begin = int(np.searchsorted(self.quiet_last, first))
        end = int(np.searchsorted(self.quiet_first, last + 1))
        return list(
            zip(self.quiet_first[begin:end].tolist(), self.quiet_last[begin:end].tolist(), strict=True)
        )


class Marks(NamedTuple):
    """What is drawn of some conversations: a place and a kind each, and the first that each stands for."""

    x: list[int]
    kinds: list[int]
    at: Any


def marks(lane: Lane, left: float, per_day: float, width: float, reach: float) -> Marks:
    """The marks that are seen on a line of this width; those that would share pixels are one.

    Which ones share depends on the zoom alone, so that nothing flickers while the line is panned.
    """
    part = lane.seen(left - reach / per_day - 1, left + (width + reach) / per_day)
    days = lane.days[part]
    if not len(days):
        return Marks([], [], days)
    places = np.floor(days * (per_day / lane.shared)) if per_day < lane.shared else days
    newest = np.append(places[1:] != places[:-1], True)
    at = np.flatnonzero(newest)
    x = np.rint((days[at] + (0.5 - left)) * per_day).astype(np.int64)
    return Marks(x.tolist(), lane.kinds[part][at].tolist(), at + part.start)


def cut(found: Lanes) -> dict[int, Lane]:
    """The lanes of some people, by person."""
    count = len(found.people)
    talks, quiet = found.talks, found.quiet
    begins = np.searchsorted(talks.lane, np.arange(count + 1))
    quiet_begins = np.searchsorted(quiet.place, np.arange(count + 1))
    kinds = (talks.channel * 2 + (talks.reached == THEY)).astype(np.uint8)
    plans, flags = _by_lane(found.plans), _by_lane(found.flags)
    due = {each.lane: each.windows for each in found.due}
    made = {}
    for lane, person_id in enumerate(found.people):
        own = slice(int(begins[lane]), int(begins[lane + 1]))
        own_quiet = slice(int(quiet_begins[lane]), int(quiet_begins[lane + 1]))
        made[person_id] = Lane(
            measure=found.measures[lane],
            days=talks.day[own],
            kinds=kinds[own],
            conversations=talks.conversation[own],
            quiet_first=quiet.first[own_quiet],
            quiet_last=quiet.last[own_quiet],
            plans=tuple(plans[lane]),
            flags=tuple(flags[lane]),
            due=due.get(lane, ()),
            windows=_windows(due.get(lane, ()), found.measures[lane].rhythm_days or 0),
            shared=CROWDED_SHARED if _is_crowded(talks.day[own]) else SHARED,
        )
    return made


def with_past(lane: Lane, known: Lane) -> Lane:
    """A lane that was asked for without its past, with the past of the same lane."""
    return replace(
        lane,
        days=known.days,
        kinds=known.kinds,
        conversations=known.conversations,
        quiet_first=known.quiet_first,
        quiet_last=known.quiet_last,
        shared=known.shared,
    )


def _is_crowded(days: Days) -> bool:
    return len(days) > 1 and int(days[-1] - days[0]) < _CROWDED_DAYS * len(days)


def _windows(due: Sequence[DueWindow], rhythm_days: int) -> tuple[tuple[float, float], ...]:
    """From which day on somebody will be due, and the end of the day their rhythm is used up."""
    lead = (1 - DUE_FROM) * rhythm_days
    return tuple((each.last.toordinal() - lead, each.last.toordinal() + 1.0) for each in due)


def _by_lane(several: Sequence[Any]) -> defaultdict[int, list[Any]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for each in several:
        found[each.lane].append(each)
    return found
