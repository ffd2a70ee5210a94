"""Whom to engage: the first column of the board."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.queries.engage import ToEngage
from planner.queries.week import ENGAGE_SHOWN
from planner.ui.board.column import Column
from planner.ui.board.facts import suggestion_tile
from planner.ui.board.heads import TitleHead
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import More, Row, Tile

if TYPE_CHECKING:
    from planner.ui.board.offers import Offer

TITLE = "To engage"
EMPTY = "Everyone is on rhythm. Enjoy it."
EMPTY_PLANNED = "Everyone who is due is planned. Enjoy it."
EMPTY_YET = "Nobody is due yet."
_FIRST = 12
"""So many fill the column; the rest is asked for once it is scrolled or walked through."""
_CAPTION = "Drag onto a day, or press P"


class EngageColumn(Column):
    """People worth engaging, most timely first; dropping a plan here lets it go."""

    rest_wanted = Signal()  # `wanted` is a larger number

    def __init__(self, state: BoardState, parent: QWidget | None = None) -> None:
        self._head = TitleHead(state.desk.theme, TITLE, sorted_by="Most timely")
        super().__init__(state, TITLE, EMPTY, self._head, parent)
        self.wanted = _FIRST
        self._more = False
        bar = self.cards.verticalScrollBar()
        bar.valueChanged.connect(self._look_ahead)
        bar.rangeChanged.connect(self._look_ahead)
        self.cards.more_wanted.connect(lambda: state.desk.place_wanted.emit("people"))

    def _look_ahead(self) -> None:
        """Ask for the rest before its place comes into view."""
        bar = self.cards.verticalScrollBar()
        near = bar.maximum() - bar.value() < self.cards.viewport().height() / 2
        if near and self._more and self.wanted < ENGAGE_SHOWN and self.isVisible():
            self.wanted = ENGAGE_SHOWN
            self.rest_wanted.emit()

    def show_people(self, engage: ToEngage, today: date) -> None:
        """Show these people."""
        tiles = [suggestion_tile(each, rank, today) for rank, each in enumerate(engage.people, 1)]
        rows: tuple[Row, ...] = tuple(tiles)
        if engage.total > len(tiles):
            rows += (More(words=f"{engage.total - len(tiles)} more in People"),)
        self._more = engage.total > len(tiles)
        self._head.show_count(engage.total, _CAPTION if tiles else "")
        empty = _empty(engage)
        self.cards.set_empty(empty)
        self.cards.setAccessibleName(f"{TITLE}, {engage.total}" if tiles else f"{TITLE}. {empty}")
        self.show_rows(rows)

    def offer(self, tiles: tuple[Tile, ...], before: int) -> Offer | None:
        """Let plans go."""
        from planner.ui.board.offers import engage_offer  # at the first drag

        return engage_offer(tiles)


def _empty(engage: ToEngage) -> str:
    """What is true where nobody is to be engaged."""
    if engage.planned:
        return EMPTY_PLANNED
    return EMPTY_YET if engage.not_started else EMPTY
