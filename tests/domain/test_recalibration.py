"""Corrections of forecasts: adopted only where they are proven to help (SCIENCE 1.8)."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.forecast_check import logistic
from planner.domain.recalibration import FEWEST, Recalibration, Trial, challenge, fitted, named
from planner.domain.two_habits import NAME

FIRST = date(2026, 1, 1)


def trials(
    too_sure: float, off: float = 0.0, count: int = 900, people: int = 60, seed: int = 5
) -> list[Trial]:
    """Forecasts that are `too_sure` times too sure, and `off` too high, in the logit."""
    chance = random.Random(seed)
    found = []
    for number in range(count):
        true = chance.uniform(-2, 2)
        happened = chance.random() < logistic(true)
        told = logistic(true * too_sure + off)
        found.append(Trial(FIRST + timedelta(days=number // 5), number % people, told, happened))
    return found


def test_a_broken_forecast_is_mended() -> None:
    verdict = challenge(trials(2.0, off=1.5))
    assert verdict.gain is not None and verdict.least is not None
    assert verdict.gain > verdict.least > 0
    assert verdict.adopted.shift < 0 and verdict.adopted.slope < 1


def test_a_sound_forecast_is_left_alone() -> None:
    verdict = challenge(trials(1.0))
    assert verdict.least is not None and verdict.least <= 0
    assert verdict.adopted == Recalibration()


def test_too_few_forecasts_decide_nothing() -> None:
    verdict = challenge(trials(3.0, off=2.0, count=FEWEST - 1))
    assert verdict == (FEWEST - 1, None, None, Recalibration())


def test_the_same_trials_give_the_same_verdict_in_any_order() -> None:
    found = trials(2.0, off=1.5)
    mixed = found[:]
    random.Random(1).shuffle(mixed)
    assert challenge(mixed) == challenge(found)


def test_one_person_alone_proves_nothing_for_all() -> None:
    """What helps with one of two people is drawn without that one every fourth time."""
    sound, broken = trials(1.0, count=400, people=1), trials(1.0, count=400, people=1, seed=9)
    odd = [each._replace(person_id=1, chance=logistic(3.0)) for each in broken]
    assert challenge([*sound, *odd]).trials == 800


@given(st.floats(0.01, 0.99), st.floats(-2, 2), st.floats(0.2, 2))
def test_a_correction_can_be_undone(chance: float, shift: float, slope: float) -> None:
    correction = Recalibration(round(shift, 4), round(slope, 4))
    assert correction.undone(correction.applied(chance)) == pytest.approx(chance, abs=1e-6)


@given(st.floats(-2, 2), st.floats(0.2, 2))
def test_the_log_knows_a_correction_by_its_name(shift: float, slope: float) -> None:
    correction = Recalibration(round(shift, 4), round(slope, 4))
    assert named(correction.model) == pytest.approx(correction)


def test_names_of_other_models_are_no_corrections() -> None:
    assert named(NAME) == Recalibration()
    assert Recalibration().model == NAME
    assert named("another 3") is None
    assert named(f"{NAME} shifted much") is None


def test_the_identity_changes_nothing() -> None:
    assert [Recalibration().applied(each) for each in (0.0, 0.3, 1.0)] == [0.0, 0.3, 1.0]
    assert Recalibration(1.0, 0.5).applied(0.0) == 0.0


def test_a_fit_from_nothing_is_the_identity() -> None:
    assert fitted([]) == Recalibration()
