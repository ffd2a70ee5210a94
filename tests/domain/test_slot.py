"""Where a dropped conversation goes between others, and the words for what it leaves."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.slot import Taken, capacity_words, room_words, start_between
from planner.domain.week import Span

spans = st.builds(
    Span,
    starts=st.builds(time, st.integers(7, 20), st.integers(0, 59)),
    minutes=st.integers(5, 180),
)


def span(starts: str, minutes: int) -> Span:
    return Span(starts=time.fromisoformat(starts), minutes=minutes)


@pytest.mark.parametrize(
    ("above", "below", "busy", "wanted"),
    [
        (None, None, [], "09:00"),
        (None, span("11:00", 30), [], "09:00"),
        (None, span("09:15", 30), [], "08:45"),
        (span("09:00", 45), None, [], "10:00"),
        (span("09:00", 45), span("15:00", 30), [span("10:00", 30)], "10:30"),
        (span("09:00", 45), span("10:15", 30), [], "09:45"),
        (span("09:00", 60), span("10:15", 30), [], "10:00"),
        (None, span("09:30", 60), [span("08:30", 60)], "09:00"),
    ],
)
def test_a_start_keeps_a_pause_where_there_is_room(
    above: Span | None, below: Span | None, busy: list[Span], wanted: str
) -> None:
    assert start_between(above, below, busy, minutes=30) == time.fromisoformat(wanted)


@given(above=spans, below=st.none() | spans, busy=st.lists(spans, max_size=3), minutes=st.integers(5, 120))
@settings(deadline=None, max_examples=120)
def test_a_start_is_on_a_quarter_and_never_before_the_one_above_is_over(
    above: Span, below: Span | None, busy: list[Span], minutes: int
) -> None:
    starts = start_between(above, below, busy, minutes=minutes)
    assert starts.minute % 15 == 0
    assert starts.hour * 60 + starts.minute >= min(above.end, 21 * 60)


@given(above=st.none() | spans, below=st.none() | spans, minutes=st.integers(5, 120), hour=st.integers(0, 23))
@settings(deadline=None, max_examples=80)
def test_nothing_starts_before_the_earliest(
    above: Span | None, below: Span | None, minutes: int, hour: int
) -> None:
    assert start_between(above, below, minutes=minutes, earliest=time(hour, 45)) >= time(hour, 45)


def test_room_is_said_in_words() -> None:
    taken = [
        Taken(span=span("12:00", 90), whose="your calendar"),
        Taken(span=span("15:00", 30), whose="Deepak Iyer"),
    ]
    assert room_words(time(10), 30, taken) == "Free until noon."
    assert room_words(time(13, 30), 30, taken) == "Free until 15:00."
    assert room_words(time(14, 45), 30, taken) == "Overlaps Deepak Iyer at 15:00."
    assert room_words(time(12), 15, taken) == "Overlaps your calendar at 12:00."
    assert room_words(time(15, 30), 60, taken) == "Free for the rest of the day."


def test_capacity_is_said_in_words() -> None:
    assert capacity_words(105, 120) == "15 min left after this."
    assert capacity_words(120, 120) == "Nothing left after this."
    assert capacity_words(135, 120) == "15 min over what you set aside."
    assert capacity_words(30, 0) == "No time is set aside for this day."
