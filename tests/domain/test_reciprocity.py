"""Reciprocity in words with counts: SCIENCE 2.2."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.reciprocity import Leaning, reciprocity, two_sided

ages = st.lists(st.integers(0, 900), max_size=20)


def test_nine_against_three_is_balanced_as_far_as_one_can_tell() -> None:
    found = reciprocity([0] * 9, [0] * 3)
    assert found.balance == pytest.approx(0.375)
    assert found.chance == pytest.approx(0.1460, abs=1e-4)
    assert found.words == "balanced (9 / 3)"


def test_nothing_at_all_is_no_record() -> None:
    found = reciprocity([], [])
    assert (found.balance, found.chance, found.words) == (0, None, "no record")


def test_few_are_too_few_however_uneven() -> None:
    assert reciprocity([0] * 5, []).words == "too few to tell (5 / 0)"
    assert reciprocity([0] * 6, []).leaning is Leaning.MOSTLY_YOU
    assert reciprocity([], [0] * 6).words == "mostly them (0 / 6)"


def test_old_ones_fade_from_the_balance() -> None:
    assert reciprocity([365, 365], [0]).balance == 0


@given(ages, ages)
def test_both_sides_are_mirrors(one: list[int], other: list[int]) -> None:
    mine, theirs = reciprocity(one, other), reciprocity(other, one)
    assert mine.balance == pytest.approx(-theirs.balance)
    assert -1 < mine.balance < 1
    assert mine.chance == theirs.chance


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_chance_is_a_chance_and_least_for_the_most_uneven(one: int, other: int) -> None:
    assert 0 < two_sided(one, other) <= 1
    if one > other > 0:
        assert two_sided(one + 1, other - 1) <= two_sided(one, other)
