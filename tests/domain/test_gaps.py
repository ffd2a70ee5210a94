"""Gap statistics against worked numbers and properties, and findings that are true of their gaps."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.gaps import (
    SHOWN_GAPS,
    Gap,
    Habit,
    contact_days,
    finding,
    gaps_between,
    habit_of,
    keeps,
    statistics_of,
    too_few,
)

FIRST = date(2026, 1, 1)
LENGTHS = st.lists(st.integers(min_value=1, max_value=400), max_size=30)


def gaps_of(lengths: list[int]) -> tuple[Gap, ...]:
    days = [FIRST]
    for length in lengths:
        days.append(days[-1] + timedelta(days=length))
    return gaps_between(days)


def test_the_worked_numbers() -> None:
    found = statistics_of([10, 14, 7, 29])
    assert found.count == 4
    assert found.mean == pytest.approx(15)
    assert found.median == pytest.approx(12)
    assert found.smoothed == pytest.approx(15.658, abs=1e-4)
    assert found.variation == pytest.approx(0.56372, abs=1e-4)
    assert found.burstiness == pytest.approx(-0.27900, abs=1e-4)
    assert found.finite_burstiness == pytest.approx(-0.25282, abs=1e-4)


def test_without_gaps_nothing_is_known() -> None:
    found = statistics_of([])
    assert (found.mean, found.median, found.smoothed, found.variation) == (None, None, None, None)
    assert (found.burstiness, found.finite_burstiness) == (None, None)


def test_each_statistic_waits_for_enough_gaps() -> None:
    assert statistics_of([7]).mean == 7
    assert statistics_of([7]).variation is None
    assert statistics_of([7, 9]).burstiness is not None
    assert statistics_of([7, 9]).finite_burstiness is None


def test_a_poisson_stream_is_neither_steady_nor_in_bursts() -> None:
    from planner.domain.gaps import _finite

    for count in (3, 10, 100):
        assert _finite(((count - 1) / (count + 1)) ** 0.5, count) == pytest.approx(0)


def test_one_giant_gap_is_as_bursty_as_can_be() -> None:
    for count in (5, 20):
        found = statistics_of([1] * (count - 1) + [10**9]).finite_burstiness
        assert found == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize(
    ("lengths", "habit"),
    [
        ([14] * 4, Habit.TOO_FEW),
        ([14] * 5, Habit.STEADY),
        ([1, 1, 2, 45, 1, 60], Habit.IN_BURSTS),
        ([3, 20, 9, 31, 14, 5, 40], Habit.MIXED),
    ],
)
def test_habits_in_words(lengths: list[int], habit: Habit) -> None:
    assert habit_of(statistics_of(lengths)) is habit


@given(lengths=LENGTHS)
@settings(deadline=None, max_examples=150)
def test_statistics_keep_their_ranges(lengths: list[int]) -> None:
    found = statistics_of(lengths)
    if lengths:
        assert found.mean is not None and found.median is not None and found.smoothed is not None
        for value in (found.mean, found.median, found.smoothed):
            assert min(lengths) - 1e-9 <= value <= max(lengths) + 1e-9
    if found.burstiness is not None:
        assert -1 <= found.burstiness < 1
    if found.finite_burstiness is not None:
        assert -1 - 1e-9 <= found.finite_burstiness <= 1 + 1e-9


@given(days=st.lists(st.dates(min_value=date(2020, 1, 1), max_value=date(2026, 12, 31)), max_size=30))
@settings(deadline=None, max_examples=100)
def test_gaps_join_contact_days_whatever_the_order(days: list[date]) -> None:
    found = gaps_between(days)
    assert found == gaps_between(reversed(days)) == gaps_between(days + days)
    assert all(gap.days >= 1 for gap in found)
    known = contact_days(days)
    assert sum(gap.days for gap in found) == ((known[-1] - known[0]).days if known else 0)


@pytest.mark.parametrize(
    ("lengths", "rhythm", "sentence"),
    [
        ([28, 26, 41], 28, "You kept the rhythm in 2 of the last 3 gaps; the longest was 41 days."),
        ([28, 26], 28, "You kept the rhythm in all of the last 2 gaps; the longest was 28 days."),
        ([9, 8], 7, "None of the last 2 gaps kept the rhythm; the shortest was 8 days."),
        ([10, 14, 7, 29], None, "The last 4 gaps were 15 days on average, the longest 29 days."),
        ([], 28, "Not enough history yet. Two more conversations."),
        ([5], 28, "Not enough history yet. One more conversation."),
    ],
)
def test_findings(lengths: list[int], rhythm: int | None, sentence: str) -> None:
    assert finding(gaps_of(lengths), rhythm) == sentence


def test_a_gap_a_little_longer_still_keeps_the_rhythm_as_on_the_strip() -> None:
    assert keeps(28, 28) and keeps(30, 28)
    assert not keeps(31, 28)
    assert keeps(7, 7) and not keeps(8, 7)


def test_before_the_first_conversation_it_takes_three() -> None:
    assert too_few(0, talked=False) == "Not enough history yet. Three more conversations."


@given(lengths=LENGTHS.filter(lambda each: len(each) >= 2), rhythm=st.integers(min_value=1, max_value=400))
@settings(deadline=None, max_examples=150)
def test_every_figure_in_a_finding_is_true(lengths: list[int], rhythm: int) -> None:
    shown = lengths[-SHOWN_GAPS:]
    kept = sum(keeps(each, rhythm) for each in shown)
    figures = [int(each) for each in re.findall(r"\d+", finding(gaps_of(lengths), rhythm))]
    if kept == len(shown):
        assert figures == [len(shown), max(shown)]
    elif kept == 0:
        assert figures == [len(shown), min(shown)]
    else:
        assert figures == [kept, len(shown), max(shown)]
