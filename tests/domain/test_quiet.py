"""The day it goes quiet, its chance, and how far that is in doubt (SCIENCE 1.7)."""

from __future__ import annotations

from datetime import date
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.quiet import (
    band_of_quiet,
    chance_of_quiet,
    days_left,
    upper_gamma,
    usual_days_left,
    window,
)
from planner.domain.two_habits import Prospect, prospect


@pytest.mark.parametrize(
    ("gaps", "rhythm", "left", "chance"), [((10, 14), 30, 49.5, 0.2738), ((14,) * 3, 14, 17.5, 0.1656)]
)
def test_the_worked_numbers(gaps: tuple[int, ...], rhythm: int, left: float, chance: float) -> None:
    found = days_left(10.5, rhythm)
    assert found == left
    assert chance_of_quiet(prospect(gaps, 10.5), found) == pytest.approx(chance, abs=1e-4)


def test_without_a_rhythm_the_usual_day_counts_where_there_is_a_pattern() -> None:
    steady = prospect((14,) * 8, 10.5)
    usual = usual_days_left(steady)
    assert usual is not None and steady.contact_within(usual) == pytest.approx(0.8, abs=1e-9)
    assert usual_days_left(prospect((), 200.5)) is None


def test_a_rhythm_is_no_appointment() -> None:
    assert window(date(2026, 9, 20), 30) == (date(2026, 9, 15), date(2026, 9, 25))
    assert window(date(2026, 9, 20), 7) == (date(2026, 9, 19), date(2026, 9, 21))


@pytest.mark.parametrize("x", [0.01, 0.5, 1.0, 3.0, 20.0])
def test_the_gamma_function_where_it_is_known(x: float) -> None:
    assert upper_gamma(1.0, x) == pytest.approx(exp(-x), abs=1e-10)
    assert upper_gamma(3.0, x) == pytest.approx(exp(-x) * (1 + x + x * x / 2), abs=1e-10)


HISTORIES = st.lists(st.integers(1, 120), max_size=12)


@settings(deadline=None, max_examples=40)
@given(HISTORIES, st.floats(0.5, 100), st.floats(1, 90))
def test_the_band_is_a_band_of_the_same_chance(gaps: list[int], since: float, left: float) -> None:
    found = prospect(gaps, since)
    band = band_of_quiet(found, left)
    assert 0 <= band.low <= band.high <= 1
    assert mean_of_the_band(found, left) == pytest.approx(chance_of_quiet(found, left), abs=2e-3)


def mean_of_the_band(found: Prospect, left: float) -> float:
    """The mean of what the band has the quantiles of: 1 - the integral of P(chance <= p) over p."""
    from planner.domain.quiet import _below

    steps = 4_000
    return 1 - sum(_below(found, left, (step + 0.5) / steps) for step in range(steps)) / steps


def test_more_contacts_narrow_the_band() -> None:
    few, many = (band_of_quiet(prospect((10, 18) * times, 10.5), 17.5) for times in (1, 10))
    assert many.high - many.low < few.high - few.low
