"""What a person types into a field for a day, a time, a length, a rhythm or a birthday.

Empty text is None: not known. What cannot be read raises KnownError with a sentence that helps.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, time, timedelta

from planner.domain.errors import KnownError

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d\Z")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(?:h|am|pm)?\Z")
_LENGTH = re.compile(r"(?:(\d{1,2})\s*(?:h|hours?|:)\s*)?(?:(\d{1,4})\s*(?:m|min|minutes)?)?\Z")
_OTHER_YEAR = re.compile(r"(.*\D)\d{3,}\Z")
_RHYTHM = re.compile(r"(?:every |each )?(\d{1,4}|a|one|two|three|four|six|other)? ?([a-z]+)?\Z")
_COUNTED = {"a": 1, "one": 1, "two": 2, "other": 2, "three": 3, "four": 4, "six": 6}
_RHYTHM_DAYS = {
    **dict.fromkeys(("d", "day", "days", "daily"), 1),
    **dict.fromkeys(("w", "week", "weeks", "weekly"), 7),
    **dict.fromkeys(("fortnight", "fortnights", "fortnightly"), 14),
    **dict.fromkeys(("m", "month", "months", "monthly"), 30),
    **dict.fromkeys(("q", "quarter", "quarters", "quarterly"), 90),
    **dict.fromkeys(("y", "year", "years", "yearly"), 365),
}
_LONGEST_RHYTHM = 730
_LEAP_YEAR = 2000


def read_day(text: str, today: date, *, past: bool = False, month_first: bool = False) -> date | None:
    """The day meant by '17 Sep', '2026-09-17', '17.9.', 'Friday', 'tomorrow' or 'end of next week'.

    It is what the same words mean in a line (see one_line/day_meaning.py). A day without a year is the next
    one from today on, a weekday the next one after today. With `past` they are the latest one up to today and
    the last one before, but a day of the coming month is meant as it stands.
    """
    words = " ".join(text.split())
    if not words:
        return None
    if _ISO.match(words):
        return _iso(words)
    from planner.domain.one_line.alone import day_alone
    from planner.domain.one_line.day_meaning import Looking, placed

    meaning = day_alone(words, month_first=month_first)
    where = meaning and placed(meaning, today, Looking.BACK if past else Looking.AHEAD)
    if where:
        return where.middle if where.is_period and past else where.day
    day, month, year = _date_of(words, text)
    return _checked(day, month, year or today.year)


def _iso(words: str) -> date:
    year, month, day = (int(each) for each in words.split("-"))
    return _checked(day, month, year)


def _date_of(words: str, text: str) -> tuple[int, int, int | None]:
    """Day, month and year (None: not said) of a day of a year, there or not in the calendar."""
    from planner.domain.one_line.alone import day_alone

    meaning = day_alone(words)
    if meaning is not None and meaning.how == "date" and meaning.day and meaning.month:
        return meaning.day, meaning.month, meaning.year
    other = _OTHER_YEAR.match(words)
    if meaning is None and other and day_alone(other[1]):
        raise KnownError("The year is out of reach. Write four figures, such as 2026.")
    raise KnownError(f"“{text.strip()}” is not a day. Write it as 17 Sep, Friday or tomorrow.")


def read_time(text: str) -> time | None:
    """The time meant by '9', '9:30', '930', '14.15', '2 pm' or 'half past ten'."""
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
    else:
        from planner.domain.one_line.alone import time_alone

        if starts := time_alone(words):
            return starts
    raise KnownError(f"“{text.strip()}” is not a time. Write it as 9:30, or leave it empty.")


def read_minutes(text: str) -> int | None:
    """The length in minutes meant by '75', '1 h 15', '1:15', '90 min' or 'half an hour'."""
    words = " ".join(text.casefold().split())
    if not words:
        return None
    found = _LENGTH.match(words)
    minutes = int(found[1] or 0) * 60 + int(found[2] or 0) if found else _said_minutes(words)
    if not 0 < minutes <= 24 * 60:
        raise KnownError(f"“{text.strip()}” is not a length. Write minutes, such as 45, or 1 h 30.")
    return minutes


def _said_minutes(words: str) -> int:
    from planner.domain.one_line.alone import minutes_alone

    return minutes_alone(words) or 0


def read_rhythm(text: str) -> int | None:
    """The days between conversations meant by 'every 4 weeks', 'month', '10 days', 'weekly' or '28'."""
    words = " ".join(text.casefold().split())
    if not words:
        return None
    found = _RHYTHM.match(words)
    count, unit = found.groups() if found else (None, None)
    number = _COUNTED.get(count or "a") or int(count or 0)
    days = number * _RHYTHM_DAYS.get(unit or "days", 0) if count or unit else 0
    if not 0 < days <= _LONGEST_RHYTHM:
        raise KnownError(f"“{text.strip()}” is not a rhythm. Write 3 weeks, month or 10 days.")
    return days


def read_birthday(text: str) -> str | None:
    """'1970-04-15' as a library keeps it, or '--04-15' where the year is not known."""
    words = " ".join(text.split())
    if not words:
        return None
    if words.startswith("--"):
        day, month, year = *_date_of(f"{_LEAP_YEAR}-{words[2:]}", text)[:2], None
    else:
        day, month, year = _date_of(words, text)
    known = _checked(day, month, year or _LEAP_YEAR)
    return known.isoformat() if year else f"--{known:%m-%d}"


def birthday_words(birthday: str | None) -> str:
    """'15 April 1970' or '15 April' for a birthday as a library keeps it; '' where it is not known."""
    if not birthday:
        return ""
    year, month, day = birthday.replace("--", "-").split("-")
    named = f"{int(day)} {_MONTHS[int(month) - 1]}"
    return f"{named} {year}" if year else named


def _checked(day: int, month: int, year: int) -> date:
    if not 1 <= month <= 12:
        raise KnownError(f"A year has twelve months, so there is no month {month}.")
    if not 1 <= year <= 9998:
        raise KnownError("The year is out of reach. Write four figures, such as 2026.")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        named = _MONTHS[month - 1]
        meant = date(year, month, last) + timedelta(days=1)
        hint = f" Did you mean {meant.day} {_MONTHS[meant.month - 1]}?" if day == last + 1 else ""
        raise KnownError(f"{named} has {last} days.{hint}")
    return date(year, month, day)
