"""A day written down from the keyboard alone: ten conversations, three plans, four commitments."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from planner.library import Library
from tests.conftest import NOW, TODAY
from tests.dump import dump
from tests.journeys.programs import HANDS, Program, wait_for

LINES = (
    "Lunch with Ana yesterday 1h about Q3 budget; she will send the forecast by Friday",
    "Ana called me on Friday about travel",
    "called Tobias yesterday 20m about the outage; I owe him the review by Thursday",
    "met Luca and Beatrix on Friday about the audit",
    "coffee with Maya last Tuesday",
    "emailed Katarzyna on 10 Sep about the go-live",
    "video call with Mei-Ling last Monday 45m re region",
    "Kaffee mit Sofie gestern wegen Rotterdam",
    "dinner with Nadia on 2 Sep at Hiltl",
    "call Tobias Thursday 10:00 about the outage",
    "lunch with Ana on Friday 12:30",
    "@luca #exit 30m !fri",
    "I owe Luca the exit costs by 30 Sep",
    "Beatrix promised to send the minutes by Monday",
)
TO_PUT_RIGHT = "spoke to Priya yesterday"


class Counts(NamedTuple):
    """How many of each there are."""

    conversations: int
    plans: int
    commitments: int
    steps: int


@pytest.mark.timeout(180)
@pytest.mark.parametrize("hand", HANDS)
def test_a_day_is_written_down_from_the_keyboard_alone(
    hand: type[Program], path: Path, tmp_path: Path
) -> None:
    before, nothing = counted(path), dumped(path)
    with hand(path, tmp_path, TODAY.isoformat()) as program:
        for number, line in enumerate(LINES, 1):
            program.keys("Ctrl+K")
            program.write(line)
            program.keys("Return")
            steps = before.steps + number
            wait_for(lambda steps=steps: counted(path).steps == steps, f"“{line}” is one step")
        put_right(program)
        steps = before.steps + len(LINES) + 1
        wait_for(lambda: counted(path).steps == steps, "the line that was put right is one step")
        written = counted(path)
        assert written == Counts(
            before.conversations + 10, before.plans + 3, before.commitments + 4, before.steps + 15
        )
        assert talk_with(path, "Priya Raman") == ("2026-09-14", "call", "15")
        assert due_days(path, 4) == ["2026-09-21", "2026-09-30", "2026-09-17", "2026-09-18"]
        for _ in range(len(LINES) + 1):
            program.keys("Ctrl+Z")
        wait_for(lambda: counted(path)[:3] == before[:3], "everything is taken back")
        program.keys("Ctrl+Q")
        assert program.ended() == 0
    assert dumped(path) == nothing


def put_right(program: Program) -> None:
    """Tab from row to row: another channel by the arrow keys, a time by typing; then write it down."""
    program.keys("Ctrl+K")
    program.write(TO_PUT_RIGHT)
    program.keys("Tab")
    program.keys("Down")
    program.keys("Tab")
    program.keys("Tab")
    program.write("16:15")
    program.keys("Return")
    program.keys("Return")


def counted(path: Path) -> Counts:
    with Library(path, clock=lambda: NOW, create=False) as library:
        tables = (library.value(f"SELECT count(*) FROM {table}") for table in _TABLES)
        done = sum(step.state == "done" for step in library.history(1000))
        return Counts(*tables, done)


_TABLES = ("conversation", "plan", "commitment")


def dumped(path: Path) -> object:
    with Library(path, clock=lambda: NOW, create=False) as library:
        return dump(library)


def talk_with(path: Path, name: str) -> object:
    """Day, channel and minute of what was written down last with somebody."""
    with Library(path, clock=lambda: NOW, create=False) as library:
        return library.row(
            "SELECT c.day, c.channel, substr(c.starts_at, 15, 2) FROM conversation c"
            " JOIN participation x ON x.conversation_id = c.id JOIN person p ON p.id = x.person_id"
            " WHERE p.name = ? ORDER BY c.id DESC",
            (name,),
        )


def due_days(path: Path, number: int) -> list[str]:
    """When the newest promises are due, the newest first."""
    with Library(path, clock=lambda: NOW, create=False) as library:
        rows = library.rows("SELECT due_on FROM commitment ORDER BY id DESC LIMIT ?", (number,))
        return [row[0] for row in rows]
