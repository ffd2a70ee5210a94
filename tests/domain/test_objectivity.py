"""Objectivity (SCIENCE 2.6): the worked gap, the portfolio's permutation test, and its honest power."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.belief import Trial, belief
from planner.domain.objectivity import Rated, check_portfolio, finding, held_against, power_words

SEVEN_OF_TEN = belief([Trial(1.0, 1.0, 0)] * 7 + [Trial(0.0, 1.0, 0)] * 3, prior_mean=0.75)


def test_a_high_rating_of_seven_of_ten() -> None:
    held = held_against(0.95, SEVEN_OF_TEN)
    assert held
    assert held.mean == pytest.approx(0.7143, abs=1e-4)
    assert SEVEN_OF_TEN.spread == pytest.approx(0.1166, abs=1e-4)
    assert held.gap == pytest.approx(0.2357, abs=1e-4)
    assert held.z == pytest.approx(1.5342, abs=1e-4)
    assert not held.is_noticed
    near = held_against(0.80, SEVEN_OF_TEN)
    assert near and near.z == pytest.approx(0.5579, abs=1e-4)


def test_a_notice_needs_a_large_gap_and_enough_evidence() -> None:
    ten = belief([Trial(0.0, 1.0, 0)] * 10, prior_mean=0.75)
    four = belief([Trial(0.0, 1.0, 0)] * 4, prior_mean=0.75)
    assert held_against(1.0, ten).is_noticed  # type: ignore[union-attr]
    assert not held_against(1.0, four).is_noticed  # type: ignore[union-attr]
    assert held_against(1.0, belief([], prior_mean=0.75)) is None


def people(gaps_close: list[float], gaps_other: list[float]) -> list[Rated]:
    close = [Rated(person_id=number, gap=gap, close=True) for number, gap in enumerate(gaps_close)]
    return close + [
        Rated(person_id=100 + number, gap=gap, close=False) for number, gap in enumerate(gaps_other)
    ]


def test_a_clear_bias_is_found_and_worded() -> None:
    found = check_portfolio(people([0.2, 0.25, 0.3, 0.22], [0.0, 0.02, -0.03, 0.01, 0.05, 0.0]))
    assert (found.people, found.close) == (10, 4)
    assert found.difference == pytest.approx(0.2425 - 0.05 / 6)
    assert found.chance is not None and found.chance < 0.02
    assert finding(found) == (
        "You rate people you are close to .23 higher than their record (10 people, p < .01). "
        "Liking and merit can go together; look at the three largest gaps."
    )
    weaker = check_portfolio(people([0.2, 0.1, 0.15], [0.0, 0.12, -0.03, 0.01, 0.05, 0.0, 0.02]))
    assert weaker.chance is not None and 0.01 <= weaker.chance < 0.05
    assert finding(weaker).startswith("You rate people you are close to .13 higher")
    assert f"p {weaker.chance:.2f}".replace("0.", ".") in finding(weaker)


def test_no_bias_says_so_and_what_that_is_worth() -> None:
    found = check_portfolio(people([0.0, 0.1, -0.1, 0.05], [0.0, 0.02, -0.03, 0.1, 0.05, 0.0]))
    assert found.chance is not None and found.chance > 0.1
    assert finding(found).startswith("No sign")
    assert found.power == power_words(10)
    assert "finds a bias of .1 in 20–22 % of cases and one of .2 in 36–50 %" in found.power
    assert "69–77 %" in power_words(39) and "93–97 %" in power_words(400)


def test_too_few_people_are_not_computed() -> None:
    few = check_portfolio(people([0.5] * 3, [0.0] * 6))
    assert (few.difference, few.chance, few.power) == (None, None, "")
    assert "there are 9" in finding(few)
    assert "3 others" in finding(check_portfolio(people([0.5] * 8, [0.0] * 2)))


def test_unmarked_people_are_neither_close_nor_not_but_still_listed() -> None:
    rated = [*people([0.2] * 3, [0.0] * 7), Rated(person_id=900, gap=-0.6, close=None)]
    found = check_portfolio(rated)
    assert found.people == 10
    assert found.largest[0].person_id == 900
    assert [each.person_id for each in found.underrated] == [900]


def test_chance_alone_is_seldom_called_a_bias() -> None:
    """False alarms of SCIENCE 2.6: 4 to 7 % at p < .05."""
    chance = random.Random(7)
    alarms = 0
    for _ in range(120):
        gaps = [chance.gauss(0, 0.15) for _ in range(20)]
        found = check_portfolio(people(gaps[:7], gaps[7:]))
        assert found.chance is not None
        alarms += found.chance < 0.05
    assert alarms <= 14


gaps = st.floats(-1, 1).map(lambda gap: round(gap, 3))


@given(
    st.lists(st.tuples(gaps, st.none() | st.booleans()), min_size=12, max_size=16),
    st.randoms(use_true_random=False),
)
def test_the_order_does_not_matter_and_p_is_a_chance(
    drawn: list[tuple[float, bool | None]], chance: random.Random
) -> None:
    rated = [Rated(person_id=number, gap=gap, close=close) for number, (gap, close) in enumerate(drawn)]
    found = check_portfolio(rated)
    assert found.chance is None or 0 < found.chance <= 1
    mixed = list(rated)
    chance.shuffle(mixed)
    again = check_portfolio(mixed)
    assert (again.difference, again.chance) == (found.difference, found.chance)
