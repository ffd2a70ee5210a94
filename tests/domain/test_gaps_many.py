"""The gaps of many people at once: the same as one by one, with and without pauses."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.gaps import gaps_between, lengths_without, statistics_of
from planner.domain.gaps_many import DayColumns, gaps_of_many, statistics_of_many
from planner.domain.rhythm import Pause

FIRST = date(2024, 1, 1)
PEOPLE = st.lists(st.sets(st.integers(0, 700), max_size=25), min_size=1, max_size=8)
PAUSES = st.lists(
    st.tuples(st.integers(0, 700), st.none() | st.integers(0, 60)).map(
        lambda each: Pause(
            first=FIRST + timedelta(days=each[0]),
            last=None if each[1] is None else FIRST + timedelta(days=each[0] + each[1]),
        )
    ),
    max_size=4,
)


def columns_of(people: list[set[int]]) -> DayColumns:
    starts = np.cumsum([0, *map(len, people)])
    days = [FIRST.toordinal() + day for each in people for day in sorted(each)]
    return DayColumns(starts, np.array(days, dtype=np.int32))


def days_of(person: set[int]) -> list[date]:
    return [FIRST + timedelta(days=each) for each in person]


@settings(deadline=None)
@given(PEOPLE)
def test_the_statistics_of_everybody(people: list[set[int]]) -> None:
    found = statistics_of_many(gaps_of_many(columns_of(people)))
    for place, person in enumerate(people):
        one = statistics_of([gap.days for gap in gaps_between(days_of(person))])
        assert found.number[place] == one.count
        for name in ("mean", "median", "smoothed", "variation", "burstiness", "finite_burstiness"):
            value, expected = float(getattr(found, name)[place]), getattr(one, name)
            assert np.isnan(value) if expected is None else value == pytest.approx(expected)


@settings(deadline=None)
@given(PEOPLE, PAUSES, PAUSES)
def test_pauses_are_left_out_of_everybodys_gaps(
    people: list[set[int]], leave: list[Pause], own: list[Pause]
) -> None:
    found = gaps_of_many(columns_of(people), leave, {0: (*leave, *own)})
    for place, person in enumerate(people):
        pauses = (*leave, *own) if place == 0 else tuple(leave)
        expected = lengths_without(gaps_between(days_of(person)), pauses)
        assert tuple(found.lengths[found.starts[place] : found.starts[place + 1]]) == expected


@given(PEOPLE, st.integers(-10, 710))
def test_as_of_a_day_nothing_later_is_known(people: list[set[int]], day: int) -> None:
    found = columns_of(people).until(FIRST + timedelta(days=day))
    expected = columns_of([{each for each in person if each <= day} for person in people])
    assert found.starts.tolist() == expected.starts.tolist()
    assert found.days.tolist() == expected.days.tolist()
    assert found.last().tolist() == [
        max((FIRST.toordinal() + each for each in person if each <= day), default=0) for person in people
    ]
