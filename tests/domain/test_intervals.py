"""Offers of another rhythm, and due days that do not all fall together (SCIENCE 1.10)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.intervals import Ground, Lately, Trouble, due_window, offer

DUE = date(2026, 6, 6)
MISSED = frozenset({Trouble.MISSED})


@pytest.mark.parametrize(
    ("rhythm", "first", "lately", "expected"),
    [
        (30, 30, Lately(kept_in_a_row=2), (34, Ground.KEPT)),
        (30, 30, Lately(kept_in_a_row=1), None),
        (44, 30, Lately(kept_in_a_row=5), (45, Ground.KEPT)),
        (45, 30, Lately(kept_in_a_row=5), None),
        (30, 30, Lately(troubles=MISSED, kept_in_a_row=3), (21, Ground.TROUBLE)),
        (20, 30, Lately(troubles=frozenset({Trouble.AGAINST})), (15, Ground.TROUBLE)),
        (30, 30, Lately(troubles=frozenset({Trouble.NEW_ROLE})), (21, Ground.TROUBLE)),
        (15, 30, Lately(troubles=MISSED), None),
        (30, 30, Lately(unanswered_in_a_row=2), (38, Ground.UNANSWERED)),
        (30, 30, Lately(unanswered_in_a_row=1), None),
        (60, 30, Lately(unanswered_in_a_row=2), (60, Ground.UNANSWERED)),
        (30, 30, Lately(), None),
    ],
)
def test_offers(rhythm: int, first: int, lately: Lately, expected: tuple[int, Ground] | None) -> None:
    found = offer("Ana", rhythm, first, lately)
    assert (None if found is None else (found.rhythm_days, found.ground)) == expected
    if found is not None:
        assert "Ana" in found.sentence and found.ask is (found.ground is Ground.UNANSWERED)


@pytest.mark.parametrize(
    ("troubles", "cause"),
    [
        (set(Trouble), "A promise was missed"),
        ({Trouble.NEW_ROLE, Trouble.AGAINST}, "Something came up with Ana"),
        ({Trouble.NEW_ROLE}, "Ana has a new role"),
    ],
)
def test_a_shorter_rhythm_says_its_weightiest_cause(troubles: set[Trouble], cause: str) -> None:
    found = offer("Ana", 30, 30, Lately(troubles=frozenset(troubles)))
    assert found is not None
    assert found.sentence == f"{cause}; for a while, every 21 days with Ana may help."


def test_a_due_day_moves_only_earlier_and_by_a_tenth_at_most() -> None:
    found = due_window(5, DUE, 30)
    assert (found.first, found.last) == (DUE - timedelta(days=3), DUE)
    assert found == due_window(5, DUE, 30)
    assert due_window(5, DUE, 9) == (DUE, DUE, DUE)


@given(st.integers(0, 2**63 - 1), st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(1, 400))
def test_the_chosen_day_lies_in_the_window(person: int, due: date, rhythm: int) -> None:
    found = due_window(person, due, rhythm)
    assert found.first <= found.day <= found.last == due
    assert (due - found.first).days == int(0.1 * rhythm)


def test_people_imported_on_one_day_are_spread_evenly() -> None:
    days = [due_window((1_788_000_000_000 << 21) + person, DUE, 60).day for person in range(700)]
    assert all(70 <= days.count(DUE - timedelta(days=earlier)) <= 130 for earlier in range(7))
