"""P17 in the terminal: hostile words steer nothing, whatever is asked, and JSON is JSON."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from planner.library import Library
from planner.library.tables import Person
from tests.cli.conftest import Terminal
from tests.conftest import NOW
from tests.safety.hostile import HOSTILE, fill

STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""All controls but the line feed, and what turns the direction."""
COMMANDS = (
    *(["today"], ["people"], ["board"], ["find", "Ana"], ["promises"], ["quiet"]),
    *(["history"], ["duplicates"], ["trash"], ["suggest"], ["objectivity"], ["check"], ["backups"]),
)
ABOUT_ONE = (
    *(["show"], ["about"], ["cadence"], ["brief", "-o", "{out}.pdf"], ["about", "-o", "{out} too.pdf"]),
    *(["log", "--topic", "Tea"], ["undo"], ["redo"], ["plan", "--on", "2026-10-01"], ["note", "Tea, then"]),
    *(
        ["learn", "What it costs", "--angle", "success"],
        ["promise", "Bring tea", "--by", "me"],
        ["keep", "tea"],
    ),
)
"""What is said and done about somebody, whose name comes second."""


@pytest.fixture
def hostile(terminal: Terminal) -> Terminal:
    with Library(terminal.library, clock=lambda: NOW) as library:
        for text in HOSTILE.values():
            fill(library, text)
    return terminal


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_what_is_answered_steers_nothing(command: list[str], hostile: Terminal) -> None:
    begun = time.process_time()
    answered = hostile(*command)
    assert time.process_time() - begun < 3
    assert [found.start() for found in STEERING.finditer(answered + hostile.said)] == []


@pytest.mark.parametrize(
    "command", [each for each in COMMANDS if each[0] not in ("check", "backups")], ids=" ".join
)
def test_json_is_json_and_shows_no_control_as_it_is(command: list[str], hostile: Terminal) -> None:
    answered = hostile(*command, "--json")
    json.loads(answered)
    assert not re.search("[\x00-\x09\x0b-\x1f]", answered)


@pytest.mark.parametrize("kind", ["markup", "steering", "nul", "direction", "formula"])
def test_what_is_said_about_one_steers_nothing(kind: str, terminal: Terminal, tmp_path: Path) -> None:
    with Library(terminal.library, clock=lambda: NOW) as library:
        person = fill(library, HOSTILE[kind])
        with library.change("Let nobody else be called alike"):
            Person.update(name="Beside", folded="beside").where(Person.id != person).execute()
    for first, *rest in ABOUT_ONE:
        typed = [each.format(out=tmp_path / "paper") for each in rest]
        whom = [] if first in ("undo", "redo") else ["HYPERLINK" if kind == "formula" else "Ana"]
        answered = terminal(first, *whom, *typed)
        assert [found.start() for found in STEERING.finditer(answered + terminal.said)] == [], first
        assert len(answered) > 10, first
