"""Days as people type them: 'today', 'thursday', '16 Sep', '16.9.2026', '2026-09-16'."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from planner.domain import words
from planner.domain.errors import KnownError

FIRST_YEAR, LAST_YEAR = 1900, 2200

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}

# Compiled when first used: the window does not need them to start.
_ISO = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
_DOTTED = r"(?P<day>\d\d?)\.\s*(?P<month>\d\d?)(?:\.\s*(?P<year>\d{4})?)?"
_DAY_FIRST = r"(?P<day>\d\d?)(?:st|nd|rd|th)?\.?\s+(?P<month>[a-z]+)\.?(?:,?\s+(?P<year>\d{4}))?"
_MONTH_FIRST = r"(?P<month>[a-z]+)\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{4}))?"
_WEEKDAY_BEFORE = r"(?P<weekday>[a-z]+)\.?,?\s+(?P<rest>.+)"


class Looking(Enum):
    """Which of several days is meant: the coming one for plans, the last one for conversations."""

    AHEAD = 1
    BACK = -1


DayMeant = Callable[[date, Looking], date]
"""A typed day that still has to be placed in the calendar, by today's date."""


def day_meant(text: str) -> DayMeant:
    """What a typed day means. Raises ValueError, with a sentence, for what is no day.

    A weekday is the next one after today, or looking back the last one before it. A day without a year is
    the nearest one ahead or back, today included.
    """
    typed = " ".join(text.casefold().split())
    if typed in _NEAR:
        return lambda today, _looking: today + timedelta(days=_NEAR[typed])
    weekday = _one_of(typed, _WEEKDAYS)
    if weekday is not None:
        return lambda today, looking: _weekday_near(weekday, today, looking)
    return _date_meant(typed) or _with_weekday(typed) or _refuse(text)


def _refuse(text: str) -> DayMeant:
    raise ValueError(f"“{text}” is no day; write today, thursday, 16 Sep or 2026-09-16")


def _one_of(typed: str, names: tuple[str, ...]) -> int | None:
    """The place of a name that is typed in full or by at least its first three letters."""
    if len(typed) < 3:
        return None
    return next((place for place, name in enumerate(names) if name.startswith(typed)), None)


def _weekday_near(weekday: int, today: date, looking: Looking) -> date:
    step = looking.value
    distance = (weekday - today.weekday()) * step % 7 or 7
    return today + timedelta(days=distance * step)


def _with_weekday(typed: str) -> DayMeant | None:
    """'wed 16 sep', as Rapport itself writes it. Placing it raises KnownError where the two disagree."""
    found = re.fullmatch(_WEEKDAY_BEFORE, typed)
    weekday = _one_of(found["weekday"], _WEEKDAYS) if found else None
    rest = _date_meant(found["rest"]) if found and weekday is not None else None
    if rest is None:
        return None

    def placed(today: date, looking: Looking) -> date:
        day = rest(today, looking)
        if day.weekday() != weekday:
            raise KnownError(f"{words.long_day(day, today)} is a {words.long_weekday(day)}. Write only one.")
        return day

    return placed


def _date_meant(typed: str) -> DayMeant | None:
    for pattern in (_ISO, _DOTTED, _DAY_FIRST, _MONTH_FIRST):
        found = re.fullmatch(pattern, typed)
        month = _month(found["month"]) if found else None
        if found and month is not None:
            year = found["year"]
            return (
                _in_year(int(year), month, int(found["day"])) if year else _yearly(month, int(found["day"]))
            )
    return None


def _month(typed: str) -> int | None:
    if typed.isdigit():
        return int(typed)
    place = _one_of("september" if typed == "sept" else typed, _MONTHS)
    return None if place is None else place + 1


def _in_year(year: int, month: int, day: int) -> DayMeant:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"the year {year} is out of reach; write one from {FIRST_YEAR} to {LAST_YEAR}")
    try:
        found = date(year, month, day)
    except ValueError:
        raise ValueError(f"there is no day {day} in month {month} of {year}") from None
    return lambda _today, _looking: found


def _yearly(month: int, day: int) -> DayMeant:
    try:
        date(2000, month, day)
    except ValueError:
        raise ValueError(f"there is no day {day} in month {month}") from None

    def placed(today: date, looking: Looking) -> date:
        years = (today.year + step * looking.value for step in range(9))
        found = (_day_or_none(year, month, day) for year in years)
        return next(each for each in found if each and (each - today).days * looking.value >= 0)

    return placed


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 29 February in a common year
        return None
