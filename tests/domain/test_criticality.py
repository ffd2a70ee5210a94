"""Criticality (SCIENCE 6) and the track of mending."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.criticality import Cause, Label, Reliance, criticality, gain_words
from planner.domain.repair import Mending, ended_on

E, T, M = Cause.EXPERTISE, Cause.TIME, Cause.BENEFIT


def of(expertise: float, time: float, benefit: float) -> Reliance:
    return Reliance(
        importance=expertise,
        alternatives=0,
        hours_per_week=time * 10,
        benefit_to_you=benefit,
        benefit_to_them=benefit,
    )


def test_the_worked_person() -> None:
    found = criticality(
        Reliance(importance=0.9, alternatives=1, hours_per_week=6, benefit_to_you=0.8, benefit_to_them=0.5)
    )
    assert found.parts == {E: pytest.approx(0.45), T: pytest.approx(0.6), M: pytest.approx(0.5)}
    assert found.whole == pytest.approx(0.89)
    assert found.imbalance == pytest.approx(0.3)
    assert gain_words(found.imbalance, "she") == "You gain 3 of 10 more than she does."
    assert (found.label, found.largest, found.not_assessed) == (Label.IMPORTANT, T, ())


@pytest.mark.parametrize(
    ("parts", "whole", "label"),
    [
        ((0, 0, 0), 0, Label.NORMAL),
        ((1, 0, 0), 1, Label.MAKE_OR_BREAK),
        ((0.5, 0.5, 0.5), 0.875, Label.IMPORTANT),
        ((0.2, 0.2, 0.2), 0.488, Label.NORMAL),
        ((0.8, 0, 0), 0.8, Label.MAKE_OR_BREAK),
    ],
)
def test_worked_combinations(parts: tuple[float, float, float], whole: float, label: Label) -> None:
    found = criticality(of(*parts))
    assert found.whole == pytest.approx(whole)
    assert found.label is label


def test_what_is_missing_counts_nothing_and_is_named() -> None:
    found = criticality(Reliance(importance=0.9, hours_per_week=6))
    assert found.parts == {E: None, T: pytest.approx(0.6), M: None}
    assert (found.whole, found.not_assessed) == (pytest.approx(0.6), (E, M))
    nothing = criticality(Reliance())
    assert (nothing.whole, nothing.label, nothing.imbalance, nothing.largest) == (None, None, None, None)
    assert all(cause.remedy for cause in Cause)


shares = st.none() | st.floats(0, 1)
RELIANCES = st.builds(
    Reliance,
    importance=shares,
    alternatives=st.none() | st.integers(0, 9),
    hours_per_week=st.none() | st.floats(0, 60),
    benefit_to_you=shares,
    benefit_to_them=shares,
)


@given(RELIANCES)
def test_the_whole_is_at_least_each_part_and_at_most_one(reliance: Reliance) -> None:
    found = criticality(reliance)
    known = [part for part in found.parts.values() if part is not None]
    assert (found.whole is None) == (found.label is None) == (not known)
    if found.whole is not None:
        assert max(known) - 1e-9 <= found.whole <= 1


# Mending

BEGUN = date(2026, 9, 1)


def test_two_promises_kept_after_it_began_end_it() -> None:
    before, first, second = (BEGUN + timedelta(days=days) for days in (-1, 0, 12))
    assert ended_on(BEGUN, [before, first]) is None
    assert ended_on(BEGUN, [second, before, first]) == second
    assert [Mending(begun_on=BEGUN, kept=kept).left for kept in (0, 1, 2, 5)] == [2, 1, 0, 0]


@pytest.mark.parametrize(
    ("to_you", "to_them", "said"),
    [
        (0.5, 0.5, "Even: you both gain alike."),
        (0.3, 0.6, "Ana gains 3 of 10 more than you do."),
        (0.75, 0.5, "You gain 2.5 of 10 more than Ana does."),
        (0.5, None, ""),
        (None, 0.5, ""),
    ],
)
def test_who_gains_more_in_words(to_you: float | None, to_them: float | None, said: str) -> None:
    found = criticality(Reliance(benefit_to_you=to_you, benefit_to_them=to_them))
    assert gain_words(found.imbalance, "Ana") == said
