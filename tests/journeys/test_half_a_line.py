"""P1 for what is being typed: killed with half a line in its field, Rapport has it at the next start."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.domain.unfinished import Place
from planner.library import Library
from planner.queries.unfinished import Kept, kept_of
from tests.conftest import NOW, TODAY
from tests.journeys.programs import HANDS, Program, wait_for

HALF, REST = "lunch with Ana yesterday about the out", "age"

real = pytest.mark.parametrize("hand", HANDS[-1:])  # a window on a real screen, where this machine has one


@real
@pytest.mark.timeout(120)
def test_half_a_line_survives_a_killed_program(hand: type[Program], path: Path, tmp_path: Path) -> None:
    before = newest(path)
    with hand(path, tmp_path, TODAY.isoformat()) as program:
        program.keys("Ctrl+K")
        break_off(program, path, "field")
    assert newest(path) == before
    with hand(path, tmp_path, TODAY.isoformat()) as program:
        program.keys("Ctrl+K")
        go_on(program)
        wait_for(lambda: newest(path) != before, "the whole line is written down")
        wait_for(lambda: kept(path, "field") is None, "it is kept no longer")
        program.keys("Ctrl+Q")
        assert program.ended() == 0
    assert newest(path) == ("Ana Ferreira", "the outage") and kept(path, "field") is None


@real
@pytest.mark.timeout(120)
def test_the_small_window_alone_has_it_too(hand: type[Program], path: Path, tmp_path: Path) -> None:
    with hand(path, tmp_path, TODAY.isoformat(), "capture") as program:
        break_off(program, path, "capture")
    with hand(path, tmp_path, TODAY.isoformat(), "capture") as program:
        go_on(program)
        assert program.ended() == 0
    assert newest(path) == ("Ana Ferreira", "the outage") and kept(path, "capture") is None


def break_off(program: Program, path: Path, place: str) -> None:
    """Type half a line, and end in the middle of it once it is kept."""
    program.write(HALF)
    wait_for(lambda: kept(path, place) is not None, "the line is kept")
    program.kill()
    assert program.ended() == -9


def go_on(program: Program) -> None:
    """Type the other half, and Enter."""
    program.write(REST)
    program.keys("Return")


def kept(path: Path, place: str) -> Kept | None:
    with Library(path, clock=lambda: NOW, create=False) as library:
        return kept_of(library, Place(place))


def newest(path: Path) -> object:
    """With whom and about what the conversation was that was written down last."""
    with Library(path, clock=lambda: NOW, create=False) as library:
        return tuple(
            library.row(
                "SELECT p.name, c.topic FROM conversation c"
                " JOIN participation x ON x.conversation_id = c.id JOIN person p ON p.id = x.person_id"
                " ORDER BY c.id DESC"
            )
        )
