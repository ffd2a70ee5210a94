"""The menu of a card: everything that its keys and drags can do too."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from planner.ui.board.tiles import Tile, TileKind, joint_subject
from planner.ui.desk import Desk
from planner.ui.menus import SEPARATOR, command_menu
from planner.ui.screen import Subject

_PERSON = ("message", "brief", "open", "promise", "rhythm", "rest", "away", "initiative", "edit")
_MOVES = ("move", "day_later", "day_earlier", "later", "earlier", "week_later", "week_earlier")
_AGAIN = ("duplicate", "repeat")
_PROPOSAL = ("accept", "drop", SEPARATOR, "accept_all", "why_not", "close_suggestion")
_IDS: dict[TileKind, tuple[str, ...]] = {
    TileKind.PROPOSAL: (*_PROPOSAL, SEPARATOR, "plan", "log", SEPARATOR, *_PERSON),
    TileKind.SUGGESTION: ("plan", "log", SEPARATOR, *_PERSON),
    TileKind.PLAN: (
        "log",
        "change_plan",
        SEPARATOR,
        *_MOVES,
        SEPARATOR,
        *_AGAIN,
        "let_go",
        SEPARATOR,
        *_PERSON,
    ),
    TileKind.LATER: ("change_plan", SEPARATOR, *_MOVES, SEPARATOR, *_AGAIN, "let_go", SEPARATOR, *_PERSON),
    TileKind.ASK: ("talked", "log", "move", *_AGAIN, "let_go", SEPARATOR, *_PERSON),
    TileKind.DONE: ("change_talk", "remove_talk", SEPARATOR, "plan", *_PERSON),
}
_SEVERAL = (
    *("plan", "log", "message", "brief", "rest", "rhythm", "initiative", SEPARATOR),
    *("day_later", "day_earlier", "later", "earlier", "week_later", "week_earlier", SEPARATOR),
    *("talked", "duplicate", "let_go"),
)


def menu_ids(tiles: tuple[Tile, ...]) -> tuple[str, ...]:
    """The commands that make sense for these cards."""
    if all(tile.kind is TileKind.PROPOSAL for tile in tiles):
        return _IDS[TileKind.PROPOSAL] if len(tiles) == 1 else _PROPOSAL
    return _IDS[tiles[0].kind] if len(tiles) == 1 else _SEVERAL


def day_menu(desk: Desk, day: date | None, parent: QWidget) -> QMenu:
    """What can be done with a day itself."""
    return command_menu(desk, ("leave", "time_aside"), Subject(day=day), parent)


def show_day_menu(desk: Desk, day: date, place: QPoint, parent: QWidget) -> None:
    """Show the menu of a day at a place on the screen."""
    menu = day_menu(desk, day, parent)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)


def show_menu(desk: Desk, tiles: tuple[Tile, ...], place: QPoint, parent: QWidget) -> None:
    """Show the menu at a place on the screen."""
    ids = menu_ids(tiles)
    if any(desk.unsaved.holds(tile.subject) for tile in tiles):
        ids = ("save_again", SEPARATOR, *ids)
    menu = command_menu(desk, ids, joint_subject(tiles), parent)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
