"""Every promise has its tests, and the page about them says what they do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from planner.app import main
from tests import promises
from tests.promises import PAGE, PROMISES, ROOT, all_trials, figures, keep, kept_results, page, trying


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
    assert first.split()[:8] == ["P1", "1", "of", "1", "passed", "1,000", "tries", "300"]
    assert second.split()[:8] == ["P5", "1", "of", "2", "passed", "2,000", "tries", "24"]


def test_what_came_of_a_whole_long_run_is_kept_for_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(promises, "RESULTS", tmp_path / "long_run.json")
    cuts = Ran("tests/safety/test_power.py::test_a_thousand_power_cuts", "passed", 61.0)
    only = Ran("tests/safety/test_killed.py::test_killed_a_hundred_times", "passed", 30.0)
    keep([cuts, only], "2026-09-15")
    assert kept_results() == {"P2": ["2026-09-15", 1, 1, 1_000, 61]}, "of P1 not all long tests were run"
    assert "On 2026-09-15 the long run took 61 s: 1 of 1 tests passed, 1,000 tries." in page()
    keep([cuts._replace(outcome="failed")], "2026-09-16")
    assert "On 2026-09-16 the long run took 61 s: 0 of 1 tests passed" in page()


def test_how_often_is_read_from_the_tests() -> None:
    killed = {each.name: each for each in trying(1)}
    long = killed["test_killed_a_thousand_times"]
    assert (long.times, long.long) == (1_000, True)
    assert "in the long run 1,000 times" in page()


NUMBERS = {0: 500, 1: 1_000, 2: 1_000, 5: 1_000, 12: 200, 17: 100_000}
"""How often each promise that has a number is tried in the long run."""


@pytest.mark.parametrize("promise", NUMBERS)
def test_the_long_run_tries_as_often_as_was_promised(promise: int) -> None:
    assert max(each.times for each in trying(promise) if each.long) == NUMBERS[promise]


CONTROLS = {
    1: "test_what_is_said_before_it_is_saved_is_found_lost",
    2: "test_without_waiting_for_the_disk_the_same_cuts_lose_something",
    5: "test_without_the_seal_the_same_flips_pass_for_data",
    14: "test_without_one_protection_it_shows",
    15: "test_one_call_would_be_noticed",
}
"""Tests that take a protection away and find what it protected against."""


@pytest.mark.parametrize("promise", CONTROLS)
def test_a_protection_that_is_taken_away_is_missed(promise: int) -> None:
    assert CONTROLS[promise] in {each.name for each in trying(promise) if not each.long}


def test_one_command_prints_the_figures() -> None:
    """Here without running anything: the long run would take hours."""
    command = [sys.executable, "-m", "pytest", "-m", "long", "--co", "-q", "tests/safety/test_power.py"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert "test_a_thousand_power_cuts" in done.stdout
    assert "what Rapport promises" in done.stdout
