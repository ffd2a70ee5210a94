"""What a person types into a field for a day, a time, a length or a birthday.

Empty text is None: not known. What cannot be read raises KnownError with a sentence that helps.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, time, timedelta

from planner.domain.errors import KnownError

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z")
_FIGURES = re.compile(r"(\d{1,2})[./](\d{1,2})[./]?(\d{4})?\Z")
_AHEAD = re.compile(r"in (an?|\d{1,3}) (\w+)\Z")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(?:h|am|pm)?\Z")
_LENGTH = re.compile(r"(?:(\d{1,2})\s*(?:h|hours?|:)\s*)?(?:(\d{1,4})\s*(?:m|min|minutes)?)?\Z")
_LEAP_YEAR = 2000
_COMING_DAYS = 30


def read_day(text: str, today: date, *, past: bool = False) -> date | None:
    """The day meant by '17 Sep', '2026-09-17', '17.9.', 'Friday', 'tomorrow' or 'in 2 weeks'.

    A day without a year, and a weekday, is the next one from today on; with `past` the latest one up to
    today, but a day of the coming month is meant as it stands. A weekday before a day of a month
    ('Thu 17 Sep') is not looked at.
    """
    words = " ".join(text.casefold().replace(",", " ").split())
    if not words:
        return None
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if found := _AHEAD.match(words):
        return _ahead(found, text, today)
    first, _, rest = words.partition(" ")
    weekday = _named(first, _WEEKDAYS)
    if weekday is not None and not rest:
        return _weekday(weekday, today, past)
    day, month, year = _parts(rest if weekday is not None else words, text)
    return _without_year(day, month, today, past) if year is None else _checked(day, month, year)


def read_time(text: str) -> time | None:
    """The time meant by '9', '9:30', '930', '14.15' or '2 pm'."""
    words = " ".join(text.casefold().split())
    if not words:
        return None
    found = _CLOCK.match(words)
    if found:
        hour, minute = int(found[1]), int(found[2] or 0)
        if words.endswith("pm") and hour < 12:
            hour += 12
        elif words.endswith("am") and hour == 12:
            hour = 0
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise KnownError(f"“{text.strip()}” is not a time. Write it as 9:30, or leave it empty.")


def read_minutes(text: str) -> int | None:
    """The length in minutes meant by '75', '1 h 15', '1:15' or '90 min'."""
    words = " ".join(text.casefold().split())
    if not words:
        return None
    found = _LENGTH.match(words)
    minutes = int(found[1] or 0) * 60 + int(found[2] or 0) if found else 0
    if not 0 < minutes <= 24 * 60:
        raise KnownError(f"“{text.strip()}” is not a length. Write minutes, such as 45, or 1 h 30.")
    return minutes


def read_birthday(text: str) -> str | None:
    """'1970-04-15' as a library keeps it, or '--04-15' where the year is not known."""
    words = " ".join(text.casefold().replace(",", " ").split())
    if not words:
        return None
    if words.startswith("--"):
        day, month, year = *_parts(f"{_LEAP_YEAR}-{words[2:]}", text)[:2], None
    else:
        day, month, year = _parts(words, text)
    known = _checked(day, month, year or _LEAP_YEAR)
    return known.isoformat() if year else f"--{known:%m-%d}"


def birthday_words(birthday: str | None) -> str:
    """'15 April 1970' or '15 April' for a birthday as a library keeps it; '' where it is not known."""
    if not birthday:
        return ""
    year, month, day = birthday.replace("--", "-").split("-")
    named = f"{int(day)} {_MONTHS[int(month) - 1].capitalize()}"
    return f"{named} {year}" if year else named


def _parts(words: str, text: str) -> tuple[int, int, int | None]:
    """Day, month and year (None: not said) of one day of a year."""
    if found := _ISO.match(words):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _FIGURES.match(words):
        return int(found[1]), int(found[2]), int(found[3]) if found[3] else None
    day = month = year = None
    for word in words.split():
        bare = word.rstrip(".")
        bare = bare[:-2] if bare[:-2].isdecimal() and bare[-2:] in ("st", "nd", "rd", "th") else bare
        if bare.isdecimal() and len(bare) == 4 and year is None:
            year = int(bare)
        elif bare.isdecimal() and len(bare) <= 2 and day is None:
            day = int(bare)
        elif month is None and (place := _named(bare, _MONTHS)) is not None:
            month = place + 1
        else:
            break
    else:
        if day is not None and month is not None:
            return day, month, year
    raise KnownError(f"“{text.strip()}” is not a day. Write it as 17 Sep, Friday or tomorrow.")


def _named(word: str, names: tuple[str, ...]) -> int | None:
    """Where a name stands that begins with `word` (three letters at least), as in 'thu' or 'sept'."""
    if len(word) < 3:
        return None
    return next((place for place, name in enumerate(names) if name.startswith(word)), None)


def _checked(day: int, month: int, year: int) -> date:
    if not 1 <= month <= 12:
        raise KnownError(f"A year has twelve months, so there is no month {month}.")
    if not 1 <= year <= 9998:
        raise KnownError("The year is out of reach. Write four figures, such as 2026.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        named = _MONTHS[month - 1].capitalize()
        meant = date(year, month, last) + timedelta(days=1)
        hint = (
            f" Did you mean {meant.day} {_MONTHS[meant.month - 1].capitalize()}?" if day == last + 1 else ""
        )
        raise KnownError(f"{named} has {last} days.{hint}")
    return date(year, month, day)


def _without_year(day: int, month: int, today: date, past: bool) -> date:
    if past:
        coming = _without_year(day, month, today, past=False)
        if (coming - today).days <= _COMING_DAYS:
            return coming
    for year in _years(today, past):
        try:
            found = _checked(day, month, year)
        except KnownError:
            continue
        if (found <= today) if past else (found >= today):
            return found
    return _checked(day, month, today.year)


def _years(today: date, past: bool) -> Iterator[int]:
    """This year and the eight after or before it: enough to meet a 29 February."""
    return iter(range(today.year, today.year - 9, -1) if past else range(today.year, today.year + 9))


def _weekday(weekday: int, today: date, past: bool) -> date:
    if past:
        return today - timedelta(days=(today.weekday() - weekday) % 7)
    return today + timedelta(days=(weekday - today.weekday()) % 7)


def _ahead(found: re.Match[str], text: str, today: date) -> date:
    if found[2] not in _UNITS:
        raise KnownError(f"“{text.strip()}” is not a day. Write it as 17 Sep, Friday or in 2 weeks.")
    count = int(found[1]) if found[1].isdecimal() else 1
    return today + timedelta(days=count * _UNITS[found[2]])
