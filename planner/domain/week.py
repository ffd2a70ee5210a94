"""The planned week: which day holds how much, and where the next conversation fits."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

DEFAULT_MINUTES = 30
STEP_MINUTES = 15
FIRST_START = time(9, 0)
_BETWEEN_MINUTES = 15


def monday_of(day: date) -> date:
    """The Monday of the week that `day` lies in."""
    return day - timedelta(days=day.weekday())


class Span(NamedTuple):
    """A stretch of one day: start and length in minutes."""

    starts: time
    minutes: int

    @property
    def begin(self) -> int:
        """Minutes since midnight."""
        return self.starts.hour * 60 + self.starts.minute

    @property
    def end(self) -> int:
        """Minutes since midnight at which it is over; may pass 24 h."""
        return self.begin + self.minutes


def proposed_start(
    planned: Iterable[Span],
    busy: Iterable[Span] = (),
    *,
    minutes: int = DEFAULT_MINUTES,
    not_before: time = FIRST_START,
) -> time:
    """A time for one more conversation: after the last one planned, in the next stretch that is free.

    Starts lie on quarters of an hour, a quarter after the last plan. Where the rest of the day is full,
    the time after the last plan is proposed all the same (21:00 at the latest): overlaps are shown, never
    forbidden.
    """
    plans = sorted(planned, key=lambda each: each.begin)
    earliest = not_before.hour * 60 + not_before.minute
    begin = max([earliest, *(_quarter(each.end + _BETWEEN_MINUTES) for each in plans)])
    taken = sorted((each.begin, each.end) for each in (*plans, *busy))
    start = begin
    for first, last in taken:
        if first < start + minutes and last > start:
            start = _quarter(last)
    if start + minutes > 24 * 60:
        start = min(begin, 21 * 60)
    return time(start // 60, start % 60)


def _quarter(minutes: int) -> int:
    return -(-minutes // STEP_MINUTES) * STEP_MINUTES


def earliest(day: date, now: datetime) -> time:
    """The next quarter of an hour today; any time on another day."""
    if day != now.date():
        return time.min
    minute = _quarter(now.hour * 60 + now.minute)
    return time(minute // 60, minute % 60) if minute < 24 * 60 else time(23, 45)


def moved_by(starts: time, minutes: int) -> time:
    """The time of day `minutes` later (or earlier), kept within the same day."""
    moved = datetime.combine(date(2000, 1, 1), starts) + timedelta(minutes=minutes)
    if moved.day != 1:
        return time(23, 45) if minutes > 0 else time(0, 0)
    return moved.time()
