"""The cadence strip: intervals kept and missed, dots, and what runs over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.channels import ReachedOut
from planner.domain.rhythm import State
from planner.domain.strip import Strip, cadence_strip

TODAY = date(2026, 9, 15)


def strip(
    ago: list[int], rhythm: int = 28, state: State = State.ON_RHYTHM, reached: ReachedOut | None = None
) -> Strip | None:
    days = [(TODAY - timedelta(days=each), reached) for each in ago]
    share = min(ago, default=0) / rhythm
    return cadence_strip(days, today=TODAY, rhythm_days=rhythm, share=share, state=state)


def test_nothing_is_drawn_without_a_rhythm_or_a_conversation() -> None:
    assert strip([]) is None
    assert (
        cadence_strip([(TODAY, None)], today=TODAY, rhythm_days=None, share=None, state=State.NO_RHYTHM)
        is None
    )


def test_the_words_of_beatrix() -> None:
    found = strip([26, 53, 82, 109, 138, 168], state=State.DUE)
    assert found is not None
    assert found.kept == (True, True, True, True, True)
    assert found.words == "5 of 5 intervals kept, last conversation 26 days ago, rhythm 28"
    assert found.used == pytest.approx(26 / 28)
    assert found.overflow == 0
    assert found.dots[-1].at == pytest.approx(5.0)


def test_a_missed_interval_and_the_time_before_the_first_conversation() -> None:
    found = strip([10, 66])
    assert found is not None
    assert found.kept == (None, None, None, True, False)


def test_days_on_which_the_rhythm_stood_still_have_no_length() -> None:
    ago = [10, 66, 94]
    days = [(TODAY - timedelta(days=each), None) for each in ago]
    found = cadence_strip(
        days,
        today=TODAY,
        rhythm_days=28,
        share=10 / 28,
        state=State.ON_RHYTHM,
        paused=lambda day: 28 if day < TODAY - timedelta(days=50) else 0,
    )
    assert found is not None and found.kept == (None, None, None, True, True)
    assert [dot.at for dot in found.dots] == pytest.approx([3, 4, 5])
    assert found.words == "2 of 2 intervals kept, last conversation 10 days ago, rhythm 28"


def test_two_conversations_in_one_pause_meet_and_the_later_is_the_last() -> None:
    days = [(TODAY - timedelta(days=each), None) for each in (25, 20)]
    found = cadence_strip(
        days,
        today=TODAY,
        rhythm_days=28,
        share=10 / 28,
        state=State.ON_RHYTHM,
        paused=lambda day: (TODAY - day).days - 10,
    )
    assert found is not None and [dot.at for dot in found.dots] == [5, 5]
    assert "last conversation 20 days ago" in found.words


def test_overdue_runs_over_but_not_out() -> None:
    assert strip([42]) is not None
    found = strip([42], state=State.OVERDUE)
    assert found is not None and found.overflow == pytest.approx(0.5) and found.used == 1
    long = strip([400], state=State.QUIET)
    assert long is not None and long.overflow == pytest.approx(1.2)
    assert long.span == pytest.approx(7.2)
    resting = strip([400], state=State.RESTING)
    assert resting is not None and resting.overflow == 0


def test_hollow_dots_are_theirs() -> None:
    theirs = strip([3, 20], reached=ReachedOut.THEY)
    unknown = strip([3, 20], reached=None)
    assert theirs is not None and all(dot.hollow for dot in theirs.dots)
    assert unknown is not None and not any(dot.hollow for dot in unknown.dots)


@given(st.lists(st.integers(0, 900), min_size=1, max_size=40), st.integers(1, 120))
def test_every_dot_lies_on_the_strip_and_order_does_not_matter(ago: list[int], rhythm: int) -> None:
    found = strip(ago, rhythm)
    assert found is not None
    assert found == strip(sorted(ago), rhythm)
    assert all(-1e-9 <= dot.at <= 5 + 1e-9 for dot in found.dots)
    assert 0 <= found.used <= 1
    assert len(found.kept) == 5
