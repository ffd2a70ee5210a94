"""Typed days: the same words mean the coming day of a plan and the past day of a conversation."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.cli.days import understood
from planner.domain import words
from planner.domain.errors import KnownError

TUESDAY = date(2026, 9, 15)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 1, 1))


@pytest.mark.parametrize(
    ("typed", "ahead", "back"),
    [
        ("today", TUESDAY, TUESDAY),
        ("Yesterday", date(2026, 9, 14), date(2026, 9, 14)),
        ("tomorrow", date(2026, 9, 16), date(2026, 9, 16)),
        ("thursday", date(2026, 9, 17), date(2026, 9, 10)),
        ("Mon", date(2026, 9, 21), date(2026, 9, 14)),
        ("tuesday", date(2026, 9, 22), date(2026, 9, 8)),
        ("14 Sep", date(2027, 9, 14), date(2026, 9, 14)),
        ("16 Dec", date(2026, 12, 16), date(2025, 12, 16)),
        ("15 Sep", TUESDAY, TUESDAY),
        ("16.9.2026", date(2026, 9, 16), date(2026, 9, 16)),
        ("2026-09-16", date(2026, 9, 16), date(2026, 9, 16)),
        ("29 Feb", date(2028, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_typed_day_looks_ahead_or_back(typed: str, ahead: date, back: date) -> None:
    day = understood(typed)
    assert (day.ahead(TUESDAY), day.back(TUESDAY)) == (ahead, back)


@pytest.mark.parametrize(
    "typed", ["", "someday", "32 Sep", "2026-02-30", "1492-10-12", "3000-01-01", "1/2/3/4"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(KnownError):
        understood(typed)


@given(today=DAYS, weekday=st.integers(0, 6))
@settings(deadline=None, max_examples=100)
def test_a_weekday_is_at_most_a_week_away_and_never_today(today: date, weekday: int) -> None:
    day = understood(words.long_weekday(date(2026, 9, 14) + timedelta(days=weekday)))
    ahead, back = day.ahead(today), day.back(today)
    assert today < ahead <= today + timedelta(days=7)
    assert today - timedelta(days=7) <= back < today
    assert ahead.weekday() == back.weekday() == weekday


@given(today=DAYS, day=DAYS)
@settings(deadline=None, max_examples=100)
def test_the_words_that_rapport_writes_can_be_typed(today: date, day: date) -> None:
    with_year = understood(f"{day.day} {words.month(day)} {day.year}")
    assert with_year.ahead(today) == with_year.back(today) == day
    bare = understood(f"{day.day} {words.month(day)}")
    # A day of the coming month is meant as it stands: it is refused rather than moved by a year.
    assert bare.back(today) - timedelta(days=31) < today <= bare.ahead(today)
