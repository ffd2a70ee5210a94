"""How a forecast is told: steps, words, meetings and pauses (SCIENCE 1.6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.forecast import (
    Chance,
    Evidence,
    Odds,
    contact_within,
    days_ahead,
    evidence_of,
    odds_of,
    show_rate,
)
from planner.domain.rhythm import Pause
from planner.domain.two_habits import prospect

TODAY = date(2026, 9, 15)


@pytest.mark.parametrize(
    ("exact", "percent"),
    [
        (0.0, "2 %"),
        (0.01, "2 %"),
        (0.031, "5 %"),
        (0.4423, "45 %"),
        (0.62, "60 %"),
        (0.97, "95 %"),
        (1.0, "98 %"),
    ],
)
def test_a_chance_is_told_in_steps_and_never_as_certain(exact: float, percent: str) -> None:
    assert Chance(exact, 5).percent == percent


@given(st.floats(0, 1), st.integers(1, 40))
def test_what_is_told_lies_near_what_was_found(exact: float, contacts: int) -> None:
    told = Chance(exact, contacts)
    assert 0.02 <= told.shown <= 0.98
    assert abs(told.shown - exact) <= 0.025 + 1e-9
    assert told.odds is odds_of(told.shown)


def test_words_for_chances() -> None:
    assert [odds_of(each) for each in (0.9, 0.89, 0.6, 0.59, 0.3, 0.29)] == [
        *(Odds.ALMOST_CERTAIN, Odds.LIKELY, Odds.LIKELY),
        *(Odds.POSSIBLE, Odds.POSSIBLE, Odds.UNLIKELY),
    ]


def test_words_for_evidence() -> None:
    assert [evidence_of(each) for each in (1, 2, 3, 9, 10)] == [
        *(Evidence.THIN, Evidence.THIN, Evidence.FAIR, Evidence.FAIR, Evidence.GOOD)
    ]


def test_a_meeting_that_is_agreed_counts_as_often_as_they_take_place() -> None:
    assert show_rate(0, 0) == pytest.approx(0.9)
    assert show_rate(11, 4) == pytest.approx(0.8)
    found = prospect((14, 14, 14), 10.5)
    by_then = found.contact_within(10)
    assert contact_within(found, 30, (10,)) == pytest.approx(1 - (1 - by_then) * 0.1)
    assert contact_within(found, 30, (10, 20), 0.8) == pytest.approx(
        1 - (1 - found.contact_within(20)) * 0.2**2
    )
    assert contact_within(found, 7, (10,)) == found.contact_within(7)


def test_days_of_pause_are_no_days_ahead() -> None:
    leave = (Pause(first=TODAY + timedelta(days=3), last=TODAY + timedelta(days=9)),)
    assert days_ahead(TODAY, 30) == 30
    assert days_ahead(TODAY, 30, leave) == 23
    assert days_ahead(TODAY, 5, leave) == 2
