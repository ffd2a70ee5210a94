"""Dragging on the board with Qt's own events, and finding cards by name."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.ui.board.column import Column
from planner.ui.board.drag import packed
from planner.ui.board.offers import Offer
from planner.ui.board.tiles import Tile
from planner.ui.board.view import WeekScreen
from planner.ui.desk import Desk

MOVE = Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier


def shown_board(desk: Desk, qtbot: QtBot, size: tuple[int, int] = (1292, 848)) -> WeekScreen:
    """The week, on a screen as large as it is in a window of 1440 by 900."""
    screen = WeekScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(*size)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


def names(column: Column) -> list[str]:
    """Whose cards a column shows, in order."""
    return [tile.facts.name for tile in column.cards.tiles]


def find(screen: WeekScreen, name: str) -> tuple[Column, Tile]:
    """The first card of a person, and its column."""
    found = ((column, tile) for column in screen.columns for tile in column.cards.tiles)
    return next((column, tile) for column, tile in found if tile.facts.name == name)


def middle_of(column: Column, name: str) -> QPoint:
    """The middle of a card, in its column's list."""
    row = names(column).index(name)
    return column.cards.card_rect(row).center().toPoint()


def hold(column: Column, tiles: list[Tile], y: int = 200) -> Offer | None:
    """Hold cards over a column, at a height; what it offers."""
    data = packed(tile.key for tile in tiles)
    place = QPoint(column.width() // 2, y)
    QApplication.sendEvent(column, QDragEnterEvent(place, MOVE, data, LEFT, PLAIN))
    QApplication.sendEvent(column, QDragMoveEvent(place, MOVE, data, LEFT, PLAIN))
    return column.target


def leave(column: Column) -> None:
    """Move away from a column, as on Esc."""
    QApplication.sendEvent(column, QDragLeaveEvent())


def drop(column: Column, tiles: list[Tile], y: int = 200) -> bool:
    """Hold cards over a column and let go; whether the drop was taken."""
    hold(column, tiles, y)
    data = packed(tile.key for tile in tiles)
    event = QDropEvent(QPointF(column.width() / 2, y), MOVE, data, LEFT, PLAIN)
    QApplication.sendEvent(column, event)
    return event.isAccepted()
