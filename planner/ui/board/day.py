"""One day of the board."""

from __future__ import annotations

from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.domain import words
from planner.queries.only import shows
from planner.queries.week import DayColumn
from planner.ui.board.column import Column
from planner.ui.board.delegate import LEFT
from planner.ui.board.facts import day_tiles
from planner.ui.board.heads import DayHead
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import More, Row, Tile
from planner.ui.keys import follow
from planner.ui.widgets.buttons import IconButton

if TYPE_CHECKING:
    from planner.ui.board.offers import Offer

EMPTY = "Nothing planned. Quiet days are allowed."
EMPTY_LEAVE = "Nothing planned. Enjoy your leave."
EMPTY_PAST = "Nothing noted. Quiet days are allowed."
_FOOT = 32
_ADD = 24


class DayView(Column):
    """A day's plans and conversations by time; dropping plans or moves a conversation."""

    add_wanted = Signal()

    def __init__(self, state: BoardState, parent: QWidget | None = None) -> None:
        self._head = DayHead(state.desk.theme)
        super().__init__(state, "", EMPTY, self._head, parent)
        self._day: DayColumn | None = None
        self._tiles: tuple[Tile, ...] = ()
        self._seen: tuple[Tile, ...] = ()
        self._proposed: tuple[Tile, ...] = ()
        self.add = IconButton(
            state.desk.theme, "plus", "Add to the day", colour="ink3", size=_ADD, parent=self
        )
        self.add.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add.clicked.connect(self.add_wanted)
        follow(state.desk.keys, "quick_add", partial(self.add.set_tooltip, "Add to the day"))
        self._head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._head.customContextMenuRequested.connect(self._show_menu)
        self.cards.more_wanted.connect(state.everybody_wanted)

    @property
    def day(self) -> date | None:
        """The day that is shown."""
        return self._day.day if self._day else None

    def holds(self, cards: QWidget) -> bool:
        """Whether these are cards of this day."""
        return cards is self.cards

    @property
    def shown(self) -> tuple[Tile, ...]:
        """All cards of the day, by time."""
        return self.cards.tiles

    def show_day(self, day: DayColumn, today: date) -> None:
        """Show another day, or the same one anew."""
        self._day = day
        self._head.show_day(day, today)
        self.add.setVisible(day.day >= today)
        self.add.set_tooltip(f"Add to {words.long_weekday(day.day)}", "A")
        empty = _empty(day, today)
        self.cards.set_empty(empty)
        name = f"{words.long_weekday(day.day)} {words.long_day(day.day, today)}"
        self._tiles = day_tiles(day, today)
        self._seen = tuple(tile for tile in self._tiles if shows(self.state.only, tile.subject.people))
        count = words.count(len(self._seen), "card") if self._tiles else empty
        self.cards.setAccessibleName(f"{name}, {count}")
        self._show()

    def show_proposed(self, tiles: tuple[Tile, ...]) -> None:
        """Show what is suggested for the day among its cards, by time."""
        if tiles != self._proposed:
            self._proposed = tiles
            self._show()

    def _show(self) -> None:
        proposed = tuple(tile for tile in self._proposed if tile.day == self.day)
        self._head.show_proposed(sum(tile.minutes for tile in proposed))
        rows: tuple[Row, ...] = self._seen
        if proposed:
            both: list[Tile] = [*self._seen, *proposed]
            both.sort(key=lambda tile: (tile.starts is None, tile.starts or time()))
            rows = tuple(both)
        hidden = len(self._tiles) - len(self._seen)
        self.show_rows((*rows, More(words=f"{hidden} hidden, show all")) if hidden else rows)

    def _show_menu(self, place: QPoint) -> None:
        """What can be done with the day itself."""
        from planner.ui.board.menu import day_menu  # at the first menu

        menu = day_menu(self.state.desk, self.day, self)
        if not self.add.isHidden():
            words_ = self.add.accessibleName()
            menu.insertAction(menu.actions()[0], menu.addAction(f"{words_}\tA", self.add_wanted.emit))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._head.mapToGlobal(place))

    def offer(self, tiles: tuple[Tile, ...], before: int) -> Offer | None:
        """Plan or move to this day."""
        from planner.ui.board.offers import day_offer  # at the first drag

        if self._day is None:
            return None
        shown = self.shown
        away = self.state.away(tiles, self._day.day)
        offer = day_offer(tiles, self._day, self._tiles, self._above(before), self.state.desk.now, away)
        return offer if shown == self._tiles else offer._replace(before=before)

    def _above(self, before: int) -> int:
        """How many of all plans of the day, hidden ones too, are above a place among those that are shown."""
        places = {tile.key: number for number, tile in enumerate(self._tiles)}
        above = [places[tile.key] for tile in self.shown[:before] if tile.key in places]
        below = [places[tile.key] for tile in self.shown[before:] if tile.key in places]
        if above:
            return above[-1] + 1 if below else len(self._tiles)
        return below[0] if below else len(self._tiles)

    def _arrange(self) -> None:
        """Leave room for the button below the cards."""
        super()._arrange()
        foot = self.theme.px(_FOOT)
        self.cards.resize(self.cards.width(), max(0, self.cards.height() - foot))
        self.add.move(LEFT, self.height() - foot + 2)


def _empty(day: DayColumn, today: date) -> str:
    """What is true of a day without cards."""
    if day.day < today:
        return EMPTY_PAST
    return EMPTY_LEAVE if day.on_leave else EMPTY
