"""What a field understands, and what it says when it does not."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.errors import KnownError
from planner.domain.typed import (
    birthday_words,
    read_birthday,
    read_day,
    read_minutes,
    read_rhythm,
    read_time,
)
from planner.domain.words import day_words, rhythm_words

TUESDAY = date(2026, 9, 15)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        ("  ", None),
        ("today", date(2026, 9, 15)),
        ("Tomorrow", date(2026, 9, 16)),
        ("yesterday", date(2026, 9, 14)),
        ("17 Sep", date(2026, 9, 17)),
        ("Sep 17", date(2026, 9, 17)),
        ("Thu 17 Sep", date(2026, 9, 17)),
        ("17th September 2026", date(2026, 9, 17)),
        ("2026-09-17", date(2026, 9, 17)),
        ("17.9.", date(2026, 9, 17)),
        ("17/9/2027", date(2027, 9, 17)),
        ("3 March", date(2027, 3, 3)),
        ("fri", date(2026, 9, 18)),
        ("Tuesday", date(2026, 9, 22)),
        ("Tuesday week", date(2026, 9, 29)),
        ("end of next week", date(2026, 9, 25)),
        ("Freitag", date(2026, 9, 18)),
        ("übermorgen", date(2026, 9, 17)),
        ("in 3 days", date(2026, 9, 18)),
        ("in a week", date(2026, 9, 22)),
        ("29 Feb", date(2028, 2, 29)),
        ("the 10th", date(2026, 10, 10)),
        ("first Monday of October", date(2026, 10, 5)),
        ("last Friday of the month", date(2026, 9, 25)),
        ("in two Fridays", date(2026, 9, 25)),
        ("Q4", date(2026, 10, 1)),
        ("this weekend", date(2026, 9, 19)),
        ("a week from tomorrow", date(2026, 9, 23)),
        ("ersten Montag im Mai", date(2027, 5, 3)),
    ],
)
def test_days_ahead(text: str, day: date | None) -> None:
    assert read_day(text, TUESDAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("fri", date(2026, 9, 11)),
        ("3 Nov", date(2025, 11, 3)),
        ("3 Oct", date(2026, 10, 3)),
        ("Tue", date(2026, 9, 8)),
        ("last Tuesday", date(2026, 9, 8)),
        ("3 days ago", date(2026, 9, 12)),
        ("29 feb", date(2024, 2, 29)),
        ("the 10th", date(2026, 9, 10)),
        ("the 20th", date(2026, 8, 20)),
        ("two Mondays ago", date(2026, 9, 7)),
        ("last weekend", date(2026, 9, 12)),
        ("first Monday of August", date(2026, 8, 3)),
    ],
)
def test_days_past(text: str, day: date) -> None:
    assert read_day(text, TUESDAY, past=True) == day


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31 June", "June has 30 days. Did you mean 1 July?"),
        ("every Monday", "“every Monday” is not a day. Write it as 17 Sep, Friday or tomorrow."),
        ("45 June", "June has 30 days."),
        ("31.13.", "A year has twelve months, so there is no month 13."),
        ("soonish", "“soonish” is not a day. Write it as 17 Sep, Friday or tomorrow."),
        ("17", "“17” is not a day. Write it as 17 Sep, Friday or tomorrow."),
        ("1 Jan 0000", "The year is out of reach. Write four figures, such as 2026."),
    ],
)
def test_a_wrong_day_gets_a_sentence_that_helps(text: str, sentence: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_day(text, TUESDAY)
    assert str(caught.value) == sentence


@given(day=DAYS, today=DAYS)
@settings(deadline=None, max_examples=150)
def test_every_day_that_is_shown_can_be_typed(day: date, today: date) -> None:
    assert read_day(day.isoformat(), today) == day
    if abs((day - today).days) < 300 or day.year != today.year:
        past = day <= today
        assert read_day(day_words(day, today), today, past=past) == day


@given(text=st.text(max_size=20))
@settings(deadline=None, max_examples=200)
def test_whatever_is_typed_is_a_day_or_a_sentence(text: str) -> None:
    for read in (lambda: read_day(text, TUESDAY), lambda: read_time(text), lambda: read_minutes(text)):
        try:
            read()
        except KnownError as error:
            assert str(error)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("", None),
        ("9", time(9)),
        ("9:30", time(9, 30)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("14.15", time(14, 15)),
        ("2 pm", time(14)),
        ("12am", time(0)),
        ("noon", time(12)),
        ("half past ten", time(10, 30)),
        ("halb zehn", time(9, 30)),
    ],
)
def test_times(text: str, at: time | None) -> None:
    assert read_time(text) == at


def test_a_wrong_time_gets_a_sentence() -> None:
    with pytest.raises(KnownError, match="is not a time"):
        read_time("25:00")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", None),
        ("45", 45),
        ("1 h 30", 90),
        ("1h", 60),
        ("90 min", 90),
        ("1:15", 75),
        ("2 hours", 120),
        ("half an hour", 30),
    ],
)
def test_lengths(text: str, minutes: int | None) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["0", "long", "-5", "2000"])
def test_a_wrong_length_gets_a_sentence(text: str) -> None:
    with pytest.raises(KnownError, match="is not a length"):
        read_minutes(text)


@pytest.mark.parametrize(
    ("text", "kept", "words"),
    [
        ("", None, ""),
        ("15 Apr", "--04-15", "15 April"),
        ("1970-04-15", "1970-04-15", "15 April 1970"),
        ("15 April 1970", "1970-04-15", "15 April 1970"),
        ("--04-15", "--04-15", "15 April"),
        ("29 Feb", "--02-29", "29 February"),
    ],
)
def test_birthdays(text: str, kept: str | None, words: str) -> None:
    assert read_birthday(text) == kept
    assert birthday_words(kept) == words


@given(day=DAYS)
@settings(deadline=None, max_examples=50)
def test_a_birthday_survives_its_words(day: date) -> None:
    for kept in (day.isoformat(), f"--{day + timedelta(0):%m-%d}"):
        assert read_birthday(birthday_words(kept)) == kept


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", None),
        ("28", 28),
        ("every 4 weeks", 28),
        ("Every other week", 14),
        ("fortnightly", 14),
        ("month", 30),
        ("a quarter", 90),
        ("10 days", 10),
        ("3w", 21),
        ("two years", 730),
    ],
)
def test_rhythms(text: str, days: int | None) -> None:
    assert read_rhythm(text) == days


@pytest.mark.parametrize("text", ["soon", "0", "every", "-3", "9 years", "731", "3 moons", "week 3"])
def test_what_is_no_rhythm_is_refused_in_words(text: str) -> None:
    with pytest.raises(KnownError, match=f"“{text}” is not a rhythm"):
        read_rhythm(text)


def test_a_rhythm_survives_its_words() -> None:
    for days in range(1, 731):
        assert read_rhythm(rhythm_words(days)) == (90 if days == 84 else days)
