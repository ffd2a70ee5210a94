"""The month board in tests: showing it, finding its days and chips, holding, dropping and pressing keys."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.library import Library
from planner.ui.board.drag import packed
from planner.ui.board.month_sheet import Stop
from planner.ui.board.month_view import MonthScreen
from planner.ui.board.offers import Offer
from planner.ui.board.tiles import Tile
from planner.ui.desk import Desk
from tests.conftest import TODAY
from tests.ui.dragging import LEFT, MOVE, PLAIN

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier
Alt = Qt.KeyboardModifier.AltModifier


def shown(desk: Desk, qtbot: QtBot, size: tuple[int, int] = (1292, 848)) -> MonthScreen:
    screen = MonthScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(*size)
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.setFocus(Qt.FocusReason.TabFocusReason)
    return screen


def names(month: MonthScreen, day: date) -> list[str]:
    return [tile.facts.name for tile in month.grid.tiles_on(month.grid.number_of(day))]


def chip(month: MonthScreen, name: str, day: date) -> Tile:
    tiles = month.grid.tiles_on(month.grid.number_of(day))
    return next(tile for tile in tiles if tile.facts.name == name)


def suggestion(month: MonthScreen, name: str) -> Tile:
    return next(tile for tile in month.engage.cards.tiles if tile.facts.name == name)


def middle(month: MonthScreen, stop: Stop) -> QPoint:
    return month.grid.place_of(stop).center().toPoint()


def day_middle(month: MonthScreen, day: date) -> QPoint:
    return middle(month, Stop(day=month.grid.number_of(day)))


def hold(month: MonthScreen, tiles: list[Tile], day: date) -> Offer | None:
    data, place = packed(tile.key for tile in tiles), day_middle(month, day)
    QApplication.sendEvent(month.grid, QDragEnterEvent(place, MOVE, data, LEFT, PLAIN))
    QApplication.sendEvent(month.grid, QDragMoveEvent(place, MOVE, data, LEFT, PLAIN))
    return month.grid.target


def drop(month: MonthScreen, tiles: list[Tile], day: date) -> bool:
    hold(month, tiles, day)
    data = packed(tile.key for tile in tiles)
    event = QDropEvent(QPointF(day_middle(month, day)), MOVE, data, LEFT, PLAIN)
    QApplication.sendEvent(month.grid, event)
    return event.isAccepted()


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifiers)


def on_grid(month: MonthScreen, day: date, item: int = -1) -> None:
    month.grid.focus_stop(Stop(day=month.grid.number_of(day), item=item))


def here(month: MonthScreen) -> str:
    current = month.walk.current()
    return current.facts.name if current else ""


def plan_of(library: Library, name: str) -> tuple[str, str] | None:
    """Day and start of a person's first open plan."""
    return library.row(
        "SELECT p.day, p.starts FROM plan p JOIN plan_person x ON x.plan_id = p.id"
        " JOIN person q ON q.id = x.person_id WHERE q.name = ? AND p.status = 'open' ORDER BY p.day",
        (name,),
    )  # type: ignore[return-value]


def fill(library: Library, day: date, count: int) -> None:
    """Plan conversations with new people, one after the other from nine on."""
    for number in range(count):
        person = add_person(library, PersonForm(name=f"Person {number}"), today=TODAY)
        at = time(9 + number)
        plan_conversation(library, PlanForm(people=(person,), day=day, starts=at), today=TODAY)
