"""Time by layer and hours by week, with the worked numbers of SCIENCE 4.1 and 4.2."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.balance import intended_words, spread_of
from planner.domain.capacity import Demand, demand_hours, load, reliefs


def test_the_worked_spread() -> None:
    found = spread_of((20, 10, 5, 5), (1, 1, 1, 1))
    assert found is not None
    assert found.concentration == pytest.approx(0.34375)
    assert found.effective == pytest.approx(2.909, abs=1e-3)
    assert found.gini == pytest.approx(0.3125)
    assert found.misfit == pytest.approx(0.25) and found.is_far


def test_equal_and_one_sided_spreads() -> None:
    equal, single = spread_of((3, 3, 3, 3)), spread_of((40, 0, 0, 0))
    assert equal is not None and single is not None
    assert (equal.concentration, equal.effective, equal.gini) == pytest.approx((0.25, 4, 0))
    assert (single.concentration, single.effective, single.gini) == pytest.approx((1, 1, 0.75))
    assert equal.misfit is None and not equal.is_far


def test_no_time_has_no_spread() -> None:
    assert spread_of((0, 0)) is None
    assert spread_of(()) is None


@given(st.lists(st.floats(0, 1000), min_size=1, max_size=8).filter(lambda each: sum(each) > 0.01))
def test_a_spread_keeps_its_ranges(amounts: list[float]) -> None:
    found = spread_of(amounts, [1.0] * len(amounts))
    assert found is not None and found.misfit is not None
    assert sum(found.shares) == pytest.approx(1)
    assert 1 - 1e-9 <= found.effective <= len(amounts) + 1e-9
    assert -1e-9 <= found.gini < 1 and -1e-9 <= found.misfit <= 1


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ((0.5, 0.5), ""),
        ((0.22, 0.12, 0.20, 0.08, 0.30, 0.08), ""),
        ((0.5, 0.3, 0.3), "The shares add up to 110 percent: 10 too many."),
        ((0.5, 0.2), "The shares add up to 70 percent: 30 are still free."),
        ((0.5, None), "The shares add up to 50 percent; one layer has none yet, and 50 are left."),
        (
            (1.0, None, None),
            "The shares add up to 100 percent; two layers have none yet, and nothing is left.",
        ),
        ((None, None), "No shares are chosen yet."),
    ],
)
def test_what_intended_shares_add_up_to(shares: tuple[float | None, ...], said: str) -> None:
    assert intended_words(shares) == said


DEMANDS = [
    Demand("core", 6, 14, 0.5),
    Demand("active", 12, 30, 0.5),
    Demand("warm", 25, 60, 0.5),
    Demand("light", 40, 120, 0.33),
]


def test_the_worked_week() -> None:
    assert [each.weekly_hours for each in DEMANDS] == pytest.approx([1.5, 1.4, 1.4583, 0.77], abs=1e-4)
    assert demand_hours(DEMANDS) == pytest.approx(5.13, abs=5e-3)
    assert load(DEMANDS, 4) == pytest.approx(1.282, abs=1e-3)
    assert load(DEMANDS, 0) is None


def test_each_relief_alone_makes_it_fit() -> None:
    assert reliefs(DEMANDS, 6) == ()
    found = reliefs(DEMANDS, 5)
    assert {each.layer for each in found} == {"core", "active", "warm", "light"}
    for each in found:
        changed = [d._replace(rhythm_days=each.rhythm_days) if d.layer == each.layer else d for d in DEMANDS]
        less = [d._replace(rhythm_days=each.rhythm_days - 1) if d.layer == each.layer else d for d in DEMANDS]
        assert demand_hours(changed) <= 5 < demand_hours(less)


def test_where_no_single_change_is_enough_none_is_named() -> None:
    assert reliefs(DEMANDS, 1) == ()
