"""`rapport suggest`, typed."""

from __future__ import annotations

from planner.cli.json_help import ANSWERS, PARTS
from tests.cli.conftest import Terminal


def test_a_suggestion_is_shown_and_changes_nothing(sample_terminal: Terminal) -> None:
    before = sample_terminal.json("history")
    written = sample_terminal("suggest", "--week", "2026-09-23")
    assert written.startswith("21 – 27 September: ")
    assert "conversations suggested" in written
    assert "Aisha Rahmani" in written and "\nLeft out\n" in written
    assert sample_terminal.json("history") == before


def test_its_json_has_the_documented_keys(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("suggest", "--week", "2026-09-23")
    assert set(answer) == set(ANSWERS["suggest"])
    for key in ("picks", "left_out"):
        assert answer[key]
        assert all(set(each) == set(PARTS["suggest", key]) for each in answer[key])
    assert 0 <= answer["gap"] < 0.01
    assert all(each["at"] is None or len(each["at"]) == 5 for each in answer["picks"])


def test_accepting_plans_all_of_them_as_one_step(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("suggest", "--week", "2026-09-23", "--accept")
    first = answer["picks"][0]
    plans = sample_terminal.json("show", first["person"])["plans"]
    assert [each["day"] for each in plans] == [first["day"]]
    assert f"Plan {len(answer['picks'])} suggested conversations" in sample_terminal("undo")
    assert sample_terminal.json("show", first["person"])["plans"] == []


def test_a_week_that_has_passed_is_refused(sample_terminal: Terminal) -> None:
    assert "has passed" in sample_terminal.refuses("suggest", "--week", "2026-09-01")


def test_with_nobody_due_there_is_nothing_to_accept(terminal: Terminal) -> None:
    terminal("sample", terminal.library)
    terminal("suggest", "--week", "2026-09-23", "--accept")
    again = terminal.json("suggest", "--week", "2026-09-23")
    assert all("already" in each["why"] or "Needs" in each["why"] for each in again["left_out"])
