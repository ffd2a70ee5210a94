"""The commands that change a library: plan, log, promise, undo, redo."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planner.library import Library
from tests.cli.conftest import Terminal
from tests.conftest import NOW

Add = Callable[..., None]


@pytest.fixture(autouse=True)
def _people(add: Add) -> None:
    add("Ana Ferreira", "Luca Moretti", "Mei-Ling Zhao")


def test_a_plan_with_everything(terminal: Terminal) -> None:
    said = terminal(
        *("plan", "Ana", "--on", "thursday", "--at", "14:00", "--minutes", "45"),
        *("--channel", "video", "--for", "The budget"),
    )
    assert said == "Planned Ana Ferreira for Thu 17 Sep, 14:00, 45 min, video.\n"
    assert terminal.json("show", "ana")["plans"] == [
        {
            "day": "2026-09-17",
            "starts": "14:00",
            "minutes": 45,
            "channel": "video",
            "purpose": "The budget",
            "place": None,
            "others": [],
        }
    ]


def test_a_plan_with_a_day_alone_leaves_the_time_open(terminal: Terminal) -> None:
    assert "time open, 30 min, in person" in terminal("plan", "Luca", "Moretti", "--on", "18 Sep")
    assert terminal.json("people")[1]["next_plan"] == "2026-09-18"


def test_a_day_that_has_passed_cannot_be_planned(terminal: Terminal) -> None:
    assert "passed" in terminal.refuses("plan", "Ana", "--on", "yesterday")
    assert terminal.json("show", "ana")["plans"] == []


def test_a_conversation_with_everything(terminal: Terminal) -> None:
    said = terminal(
        *("log", "Ana", "Luca", "--on", "monday", "--at", "9:30", "--minutes", "20", "--channel", "phone"),
        *("--from", "them", "--topic", "Terminals", "--notes", "He will call back"),
    )
    assert said == "Logged Ana and Luca on Mon 14 Sep, call.\n"
    assert terminal.json("show", "ana")["conversations"] == [
        {
            "day": "2026-09-14",
            "starts": "09:30",
            "minutes": 20,
            "channel": "call",
            "reached_out": "they",
            "private": False,
            "topic": "Terminals",
            "notes": "He will call back",
            "place": None,
            "others": ["Luca Moretti"],
        }
    ]
    assert terminal.json("show", "luca")["days_since"] == 1


def test_a_conversation_is_today_if_no_day_is_said(terminal: Terminal) -> None:
    terminal("log", "Ana Ferreira")
    talk = terminal.json("show", "ana")["conversations"][0]
    assert (talk["day"], talk["minutes"], talk["reached_out"]) == ("2026-09-15", None, None)


def test_logging_ticks_off_the_plan_of_that_day(terminal: Terminal) -> None:
    terminal("plan", "Ana", "--on", "today")
    terminal("log", "Ana")
    assert terminal.json("show", "ana")["plans"] == []


def test_a_conversation_still_to_come_is_refused(terminal: Terminal) -> None:
    assert "still to come" in terminal.refuses("log", "Ana", "--on", "tomorrow")


def test_one_of_several_names_that_is_nobody_changes_nothing(terminal: Terminal) -> None:
    assert "Nobody here is called “Qqq”" in terminal.refuses("log", "Ana", "Qqq")
    assert terminal.json("show", "ana")["conversations"] == []


@pytest.mark.parametrize(
    ("typed", "channel"),
    [
        ("in-person", "in person"),
        ("In Person", "in person"),
        ("call", "call"),
        ("phone", "call"),
        ("video", "video"),
        ("message", "message"),
        ("mail", "message"),
        ("e-mail", "message"),
        ("event", "event"),
    ],
)
def test_every_usual_name_of_a_channel_is_understood(terminal: Terminal, typed: str, channel: str) -> None:
    terminal("log", "Ana", "--channel", typed)
    assert terminal.json("show", "ana")["conversations"][0]["channel"] == channel


def test_promises_both_ways(terminal: Terminal) -> None:
    said = terminal("promise", "Ana", "--by", "me", "the cost figures", "--due", "friday")
    assert said == "Noted that you promised Ana Ferreira “the cost figures” by Fri 18 Sep.\n"
    assert "Ana Ferreira promised you" in terminal("promise", "Ana", "--by", "them", "an", "answer")
    kept = terminal.json("show", "ana")["commitments"]
    assert [(each["by"], each["what"], each["due_on"]) for each in kept] == [
        ("you", "the cost figures", "2026-09-18"),
        ("they", "an answer", None),
    ]
    late = terminal.json("today", "--today", "2026-09-20")[0]
    assert (late["person"], late["commitments_overdue"]) == ("Ana Ferreira", 1)
    assert late["reason"].startswith("You promised")
    assert "overdue" in terminal("show", "ana", "--today", "2026-09-20")


def test_an_empty_promise_is_refused(terminal: Terminal) -> None:
    assert "promised" in terminal.refuses("promise", "Ana", "--by", "me", " ")


def test_undo_and_redo_name_what_they_did(terminal: Terminal) -> None:
    terminal("log", "Ana", "--channel", "call")
    assert terminal("undo") == "Undone: Log a call with Ana Ferreira.\n"
    assert terminal.json("show", "ana")["conversations"] == []
    assert terminal("redo") == "Done again: Log a call with Ana Ferreira.\n"
    assert len(terminal.json("show", "ana")["conversations"]) == 1
    assert terminal.refuses("redo") == "There is nothing to do again."


def test_nothing_left_to_undo_is_said(terminal: Terminal) -> None:
    for _ in range(3):
        terminal("undo")
    assert terminal.refuses("undo") == "There is nothing to undo."


@pytest.mark.parametrize(
    "typed",
    [
        ["nonsense"],
        ["plan", "Ana"],
        ["plan", "Ana", "--on", "someday"],
        ["plan", "Ana", "--on", "friday", "--at", "25:00"],
        ["plan", "Ana", "--on", "friday", "--minutes", "0"],
        ["log"],
        ["log", "Ana", "--channel", "pigeon"],
        ["log", "Ana", "--from", "nobody"],
        ["promise", "Ana", "words"],
        ["today", "--limit", "-1"],
        ["today", "--sample"],
        ["today", "--today", "1066-10-14"],
        ["picture", "week"],
        ["find", "\udcff"],
    ],
)
def test_what_is_not_understood_is_a_usage_error(terminal: Terminal, typed: list[str]) -> None:
    assert terminal(*typed, code=2) == ""
    assert "usage: rapport" in terminal.said


def test_while_somebody_else_writes_nothing_is_changed(terminal: Terminal) -> None:
    with Library(terminal.library, clock=lambda: NOW) as other:
        other.claim()
        for typed in (["log", "Ana"], ["plan", "Ana", "--on", "friday"], ["undo"], ["redo"]):
            assert "another Rapport" in terminal.refuses(*typed)
        assert terminal.json("show", "ana")["conversations"] == []
    terminal("log", "Ana")
