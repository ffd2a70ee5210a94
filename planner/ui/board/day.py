"""One day of the board."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from planner.domain import words
from planner.queries.week import DayColumn
from planner.ui.board.column import Column
from planner.ui.board.facts import day_tile
from planner.ui.board.heads import DayHead
from planner.ui.board.offers import Offer, day_offer
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import Tile

EMPTY = "Nothing planned. Quiet days are allowed."
EMPTY_PAST = "Nothing noted. Quiet days are allowed."


class DayView(Column):
    """A day's plans and conversations by time; dropping plans or moves a conversation."""

    def __init__(self, state: BoardState, parent: QWidget | None = None) -> None:
        self._head = DayHead(state.desk.theme)
        super().__init__(state, "", EMPTY, self._head, parent)
        self._day: DayColumn | None = None

    def show_day(self, day: DayColumn, today: date) -> None:
        """Show another day, or the same one anew."""
        self._day = day
        self._head.show_day(day, today)
        self.cards.set_empty(EMPTY if day.day >= today else EMPTY_PAST)
        name = f"{words.long_weekday(day.day)} {words.long_day(day.day, today)}"
        count = words.count(len(day.cards), "card") if day.cards else EMPTY
        self.cards.setAccessibleName(f"{name}, {count}")
        self.show_rows(tuple(day_tile(card, today) for card in day.cards))

    def offer(self, tiles: tuple[Tile, ...], before: int) -> Offer | None:
        """Plan or move to this day."""
        if self._day is None:
            return None
        return day_offer(tiles, self._day, self.cards.tiles, before, self.state.desk.now)
