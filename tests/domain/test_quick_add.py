"""What one line for a plan means."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.quick_add import Reading, readings


def said(name: str, starts: time | None, minutes: int | None, purpose: str) -> Reading:
    return Reading(name=name, starts=starts, minutes=minutes, purpose=purpose)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Ana 10:30 Q3 budget", said("Ana", time(10, 30), None, "Q3 budget")),
        ("Luca 45m about exit costs", said("Luca", None, 45, "exit costs")),
        ("Ana Ferreira at 9 for 1h30 the Q3 budget", said("Ana Ferreira", time(9), 90, "the Q3 budget")),
        ("Mei-Ling 2pm 20 min", said("Mei-Ling", time(14), 20, "")),
        ("Ana 12am", said("Ana", time(0), None, "")),
        ("Ana 10.15, 1 h for the 3 offers", said("Ana", time(10, 15), 60, "the 3 offers")),
        ("Ana: Q3 budget", said("Ana", None, None, "Q3 budget")),
        ("Ana , Q3 budget", said("Ana", None, None, "Q3 budget")),
        ("Ana about 25:00 and 10 offers", said("Ana", None, None, "25:00 and 10 offers")),
    ],
)
def test_a_line_is_understood(text: str, meant: Reading) -> None:
    assert meant in readings(text)


def test_the_longest_name_comes_first() -> None:
    assert [each.name for each in readings("Ana Ferreira Q3")] == ["Ana Ferreira Q3", "Ana Ferreira", "Ana"]
    assert [each.purpose for each in readings("Ana Ferreira Q3")] == ["", "Q3", "Ferreira Q3"]
    assert [each.name for each in readings("Ana 10:30 Ferreira")] == ["Ana"]


@pytest.mark.parametrize("text", ["", "  ", "10:30", "about Q3", "10:30 45m"])
def test_without_a_name_there_is_nothing_to_plan(text: str) -> None:
    assert readings(text) == ()


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet="an 0123456789:.hmpt@,-é٣²", max_size=30) | st.text(max_size=20))
def test_any_line_can_be_read(text: str) -> None:
    for each in readings(text):
        assert each.name == " ".join(each.name.split())
        assert each.minutes is None or 0 < each.minutes <= 720
