"""The gaps of many people at once: gaps.py in columns. Loaded when first needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.domain.gaps import SMOOTHING
from planner.domain.rhythm import Pause
from planner.domain.two_habits import SHIPPED, SHORTEST_GAP, Model
from planner.domain.two_habits_many import Floats, Numbers, SumColumns

Days = NDArray[np.int32]
_GAP_BITS = 22


class DayColumns(NamedTuple):
    """The contact-days of many people, as ordinals: those of the person at place i are
    days[starts[i]:starts[i + 1]], ascending, each day once."""

    starts: Numbers
    days: Days

    @property
    def number(self) -> Numbers:
        """How many contact-days each has."""
        return np.diff(self.starts)

    def until(self, day: date) -> DayColumns:
        """Without what came after a day."""
        kept = self.days <= day.toordinal()
        if bool(kept.all()):
            return self
        before = np.concatenate(([0], np.cumsum(kept)))
        return DayColumns(before[self.starts], self.days[kept])

    def at(self, places: Numbers) -> DayColumns:
        """Those of some people, in this order."""
        counts = self.number[places]
        return DayColumns(
            np.concatenate(([0], np.cumsum(counts))), gathered(self.days, self.starts[places], counts)
        )

    def last(self) -> Days:
        """The newest contact-day of each, 0 where there is none."""
        if not len(self.days):
            return np.zeros(len(self.starts) - 1, dtype=np.int32)
        return np.where(self.number > 0, self.days[self.starts[1:] - 1], 0).astype(np.int32)


def gathered(days: Days, begins: Numbers, counts: Numbers) -> Days:
    """So many days from each of these places on, one run after the other."""
    ends = np.cumsum(counts)
    inside = np.arange(int(ends[-1]) if len(ends) else 0) - np.repeat(ends - counts, counts)
    found: Days = days[np.repeat(begins, counts) + inside]
    return found


class GapColumns(NamedTuple):
    """The gaps of many people, oldest first: the person at place i has lengths[starts[i]:starts[i + 1]].

    `ends` has the ordinal of the contact-day that ended each.
    """

    starts: Numbers
    lengths: Days
    ends: Days

    @property
    def number(self) -> Numbers:
        """How many gaps each has."""
        return np.diff(self.starts)

    @property
    def owner(self) -> Numbers:
        """The place of the person whose gap it is, for every gap."""
        return np.repeat(np.arange(len(self.starts) - 1), self.number)


def gaps_of_many(
    columns: DayColumns, everybody: Sequence[Pause] = (), own: Mapping[int, Sequence[Pause]] | None = None
) -> GapColumns:
    """The gaps without days of pause, never below one day.

    `everybody` stands still on the first pauses (your own leave); `own` has, by place, all pauses of those
    who have others besides.
    """
    days, starts = columns.days, columns.starts
    begins = np.zeros(len(days), dtype=bool)
    begins[starts[:-1][columns.number > 0]] = True
    inner = ~begins[1:] if len(days) else np.zeros(0, dtype=bool)
    lengths = np.diff(days)[inner] if len(days) else np.zeros(0, dtype=np.int32)
    gap_starts = np.concatenate(([0], np.cumsum(np.maximum(columns.number - 1, 0))))
    found = GapColumns(gap_starts, lengths, days[1:][inner] if len(days) else lengths)
    if not len(lengths) or not (everybody or own):
        return found
    stopped = _stopped_in(found.ends - lengths, found.ends, everybody)
    for place, pauses in (own or {}).items():
        part = slice(gap_starts[place], gap_starts[place + 1])
        stopped[part] = paused_until(pauses, found.ends[part]) - paused_until(
            pauses, found.ends[part] - lengths[part]
        )
    return found._replace(lengths=np.maximum(lengths - stopped, 1).astype(np.int32))


def _stopped_in(first: Days, last: Days, pauses: Sequence[Pause]) -> Numbers:
    """Days of pause in (first, last], looked up by the day."""
    if not pauses:
        return np.zeros(len(first), dtype=np.int64)
    begin = int(first.min())
    known = paused_until(pauses, np.arange(begin, int(last.max()) + 1))
    found: Numbers = known[last - begin] - known[first - begin]
    return found


def paused_until(pauses: Sequence[Pause], days: NDArray[np.integer]) -> Numbers:
    """How many days of pause there are up to and with each day; overlaps count once."""
    found = np.zeros(len(days), dtype=np.int64)
    reached = 0
    for pause in sorted(pauses, key=lambda each: each.first):
        first = max(pause.first.toordinal(), reached + 1)
        last = date.max.toordinal() if pause.last is None else pause.last.toordinal()
        if last >= first:
            found += np.clip(days.astype(np.int64) - (first - 1), 0, last - first + 1)
            reached = last
    return found


def sums_of_many(gaps: GapColumns, model: Model = SHIPPED) -> SumColumns:
    """What the two-habit model keeps of each history."""
    longest = int(gaps.lengths.max(initial=0))
    every = np.maximum(np.arange(longest + 1, dtype=np.float64), SHORTEST_GAP)
    powers = [_summed(gaps, (every**habit.shape)[gaps.lengths]) for habit in model.habits]
    return SumColumns(gaps.number, _summed(gaps, np.log(every)[gaps.lengths]), np.stack(powers))


class StatisticsColumns(NamedTuple):
    """gaps.GapStatistics of each, nan where there are too few gaps."""

    number: Numbers
    mean: Floats
    median: Floats
    smoothed: Floats
    variation: Floats
    burstiness: Floats
    finite_burstiness: Floats


def statistics_of_many(gaps: GapColumns) -> StatisticsColumns:
    """The statistics of everybody's gaps."""
    count = gaps.number
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.where(count > 0, _summed(gaps, gaps.lengths) / count, np.nan)
        off = (gaps.lengths - np.repeat(mean, count)) ** 2
        variation = np.where(count > 1, np.sqrt(_summed(gaps, off) / count) / mean, np.nan)
        more, fewer = np.sqrt(count + 1.0), np.sqrt(np.maximum(count - 1.0, 0.0))
        finite = (more * variation - fewer) / ((more - 2) * variation + fewer)
    return StatisticsColumns(
        number=count,
        mean=mean,
        median=_medians(gaps),
        smoothed=_smoothed(gaps),
        variation=variation,
        burstiness=(variation - 1) / (variation + 1),
        finite_burstiness=np.where(count > 2, finite, np.nan),
    )


def _summed(gaps: GapColumns, values: NDArray[np.generic]) -> Floats:
    """The sum of each person's values."""
    found = np.zeros(len(gaps.starts) - 1)
    some = gaps.number > 0
    if len(values):
        found[some] = np.add.reduceat(values, gaps.starts[:-1][some], dtype=np.float64)
    return found


def _smoothed(gaps: GapColumns) -> Floats:
    """m_n = 0.7^(n-1) g_1 + the sum of 0.3 0.7^(n-j) g_j over j > 1."""
    count = gaps.number
    later = np.repeat(gaps.starts[1:], count) - 1 - np.arange(len(gaps.lengths))
    longest = int(count.max(initial=0))
    kept = (1 - SMOOTHING) ** np.arange(longest + 1.0)
    weights = SMOOTHING * kept[later]
    firsts = gaps.starts[:-1][count > 0]
    weights[firsts] = kept[later[firsts]]
    return np.where(count > 0, _summed(gaps, weights * gaps.lengths), np.nan)


def _medians(gaps: GapColumns) -> Floats:
    count = gaps.number
    found = np.full(len(count), np.nan)
    some = count > 0
    if bool(some.any()):
        order = np.sort((gaps.owner << _GAP_BITS) | gaps.lengths) & ((1 << _GAP_BITS) - 1)
        first, last = gaps.starts[:-1] + (count - 1) // 2, gaps.starts[:-1] + count // 2
        found[some] = (order[first[some]] + order[last[some]]) / 2
    return found
