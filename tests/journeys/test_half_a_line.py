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


@pytest.mark.timeout(120)
@pytest.mark.parametrize("hand", HANDS[-1:])  # a real window on a real screen, where this machine has one
def test_half_a_line_survives_a_killed_program(hand: type[Program], path: Path, tmp_path: Path) -> None:
    before = newest(path)
    with hand(path, tmp_path, TODAY.isoformat()) as program:
        program.keys("Ctrl+K")
        program.write(HALF)
        wait_for(lambda: kept(path) is not None, "the line is kept")
        program.kill()
        assert program.ended() == -9
    assert newest(path) == before
    with hand(path, tmp_path, TODAY.isoformat()) as program:
        program.keys("Ctrl+K")
        program.write(REST)
        program.keys("Return")
        wait_for(lambda: newest(path) != before, "the whole line is written down")
        wait_for(lambda: kept(path) is None, "it is kept no longer")
        program.keys("Ctrl+Q")
        assert program.ended() == 0
    assert newest(path) == ("Ana Ferreira", "the outage")


def kept(path: Path) -> Kept | None:
    with Library(path, clock=lambda: NOW, create=False) as library:
        return kept_of(library, Place("field"))


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
