"""The two-habit model: the table of SCIENCE 1.6, its properties, and the same for many people at once."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.gaps_many import DayColumns, gaps_of_many, sums_of_many
from planner.domain.two_habits import Sums, prospect, prospect_of, sums_of
from planner.domain.two_habits_many import SumColumns, prospects_of

Case = tuple[tuple[int, ...], float, tuple[float, ...], float, float]
TABLE: dict[str, Case] = {
    "T0": ((), 10.5, (0.0720, 0.1234, 0.2035, 0.2939), 0.7672, 0.0955),
    "T0b": ((), 0.5, (0.1151, 0.1880, 0.2843, 0.3787), 0.8022, 0.1022),
    "T1": ((14,), 10.5, (0.1995, 0.3145, 0.4423, 0.5558), 0.8703, 0.2315),
    "T2": ((10, 14), 10.5, (0.4160, 0.5675, 0.6697, 0.7472), 0.9014, 0.5296),
    "T3": ((14,) * 3, 10.5, (0.5764, 0.7994, 0.8707, 0.8941), 0.9320, 0.8707),
    "T4": ((14,) * 8, 10.5, (0.7187, 0.9467, 0.9697, 0.9698), 0.9698, 0.9999),
    "T5": ((10, 14, 7, 29), 10.5, (0.2476, 0.4397, 0.6275, 0.7560), 0.9439, 0.2880),
    "T6": ((30,) * 3, 30.5, (0.3259, 0.5234, 0.6949, 0.7658), 0.8939, 0.7113),
    "T7": ((1, 1, 2, 45, 1, 60), 20.5, (0.1728, 0.3008, 0.4959, 0.6855), 0.9339, 0.0000),
    "T8": ((14,) * 8, 60.5, (0.0001, 0.0002, 0.0003, 0.0004), 0.0006, 0.9993),
    "T9": ((7,) * 6, 5.5, (0.9241, 0.9604, 0.9609, 0.9610), 0.9612, 0.9989),
}
HISTORIES = st.lists(st.integers(1, 400), max_size=30)
SILENCES = st.floats(0, 2000)


@pytest.mark.parametrize("name", TABLE)
def test_the_table(name: str) -> None:
    gaps, since, contact, alive, regular = TABLE[name]
    found = prospect(gaps, since)
    assert [found.contact_within(days) for days in (7, 14, 30, 60)] == pytest.approx(contact, abs=1e-4)
    assert found.alive == pytest.approx(alive, abs=1e-4)
    assert found.regular == pytest.approx(regular, abs=1e-4)


def test_the_table_in_columns() -> None:
    starts = np.cumsum([0, *(len(case[0]) + 1 for case in TABLE.values())])
    days = np.concatenate([np.cumsum([700_000, *case[0]]) for case in TABLE.values()]).astype(np.int32)
    sums = sums_of_many(gaps_of_many(DayColumns(starts, days)))
    found = prospects_of(sums, np.array([case[1] for case in TABLE.values()]))
    for place, horizon in enumerate((7, 14, 30, 60)):
        expected = [case[2][place] for case in TABLE.values()]
        assert found.contact_within(horizon) == pytest.approx(expected, abs=1e-4)
    assert found.alive == pytest.approx([case[3] for case in TABLE.values()], abs=1e-4)
    assert found.regular == pytest.approx([case[4] for case in TABLE.values()], abs=1e-4)


@pytest.mark.parametrize(
    ("name", "chance", "days"),
    [("T2", 0.5, 9.93), ("T2", 0.25, 3.52), ("T3", 0.5, 5.78), ("T4", 0.5, 4.43), ("T8", 0.5, None)],
)
def test_the_time_to_the_next_contact(name: str, chance: float, days: float | None) -> None:
    found = prospect(TABLE[name][0], TABLE[name][1]).days_until(chance)
    assert found is None if days is None else found == pytest.approx(days, abs=0.005)


@settings(deadline=None)
@given(HISTORIES, SILENCES, st.lists(st.floats(0, 3000), min_size=2, max_size=6))
def test_a_chance_of_contact_is_one_and_rises_with_the_horizon(
    gaps: list[int], since: float, horizons: list[float]
) -> None:
    found = prospect(gaps, since)
    chances = [found.contact_within(days) for days in sorted(horizons)]
    assert all(0 <= chance <= found.alive + 1e-9 for chance in chances)
    assert all(sooner <= later + 1e-12 for sooner, later in pairwise(chances))
    assert found.contact_within(0) == 0
    assert 0 <= found.regular <= 1 and 0 <= found.alive <= 1


@settings(deadline=None)
@given(HISTORIES, SILENCES, st.floats(0, 500))
def test_the_longer_the_silence_the_less_alive(gaps: list[int], since: float, more: float) -> None:
    assert prospect(gaps, since + more).alive <= prospect(gaps, since).alive + 1e-9


def test_three_thousand_histories_never_come_alive_by_silence() -> None:
    chance = random.Random(7)
    for _ in range(3_000):
        gaps = [chance.randint(1, 200) for _ in range(chance.randint(0, 12))]
        silences = sorted(chance.uniform(0, 600) for _ in range(2))
        sooner, later = (prospect(gaps, each).alive for each in silences)
        assert later <= sooner + 1e-9, (gaps, silences)


@settings(deadline=None)
@given(st.integers(5, 120), st.integers(1, 25), st.floats(0, 1))
def test_keeping_a_steady_rhythm_never_speaks_against_a_regular_habit(
    gap: int, times: int, part: float
) -> None:
    fewer = prospect((gap,) * times, part * gap)
    more = prospect((gap,) * (times + 1), part * gap)
    assert more.regular >= fewer.regular - 1e-9


@settings(deadline=None)
@given(HISTORIES, SILENCES, st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_matter(gaps: list[int], since: float, chance: random.Random) -> None:
    mixed = gaps[:]
    chance.shuffle(mixed)
    assert prospect(mixed, since).contact_within(30) == pytest.approx(
        prospect(gaps, since).contact_within(30), abs=1e-9
    )


@given(HISTORIES, st.integers(0, 400))
def test_a_new_gap_can_be_added_to_the_sums(gaps: list[int], more: int) -> None:
    stepwise, whole = sums_of(gaps).with_gap(more), sums_of([*gaps, more])
    assert stepwise.number == whole.number
    assert (stepwise.logs, *stepwise.powers) == pytest.approx((whole.logs, *whole.powers))


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(HISTORIES, SILENCES), min_size=1, max_size=12), st.floats(0.05, 0.95))
def test_many_at_once_are_the_same_as_one_by_one(
    people: list[tuple[list[int], float]], chance: float
) -> None:
    sums = [sums_of(gaps) for gaps, _ in people]
    columns = SumColumns(
        np.array([each.number for each in sums]),
        np.array([each.logs for each in sums]),
        np.array([each.powers for each in sums]).T,
    )
    many = prospects_of(columns, np.array([since for _, since in people]))
    until = many.days_until(chance)
    within = many.contact_within(30)
    for place, (_, since) in enumerate(people):
        one = prospect_of(sums[place], since)
        assert columns.one(place) == Sums(
            sums[place].number, sums[place].logs, tuple(map(float, sums[place].powers))
        )
        assert within[place] == pytest.approx(one.contact_within(30), abs=1e-9)
        assert many.alive[place] == pytest.approx(one.alive, abs=1e-9)
        assert many.regular[place] == pytest.approx(one.regular, abs=1e-9)
        days = one.days_until(chance)
        if days is None:
            assert np.isnan(until[place]) or until[place] > 3_649
        elif not np.isnan(until[place]):
            assert one.contact_within(until[place]) == pytest.approx(chance, abs=1e-5)
