"""SCIENCE 2.7: several raters."""

from __future__ import annotations

import pytest

from planner.domain.raters import together


@pytest.mark.parametrize(("raters", "reliability"), [(1, 0.5), (2, 0.667), (3, 0.75), (4, 0.8), (6, 0.857)])
def test_more_raters_are_more_reliable(raters: int, reliability: float) -> None:
    assert together([7.0] * raters, 7.0).reliability == pytest.approx(reliability, abs=0.0005)


def test_the_worked_ratings() -> None:
    found = together([8, 6, 5], usual=7)
    assert found.reliability == 0.75
    assert found.mean == pytest.approx(6.3333, abs=0.0001)
    assert found.shrunk == pytest.approx(6.5)
    assert (found.deviation, found.range, found.is_a_topic) == (1.0, 3, True)


def test_nobody_has_no_view() -> None:
    with pytest.raises(ValueError, match="no ratings"):
        together([], usual=7)
