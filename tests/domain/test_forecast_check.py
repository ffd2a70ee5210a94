"""The figures by which forecasts prove themselves, against cases that can be counted by hand."""

from __future__ import annotations

import random
from math import exp, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.forecast_check import (
    Prior,
    Resolved,
    Waited,
    base_rate,
    brier,
    calibration,
    calibration_slope,
    concordance,
    expected_calibration_error,
    log_loss,
    logistic,
    logistic_fit,
    logit,
    rate_forecast,
    skill,
)

FOUR = [Resolved(0.9, True), Resolved(0.8, False), Resolved(0.2, False), Resolved(0.1, True)]


def test_the_scores_of_four_forecasts() -> None:
    assert brier(FOUR) == pytest.approx((0.01 + 0.64 + 0.04 + 0.81) / 4)
    assert base_rate(FOUR) == 0.5
    assert log_loss(FOUR) == pytest.approx(-(log(0.9) + log(0.2) + log(0.8) + log(0.1)) / 4)
    assert skill(0.1, 0.2) == pytest.approx(0.5)
    assert skill(0.3, 0.2) == pytest.approx(-0.5)
    assert skill(0.3, 0.0) is None


def test_the_bins_hold_what_was_told_and_what_happened() -> None:
    found = calibration([*FOUR, Resolved(1.0, True)])
    assert [(each.low, each.high, each.number) for each in found] == [
        (0.0, 0.2, 1),
        (0.2, 0.4, 1),
        (0.8, 1.0, 3),
    ]
    assert found[-1].told == pytest.approx(0.9) and found[-1].happened == pytest.approx(2 / 3)
    assert expected_calibration_error([Resolved(0.5, True), Resolved(0.5, False)]) == 0


def test_a_rare_certainty_does_not_end_the_log_loss() -> None:
    assert log_loss([Resolved(0.0, True)]) == pytest.approx(-log(1e-6), rel=1e-6)


def told_with(slope: float, seed: int = 3, count: int = 6000) -> list[Resolved]:
    """Forecasts whose logit is `slope` times too far from nothing known."""
    chance = random.Random(seed)
    found = []
    for _ in range(count):
        true = chance.uniform(-2, 2)
        found.append(Resolved(logistic(true * slope), chance.random() < logistic(true)))
    return found


@pytest.mark.parametrize(("too_sure", "slope"), [(1.0, 1.0), (2.0, 0.5), (0.5, 2.0)])
def test_the_slope_says_how_sure_of_itself_a_forecast_is(too_sure: float, slope: float) -> None:
    assert calibration_slope(told_with(too_sure)) == pytest.approx(slope, rel=0.1)


def test_the_slope_is_not_known_where_nothing_differs() -> None:
    assert calibration_slope([Resolved(0.5, True), Resolved(0.5, False)]) is None
    assert calibration_slope([Resolved(0.2, True), Resolved(0.5, True)]) is None


def test_a_fit_stays_near_its_prior_where_there_is_little_to_learn() -> None:
    points = [(logit(0.7), True), (logit(0.3), False)]
    shift, slope = logistic_fit(points, (Prior(0.0, 0.5), Prior(1.0, 0.25)))
    assert abs(shift) < 0.05 and 1.0 < slope < 1.15
    assert logistic_fit([], (Prior(0.0, 0.5), Prior(1.0, 0.25))) == pytest.approx((0.0, 1.0))


@given(st.floats(0.001, 0.999))
def test_logit_and_logistic_undo_each_other(chance: float) -> None:
    assert logistic(logit(chance)) == pytest.approx(chance)


def test_the_order_of_waits() -> None:
    waits = [Waited(0.9, 3, True), Waited(0.5, 10, True), Waited(0.1, 40, False)]
    assert concordance(waits) == 1
    assert concordance([each._replace(chance=1 - each.chance) for each in waits]) == 0
    assert concordance([each._replace(chance=0.5) for each in waits]) == 0.5
    assert concordance([Waited(0.9, 3, False), Waited(0.5, 10, False)]) is None
    assert concordance([]) is None


def slowly(waits: list[Waited]) -> float | None:
    """Harrell's C by its definition."""
    pairs, agreeing = 0, 0.0
    for one in waits:
        for other in waits:
            longer = other.days > one.days or (other.days == one.days and not other.ended)
            if one.ended and longer:
                pairs += 1
                agreeing += (one.chance > other.chance) + (one.chance == other.chance) / 2
    return agreeing / pairs if pairs else None


@settings(deadline=None)
@given(
    st.lists(
        st.builds(Waited, st.sampled_from((0.1, 0.2, 0.5, 0.9)), st.integers(1, 6), st.booleans()),
        max_size=14,
    )
)
def test_the_order_of_waits_is_harrells(waits: list[Waited]) -> None:
    expected = slowly(waits)
    found = concordance(waits)
    assert found is None if expected is None else found == pytest.approx(expected)


def test_the_naive_product() -> None:
    assert rate_forecast(9, 30) == pytest.approx(1 - exp(-30 / 9))
    assert rate_forecast(9, 30) == pytest.approx(0.964, abs=1e-3)
    assert rate_forecast(None, 30) is None
