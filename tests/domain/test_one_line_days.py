"""Days as they are said: one meaning each, and the same one wherever they are typed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain import words
from planner.domain.one_line import tables_of
from planner.domain.one_line.day_meaning import Looking, placed
from planner.domain.one_line.day_reading import days_in, lengths_in, times_in
from planner.domain.one_line.text import Line

TUESDAY = date(2026, 9, 15)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 1, 1))


def day(text: str, today: date = TUESDAY, looking: Looking = Looking.AHEAD, code: str = "en") -> date | None:
    found = days_in(Line.typed(text), tables_of(code))
    where = placed(found[0].meaning, today, looking) if found else None
    return where.day if where else None


@given(today=DAYS, weekday=st.integers(0, 6))
@settings(deadline=None, max_examples=60)
def test_a_weekday_is_the_next_one_after_today_and_never_today(today: date, weekday: int) -> None:
    name = words.long_weekday(date(2026, 9, 14) + timedelta(days=weekday))
    ahead, back = day(name, today), day(name, today, Looking.BACK)
    assert ahead is not None and back is not None
    assert today < ahead <= today + timedelta(days=7)
    assert today - timedelta(days=7) <= back < today
    assert ahead.weekday() == back.weekday() == weekday
    assert day(f"next {name}", today) == day(f"coming {name}", today) == ahead
    assert day(f"last {name}", today) == back
    assert day(f"{name} week", today) == ahead + timedelta(days=7)


@given(today=DAYS, said=DAYS)
@settings(deadline=None, max_examples=60)
def test_every_day_that_is_shown_can_be_read(today: date, said: date) -> None:
    assert day(said.isoformat(), today) == said
    assert day(f"{words.weekday(said)} {said.day} {words.month(said)} {said.year}", today) == said
    bare = day(f"on {said.day} {words.month(said)}", today)
    assert bare is not None and bare >= today and (bare.day, bare.month) == (said.day, said.month)


@pytest.mark.parametrize("text", ["31 June", "2026-02-30", "on 30.2.", "the 32nd", "week 60"])
def test_a_day_that_does_not_exist_is_none(text: str) -> None:
    assert day(text) is None


@pytest.mark.parametrize(
    ("text", "starts", "minutes"),
    [
        ("14:00", "14:00", None),
        ("2pm", "14:00", None),
        ("12 am", "00:00", None),
        ("half past ten", "10:30", None),
        ("a quarter to nine", "08:45", None),
        ("ten past nine", "09:10", None),
        ("noon", "12:00", None),
        ("10ish", "10:00", None),
        ("at 3", "15:00", None),
        ("at 03:00", "03:00", None),
        ("10-11:30", "10:00", 90),
        ("2-3pm", "14:00", 60),
        ("from 2 to 3pm", "14:00", 60),
        ("before lunch", "11:30", None),
        ("10:00-11:30", "10:00", 90),
        ("from 2 to 3 pm", "14:00", 60),
        ("between 9 and 10", "09:00", 60),
    ],
)
def test_times(text: str, starts: str, minutes: int | None) -> None:
    found = times_in(Line.typed(text), tables_of("en"))
    assert (f"{found[0].starts:%H:%M}", found[0].minutes) == (starts, minutes)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1h", 60),
        ("1h30", 90),
        ("1.5h", 90),
        ("90 min", 90),
        ("1 h 30", 90),
        ("half an hour", 30),
        ("an hour and a half", 90),
        ("two hours", 120),
        ("30-minute", 30),
        ("three quarters of an hour", 45),
        ("0 min", None),
        ("99 hours", None),
    ],
)
def test_lengths(text: str, minutes: int | None) -> None:
    found = lengths_in(Line.typed(text), tables_of("en"))
    assert (found[0].minutes if found else None) == minutes
