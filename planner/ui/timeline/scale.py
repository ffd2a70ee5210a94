"""Time on a line of pixels: where a day lies, how it is zoomed and panned, and what is written above it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from math import exp, log
from typing import NamedTuple

from planner.domain import words
from planner.domain.week import monday_of

CLOSEST, WIDEST = 40.0, 0.35
"""Pixels a day: at the closest a day is as wide as a word, at the widest a line holds eight years."""
_MONTH, _QUARTER, _YEAR = 1, 3, 12
_ROOM = 36, 48
"""Room that the name of a week and of a month needs, in pixels at the usual text size."""


class Grade(StrEnum):
    """How far away one looks from."""

    WEEKS = "weeks"
    MONTHS = "months"
    QUARTERS = "quarters"


SHOWN_DAYS = {Grade.WEEKS: 91, Grade.MONTHS: 275, Grade.QUARTERS: 731}
"""How many days each grade shows at first."""
PAST_SHARE = 167 / 275
"""Where today lies at first, as a share of the width."""


class Limits(NamedTuple):
    """The first and last day that can be seen, as ordinals."""

    first: float
    last: float


class Scale(NamedTuple):
    """`left` is the day at x = 0, an ordinal with its part of a day; `per_day` are pixels."""

    left: float
    per_day: float

    def x(self, day: float) -> float:
        """Where a day begins."""
        return (day - self.left) * self.per_day

    def middle(self, day: int) -> float:
        """Where a mark of a day lies: in its middle."""
        return (day + 0.5 - self.left) * self.per_day

    def day(self, x: float) -> float:
        """The day at a place."""
        return self.left + x / self.per_day

    def right(self, width: float) -> float:
        """The day at the end of a line of this width."""
        return self.day(width)

    def panned(self, pixels: float) -> Scale:
        """Later by so many pixels."""
        return Scale(self.left + pixels / self.per_day, self.per_day)

    def zoomed(self, factor: float, x: float) -> Scale:
        """Closer by a factor; the day at `x` stays where it is."""
        per_day = min(CLOSEST, max(WIDEST, self.per_day * factor))
        return Scale(self.day(x) - x / per_day, per_day)

    def within(self, limits: Limits, width: float) -> Scale:
        """The nearest scale that shows nothing beyond the limits, or all of what lies within them."""
        per_day = max(self.per_day, width / max(1.0, limits.last - limits.first))
        latest = limits.last - width / per_day
        return Scale(max(limits.first, min(latest, self.left)), per_day)

    def between(self, other: Scale, share: float) -> Scale:
        """On the way to another scale: zoomed evenly to the eye."""
        per_day = exp(log(self.per_day) * (1 - share) + log(other.per_day) * share)
        if abs(other.per_day - self.per_day) < 1e-9:
            return Scale(self.left * (1 - share) + other.left * share, per_day)
        part = (1 / self.per_day - 1 / per_day) / (1 / self.per_day - 1 / other.per_day)
        return Scale(self.left * (1 - part) + other.left * part, per_day)


def of_grade(grade: Grade, width: float, day: float, share: float = PAST_SHARE) -> Scale:
    """A grade's first scale, with a day at a share of the width."""
    per_day = width / SHOWN_DAYS[grade]
    return Scale(day - share * width / per_day, per_day)


def grade_of(scale: Scale, width: float) -> Grade:
    """The grade that comes nearest: by the days that are shown."""
    shown = width / scale.per_day
    return min(Grade, key=lambda each: abs(log(shown / SHOWN_DAYS[each])))


class Tick(NamedTuple):
    """A line over all lanes with its name; `day` is an ordinal."""

    day: int
    words: str


def ticks(scale: Scale, width: float, text_scale: float = 1.0) -> list[Tick]:
    """The weeks, months, quarters or years that are seen, as many as have room for their names.

    The one before the first is there too: its name stays at the edge while there is room.
    """
    week, month = (each * text_scale / scale.per_day for each in _ROOM)
    first, last = date.fromordinal(max(1, int(scale.left))), date.fromordinal(int(scale.right(width)) + 1)
    if week <= 5:
        return _weeks(first, last)
    months = next((step for step in (_MONTH, _QUARTER, _YEAR) if month <= 28 * step), _YEAR)
    return _months(first, last, months, long_room=30 * scale.per_day >= 62 * text_scale)


def _weeks(first: date, last: date) -> list[Tick]:
    monday = monday_of(first).toordinal()
    days = [date.fromordinal(each) for each in range(monday, last.toordinal() + 1, 7)]
    return [Tick(each.toordinal(), f"{each.day} {words.month(each)}") for each in days]


def _months(first: date, last: date, step: int, *, long_room: bool) -> list[Tick]:
    found = []
    number = (first.year * 12 + first.month - 1) // step * step
    while (month := date(number // 12, number % 12 + 1, 1)) <= last:
        year = f" {month.year}" if month.month == 1 and (long_room or step > 1) else ""
        named = str(month.year) if step == _YEAR else words.month(month) + year
        found.append(Tick(month.toordinal(), named))
        number += step
    return found
