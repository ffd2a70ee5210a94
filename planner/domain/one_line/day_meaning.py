"""What the words for a day mean, in no language, and which day of the calendar that is.

One meaning each, whoever asks: a weekday is the next one after today, 'next' before it says the same, and a
week later is said as such ('Tuesday week'). Looking back, at what is past, it is the last one before today.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

_A_WEEK = 7
_COMING_DAYS = 30
_YEARS_AROUND = 8
"""Enough to meet a 29 February."""


class Looking(StrEnum):
    """Whether somebody speaks of what comes, of what was, or has not said which."""

    AHEAD = "ahead"
    BACK = "back"
    EITHER = "either"


class DayMeaning(NamedTuple):
    """What was said. `how` names the way to place it (see _WAYS); the rest is what that way needs.

    `repeats` says that it comes again ('every Monday'); the first one is meant.
    'clock' is a time counted from now, today: `steps` of the `unit` hour or minute.
    """

    how: str
    steps: int = 0
    unit: str = "day"
    edge: str = ""
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    part: str = ""
    repeats: bool = False


class Placed(NamedTuple):
    """A day, or a whole time from `day` to `last` where no single day was said."""

    day: date
    last: date

    @property
    def is_period(self) -> bool:
        """Whether more than one day could be meant."""
        return self.day != self.last

    @property
    def is_weekend(self) -> bool:
        """Whether it is a Saturday and Sunday and nothing else."""
        return self.is_period and self.day.weekday() > 4 and (self.last - self.day).days == 1

    @property
    def first_workday(self) -> date:
        """The first day that is no Saturday or Sunday; of a weekend its first day."""
        return self.day if self.is_weekend else _off_weekend(self.day, 1)

    @property
    def last_workday(self) -> date:
        """The last day that is no Saturday or Sunday."""
        return _off_weekend(self.last, -1)

    @property
    def middle(self) -> date:
        """The workday in the middle; of a weekend its first day."""
        if self.is_weekend:
            return self.day
        return _off_weekend(self.day + timedelta(days=(self.last - self.day).days // 2), -1)


def placed(meaning: DayMeaning, today: date, looking: Looking) -> Placed | None:
    """Where a meaning lies in the calendar; None where there is no such day, as with 31 June."""
    try:
        return _WAYS[meaning.how](meaning, today, looking)
    except (ValueError, OverflowError):
        return None


def month_end(day: date) -> date:
    """The last day of the month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def months_later(day: date, months: int) -> date:
    """The same day some months on, or the last of that month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    first = date(index // 12, index % 12 + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))


def _off_weekend(day: date, step: int) -> date:
    while day.weekday() > 4:
        day += timedelta(days=step)
    return day


def _one(day: date) -> Placed:
    return Placed(day, day)


def _near(meaning: DayMeaning, today: date, _looking: Looking) -> Placed:
    return _one(today + timedelta(days=meaning.steps))


def _counted(meaning: DayMeaning, today: date, _looking: Looking) -> Placed:
    """'in 2 weeks', '3 days ago'; from a weekday on where one was said ('two weeks from Friday')."""
    base = today + timedelta(days=1) if meaning.edge == "tomorrow" else today
    if meaning.weekday is not None:
        base = _next(today, meaning.weekday)
    return _one(_later(base, meaning.steps, meaning.unit))


def _later(day: date, count: int, unit: str) -> date:
    days = {"day": 1, "week": 7, "fortnight": 14}
    if unit in days:
        return day + timedelta(days=count * days[unit])
    if unit == "workday":
        return _workdays_later(day, count)
    return months_later(day, count * {"month": 1, "quarter": 3, "year": 12}[unit])


def _workdays_later(day: date, count: int) -> date:
    if abs(count) > 1000:
        raise ValueError(count)
    step = 1 if count > 0 else -1
    for _ in range(abs(count)):
        day = _off_weekend(day + timedelta(days=step), step)
    return day


def _next(today: date, weekday: int) -> date:
    return today + timedelta(days=(weekday - today.weekday() - 1) % _A_WEEK + 1)


def _last(today: date, weekday: int) -> date:
    return today - timedelta(days=(today.weekday() - weekday - 1) % _A_WEEK + 1)


def _weekday(meaning: DayMeaning, today: date, looking: Looking) -> Placed:
    """The next one after today or the last one before; `edge` names how it was said, `steps` weeks more."""
    assert meaning.weekday is not None
    more = timedelta(days=meaning.steps * _A_WEEK)
    if meaning.edge == "last" or (meaning.edge == "" and looking is Looking.BACK):
        return _one(_last(today, meaning.weekday) + more)
    if meaning.edge == "this":
        return _one(_of_this_week(today, meaning.weekday, looking) + more)
    return _one(_next(today, meaning.weekday) + more)


def _of_this_week(today: date, weekday: int, looking: Looking) -> date:
    day = today - timedelta(days=today.weekday() - weekday)
    if looking is Looking.AHEAD and day < today:
        return day + timedelta(days=_A_WEEK)
    return day - timedelta(days=_A_WEEK) if looking is Looking.BACK and day > today else day


def _weekdays(meaning: DayMeaning, today: date, _looking: Looking) -> Placed:
    """'in two Fridays', 'two Mondays ago': so many of this weekday on, or back."""
    assert meaning.weekday is not None
    if meaning.steps < 0:
        return _one(_last(today, meaning.weekday) + timedelta(days=(meaning.steps + 1) * _A_WEEK))
    return _one(_next(today, meaning.weekday) + timedelta(days=(meaning.steps - 1) * _A_WEEK))


def _nth(meaning: DayMeaning, today: date, looking: Looking) -> Placed:
    """'the first Monday of October', or the last; without a month of this one, or `steps` on."""
    assert meaning.weekday is not None
    if meaning.month is None:
        first = months_later(today.replace(day=1), meaning.steps)
    else:
        first = _month(meaning._replace(edge=""), today, looking).day
    if meaning.edge == "last":
        end = month_end(first)
        return _one(end - timedelta(days=(end.weekday() - meaning.weekday) % _A_WEEK))
    first += timedelta(days=(meaning.weekday - first.weekday()) % _A_WEEK)
    day = first + timedelta(days=((meaning.day or 1) - 1) * _A_WEEK)
    if day.month != first.month:
        raise ValueError("no such day")
    return _one(day)


def _in_week(meaning: DayMeaning, today: date, _looking: Looking) -> Placed:
    """A weekday of a week counted from this one."""
    assert meaning.weekday is not None
    monday = today - timedelta(days=today.weekday())
    return _one(monday + timedelta(days=meaning.steps * _A_WEEK + meaning.weekday))


def _date(meaning: DayMeaning, today: date, looking: Looking) -> Placed:
    assert meaning.day is not None and meaning.month is not None
    if meaning.year is not None:
        return _one(date(meaning.year, meaning.month, meaning.day))
    around = range(today.year - _YEARS_AROUND, today.year + _YEARS_AROUND + 1)
    return _one(_chosen(_that_exist((year, meaning.month, meaning.day) for year in around), today, looking))


def _day_of_month(meaning: DayMeaning, today: date, looking: Looking) -> Placed:
    assert meaning.day is not None
    firsts = (months_later(today.replace(day=1), each) for each in range(-3, 4))
    days = _that_exist((each.year, each.month, meaning.day) for each in firsts)
    if looking is Looking.BACK:
        return _one(max(day for day in days if day <= today))
    return _one(_chosen(days, today, looking))


def _that_exist(parts: object) -> list[date]:
    found = []
    for year, month, day in parts:  # type: ignore[attr-defined]
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            found.append(date(year, month, day))
    if not found:
        raise ValueError("no such day")
    return found


def _chosen(days: list[date], today: date, looking: Looking) -> date:
    """The first from today on; looking back the latest up to today, but one of the coming month is meant as
    it stands; else the nearest."""
    ahead = next((day for day in days if day >= today), days[-1])
    back = next((day for day in reversed(days) if day <= today), days[0])
    if looking is Looking.AHEAD:
        return ahead
    if looking is Looking.BACK:
        return ahead if (ahead - today).days <= _COMING_DAYS else back
    return ahead if ahead - today <= today - back else back


def _month(meaning: DayMeaning, today: date, looking: Looking) -> Placed:
    assert meaning.month is not None
    if meaning.year is not None:
        first = date(meaning.year, meaning.month, 1)
    else:
        firsts = [date(today.year + each, meaning.month, 1) for each in (-2, -1, 0, 1, 2)]
        if meaning.edge == "last":
            first = max(each for each in firsts if each < today.replace(day=1))
        elif looking is Looking.BACK:
            first = max(each for each in firsts if each <= today)
        elif looking is Looking.AHEAD:
            first = min(each for each in firsts if month_end(each) >= today)
        else:
            first = min(firsts, key=lambda each: abs((each - today.replace(day=1)).days))
    return _edge(Placed(first, month_end(first)), meaning.edge)


def _period(meaning: DayMeaning, today: date, looking: Looking) -> Placed:
    """This, the next or the last week, month, quarter or year, or one edge of it; a weekend that has not come
    yet is, looking back, the one before."""
    whole = _whole(meaning.unit, today, meaning.steps)
    if looking is Looking.BACK and whole.is_weekend and whole.day > today:
        whole = _whole(meaning.unit, today, meaning.steps - 1)
    return _edge(whole, meaning.edge)


def _whole(unit: str, today: date, count: int) -> Placed:
    if unit == "day":
        return _one(today + timedelta(days=count))
    if unit in ("week", "weekend"):
        monday = today + timedelta(days=count * _A_WEEK - today.weekday())
        first = monday + timedelta(days=5) if unit == "weekend" else monday
        return Placed(first, monday + timedelta(days=6 if unit == "weekend" else 4))
    length = {"month": 1, "quarter": 3, "year": 12}[unit]
    month = (today.month - 1) // length * length + 1
    first = months_later(today.replace(month=month, day=1), count * length)
    return Placed(first, month_end(months_later(first, length - 1)))


def _edge(whole: Placed, edge: str) -> Placed:
    if edge == "begin":
        return _one(whole.day)
    if edge == "mid":
        length = (whole.last - whole.day).days
        return _one(whole.day + timedelta(days=length // 2 if length > 31 else 14 if length > 26 else 2))
    return _one(whole.last) if edge == "end" else whole


def _quarter(meaning: DayMeaning, today: date, looking: Looking) -> Placed:
    """A quarter by its number: of the year said, else the one to come, or looking back the one begun last."""
    firsts = [date(today.year + each, 3 * meaning.steps - 2, 1) for each in (-1, 0, 1)]
    if meaning.year is not None:
        first = date(meaning.year, 3 * meaning.steps - 2, 1)
    elif looking is Looking.BACK:
        first = max(each for each in firsts if each <= today)
    else:
        first = min(each for each in firsts if month_end(months_later(each, 2)) >= today)
    return _edge(Placed(first, month_end(months_later(first, 2))), meaning.edge)


def _week_number(meaning: DayMeaning, today: date, looking: Looking) -> Placed:
    year = meaning.year or today.isocalendar().year
    monday = date.fromisocalendar(year, meaning.steps, 1)
    if meaning.year is None and looking is not Looking.BACK and monday + timedelta(days=6) < today:
        monday = date.fromisocalendar(year + 1, meaning.steps, 1)
    return Placed(monday, monday + timedelta(days=4))


_WAYS: dict[str, Callable[[DayMeaning, date, Looking], Placed]] = {
    "near": _near,
    "count": _counted,
    "clock": lambda _meaning, today, _looking: _one(today),
    "weekday": _weekday,
    "weekdays": _weekdays,
    "nth": _nth,
    "in_week": _in_week,
    "date": _date,
    "day_of_month": _day_of_month,
    "month": _month,
    "period": _period,
    "quarter": _quarter,
    "week_number": _week_number,
}
