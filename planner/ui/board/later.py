"""What is planned after the week or month that is shown: the last column of the board."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.domain import words
from planner.queries.week import free_start
from planner.ui.board.column import Column
from planner.ui.board.facts import later_tile
from planner.ui.board.heads import TitleHead
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import More, Row, Tile

if TYPE_CHECKING:
    from typing import Protocol

    from planner.queries.week import DayCard
    from planner.ui.board.offers import Offer

    class HasLater(Protocol):
        """What of a week or a month this column shows."""

        @property
        def today(self) -> date: ...
        @property
        def later(self) -> tuple[DayCard, ...]: ...
        @property
        def later_total(self) -> int: ...


TITLE = "Later"
EMPTY = "Nothing planned later."
_FIRST = 5


class LaterColumn(Column):
    """The next few plans, or all of them; dropping a card below another gives it that one's day."""

    def __init__(self, state: BoardState, parent: QWidget | None = None) -> None:
        self._head = TitleHead(state.desk.theme, TITLE)
        super().__init__(state, TITLE, EMPTY, self._head, parent)
        self._board: HasLater | None = None
        self._all = False
        self._kept = ""
        self.cards.more_wanted.connect(self._turn)

    def show_later(self, board: HasLater, keep: str = "") -> None:
        """Show what comes after this week or month; `keep` is shown even where it is not among the next."""
        self._board, self._kept = board, keep
        tiles = tuple(later_tile(card, board.today) for card in board.later)
        kept = tuple(tile for tile in tiles[_FIRST:] if tile.key == keep)
        shown: tuple[Row, ...] = tiles if self._all else (*tiles[:_FIRST], *kept)
        if len(tiles) > _FIRST:
            shown += (More(words="Fewer" if self._all else f"All {board.later_total} planned"),)
        following = f"Next: {words.day_words(board.later[0].day, board.today)}" if tiles else ""
        self._head.show_count(board.later_total, following)
        self.cards.setAccessibleName(f"{TITLE}, {board.later_total}" if tiles else f"{TITLE}. {EMPTY}")
        self.show_rows(shown)

    def offer(self, tiles: tuple[Tile, ...], before: int) -> Offer | None:
        """Plan or move to the day of the card above, else by a week."""
        from planner.queries.forms import days_ahead
        from planner.ui.board.later_offers import Ahead, later_offer  # at the first drag

        desk = self.state.desk
        ahead = Ahead(
            free=lambda day, minutes: free_start(desk.library, day, minutes),
            room=lambda day: days_ahead(desk.library, day, 1)[0],
        )
        return later_offer(tiles, self.cards.tiles, before, desk.now, ahead)

    def _turn(self) -> None:
        """Show all, or the next few again."""
        self._all = not self._all
        if self._board is not None:
            self.show_later(self._board, self._kept)
