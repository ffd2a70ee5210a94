"""The days on which something comes again."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.errors import KnownError

MOST_TIMES = 12
_WEEK = 7


class Every(StrEnum):
    """How far apart two repetitions are."""

    WEEK = "week"
    TWO_WEEKS = "2 weeks"
    MONTH = "month"


def repetitions(first: date, every: Every, times: int) -> tuple[date, ...]:
    """The next `times` days after `first`, always on its weekday.

    A month means the same weekday of the next month, the third Tuesday after a third Tuesday; where a month
    has no fifth one, its last. Raises KnownError for fewer than one or more than MOST_TIMES.
    """
    if not 1 <= times <= MOST_TIMES:
        raise KnownError(f"A plan can be repeated 1 to {MOST_TIMES} times.")
    if every is Every.MONTH:
        return tuple(_months_later(first, number) for number in range(1, times + 1))
    step = _WEEK * (2 if every is Every.TWO_WEEKS else 1)
    return tuple(first + timedelta(days=step * number) for number in range(1, times + 1))


def week_later(day: date, today: date) -> date:
    """The same weekday of the next week, or of the first week that is not over yet."""
    weeks = max(1, -((day - today).days // _WEEK))
    return day + timedelta(days=_WEEK * weeks)


def _months_later(first: date, months: int) -> date:
    count = first.year * 12 + first.month - 1 + months
    year, month = count // 12, count % 12 + 1
    begins, length = calendar.monthrange(year, month)
    day = 1 + (first.weekday() - begins) % _WEEK + (first.day - 1) // _WEEK * _WEEK
    return date(year, month, day if day <= length else day - _WEEK)
