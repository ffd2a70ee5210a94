"""The program as it is started, with a mouse in it: cards are dragged, and the library's file says so.

With Xvfb and xdotool here it is the mouse of a real X server; Qt's own events do the same everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint

from planner.library import Library
from planner.ui.board.view import WeekScreen
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.journeys.conftest import OpenOn, close
from tests.journeys.programs import HANDS, Point, Program, wait_for
from tests.ui.dragging import find, middle_of

TOBIAS = "Tobias Lindner"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Points of the window that the journey needs."""

    first: Point
    thursday: Point
    friday: Point


@pytest.mark.timeout(120)
@pytest.mark.parametrize("hand", HANDS)
def test_a_card_is_dragged_onto_thursday(
    hand: type[Program], path: Path, tmp_path: Path, open_on: OpenOn
) -> None:
    places = measured(open_on, path)
    with hand(path, tmp_path, TODAY.isoformat()) as program:
        program.drag(places.first, places.thursday)
        wait_for(lambda: plan_of(path, TOBIAS) is not None, "a plan is made")
        program.keys("Ctrl+Z")
        wait_for(lambda: plan_of(path, TOBIAS) is None, "it is taken back")
        program.abandon(places.first, places.thursday)
        program.keys("Ctrl+Shift+Z")
        wait_for(lambda: plan_of(path, TOBIAS) is not None, "it is there again, so Esc made no step")
        program.drag(card_of(open_on, path, TOBIAS), places.friday)
        wait_for(lambda: plan_of(path, TOBIAS)[0] == "2026-09-18", "it is moved to Friday")
        program.keys("Ctrl+Q")
        assert program.ended() == 0

    with Library(path, clock=lambda: NOW, create=False) as library:
        assert plan_of(path, TOBIAS) == ("2026-09-18", "15:45", 30, "open")
        labels = [(step.label, step.state) for step in library.history()]
        assert labels == [
            ("Move Tobias Lindner to Fri 18 Sep 15:45", "done"),
            ("Plan Tobias Lindner for Thu 17 Sep", "done"),
        ]
        assert not library.problems()
    assert (tmp_path / "config" / "Rapport" / "window.ini").exists()


def plan_of(path: Path, name: str) -> Any:
    """Day, time, minutes and status of a person's newest open plan; None where there is none."""
    with Library(path, clock=lambda: NOW, create=False) as library:
        return library.row(
            "SELECT plan.day, plan.starts, plan.minutes, plan.status FROM plan"
            " JOIN plan_person ON plan_person.plan_id = plan.id"
            " JOIN person ON person.id = plan_person.person_id"
            " WHERE person.name = ? AND plan.day >= ? AND plan.status = 'open' ORDER BY plan.id DESC",
            (name, TODAY.isoformat()),
        )


def measured(open_on: OpenOn, path: Path) -> Places:
    """Where things are in a window of the size in which the program begins."""
    window = open_on(path, looking=True)
    board = week(window)
    found = Places(
        first=_point(
            board.engage.cards.viewport().mapTo(
                window, middle_of(board.engage, board.engage.cards.tiles[0].facts.name)
            )
        ),
        thursday=foot(window, board, 3),
        friday=foot(window, board, 4),
    )
    close(window)
    return found


def card_of(open_on: OpenOn, path: Path, name: str) -> Point:
    """Where a person's card is now."""
    window = open_on(path, looking=True)
    column, _ = find(week(window), name)
    found = column.cards.viewport().mapTo(window, middle_of(column, name))
    close(window)
    return _point(found)


def foot(window: Window, board: WeekScreen, day: int) -> Point:
    column = board.area.days[day]
    return _point(column.mapTo(window, QPoint(column.width() // 2, column.height() - 60)))


def week(window: Window) -> WeekScreen:
    board = window.places.screen("plan")
    assert isinstance(board, WeekScreen)
    return board


def _point(place: QPoint) -> Point:
    return place.x(), place.y()
