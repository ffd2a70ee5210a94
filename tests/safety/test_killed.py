"""P1: what you saw saved is saved. A child works through the real actions and is killed at random moments."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from planner.library import Library

CHILD = """
import sys, datetime, pathlib
from planner.library import Library
from planner.actions import people, conversations, commitments
now = datetime.datetime(2026, 9, 15, 10, tzinfo=datetime.timezone.utc)
library = Library(pathlib.Path(sys.argv[1]), clock=lambda: now)
library.claim()
number = library.value("SELECT count(*) FROM person")
print("ready", flush=True)
while True:
    number += 1
    person = people.add_person(library, people.PersonForm(name=f"Person {number}"), today=now.date())
    print("person", number, flush=True)
    form = conversations.ConversationForm(people=(person,), day=now.date(), topic=f"Topic {number}")
    conversations.log_conversation(library, form, now=now)
    print("talk", number, flush=True)
    if number % 3 == 0:
        library.undo()
        print("undone", number, flush=True)
"""

TOO_EARLY = CHILD.replace(
    """    person = people.add_person(library, people.PersonForm(name=f"Person {number}"), today=now.date())
    print("person", number, flush=True)
""",
    """    with library.change("Add"):
        person = people.add_person(library, people.PersonForm(name=f"Person {number}"), today=now.date())
        print("person", number, flush=True)
        time.sleep(0.01)
""",
).replace("import sys,", "import sys, time,")


def test_killed_at_any_moment(tmp_path: Path) -> None:
    kill_often(tmp_path, times=8)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_killed_a_hundred_times(tmp_path: Path) -> None:
    """The whole check of a change runs this one, see .ci/run."""
    kill_often(tmp_path, times=100)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_killed_a_thousand_times(tmp_path: Path) -> None:
    kill_often(tmp_path, times=1_000)


def test_what_is_said_before_it_is_saved_is_found_lost(tmp_path: Path) -> None:
    """The same kills find a program that speaks too early: the check does not pass by itself."""
    with pytest.raises(AssertionError, match=r"Person \d"):
        kill_often(tmp_path, 60, TOO_EARLY)


def kill_often(folder: Path, times: int, child: str = CHILD) -> None:
    path = folder / "killed.rapport"
    chance = random.Random(11)
    for _ in range(times):
        said = work_until_killed(path, chance.uniform(0.0, 0.25), child)
        with Library(path, clock=lambda: datetime.now(UTC)) as library:
            library.claim()
            assert library.problems() == []
            check(library, said)


def work_until_killed(path: Path, seconds: float, program: str) -> list[tuple[str, int]]:
    child = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    time.sleep(seconds)  # the moment of death is the subject here, not a wait for something
    child.kill()
    rest, _ = child.communicate()
    lines = [line.split() for line in rest.splitlines() if len(line.split()) == 2]
    return [(word, int(number)) for word, number in lines]


def check(library: Library, said: list[tuple[str, int]]) -> None:
    """Everything acknowledged is there, and nothing is there by halves."""
    people = {row[0] for row in library.rows("SELECT name FROM person")}
    topics = {row[0] for row in library.rows("SELECT topic FROM conversation")}
    undone = {number for word, number in said if word == "undone"}
    for word, number in said:
        if word == "person":
            assert f"Person {number}" in people
        if word == "talk" and number not in undone and number % 3:
            assert f"Topic {number}" in topics
        if word == "undone":
            assert f"Topic {number}" not in topics
    assert library.value("SELECT count(*) FROM conversation") == library.value(
        "SELECT count(*) FROM participation"
    )
