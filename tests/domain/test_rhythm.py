"""Rhythm and state, with the worked numbers of the science notes (1.1 and 1.4)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.rhythm import (
    Pause,
    State,
    due_day,
    paused_days,
    share_of_rhythm,
    state_of,
    state_words,
    target_interval_days,
    tightened,
    used_up_on,
)

ZERO = date(2026, 1, 1)


def on(day: int) -> date:
    return ZERO + timedelta(days=day)


def test_the_persons_own_rhythm_wins() -> None:
    assert target_interval_days(21, 14) == 21
    assert target_interval_days(None, 14) == 14
    assert target_interval_days(None, None) is None


def test_somebody_in_no_layer_begins_with_a_month_once_you_talked() -> None:
    assert target_interval_days(None, None, in_a_layer=False, started=True) == 30
    assert target_interval_days(None, None, in_a_layer=False, started=False) is None
    assert target_interval_days(7, None, in_a_layer=False, started=True) == 7


def test_overlapping_pauses_count_once() -> None:
    pauses = (Pause(first=on(10), last=on(14)), Pause(first=on(13), last=on(16)))
    assert paused_days(pauses, on(0), on(40)) == 7
    assert share_of_rhythm(40, 30, 7) == pytest.approx(1.1, abs=1e-4)
    assert state_of(1.1, resting=False, started=True) is State.OVERDUE


def test_a_pause_counts_only_after_the_last_conversation_and_until_today() -> None:
    pause = Pause(first=on(5), last=on(15))
    assert paused_days([pause], on(10), on(12)) == 2
    assert paused_days([pause], on(15), on(40)) == 0
    assert paused_days([Pause(first=on(30), last=None)], on(0), on(40)) == 11
    assert paused_days([Pause(first=on(50), last=on(60))], on(0), on(40)) == 0


spans = st.tuples(st.integers(0, 80), st.integers(0, 30) | st.none())


@given(st.lists(spans, max_size=6), st.integers(0, 40), st.integers(0, 60))
def test_paused_days_are_the_union_of_days(
    found: list[tuple[int, int | None]], after: int, more: int
) -> None:
    until = after + more
    pauses = [
        Pause(first=on(first), last=None if length is None else on(first + length)) for first, length in found
    ]
    days = {
        day
        for first, length in found
        for day in range(first, (200 if length is None else first + length) + 1)
        if after < day <= until
    }
    assert paused_days(pauses, on(after), on(until)) == len(days)


@pytest.mark.parametrize(
    ("share", "state"),
    [
        (0.0, State.ON_RHYTHM),
        (0.7999, State.ON_RHYTHM),
        (0.8, State.DUE),
        (1.0, State.DUE),
        (1.0001, State.OVERDUE),
        (1.9999, State.OVERDUE),
        (2.0, State.QUIET),
        (None, State.NO_RHYTHM),
    ],
)
def test_states_begin_where_they_should(share: float | None, state: State) -> None:
    assert state_of(share, resting=False, started=True) is state


def test_resting_and_not_started_come_first() -> None:
    assert state_of(3.0, resting=True, started=True) is State.RESTING
    assert state_of(3.0, resting=False, started=False) is State.NOT_STARTED


def test_a_clock_set_back_is_nothing_not_a_minus() -> None:
    assert share_of_rhythm(-3, 30) == 0


def test_due_rolls_back_from_the_weekend_never_forward() -> None:
    assert due_day(date(2026, 9, 5), 14) == date(2026, 9, 18)  # Saturday 19 becomes Friday 18
    assert due_day(date(2026, 9, 6), 14) == date(2026, 9, 18)  # Sunday 20 too
    assert due_day(date(2026, 9, 7), 14) == date(2026, 9, 21)
    two_days = Pause(first=date(2026, 9, 10), last=date(2026, 9, 11))
    assert due_day(date(2026, 9, 7), 14, [two_days]) == date(2026, 9, 23)


def test_due_rolls_back_over_holidays_and_leave_to_the_last_day_at_work() -> None:
    off = {date(2026, 9, 16), date(2026, 9, 17), date(2026, 9, 18)}
    assert due_day(date(2026, 9, 6), 14, is_off=off.__contains__) == date(2026, 9, 15)
    assert due_day(date(2026, 9, 6), 3, is_off=lambda _day: True) == date(2026, 9, 6), "not before you spoke"


def test_a_rhythm_waits_for_pauses_that_are_still_to_come() -> None:
    assert used_up_on(on(0), 30, [Pause(first=on(10), last=on(14)), Pause(first=on(13), last=on(16))]) == on(
        37
    )
    assert used_up_on(on(0), 30, [Pause(first=on(31), last=on(40))]) == on(30)
    assert used_up_on(on(0), 30, [Pause(first=on(30), last=on(40))]) == on(41)
    assert used_up_on(on(0), 30, [Pause(first=on(29), last=None)]) is None
    assert due_day(on(0), 30, [Pause(first=on(29), last=None)]) is None


@given(st.lists(st.tuples(st.integers(0, 80), st.integers(0, 30)), max_size=6), st.integers(1, 60))
def test_when_a_rhythm_is_used_up_exactly_its_days_have_counted(
    found: list[tuple[int, int]], rhythm: int
) -> None:
    pauses = [Pause(first=on(first), last=on(first + length)) for first, length in found]
    day = used_up_on(on(0), rhythm, pauses)
    assert day is not None
    assert (day - on(0)).days - paused_days(pauses, on(0), day) == rhythm
    before = day - timedelta(days=1)
    assert (before - on(0)).days - paused_days(pauses, on(0), before) == rhythm - 1


def test_state_words() -> None:
    today = date(2026, 9, 15)
    assert state_words(State.ON_RHYTHM, 9, None, today) == "On rhythm"
    assert state_words(State.DUE, 2, None, today) == "Due in 2 d"
    assert state_words(State.DUE, 0, None, today) == "Due today"
    assert state_words(State.OVERDUE, -9, None, today) == "9 d overdue"
    assert state_words(State.QUIET, -40, None, today) == "40 d overdue"
    assert state_words(State.RESTING, 3, date(2026, 10, 1), today) == "Resting to 1 Oct"
    assert state_words(State.RESTING, None, None, today) == "Resting"
    assert state_words(State.NOT_STARTED, None, None, today) == "Not started"


@pytest.mark.parametrize(("days", "tight"), [(30, 21), (14, 10), (7, 5), (2, 1), (1, 1), (365, 255)])
def test_mending_tightens_the_rhythm_but_never_below_half(days: int, tight: int) -> None:
    assert tightened(days) == tight
    assert tight * 2 >= days
