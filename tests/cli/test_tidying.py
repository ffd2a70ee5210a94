"""The commands that keep everybody in order."""

from __future__ import annotations

from collections.abc import Callable

from planner.actions.people import Point
from planner.cli.json_help import ANSWERS
from tests.cli.conftest import Terminal

SHARED = (Point(kind="email", value="ana@x.example"),)


def test_two_entries_are_found_and_become_one(terminal: Terminal, add: Callable[..., None]) -> None:
    add("Ana Ferreira", points=SHARED, role="CFO")
    add("Ana Maria Ferreira", points=SHARED, organisation="Norvane")
    assert " ".join(terminal("duplicates").split()) == (
        "1 Ana Ferreira (CFO) Ana Maria Ferreira (Norvane) "
        "One name holds the other, same e-mail ana@x.example."
    )
    pair = terminal.json("duplicates")[0]
    assert pair.keys() == ANSWERS["duplicates"].keys()
    assert pair["people"] == ["Ana Ferreira", "Ana Maria Ferreira"]
    assert terminal("merge", "1", "--take", "name") == (
        "Merged Ana Maria Ferreira into Ana Ferreira: one entry, Ana Maria Ferreira, "
        "with 2 ways to reach them.\n"
    )
    assert terminal("duplicates") == "Nobody seems to be here twice.\n"
    assert terminal.json("show", "ana")["organisation"] == "Norvane"
    terminal("undo")
    assert len(terminal.json("people")) == 2


def test_two_people_are_kept_apart(terminal: Terminal, add: Callable[..., None]) -> None:
    add("Ana Ferreira", "Ana Ferreira")
    assert terminal("duplicates", "--apart", "1") == "Kept apart: Ana Ferreira and Ana Ferreira.\n"
    assert "no pair 1" in terminal.refuses("merge", "1")
    assert terminal("duplicates") == "Nobody seems to be here twice.\n"


def test_entries_are_merged_by_name(terminal: Terminal, add: Callable[..., None]) -> None:
    add("Ana Ferreira", "A. Ferreira")
    assert "Name the two" in terminal.refuses("merge", "Ana Ferreira")
    assert terminal("merge", "Ana Ferreira", "A. Ferreira").startswith("Merged A. Ferreira into Ana Ferreira")


def test_the_trash_and_back(terminal: Terminal, add: Callable[..., None]) -> None:
    add("Ana Ferreira", "Luca Hale")
    assert terminal("trash") == "The trash is empty.\n"
    assert terminal("trash", "ana").startswith("Moved Ana Ferreira to the trash.")
    assert [each["person"] for each in terminal.json("people")] == ["Luca Hale"]
    assert terminal.json("people", "--archived") == []
    found = terminal.json("trash")[0]
    assert found.keys() == ANSWERS["trash"].keys()
    assert (found["trashed_on"], found["goes_on"]) == ("2026-09-15", "2026-10-15")
    assert terminal("trash").split() == ["Ana", "Ferreira", "until", "15", "Oct"]
    assert "Nobody here is called" in terminal.refuses("show", "ana")
    assert "Nobody in the trash" in terminal.refuses("trash", "--put-back", "luca")
    assert terminal("trash", "--put-back", "ana") == "Put Ana Ferreira back.\n"
    assert len(terminal.json("people")) == 2


def test_erasing_asks_first_and_then_leaves_nothing(terminal: Terminal, add: Callable[..., None]) -> None:
    add("Ana Ferreira", "Luca Hale")
    terminal("log", "ana", "--topic", "Harbour")
    terminal("log", "ana", "luca", "--topic", "Tone")
    assert terminal.refuses("erase", "ana") == (
        "With Ana goes 1 conversation. 1 conversation with others stays, without Ana. "
        "This cannot be undone. Nothing was changed; add --yes to erase Ana Ferreira."
    )
    terminal("trash", "ana")
    terminal("backup")
    assert terminal("erase", "ana", "--yes") == (
        "Erased Ana Ferreira for good. Out of 2 automatic backups too. "
        "Copies you made elsewhere are as they were.\n"
    )
    assert terminal("trash") == "The trash is empty.\n"
    assert "Ana" not in terminal("history")
    assert "Nobody here" in terminal.refuses("erase", "ana", "--yes")
    assert "Nobody has been in the trash" in terminal.refuses("erase", "--due", "--yes")


def test_who_was_in_the_trash_for_thirty_days_is_erased_when_asked(
    terminal: Terminal, add: Callable[..., None]
) -> None:
    add("Ana Ferreira", "Luca Hale")
    terminal("--today", "2026-08-01", "trash", "ana")
    terminal("trash", "luca")
    assert terminal("erase", "--due", "--yes").startswith("Erased Ana Ferreira for good.")
    assert [each["person"] for each in terminal.json("trash")] == ["Luca Hale"]
