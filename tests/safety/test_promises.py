"""Every promise has its tests, and the page about them says what they do."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from planner.app import main
from tests.promises import PAGE, PROMISES, all_trials, figures, page, trying


@pytest.mark.parametrize("promise", range(len(PROMISES)))
def test_every_promise_is_tried_at_every_change(promise: int) -> None:
    assert any(not each.long for each in trying(promise)), f"P{promise} has no test"


def test_no_test_names_a_promise_that_nobody_made() -> None:
    assert {number for each in all_trials() for number in each.promises} == set(range(len(PROMISES)))


def test_the_page_is_what_the_tests_say(capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m tests.promises` writes it."""
    assert PAGE.read_text("utf-8") == page()
    assert main(["help", "safety"]) == 0
    assert capsys.readouterr().out.strip() == page().strip()


class Ran(NamedTuple):
    """A test that ran, as pytest tells of it."""

    nodeid: str
    outcome: str
    duration: float


def test_the_figures_of_a_run_count_tests_and_tries() -> None:
    killed = "tests/safety/test_killed.py::test_killed_a_thousand_times"
    harmed = "tests/safety/test_damage.py::test_a_thousand_damages_are_noticed[{}]"
    ran = [Ran(killed, "passed", 300.0), Ran(harmed.format("flip"), "passed", 20.0)]
    ran += [Ran(harmed.format("cut"), "failed", 4.5), Ran("tests/ui/test_x.py::test_x", "passed", 1.0)]
    first, second = figures(ran)
    assert first.split()[:8] == ["P1", "1", "of", "1", "passed", "1,000", "tries", "300.0"]
    assert second.split()[:8] == ["P5", "1", "of", "2", "passed", "2,000", "tries", "24.5"]


def test_how_often_is_read_from_the_tests() -> None:
    killed = {each.name: each for each in trying(1)}
    long = killed["test_killed_a_thousand_times"]
    assert (long.times, long.long) == (1_000, True)
    assert "in the long run 1,000 times" in page()
