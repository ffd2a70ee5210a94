"""Promises as evidence: the worked numbers of SCIENCE 2.1, and what must hold for any promises."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.belief import Trial, belief, percent_words
from planner.domain.commitments import (
    USUAL_MEAN,
    By,
    Commitment,
    Outcome,
    Size,
    agreed_days,
    days_late,
    kept_by,
    record,
    size_of,
    usual_share,
    worth,
)

TODAY = date(2026, 9, 15)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def made(
    identity: int = 1,
    outcome: Outcome | None = Outcome.KEPT,
    closed: int | None = 0,
    due: int | None = None,
    **rest: object,
) -> Commitment:
    """A promise of yours; days are days ago."""
    return Commitment(
        id=identity,
        by=By.YOU,
        weight=1.0,
        due_on=None if due is None else days_ago(due),
        outcome=outcome,
        closed_on=None if closed is None else days_ago(closed),
    )._replace(**rest)


@pytest.mark.parametrize(
    ("kept", "broken", "a", "b", "mean", "low", "high", "evidence"),
    [
        ((), (), 3, 1, 0.75, 0.3684, 0.9830, 0),
        ((0,), (), 4, 1, 0.80, 0.4729, 0.9873, 1),
        ((), (0,), 3, 2, 0.60, 0.2486, 0.9024, 1),
        ((0, 30, 200), (400,), 5.6286, 1.4678, 0.7932, 0.5172, 0.9720, 3.0965),
        ((0,) * 7, (0,) * 3, 10, 4, 0.7143, 0.5054, 0.8873, 10),
        ((0,) * 10, (), 13, 1, 0.9286, 0.7942, 0.9961, 10),
    ],
)
def test_worked_records(
    kept: tuple[int, ...],
    broken: tuple[int, ...],
    a: float,
    b: float,
    mean: float,
    low: float,
    high: float,
    evidence: float,
) -> None:
    promises = [made(number, closed=age) for number, age in enumerate(kept, 1)]
    promises += [made(number, Outcome.BROKEN, closed=age) for number, age in enumerate(broken, 100)]
    found = record(promises, TODAY)
    assert (found.belief.a, found.belief.b) == (pytest.approx(a, abs=1e-4), pytest.approx(b, abs=1e-4))
    assert found.belief.mean == pytest.approx(mean, abs=1e-4)
    assert found.belief.interval == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))
    assert found.belief.evidence == pytest.approx(evidence, abs=1e-4)
    assert (found.kept, found.counted) == (len(kept), len(kept) + len(broken))


@pytest.mark.parametrize(
    ("outcome", "due", "closed", "value"),
    [
        (Outcome.KEPT, 10, 10, 1.0),
        (Outcome.KEPT, 10, 12, 1.0),
        (Outcome.KEPT, None, 0, 1.0),
        (Outcome.KEPT_LATE, 10, 3, 0.75),
        (Outcome.KEPT_LATE, 10, 2, 0.5),
        (Outcome.KEPT_LATE, None, 0, 0.75),
        (Outcome.BROKEN, 10, 10, 0.0),
        (Outcome.RELEASED, 10, 10, None),
        (Outcome.RENEGOTIATED, 10, 12, None),
        (None, -3, None, None),
        (None, 14, None, None),
        (None, 15, None, 0.0),
        (None, None, None, None),
    ],
)
def test_what_an_ending_is_worth(
    outcome: Outcome | None, due: int | None, closed: int | None, value: float | None
) -> None:
    promise = made(outcome=outcome, closed=closed, due=due)
    assert worth(promise, promise.due_on, TODAY) == value


def test_moved_before_its_day_counts_by_the_new_day_and_moved_after_it_by_the_old() -> None:
    moved = made(1, Outcome.RENEGOTIATED, closed=20, due=18)
    kept = made(2, Outcome.KEPT, closed=3, due=3, follows=1)
    assert agreed_days([kept, moved])[2] == days_ago(3)
    assert record([moved, kept], TODAY).facts[0].worth == 1
    too_late = moved._replace(closed_on=days_ago(10))
    assert agreed_days([kept, too_late])[2] == days_ago(18)
    fact = record([too_late, kept], TODAY).facts[0]
    assert (fact.worth, fact.days_late) == (0.5, 15)
    again = made(3, Outcome.KEPT, closed=0, due=0, follows=2)
    twice = [too_late, kept._replace(outcome=Outcome.RENEGOTIATED, closed_on=days_ago(4)), again]
    assert agreed_days(twice)[3] == days_ago(18)


def test_kept_late_is_told_from_the_day() -> None:
    assert kept_by(days_ago(1), TODAY) is Outcome.KEPT_LATE
    assert kept_by(TODAY, TODAY) is Outcome.KEPT
    assert kept_by(None, TODAY) is Outcome.KEPT
    assert days_late(made(closed=9, due=10), days_ago(10)) == 1
    assert days_late(made(closed=9), None) is None


def test_an_open_one_long_overdue_counts_as_of_today() -> None:
    found = record([made(outcome=None, closed=None, due=300)], TODAY)
    assert (found.belief.b, found.belief.evidence) == (2.0, 1.0)


def test_a_day_still_to_come_has_no_age() -> None:
    assert record([made(closed=-30)], TODAY).belief.evidence == 1


def test_sizes_weigh() -> None:
    assert [size.weight for size in Size] == [0.5, 1.0, 2.0]
    assert [size_of(weight) for weight in (0.1, 1.0, 7.0)] == [Size.SMALL, Size.NORMAL, Size.LARGE]
    assert record([made(weight=Size.LARGE.weight)], TODAY).belief.a == 5


def test_the_usual_share_is_learned_from_twenty_and_kept_within_bounds() -> None:
    assert usual_share([]) == USUAL_MEAN
    assert usual_share([(1.0, 14), (0.0, 5)]) == USUAL_MEAN
    assert usual_share([(1.0, 14), (0.0, 6)]) == pytest.approx(14 / 20)
    assert usual_share([(1.0, 10), (0.75, 10)]) == pytest.approx(0.875)
    assert usual_share([(1.0, 29)]) == 0.95
    assert usual_share([(0.0, 29)]) == 0.5


def test_the_words_never_hide_how_little_is_known() -> None:
    assert percent_words(record([], TODAY).belief) == "no evidence yet"
    sevens = [made(number) for number in range(1, 8)]
    threes = [made(number, Outcome.BROKEN) for number in range(10, 13)]
    assert percent_words(record(sevens + threes, TODAY).belief) == "likely 50–90 %"
    assert percent_words(record([made(1, closed=500)], TODAY).belief) == "too little to tell yet"
    assert percent_words(record([made(each) for each in range(1, 99)], TODAY).belief) == "likely 95–99 %"


trials = st.lists(
    st.builds(
        Trial, st.sampled_from((0.0, 0.5, 0.75, 1.0)), st.sampled_from((0.5, 1.0, 2.0)), st.integers(0, 3000)
    ),
    max_size=12,
)


@given(trials)
def test_a_belief_lies_within_its_interval_and_knows_its_evidence(given_trials: list[Trial]) -> None:
    found = belief(given_trials, prior_mean=0.75)
    low, high = found.interval
    assert 0 <= low < high <= 1
    assert found.evidence == pytest.approx(sum(each.counts for each in given_trials))
    assert found.a + found.b == pytest.approx(4 + found.evidence)


@given(trials, st.integers(0, 2000))
def test_one_more_kept_promise_never_lowers_and_one_more_broken_never_raises(
    given_trials: list[Trial], age: int
) -> None:
    before = belief(given_trials, prior_mean=0.75).interval
    better = belief([*given_trials, Trial(1.0, 1.0, age)], prior_mean=0.75).interval
    worse = belief([*given_trials, Trial(0.0, 1.0, age)], prior_mean=0.75).interval
    for place in (0, 1):
        assert worse[place] <= before[place] + 1e-9 and before[place] <= better[place] + 1e-9


@given(trials.filter(len), st.randoms())
def test_the_order_does_not_matter_and_age_only_weakens(given_trials: list[Trial], chance: object) -> None:
    shuffled = list(given_trials)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = belief(given_trials, prior_mean=0.75), belief(shuffled, prior_mean=0.75)
    assert (one.a, one.b) == (pytest.approx(other.a), pytest.approx(other.b))
    older = [each._replace(age_days=each.age_days + 100) for each in given_trials]
    assert belief(older, prior_mean=0.75).evidence < one.evidence


@given(
    st.lists(
        st.tuples(
            st.none() | st.sampled_from(list(Outcome)),
            st.none() | st.integers(-60, 400),
            st.integers(0, 400),
            st.booleans(),
        ),
        max_size=10,
    )
)
def test_whatever_was_promised_has_a_record(
    drawn: list[tuple[Outcome | None, int | None, int, bool]],
) -> None:
    promises = [
        made(
            number, outcome, None if outcome is None else closed, due, follows=number - 1 if follows else None
        )
        for number, (outcome, due, closed, follows) in enumerate(drawn, 1)
    ]
    found = record(promises, TODAY)
    assert found.kept <= found.counted <= len(promises)
    assert all(0 <= fact.worth <= 1 and fact.counts > 0 for fact in found.facts)
