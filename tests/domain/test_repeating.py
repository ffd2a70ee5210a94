"""The days of repetitions."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.errors import KnownError
from planner.domain.repeating import MOST_TIMES, Every, repetitions, week_later

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_every_week_and_every_two_weeks() -> None:
    tuesday = date(2026, 9, 15)
    assert repetitions(tuesday, Every.WEEK, 2) == (date(2026, 9, 22), date(2026, 9, 29))
    assert repetitions(tuesday, Every.TWO_WEEKS, 2) == (date(2026, 9, 29), date(2026, 10, 13))


def test_every_month_is_the_same_weekday_of_it() -> None:
    third_tuesday = date(2026, 9, 15)
    assert repetitions(third_tuesday, Every.MONTH, 4)[2:] == (date(2026, 12, 15), date(2027, 1, 19))
    fifth_tuesday = date(2026, 9, 29)
    assert repetitions(fifth_tuesday, Every.MONTH, 1) == (date(2026, 10, 27),)


@settings(deadline=None, max_examples=100)
@given(first=DAYS, every=st.sampled_from(Every), times=st.integers(1, MOST_TIMES))
def test_repetitions_keep_the_weekday_and_go_forward(first: date, every: Every, times: int) -> None:
    days = (first, *repetitions(first, every, times))
    assert len(days) == times + 1
    assert {day.weekday() for day in days} == {first.weekday()}
    assert all(7 <= (later - earlier).days <= 35 for earlier, later in pairwise(days))
    if every is Every.MONTH:
        assert len({(day.year, day.month) for day in days}) == len(days)


@pytest.mark.parametrize("times", [0, -1, MOST_TIMES + 1])
def test_a_number_that_cannot_be_is_refused(times: int) -> None:
    with pytest.raises(KnownError, match="1 to 12"):
        repetitions(date(2026, 9, 15), Every.WEEK, times)


@settings(deadline=None, max_examples=100)
@given(day=DAYS, today=DAYS)
def test_a_week_later_is_never_over(day: date, today: date) -> None:
    later = week_later(day, today)
    assert later > day and later >= today and later.weekday() == day.weekday()
    assert later - day == date(2000, 1, 8) - date(2000, 1, 1) or (later - today).days < 7
