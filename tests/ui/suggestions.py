"""Suggested plans in tests: waiting for one, pressing keys, finding its cards."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.queries.engage import to_engage
from planner.ui.board.column import Column
from planner.ui.board.tiles import Tile, TileKind
from planner.ui.board.view import WeekScreen
from planner.ui.window import Window
from tests.conftest import TODAY

PLAIN_KEY = Qt.KeyboardModifier.NoModifier
PLANNED = 525
"""Minutes that the sample has planned or done in its week."""


def active_board(window: Window, qtbot: QtBot) -> WeekScreen:
    """The week in a window that has the keyboard."""
    screen = window.pages.currentWidget()
    assert isinstance(screen, WeekScreen)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return screen


def suggested_on(board: WeekScreen, qtbot: QtBot) -> WeekScreen:
    """The board with a suggested plan over it."""
    board.walk.focus_here()
    press(board, qtbot, Qt.Key.Key_S)
    return board


def overheard(board: WeekScreen) -> list[str]:
    """What is announced from now on, and what could not be done."""
    found: list[str] = []
    board.desk.announced.connect(found.append)
    board.desk.failed.connect(found.append)
    return found


def settle(board: WeekScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not board.proposing.work.running)


def press(board: WeekScreen, qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN_KEY) -> None:
    qtbot.keyClick(board.walk.cards, key, modifiers)
    settle(board, qtbot)


def proposals(board: WeekScreen) -> list[Tile]:
    tiles = [tile for day in board.area.days for tile in day.cards.tiles]
    return [tile for tile in tiles if tile.kind is TileKind.PROPOSAL]


def planned(library: Library) -> set[tuple[object, ...]]:
    return set(
        library.rows(
            "SELECT x.person_id, p.day, p.starts, p.minutes, p.channel FROM plan p"
            " JOIN plan_person x ON x.plan_id = p.id WHERE p.status = 'open'"
        )
    )


def at(starts: time | None) -> str | None:
    return f"{starts:%H:%M}" if starts else None


def as_planned(tile: Tile) -> tuple[object, ...]:
    day = tile.day.isoformat() if tile.day else None
    return tile.person_id, day, at(tile.starts), tile.minutes, tile.channel.value


def find_proposal(board: WeekScreen, name: str) -> tuple[Column, Tile]:
    found = ((column, tile) for column in board.area.days for tile in column.cards.tiles)
    return next(each for each in found if each[1].facts.name == name and each[1].kind is TileKind.PROPOSAL)


def any_due(board: WeekScreen) -> int:
    return to_engage(board.desk.library, TODAY).people[1].person_id
