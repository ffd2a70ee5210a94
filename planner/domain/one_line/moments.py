"""When a conversation was or will be: from the day and time said, the tense, and what is still to come."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from planner.domain import words
from planner.domain.one_line.day_meaning import DayMeaning, Looking, Placed, placed
from planner.domain.one_line.due import full_day
from planner.domain.one_line.language import Way
from planner.domain.one_line.reading import Reading
from planner.domain.one_line.rows import Choice, Kind, Row, RowKind, When, kind_on
from planner.domain.one_line.text import Line

_PART_BEGINS = {"morning": 5, "noon": 11, "afternoon": 12, "evening": 17, "night": 20}
_PART_HOURS = {"morning": 9, "noon": 12, "afternoon": 14, "evening": 18, "night": 20}
"""When a plan for a part of a day begins unless a time is said; a guess."""
_NOON = 12
_STEP = 5
_EVENING_FROM = 5


class Tense(StrEnum):
    """What the words say about when."""

    PAST = "past"
    AHEAD = "ahead"
    OPEN = "open"


class Moment(NamedTuple):
    """The items of a day and of a time, None where none was said."""

    day: int | None
    time: int | None


class Timed(NamedTuple):
    """Whether it is past or to come, and the row that says when."""

    kind: Kind
    row: Row


class _Day(NamedTuple):
    day: date
    guess: str
    choices: tuple[date, ...] = ()
    part: str = ""
    said: bool = True
    clock: time | None = None


def moment(reading: Reading, line: Line, said: Moment, tense: Tense, main: tuple[range, Way] | None) -> Timed:
    """When it was or will be."""
    now = reading.now
    way = main[1] if main else None
    day = _day(reading, line, said.day, tense)
    starts, guess = _starts(reading, line, said.time, day.part, way)
    starts = starts or day.clock
    kind = _kind(day, starts, tense, way, now)
    if kind is Kind.PLAN and starts is None and day.part:
        starts, guess = _begin_of(day, now)
    guesses = [each for each in (day.guess, guess, _against(kind, tense)) if each]
    when = When(day.day, starts)
    row = Row(
        kind=RowKind.WHEN,
        value=when,
        words=when_words(when, now.date(), kind),
        guess="; ".join(guesses),
        spans=tuple(
            line.span(range(place, place + 1)) for place in (said.day, said.time) if place is not None
        ),
        choices=_choices(day, starts, kind, now.date()),
    )
    return Timed(kind, row)


def when_words(when: When, today: date, kind: Kind, minutes: int | None = None) -> str:
    """'Monday 14 September, 12:30 to 13:30', or 'Thursday 17 September, time open' for a plan."""
    day = full_day(when.day, today)
    if when.starts is None:
        return f"{day}, time open" if kind is Kind.PLAN else day
    if minutes is None:
        return f"{day}, {when.starts:%H:%M}"
    end = datetime.combine(when.day, when.starts) + timedelta(minutes=minutes)
    return f"{day}, {when.starts:%H:%M} to {end:%H:%M}"


# The day


def _day(reading: Reading, line: Line, place: int | None, tense: Tense) -> _Day:
    today = reading.now.date()
    found = reading.day(line.items[place].plain) if place is not None else None
    looking = {Tense.PAST: Looking.BACK, Tense.AHEAD: Looking.AHEAD}.get(tense, Looking.EITHER)
    where = placed(found.meaning, today, looking) if found else None
    if found is None or where is None or place is None:
        return _Day(today, "no day was said, so today", said=False)
    part = found.meaning.part
    if found.meaning.how == "clock":
        return _Day(today, "", clock=_from_now(reading.now, found.meaning))
    if where.is_period:
        typed = " ".join(line.said(range(place, place + 1)).split())
        return _of_period(where, today, tense, typed)
    if found.meaning.repeats:
        return _Day(where.day, "only the first; “Repeat every …” plans the others", (), part)
    if tense is Tense.OPEN and (other := _other_way(found.meaning, today, where.day)):
        open_date = found.meaning.how in ("date", "day_of_month")
        return _Day(where.day, "the nearest one is meant" if open_date else "", (other,), part)
    return _Day(where.day, "", (), part)


def _from_now(now: datetime, meaning: DayMeaning) -> time | None:
    """The time some hours or minutes from now, on a whole five minutes; None on another day."""
    moved = now + timedelta(minutes=meaning.steps * (60 if meaning.unit == "hour" else 1))
    if moved.date() != now.date():
        return None
    return moved.time().replace(minute=moved.minute // _STEP * _STEP, second=0, microsecond=0, tzinfo=None)


def _of_period(where: Placed, today: date, tense: Tense, typed: str) -> _Day:
    """A day of 'next week' or 'in October': the first workday to come, or one in the middle of the past."""
    if tense is Tense.PAST or where.last < today:
        day = min(where.middle, today)
    else:
        day = max(where.first_workday, today)
    days = (where.day + timedelta(days=each) for each in range(min(7, (where.last - where.day).days + 1)))
    others = tuple(each for each in days if each != day and (each.weekday() < 5 or where.is_weekend))
    return _Day(day, f"“{typed}” is read as {words.day_words(day, today)}", others)


def _other_way(meaning: DayMeaning, today: date, day: date) -> date | None:
    """The day meant if one looks the other way, where the words leave it open."""
    if meaning.how not in ("weekday", "date", "day_of_month") or meaning.edge or meaning.year:
        return None
    looking = Looking.BACK if day > today else Looking.AHEAD
    other = placed(meaning, today, looking)
    return other.day if other and other.day != day else None


# The time


def _starts(
    reading: Reading, line: Line, place: int | None, part: str, way: Way | None
) -> tuple[time | None, str]:
    found = reading.time(line.items[place].plain) if place is not None else None
    if found is None:
        return None, ""
    starts, guess = found.starts, found.guess
    if part == "morning" and guess and starts.hour > _NOON:
        return starts.replace(hour=starts.hour - _NOON), ""
    if part in ("afternoon", "evening", "night") and starts.hour < _NOON:
        return starts.replace(hour=starts.hour + _NOON), ""
    late = way is not None and way.hour > "17"
    if late and _EVENING_FROM <= starts.hour < _NOON:
        return starts.replace(hour=starts.hour + _NOON), "in the evening, it seems"
    return starts, f"{starts:%H:%M} is a guess" if guess else ""


def _begin_of(day: _Day, now: datetime) -> tuple[time | None, str]:
    starts = time(_PART_HOURS[day.part])
    if day.day == now.date() and starts <= now.time().replace(tzinfo=None):
        return None, ""
    return starts, f"{starts:%H:%M} is a guess from “{day.part}”"


# Past or to come


def _kind(day: _Day, starts: time | None, tense: Tense, way: Way | None, now: datetime) -> Kind:
    today = now.date()
    if day.day != today:
        return kind_on(When(day.day), now)
    if tense is not Tense.OPEN:
        return Kind.CONVERSATION if tense is Tense.PAST else Kind.PLAN
    if starts is None and day.said:
        hour = _PART_BEGINS.get(day.part)
        starts = time(hour) if hour else time.fromisoformat(way.hour) if way and way.hour else None
    return kind_on(When(today, starts), now)


def _against(kind: Kind, tense: Tense) -> str:
    """What to say where the words tell of the past and the day is still to come, or the other way round."""
    if tense is Tense.PAST and kind is Kind.PLAN:
        return "the day is still to come"
    return "the day has passed" if tense is Tense.AHEAD and kind is Kind.CONVERSATION else ""


def _choices(day: _Day, starts: time | None, kind: Kind, today: date) -> tuple[Choice, ...]:
    whens = [When(each, starts) for each in day.choices]
    if starts is not None:
        other = (datetime.combine(day.day, starts) + timedelta(hours=12)).time()
        whens.append(When(day.day, other))
    return tuple(Choice(each, when_words(each, today, kind)) for each in whens)
