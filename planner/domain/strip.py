"""The cadence strip: five past intervals and the current one, with a dot for each conversation (DESIGN 4)."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from planner.domain.channels import ReachedOut
from planner.domain.rhythm import State

PAST_INTERVALS = 5
MOST_OVERFLOW = 1.2
TOLERANCE = 0.08
"""How much longer than the rhythm a gap may be and still count as kept. A convention."""


class Dot(NamedTuple):
    """One conversation: `at` in intervals from the strip's left end, hollow where they reached out."""

    at: float
    hollow: bool


class Strip(NamedTuple):
    """What a cadence strip shows, in units of one interval.

    `kept` has a bar per past interval, oldest first: True filled, False missed, None before the first
    conversation (drawn as nothing known). `used` is the filled part of the current interval, 0 to 1, and
    `overflow` how far it runs past its end, 0 to 1.2.
    """

    kept: tuple[bool | None, ...]
    dots: tuple[Dot, ...]
    used: float
    overflow: float
    state: State
    words: str

    @property
    def span(self) -> float:
        """The strip's whole length in intervals."""
        return len(self.kept) + 1 + self.overflow


def cadence_strip(
    conversations: Iterable[tuple[date, ReachedOut | None]],
    *,
    today: date,
    rhythm_days: int | None,
    share: float | None,
    state: State,
    intervals: int = PAST_INTERVALS,
    paused: Callable[[date], int] = lambda _day: 0,
) -> Strip | None:
    """The strip of one person, or None where there is no rhythm or no conversation yet.

    `conversations` are contact-days, in any order, none after `today`. The current interval begins
    at the latest one; the intervals before it each have the rhythm's length and are kept where at
    least one conversation fell into them. `paused` tells on how many days since one the rhythm stood still:
    those have no length here.
    """
    if not rhythm_days or share is None:
        return None
    days = [((today - day).days - paused(day), reached, day) for day, reached in conversations]
    days.sort(key=lambda each: each[2], reverse=True)  # by the day alone: who reached out has no order
    if not days:
        return None
    since, oldest = days[0][0], days[-1][0]
    start = since + intervals * rhythm_days
    since_each = [ago for ago, _, _ in days]
    kept = tuple(
        _kept(since_each, since + (intervals - k) * rhythm_days, rhythm_days, oldest)
        for k in range(intervals)
    )
    dots = tuple(
        Dot(at=intervals + (since - ago) / rhythm_days, hollow=reached is ReachedOut.THEY)
        for ago, reached, _ in reversed(days)
        if ago <= start
    )
    overflow = 0.0 if state is State.RESTING else min(MOST_OVERFLOW, max(0.0, share - 1))
    return Strip(
        kept=kept,
        dots=dots,
        used=min(1.0, share),
        overflow=overflow,
        state=state,
        words=_accessible(kept, (today - days[0][2]).days, rhythm_days),
    )


def left_end(last: date, rhythm_days: int, intervals: int, paused: Callable[[date], int]) -> date:
    """A day before everything that a strip shows: the earlier, the longer the rhythm stood still."""
    shown = round(rhythm_days * (intervals + MOST_OVERFLOW)) - paused(last)
    first = last
    while (moved := last - timedelta(days=shown + paused(first))) < first:
        first = moved
    return first


def _kept(since_each: list[int], begin: int, length: int, oldest: int) -> bool | None:
    slack = length * TOLERANCE
    if any(begin - length + slack < ago <= begin + slack for ago in since_each):
        return True
    return None if begin - length + slack >= oldest else False


def _accessible(kept: tuple[bool | None, ...], since: int, rhythm_days: int) -> str:
    known = [each for each in kept if each is not None]
    said = f"{sum(known)} of {len(known)} intervals kept, " if known else ""
    return f"{said}last conversation {since} days ago, rhythm {rhythm_days}"
