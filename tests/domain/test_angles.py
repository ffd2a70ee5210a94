"""Angles of understanding (SCIENCE 2.5) and the next question worth asking."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.angles import (
    Angle,
    Freshness,
    LearnedFrom,
    age_words,
    coverage,
    freshness_words,
    title,
    whole_coverage,
)
from planner.domain.questions import Asked, angles_by_need, filled_in, worth_asking

SAID, SAW, GUESS = LearnedFrom.THEY_SAID, LearnedFrom.I_SAW, LearnedFrom.GUESS
TODAY = date(2026, 9, 15)


def test_worked_coverage() -> None:
    found = [
        coverage([(SAID, 10), (SAW, 10)], 180),
        coverage([(SAID, 200)], 180),
        coverage([(SAID, 400)], 180),
        coverage([], 180),
        coverage([(SAID, 30)], 365),
    ]
    assert [each.value for each in found] == [
        pytest.approx(value, abs=1e-4) for value in (0.9622, 0.3241, 0.1500, 0, 0.6612)
    ]
    assert [each.freshness for each in found] == [
        *(Freshness.FRESH, Freshness.STALE, Freshness.EXPIRED),
        *(Freshness.MISSING, Freshness.FRESH),
    ]
    assert whole_coverage(found) == pytest.approx(0.4195, abs=1e-4)
    assert freshness_words(found) == "2 of 5 angles fresh"


def test_a_guess_is_no_evidence() -> None:
    assert coverage([(GUESS, 1)], 180) == coverage([], 180)
    assert coverage([(GUESS, 1), (SAID, 300)], 180).age_days == 300
    assert coverage([(GUESS, 1), (SAID, 1)], 180).value < 0.7


def test_the_newest_fact_that_counts_gives_the_age_and_up_to_four_the_steps() -> None:
    found = coverage([(SAID, 90), (SAW, 21), (SAID, 300)], 180)
    assert (found.age_days, found.facts, found.steps) == (21, 3, 3)
    assert coverage([(SAID, 1)] * 7, 180).steps == 4


def test_there_are_eight_and_what_was_shared_ages_slowly() -> None:
    assert len(Angle) == 8
    assert [angle for angle in Angle if angle.half_life_days == 365] == [Angle.BEHIND]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        *((None, "not known yet"), (0, "today"), (5, "5 d"), (21, "3 wk"), (53, "8 wk"), (56, "8 wk")),
        *((60, "2 mo"), (91, "3 mo"), (210, "7 mo"), (333, "11 mo"), (800, "2 y")),
    ],
)
def test_ages_in_short(days: int | None, said: str) -> None:
    assert age_words(days) == said


def test_titles_use_the_persons_own_words() -> None:
    assert title(Angle.CARE, "Beatrix Keller", "she/her") == "What she cares about"
    assert title(Angle.SEE_YOU, "Luca Steiner", "he/him") == "How he sees you"
    assert title(Angle.PRESSURE, "Sam Lee", "they/them") == "Pressure Sam is under"
    assert len({title(angle, "Sam Lee", "") for angle in Angle}) == 8


facts = st.lists(st.tuples(st.sampled_from(list(LearnedFrom)), st.integers(0, 2000)), max_size=8)


@given(facts, st.sampled_from((180, 365)))
def test_coverage_is_a_share_and_grows_with_what_is_learned(
    known: list[tuple[LearnedFrom, int]], half_life: int
) -> None:
    found = coverage(known, half_life)
    assert 0 <= found.value <= 1
    assert (found.freshness is Freshness.MISSING) == (found.age_days is None) == (found.facts == 0)
    assert coverage([*known, (SAID, 0)], half_life).value >= found.value


# Worth asking

BANK = {angle: (f"first about {angle}", f"second about {angle}") for angle in Angle}


def known_but(*missing: Angle) -> dict[Angle, object]:
    return {angle: coverage([] if angle in missing else [(SAID, 10)], 180) for angle in Angle}


def test_the_emptiest_angle_is_asked_about_then_the_oldest() -> None:
    coverages = known_but(Angle.LISTEN)
    assert worth_asking(coverages, BANK, ()).angle is Angle.LISTEN
    coverages[Angle.LISTEN] = coverage([(SAID, 20)], 180)
    assert worth_asking(coverages, BANK, ()).angle is Angle.LISTEN
    assert angles_by_need(known_but(Angle.FEAR, Angle.CARE))[:2] == [Angle.CARE, Angle.FEAR]


def test_new_questions_come_before_answered_ones_and_those_by_age() -> None:
    coverages = known_but(Angle.FEAR)
    first, second = BANK[Angle.FEAR]
    assert worth_asking(coverages, BANK, ()).questions == (first, second)
    once = [Asked(words=first, on_day=date(2026, 1, 1))]
    assert worth_asking(coverages, BANK, once).question == second
    both = [*once, Asked(words=second, on_day=date(2025, 1, 1))]
    assert worth_asking(coverages, BANK, both).question == second
    assert worth_asking(coverages, BANK, [*both, Asked(words=second, on_day=TODAY)]).question == first


def test_an_angle_without_questions_is_passed_over() -> None:
    assert worth_asking(known_but(Angle.FEAR), {Angle.CARE: ("x",)}, ()).angle is Angle.CARE
    assert worth_asking(known_but(), {}, ()) is None


def test_the_coming_year_is_filled_in() -> None:
    assert filled_in("What about {next_year}?", TODAY) == "What about 2027?"
