"""The gaps between conversations: their statistics, and what they say against the rhythm.

Source of every formula: SCIENCE 1.2 and 1.3. With no gap nothing is known: None, never 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from math import sqrt
from statistics import fmean, median, pstdev

from planner.domain import words
from planner.domain.rhythm import Pause, paused_days
from planner.domain.strip import TOLERANCE

FEWEST_GAPS = 2
"""Below this many gaps a chart says nothing. A convention."""
SHOWN_GAPS = 12
"""How many of the latest gaps the finding speaks of."""
SMOOTHING = 0.3
"""How much the newest gap weighs in the smoothed mean."""
_FEWEST_FOR_HABIT = 5
_STEADY_BELOW, _BURSTS_ABOVE = -0.3, 0.3


class Habit(StrEnum):
    """How evenly the conversations come."""

    TOO_FEW = "too few"
    STEADY = "steady"
    MIXED = "mixed"
    IN_BURSTS = "in bursts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The days from one contact-day to the next; `days` is 1 or more."""

    begins: date
    ends: date

    @property
    def days(self) -> int:
        """Length in days."""
        return (self.ends - self.begins).days


@dataclass(frozen=True, slots=True, kw_only=True)
class GapStatistics:
    """Statistics of gaps in days, each None where there are too few gaps for it.

    `mean`, `median` and `smoothed` (an exponentially weighted mean, the newest gap weighing 0.3) are days.
    `variation` is r = population standard deviation / mean, 0 or more; `burstiness` is B = (r - 1)/(r + 1)
    in [-1, 1); `finite_burstiness` is A_n, B corrected for n gaps, in [-1, 1].
    """

    count: int
    mean: float | None
    median: float | None
    smoothed: float | None
    variation: float | None
    burstiness: float | None
    finite_burstiness: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownGap:
    """A gap between two contact-days; `days` without the days of pause. `kept` is None without a rhythm."""

    begins: date
    ends: date
    days: int
    paused_days: int
    kept: bool | None


def contact_days(days: Iterable[date]) -> tuple[date, ...]:
    """Conversations as contact-days: each day once, oldest first."""
    return tuple(sorted(set(days)))


def gaps_between(days: Iterable[date]) -> tuple[Gap, ...]:
    """The gaps between contact-days, oldest first; the order of `days` does not matter."""
    return tuple(Gap(begins=first, ends=second) for first, second in pairwise(contact_days(days)))


def known_gaps(
    days: Iterable[date], pauses: Sequence[Pause], rhythm_days: int | None
) -> tuple[KnownGap, ...]:
    """The gaps between contact-days, oldest first, held against a rhythm that stands still in the pauses."""
    return tuple(_known(gap, pauses, rhythm_days) for gap in gaps_between(days))


def _known(gap: Gap, pauses: Sequence[Pause], rhythm_days: int | None) -> KnownGap:
    paused = paused_days(pauses, gap.begins, gap.ends)
    length = max(1, gap.days - paused)
    return KnownGap(
        begins=gap.begins,
        ends=gap.ends,
        days=length,
        paused_days=paused,
        kept=keeps(length, rhythm_days) if rhythm_days else None,
    )


def lengths_without(gaps: Iterable[Gap], pauses: Sequence[Pause] = ()) -> tuple[int, ...]:
    """The gaps in days, without the days on which the rhythm stood still; never below one day."""
    if not pauses:
        return tuple(gap.days for gap in gaps)
    return tuple(max(1, gap.days - paused_days(pauses, gap.begins, gap.ends)) for gap in gaps)


def statistics_of(gap_days: Sequence[int]) -> GapStatistics:
    """The statistics of gaps given in days, oldest first."""
    variation = pstdev(gap_days) / fmean(gap_days) if len(gap_days) >= 2 else None
    return GapStatistics(
        count=len(gap_days),
        mean=fmean(gap_days) if gap_days else None,
        median=float(median(gap_days)) if gap_days else None,
        smoothed=_smoothed(gap_days),
        variation=variation,
        burstiness=None if variation is None else (variation - 1) / (variation + 1),
        finite_burstiness=_finite(variation, len(gap_days)),
    )


def _smoothed(gap_days: Sequence[int]) -> float | None:
    """m_1 = g_1, m_j = 0.3 g_j + 0.7 m_{j-1}."""
    found: float | None = None
    for days in gap_days:
        found = float(days) if found is None else SMOOTHING * days + (1 - SMOOTHING) * found
    return found


def _finite(variation: float | None, count: int) -> float | None:
    """A_n = (sqrt(n+1) r - sqrt(n-1)) / ((sqrt(n+1) - 2) r + sqrt(n-1)) for n >= 3 gaps."""
    if variation is None or count < 3:
        return None
    more, fewer = sqrt(count + 1), sqrt(count - 1)
    return (more * variation - fewer) / ((more - 2) * variation + fewer)


def habit_of(statistics: GapStatistics) -> Habit:
    """Steady, mixed or in bursts; too few below five gaps."""
    found = statistics.finite_burstiness
    if statistics.count < _FEWEST_FOR_HABIT or found is None:
        return Habit.TOO_FEW
    if found < _STEADY_BELOW:
        return Habit.STEADY
    return Habit.IN_BURSTS if found > _BURSTS_ABOVE else Habit.MIXED


def keeps(gap_days: int, rhythm_days: int) -> bool:
    """Whether a gap kept the rhythm: no longer than it, give or take the strip's tolerance."""
    return gap_days <= rhythm_days * (1 + TOLERANCE)


def finding(gaps: Sequence[Gap | KnownGap], rhythm_days: int | None) -> str:
    """What the latest gaps say, in one sentence that is true of them; or that there are too few.

    What keeping means: see `keeps`.
    """
    if len(gaps) < FEWEST_GAPS:
        return too_few(len(gaps))
    shown = [gap.days for gap in gaps[-SHOWN_GAPS:]]
    longest = max(shown)
    if not rhythm_days:
        return (
            f"The last {len(shown)} gaps were {_about(fmean(shown))} on average, the longest "
            f"{words.count(longest, 'day')}."
        )
    kept = sum(keeps(days, rhythm_days) for days in shown)
    if kept == len(shown):
        return f"You kept the rhythm in all of the last {len(shown)} gaps; the longest was {_days(longest)}."
    if not kept:
        return f"None of the last {len(shown)} gaps kept the rhythm; the shortest was {_days(min(shown))}."
    return f"You kept the rhythm in {kept} of the last {len(shown)} gaps; the longest was {_days(longest)}."


def too_few(gap_count: int, *, talked: bool = True) -> str:
    """How many more conversations it takes; `talked` is False before the first one."""
    missing = FEWEST_GAPS - gap_count + (0 if talked else 1)
    more = words.small(missing).capitalize()
    return f"Not enough history yet. {more} more {'conversation' if missing == 1 else 'conversations'}."


def _days(count: int) -> str:
    return words.count(count, "day")


def _about(days: float) -> str:
    return words.count(round(days), "day")
