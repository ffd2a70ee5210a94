"""Beta quantiles against the worked intervals of SCIENCE 2.1, and against what must hold for any shape."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import beta

shapes = st.floats(0.05, 400)


@pytest.mark.parametrize(
    ("a", "b", "low", "high"),
    [
        (3, 1, 0.3684, 0.9830),
        (4, 1, 0.4729, 0.9873),
        (3, 2, 0.2486, 0.9024),
        (5.6286, 1.4678, 0.5172, 0.9720),
        (10, 4, 0.5054, 0.8873),
        (13, 1, 0.7942, 0.9961),
        (5, 3, 0.3413, 0.8713),
    ],
)
def test_worked_intervals(a: float, b: float, low: float, high: float) -> None:
    assert beta.quantile(0.05, a, b) == pytest.approx(low, abs=1e-4)
    assert beta.quantile(0.95, a, b) == pytest.approx(high, abs=1e-4)


@pytest.mark.parametrize(("a", "b", "q20"), [(5, 1, 0.7248), (2, 1, 0.4472), (4, 2, 0.5098), (5, 3, 0.4832)])
def test_worked_fifths(a: float, b: float, q20: float) -> None:
    assert beta.quantile(0.2, a, b) == pytest.approx(q20, abs=1e-4)


@given(st.floats(0, 1))
def test_shapes_with_a_closed_form(x: float) -> None:
    assert beta.share_below(x, 1, 1) == pytest.approx(x, abs=1e-12)
    assert beta.share_below(x, 3, 1) == pytest.approx(x**3, abs=1e-12)
    assert beta.share_below(x, 1, 4) == pytest.approx(1 - (1 - x) ** 4, abs=1e-12)


@given(shapes, shapes, st.floats(0.001, 0.999))
def test_a_quantile_is_where_the_share_is_reached(a: float, b: float, p: float) -> None:
    found = beta.quantile(p, a, b)
    assert 0 <= found <= 1
    assert beta.share_below(found + 1e-9, a, b) >= p - 1e-9
    assert beta.share_below(found - 1e-9, a, b) <= p + 1e-9


@given(shapes, shapes, st.integers(0, 1024).map(lambda x: x / 1024))
def test_both_sides_are_mirrors(a: float, b: float, x: float) -> None:
    assert beta.share_below(x, a, b) == pytest.approx(1 - beta.share_below(1 - x, b, a), abs=1e-9)
