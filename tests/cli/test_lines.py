"""`rapport log "…one line…"`: the same grammar as the field, in words and in JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from planner.cli.json_help import ANSWERS, PARTS
from tests.cli.conftest import Terminal

WHOLE_WAY = "Lunch with Ana yesterday 1h about Q3 budget; she will send the forecast by Friday"


def test_a_conversation_and_a_commitment(sample_terminal: Terminal) -> None:
    assert sample_terminal.json("log", WHOLE_WAY) == {
        "kind": "conversation",
        "people": ["Ana Ferreira"],
        "at": "2026-09-14T12:30",
        "minutes": 60,
        "channel": "in person",
        "reached_out_by": None,
        "topic": "Q3 budget",
        "commitments": [{"by": "them", "text": "send the forecast", "due": "2026-09-18"}],
        "guesses": ["at"],
        "angle": None,
        "place": None,
        "notes": None,
        "tried": None,
        "more": [],
    }
    page = sample_terminal.json("show", "Ana Ferreira")
    talk = next(each for each in page["conversations"] if each["topic"] == "Q3 budget")
    assert (talk["day"], talk["minutes"], talk["channel"]) == ("2026-09-14", 60, "in person")
    promised = next(each for each in page["commitments"] if each["what"] == "send the forecast")
    assert (promised["by"], promised["made_on"], promised["due_on"]) == ("they", "2026-09-14", "2026-09-18")
    label = "Log a conversation with Ana Ferreira and one commitment"
    assert sample_terminal.json("history", "--limit", "1")[0]["label"] == label
    assert sample_terminal("undo") == f"Undone: {label}.\n"
    after = sample_terminal.json("show", "Ana Ferreira")
    assert talk not in after["conversations"] and promised not in after["commitments"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "call Tobias Thursday 10:00 about the outage",
            {
                "kind": "plan",
                "at": "2026-09-17T10:00",
                "channel": "call",
                "topic": "the outage",
                "minutes": None,
            },
        ),
        (
            "I owe Luca the exit costs by 30 Sep",
            {
                "kind": "commitment",
                "commitments": [{"by": "me", "text": "the exit costs", "due": "2026-09-30"}],
            },
        ),
        (
            "Ana called me",
            {"kind": "conversation", "channel": "call", "reached_out_by": "them", "guesses": ["at"]},
        ),
        ("I rang Ana", {"kind": "conversation", "channel": "call", "reached_out_by": "me"}),
        (
            "Beatrix worries about audit",
            {
                "kind": "understanding",
                "topic": "worries about audit",
                "angle": "what they fear",
                "guesses": ["angle"],
            },
        ),
        ("let Maya rest until October", {"kind": "rest", "people": ["Maya Johansson"], "at": "2026-10-01"}),
        (
            "Mittagessen mit Ana gestern 1 Std über Q3-Budget",
            {"kind": "conversation", "at": "2026-09-14T12:30", "minutes": 60, "topic": "Q3-Budget"},
        ),
    ],
)
def test_every_kind_of_statement(sample_terminal: Terminal, line: str, expected: dict[str, Any]) -> None:
    answer = sample_terminal.json("log", line)
    assert {key: answer[key] for key in expected} == expected


def test_a_dry_run_tells_the_same_and_changes_nothing(sample_terminal: Terminal) -> None:
    history = sample_terminal.json("history")
    dry = sample_terminal.json("log", WHOLE_WAY, "--dry-run")
    said = sample_terminal("log", WHOLE_WAY, "--dry-run")
    assert said.startswith("Would be saved: Log a conversation with Ana Ferreira and one commitment.\n")
    assert "Monday 14 September" in said and "They promised" in said and "by Friday 18 September" in said
    assert sample_terminal.json("history") == history
    assert sample_terminal.json("log", WHOLE_WAY) == dry
    assert len(sample_terminal.json("history")) == len(history) + 1


def test_guesses_say_so(sample_terminal: Terminal) -> None:
    said = sample_terminal("log", "Spoke to Katarzina about the audit", "--dry-run")
    assert "a guess: “Katarzina” is read as Katarzyna Wolska" in said
    assert "a guess: no day was said, so today" in said
    answer = sample_terminal.json("log", "Spoke to Katarzina about the audit", "--dry-run")
    assert answer["guesses"] == ["people", "at", "channel"]


def test_what_does_not_belong_to_the_first_statement_is_told_as_more(sample_terminal: Terminal) -> None:
    line = "Met Ana on Monday; I owe Luca the costs by Friday; she worries about audit; call Tobias tomorrow"
    answer = sample_terminal.json("log", line)
    assert answer["commitments"] == []
    assert [each["kind"] for each in answer["more"]] == ["commitment", "understanding", "plan"]
    assert answer["more"][0]["commitments"] == [{"by": "me", "text": "the costs", "due": "2026-09-18"}]
    assert answer["more"][1]["people"] == ["Ana Ferreira"]
    label = sample_terminal.json("history", "--limit", "1")[0]["label"]
    assert label == "Log a conversation with Ana Ferreira, one commitment, one thing learned and one plan"


def test_a_line_needs_no_quotes(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("log", "Coffee", "with", "Ana", "last", "Thursday")
    assert (answer["people"], answer["at"]) == (["Ana Ferreira"], "2026-09-10")


def test_names_and_options_still_log_a_conversation(sample_terminal: Terminal) -> None:
    assert sample_terminal("log", "Ana Ferreira", "Tobias").startswith("Logged Ana and Tobias on Tue 15 Sep")
    answer = sample_terminal.json("log", "Ana Ferreira", "--on", "monday", "--topic", "The budget")
    assert (answer["people"], answer["at"], answer["topic"]) == (["Ana Ferreira"], "2026-09-14", "The budget")
    history = sample_terminal.json("history")
    dry = sample_terminal("log", "Ana Ferreira", "--minutes", "20", "--dry-run")
    assert dry.startswith("Would be saved: Log a conversation with Ana Ferreira.\n") and "20 min" in dry
    assert sample_terminal.json("history") == history


def test_what_cannot_be_written_down_is_said_and_changes_nothing(sample_terminal: Terminal) -> None:
    history = sample_terminal.json("history")
    assert "Nobody here is called “Zoltan”" in sample_terminal.refuses("log", "Lunch with Zoltan yesterday")
    said = sample_terminal.refuses("log", "Lunch with Ana Smith yesterday")
    assert "Nobody here is called “Ana Smith”. Did you mean Ana Ferreira? Nothing was changed" in said
    assert "not said who “she” is" in sample_terminal.refuses("log", "she will send the forecast by Friday")
    assert "can be written down" in sample_terminal.refuses("log", "the weather is very nice today")
    assert "after today" in sample_terminal.refuses("log", "let Maya rest until today")
    assert sample_terminal.json("history") == history


def test_a_language_can_be_chosen(terminal: Terminal, add: Callable[..., None]) -> None:
    from planner.actions.settings import remember
    from planner.library import Library
    from tests.conftest import NOW

    add("Ana Ferreira")
    with Library(terminal.library, clock=lambda: NOW) as library:
        remember(library, "language", "de")
        remember(library, "date order", "month first")
    assert terminal.json("log", "Kaffee mit Ana am 9/10", "--dry-run")["at"] == "2026-09-10"
    assert "called" in terminal.refuses("log", "let Ana rest")


def test_the_documented_keys_are_the_keys_in_their_order(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("log", WHOLE_WAY, "--dry-run")
    assert list(answer) == list(ANSWERS["log"])
    assert list(answer)[:9] == [
        *("kind", "people", "at", "minutes", "channel", "reached_out_by", "topic", "commitments", "guesses")
    ]
    assert list(answer["commitments"][0]) == list(PARTS["log", "commitments"])


def test_the_help_says_what_a_line_can_say(terminal: Terminal) -> None:
    said = terminal("help", "lines")
    assert "let Maya rest until October" in said and "@ana #budget 30m !fri" in said
    assert "--dry-run" in terminal("help", "log")
