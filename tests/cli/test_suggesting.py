"""`rapport plan-week`, typed."""

from __future__ import annotations

from planner.actions.settings import set_time_aside
from planner.cli.json_help import ANSWERS, PARTS
from planner.library import Library
from tests.cli.conftest import Terminal
from tests.conftest import NOW


def test_a_suggestion_is_shown_and_changes_nothing(sample_terminal: Terminal) -> None:
    before = sample_terminal.json("history")
    written = sample_terminal("plan-week", "--week", "2026-09-23")
    assert written.startswith("21 – 27 September: ")
    assert "conversations suggested" in written
    assert "Aisha Rahmani" in written and "\nLeft out\n" in written
    assert sample_terminal.json("history") == before


def test_its_json_has_the_documented_keys(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("plan-week", "--week", "2026-09-23")
    assert set(answer) == set(ANSWERS["plan-week"])
    for key in ("picks", "left_out"):
        assert answer[key]
        assert all(set(each) == set(PARTS["plan-week", key]) for each in answer[key])
    assert 0 <= answer["gap"] < 0.01
    assert all(each["at"] is None or len(each["at"]) == 5 for each in answer["picks"])


def test_its_json_has_the_promised_shape(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("plan-week", "--week", "2026-09-23")
    assert list(answer) == ["picks", "left_out", "gap"]
    assert list(answer["picks"][0]) == ["person", "day", "at", "minutes", "channel", "reason"]
    assert list(answer["left_out"][0]) == ["person", "why"]


def test_accepting_plans_all_of_them_as_one_step(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("plan-week", "--week", "2026-09-23", "--accept")
    first = answer["picks"][0]
    plans = sample_terminal.json("show", first["person"])["plans"]
    assert first["day"] in [each["day"] for each in plans]
    assert f"Plan {len(answer['picks'])} suggested conversations" in sample_terminal("undo")
    left = sample_terminal.json("show", first["person"])["plans"]
    assert [each for each in plans if each["day"] != first["day"]] == left


def test_a_week_that_has_passed_is_refused(sample_terminal: Terminal) -> None:
    assert "has passed" in sample_terminal.refuses("plan-week", "--week", "2026-09-01")


def test_with_nobody_due_there_is_nothing_to_accept(terminal: Terminal) -> None:
    terminal("sample", terminal.library)
    terminal("plan-week", "--week", "2026-09-23", "--accept")
    again = terminal.json("plan-week", "--week", "2026-09-23")
    reasons = ("already", "Needs", "Is not expected to be overdue", "Can wait")
    assert all(any(reason in each["why"] for reason in reasons) for each in again["left_out"])


def test_suggest_is_another_name_for_it(sample_terminal: Terminal) -> None:
    week = ("--week", "2026-09-23", "--json")
    assert sample_terminal("suggest", *week) == sample_terminal("plan-week", *week)
    assert "the same as plan-week" in sample_terminal("help", "suggest").lower()


def test_a_promise_without_room_is_said_where_its_person_is(sample_terminal: Terminal) -> None:
    with Library(sample_terminal.library, clock=lambda: NOW) as library:
        for weekday in range(5):
            set_time_aside(library, weekday, 0)
        set_time_aside(library, 4, 62)
    answer = sample_terminal.json("plan-week")
    why = {each["person"]: each["why"] for each in answer["left_out"]}
    assert answer["picks"] == []
    assert (
        "The promise to Tobias Lindner cannot be kept unless 5 min are freed on Friday."
        in (why["Tobias Lindner"])
    )
    assert "nothing suggested. Nothing is left of the time" in sample_terminal("plan-week")
