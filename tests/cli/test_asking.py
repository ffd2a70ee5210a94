"""The commands that answer: today, people, show, find, history, help."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.cli.json_help import ANSWERS, PARTS
from planner.domain.channels import Channel, ReachedOut
from planner.library import Library
from planner.library.tables import Attempt
from planner.queries.engage import to_engage
from planner.queries.people import person_called
from tests.cli.conftest import Terminal
from tests.conftest import NOW, TODAY


def test_today_lists_whom_the_board_lists_in_its_order(sample_terminal: Terminal) -> None:
    with Library(sample_terminal.library, clock=lambda: NOW) as library:
        expected = to_engage(library, TODAY)
    assert expected.total > 3
    written = sample_terminal("today")
    lines = written.splitlines()
    assert lines[0] == f"Tue 15 Sep: {expected.total} people to engage."
    assert [line.split("  ")[0] for line in lines[2:]] == [each.name for each in expected.people]
    for line, standing in zip(lines[2:], expected.people, strict=True):
        assert standing.reason in line and standing.layer in line
    answer = sample_terminal.json("today")
    assert [each["person"] for each in answer] == [each.name for each in expected.people]
    first = expected.people[0]
    assert answer[0]["rhythm_days"] == first.rhythm_days
    assert answer[0]["days_since"] == first.days_since
    assert answer[0]["commitments_overdue"] == first.overdue_commitments(TODAY)


def test_columns_stand_below_each_other(sample_terminal: Terminal) -> None:
    with Library(sample_terminal.library, clock=lambda: NOW) as library:
        layers = {each.name: each.layer for each in to_engage(library, TODAY).people}
    lines = sample_terminal("today").splitlines()[2:]
    assert len({line.index(layers[line.split("  ")[0]]) for line in lines}) == 1


def test_limit_cuts_the_list_and_says_so(sample_terminal: Terminal) -> None:
    assert len(sample_terminal.json("today", "--limit", "2")) == 2
    assert "the first 2 of them" in sample_terminal("today", "--limit", "2")


def test_another_day_counts_as_today(sample_terminal: Terminal) -> None:
    later = sample_terminal.json("today", "--today", "2027-03-01")
    assert len(later) > len(sample_terminal.json("today"))


def test_people_lists_everybody_by_name(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("people")
    names = [each["person"] for each in answer]
    assert len(names) == 41
    assert "Ana Ferreira" in names
    assert [line.split("  ")[0] for line in sample_terminal("people").splitlines()] == names


def _names(terminal: Terminal, *options: str) -> list[str]:
    return [each["person"] for each in terminal.json("people", *options)]


def test_people_are_narrowed_by_layer_state_city_and_words(sample_terminal: Terminal) -> None:
    assert len(_names(sample_terminal, "--layer", "board")) == 6
    assert _names(sample_terminal, "--layer", "Board & shareholders") == _names(
        sample_terminal, "--layer", "boar"
    )
    assert len(_names(sample_terminal, "--state", "overdue")) == 9
    both = _names(sample_terminal, "--state", "overdue", "--state", "on-rhythm")
    assert len(both) == 9 + 23
    assert _names(sample_terminal, "--city", "ZÜRICH") == _names(sample_terminal, "--city", "zurich")
    assert len(_names(sample_terminal, "--city", "zurich")) == 5
    assert _names(sample_terminal, "--text", "zurich chair") == ["Beatrix Keller"]
    assert _names(sample_terminal, "--city", "zurich", "--layer", "board", "--state", "overdue") == [
        "Luca Steiner"
    ]
    assert sample_terminal("people", "--text", "nowhere at all") == "Nobody matches.\n"


def test_archived_people_are_listed_when_asked_for(sample_terminal: Terminal) -> None:
    from planner.actions.people_several import archive

    with Library(sample_terminal.library, clock=lambda: NOW) as library:
        archive(library, [person_called(library, "tobias").id])
    assert "Tobias Lindner" not in _names(sample_terminal)
    assert _names(sample_terminal, "--archived") == ["Tobias Lindner"]


def test_what_is_no_layer_and_no_state_is_said(sample_terminal: Terminal) -> None:
    assert "There are: Peers, Board, Customers" in sample_terminal.refuses("people", "--layer", "moon")
    sample_terminal("people", "--state", "sunny", code=2)
    assert "write one of overdue, due, on-rhythm, resting, not-started" in sample_terminal.said


def test_an_empty_library_says_how_to_begin(terminal: Terminal, add: Callable[..., None]) -> None:
    add()
    assert "rapport import" in terminal("today")
    assert "rapport import" in terminal("people")
    assert terminal.json("today") == [] == terminal.json("people")
    assert "Nothing has been changed" in terminal("history")


def test_show_finds_a_person_by_part_of_the_name_without_accents(sample_terminal: Terminal) -> None:
    written = sample_terminal("show", "tomas h")
    assert written.startswith("Tomás Herrera")
    assert "Conversations" in written
    assert sample_terminal("show", "Tomás", "Herrera") == written
    answer = sample_terminal.json("show", "tomas h")
    assert answer["person"] == "Tomás Herrera"
    assert answer["conversations"][0]["day"] == answer["last_conversation"]


def test_an_ambiguous_name_lists_the_candidates(terminal: Terminal, add: Callable[..., None]) -> None:
    add("Ana Ferreira", role="CFO")
    add("Ana Costa", "Luca Moretti")
    said = terminal.refuses("show", "ana")
    assert "Ana Ferreira (CFO)" in said and "Ana Costa" in said and "Luca" not in said
    assert terminal("show", "ana c").startswith("Ana Costa")


def test_nobody_of_this_name_offers_who_is_near(terminal: Terminal, add: Callable[..., None]) -> None:
    add("Katarzyna Wolska")
    assert "Did you mean Katarzyna Wolska" in terminal.refuses("show", "Katarzina Wolska")


def test_what_is_private_is_not_printed(terminal: Terminal, add: Callable[..., None]) -> None:
    add("Ana Ferreira")
    with Library(terminal.library, clock=lambda: NOW) as library:
        form = ConversationForm(
            people=(person_called(library, "Ana").id,),
            day=TODAY,
            starts=time(9),
            channel=Channel.CALL,
            reached_out=ReachedOut.THEY,
            topic="needletopic",
            notes="needlenotes",
            place="needleplace",
            private=True,
        )
        log_conversation(library, form, now=NOW.replace(hour=12))
    for arguments in (
        ["show", "ana"],
        ["show", "ana", "--json"],
        ["find", "needle"],
        ["find", "needle", "--json"],
    ):
        assert "needle" not in terminal(*arguments).replace("“needle”", "")
    talk = terminal.json("show", "ana")["conversations"][0]
    assert (talk["private"], talk["topic"], talk["day"]) == (True, None, TODAY.isoformat())


def test_find_finds_people_and_what_was_said(sample_terminal: Terminal) -> None:
    sample_terminal("log", "Ana Ferreira", "--topic", "The lighthouse budget")
    answer = sample_terminal.json("find", "lighthouse")
    assert [each["topic"] for each in answer["conversations"]] == ["The lighthouse budget"]
    assert answer["conversations"][0]["people"] == ["Ana Ferreira"]
    assert "The lighthouse budget" in sample_terminal("find", "lighthouse")
    assert sample_terminal.json("find", "ferreira")["people"][0]["person"] == "Ana Ferreira"
    assert "Nothing found" in sample_terminal("find", "zzzxq")


def test_find_narrows_down_and_finds_every_kind_of_text(sample_terminal: Terminal) -> None:
    answer = sample_terminal.json("find", "person:ana", "budget")
    assert {tuple(each["people"]) for each in answer["conversations"]} == {("Ana Ferreira",)}
    assert answer["conversations"][0]["hits"] == ["budget"]
    assert [each["person"] for each in answer["understandings"]] == ["Ana Ferreira"]
    written = sample_terminal("find", "person:ana", "forecast")
    assert "What you learned" in written and "They promised: The forecast" in written
    assert sample_terminal.json("find", "budget", "before:2020")["conversations"] == []
    problem = sample_terminal.refuses("find", "layer:nowhere")
    assert problem.startswith("No layer is called “nowhere”. There are Peers, Board,")


def test_history_names_every_step_and_what_was_undone(terminal: Terminal, add: Callable[..., None]) -> None:
    add("Ana Ferreira")
    terminal("log", "Ana", "--channel", "call")
    terminal("undo")
    answer = terminal.json("history")
    assert [(each["label"], each["state"]) for each in answer] == [
        ("Log a call with Ana Ferreira", "undone"),
        ("Add Ana Ferreira", "done"),
    ]
    assert answer[0]["when"].endswith("Z")
    written = terminal("history", "--limit", "1").splitlines()
    assert len(written) == 1 and "Log a call with Ana Ferreira" in written[0] and "undone" in written[0]


def test_the_history_of_a_person_and_one_step_of_it_taken_back(
    terminal: Terminal, add: Callable[..., None]
) -> None:
    add("Ana Ferreira")
    add("Luca Steiner")
    terminal("note", "Ana", "Prefers mornings")
    terminal("log", "Ana", "--channel", "call", "--topic", "The budget")
    answer = terminal.json("history", "Ana")
    assert [(each["label"], each["changed"]) for each in answer] == [
        ("Log a call with Ana Ferreira", ["Conversation: The budget"]),
        ("Write a note about Ana Ferreira", ["Note: Prefers mornings"]),
        ("Add Ana Ferreira", []),
    ]
    assert "Note: Prefers mornings" in terminal("history", "Ana")
    assert "Take back “Write a note about Ana Ferreira”" in terminal("undo", "--step", str(answer[1]["step"]))
    assert terminal.json("show", "Ana")["dated_notes"] == []
    assert len(terminal.json("show", "Ana")["conversations"]) == 1
    refused = terminal.refuses("undo", "--step", str(answer[2]["step"]))
    assert "came later and builds on it" in refused


def _unlike(found: Any, keys: dict[str, str]) -> set[str]:
    return set(found) ^ set(keys)


def _at(answer: Any, path: str) -> list[Any]:
    """Every object at a path, through lists and objects alike; nothing where it is null."""
    found = [answer]
    for key in path.split("."):
        inner = [each[key] for each in found]
        found = [one for each in inner if each for one in (each if isinstance(each, list) else [each])]
    return found


def test_the_documented_keys_are_the_keys(sample_terminal: Terminal) -> None:
    sample_terminal("plan", "Ana Ferreira", "--on", "tomorrow")
    with Library(sample_terminal.library, clock=lambda: NOW) as library:
        ana = person_called(library, "Ana Ferreira").id
        with library.change("Note a call nobody took"):
            Attempt.create(person=ana, on_day=TODAY, channel="call", kind="unanswered")
    for command in ("today", "people", "history", "promises"):
        assert not _unlike(sample_terminal.json(command)[0], ANSWERS[command])
    found = sample_terminal.json("find", "the OR budget")
    assert not _unlike(found, ANSWERS["find"])
    for (command, part), keys in PARTS.items():
        for entry in found[part] if command == "find" else ():
            assert not _unlike(entry, keys), part
    seen = set()
    for person in ("Ana Ferreira", "Tobias Lindner", "Luca Steiner", "Wim de Bruijn", "Sofie Brandt"):
        page = sample_terminal.json("show", person)
        assert not _unlike(page, ANSWERS["show"])
        for (command, path), keys in PARTS.items():
            for entry in _at(page, path) if command == "show" else ():
                assert not _unlike(entry, keys), path
                seen.add(path)
    assert seen == {path for command, path in PARTS if command == "show"}


def test_show_answers_for_every_table_about_a_person(sample_terminal: Terminal) -> None:
    """A new table that points to people needs its key here, in the answer and in the help."""
    with Library(sample_terminal.library, clock=lambda: NOW) as library:
        pointing = {
            table
            for (table,) in library.rows(
                "SELECT DISTINCT m.name FROM sqlite_schema m, pragma_foreign_key_list(m.name) k"
                " WHERE m.type = 'table' AND k.\"table\" = 'person'"
            )
        }
    assert pointing == set(_TOLD_AS)
    assert set(_TOLD_AS.values()) - {""} <= set(sample_terminal.json("show", "Beatrix"))


_TOLD_AS = {
    "absence": "days_away",
    "attempt": "attempts",
    "commitment": "commitments",
    "connection": "connections",
    "contact_point": "contact_points",
    "debrief": "debriefs",
    "evidence": "trusted_for",
    "favour": "give_and_take",
    "forecast": "",  # rapport cadence --json tells what to expect
    "note": "dated_notes",
    "own_view": "views",
    "participation": "conversations",
    "person_tag": "tags",
    "plan_person": "plans",
    "reliance": "depends_on",
    "repair": "mending",
    "stand": "initiatives",
    "understanding": "understanding",
}


def test_today_has_the_promised_keys_in_their_order(sample_terminal: Terminal) -> None:
    assert list(sample_terminal.json("today")[0]) == [
        *("person", "layer", "state", "days_since", "rhythm_days", "share_of_rhythm", "reason"),
        "commitments_overdue",
    ]


def test_help_documents_every_key_and_every_command(terminal: Terminal) -> None:
    text = terminal("help", "json")
    for keys in (*ANSWERS.values(), *PARTS.values()):
        assert all(key in text for key in keys)
    overview = terminal("help")
    for command in ("import", "today", "plan", "log", "promise", "undo", "picture"):
        assert f"\n    {command}" in overview
        assert terminal("help", command).startswith(f"usage: rapport {command}")
    assert str(terminal.library.parent) in terminal("help", "library")
    assert "week" in terminal("help", "screens")
    assert "thursday" in terminal("help", "days")
    assert "70" in terminal("help", "errors")
    assert "Trust has no score" in terminal("help", "trust")
    assert "Draft message" in terminal("help", "commands") and "Ctrl+K" in terminal("help", "commands")
    assert "Give “rapport capture” a key" in terminal("help", "capture")
    assert "katazyna" in terminal("help", "search") and "@ana #budget" in terminal("help", "lines")
    assert "search, trust." in overview
    assert "no help on" in terminal.refuses("help", "nonsense")


@pytest.mark.parametrize("name", ["\x1b[31mRed", "Evil\u202eeman", "Bell\x07", "C1\x9b31m"])
def test_a_name_cannot_steer_the_terminal(terminal: Terminal, add: Callable[..., None], name: str) -> None:
    add(name)
    shown = terminal("people") + terminal("show", name[:3].strip("\x1b["), "--json")
    assert not {letter for letter in shown if letter in "\x1b\x07\x9b"}
    assert "\u202e" not in terminal("people")


def test_wide_letters_are_counted_as_two_columns(terminal: Terminal, add: Callable[..., None]) -> None:
    add("山田 花子", "Ana Ferreira", role="CFO")
    ana, hanako = sorted(terminal("people").splitlines())
    assert ana.index("CFO") - len("Ana Ferreira") == 2
    assert hanako.index("CFO") == ana.index("CFO") - 4


def test_unknown_is_null_and_never_zero(terminal: Terminal, add: Callable[..., None]) -> None:
    add("Ana Ferreira")
    answer = terminal.json("people")[0]
    for key in ("layer", "days_since", "rhythm_days", "share_of_rhythm", "role", "last_conversation"):
        assert answer[key] is None
    assert answer["state"] == "not started"


def test_show_writes_the_year_where_it_is_another(terminal: Terminal, add: Callable[..., None]) -> None:
    add("Ana Ferreira")
    terminal("log", "Ana", "--on", "2025-09-01", "--topic", "Long ago")
    terminal("log", "Ana", "--on", "yesterday", "--topic", "Lately")
    written = terminal("show", "ana")
    assert "  Mon 14 Sep " in written and "  Mon 1 Sep 2025 " in written
