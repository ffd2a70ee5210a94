"""The keyboard's way over the month: To engage, the days, Later; one tab stop, and back after changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from planner.ui.board.card_list import CardList
from planner.ui.board.month_grid import MonthGrid
from planner.ui.board.month_sheet import Stop
from planner.ui.board.tiles import Tile


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where the keyboard was: its region, its card, the row or day, and the chip's number on the day."""

    here: QWidget
    tile: Tile | None
    row: int
    day: date | None
    item: int
    focused: bool


class MonthWalk(QObject):
    """Moves the focus between the two columns and the days between them."""

    def __init__(self, engage: CardList, grid: MonthGrid, later: CardList, parent: QObject) -> None:
        super().__init__(parent)
        self._engage, self._grid, self._later = engage, grid, later
        self._here: CardList | MonthGrid = engage
        for cards in (engage, later):
            cards.went.connect(lambda _tile, cards=cards: self._arrive(cards))
        grid.went.connect(lambda _stop: self._arrive(grid))
        engage.left_behind.connect(self._leave_engage)
        later.left_behind.connect(self._leave_later)
        grid.left_behind.connect(self._leave_grid)
        self._arrive(engage)

    def current(self) -> Tile | None:
        """The card that the keyboard is on."""
        return self._here.current()

    def focus_here(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Take the focus to where the keyboard was; to the days where its column has become empty."""
        if isinstance(self._here, CardList) and not self._here.tiles:
            self._arrive(self._grid)
        self._here.setFocus(reason)

    def focus_key(self, key: str) -> bool:
        """Take the keyboard to a card; False where it is not seen."""
        stop = self._grid.bring(key)
        if stop is not None:
            self._grid.focus_stop(stop)
            return True
        return any(self._focus_in(cards, key) for cards in (self._engage, self._later))

    # Changes

    def spot(self) -> Spot:
        """Where the keyboard is, to come back to after the cards were changed."""
        grid, here = self._grid, self._here
        day = grid.days[grid.stop.day].day if grid.stop.day < len(grid.days) else None
        row = here.currentIndex().row() if isinstance(here, CardList) else 0
        tile, focused = here.current(), here.hasFocus()
        return Spot(here=here, tile=tile, row=row, day=day, item=grid.stop.item, focused=focused)

    def return_to(self, spot: Spot) -> None:
        """Go back to the same card wherever it is now, else to the same person, else to the same place."""
        tile = spot.tile
        if tile is not None and (stop := self._grid.bring(tile.key)) is not None:
            self._settle_on(stop, focused=spot.focused)
        elif tile is not None and self._return_to_card(tile, focused=spot.focused):
            return
        elif isinstance(spot.here, CardList) and spot.here.tiles:
            self._settle(spot.here, min(max(spot.row, 0), len(spot.here.tiles) - 1), focused=spot.focused)
        else:
            self._return_to_day(spot)

    def _return_to_card(self, tile: Tile, *, focused: bool) -> bool:
        """Go to the card in a column, else to another one of the person; False where there is neither."""
        for cards in (self._engage, self._later):
            if (row := cards.column.row_of(tile.key)) is not None:
                self._settle(cards, row, focused=focused)
                return True
        other = next((each for each in self._grid.tiles if each.person_id == tile.person_id), None)
        if other is not None and (stop := self._grid.stop_of(other.key)) is not None:
            self._settle_on(stop, focused=focused)
            return True
        for cards in (self._engage, self._later):
            for each in cards.tiles:
                if each.person_id == tile.person_id:
                    self._settle(cards, cards.column.row_of(each.key) or 0, focused=focused)
                    return True
        return False

    def _return_to_day(self, spot: Spot) -> None:
        day = self._grid.number_of(spot.day) if spot.day else -1
        if day >= 0:
            item = min(spot.item, len(self._grid.tiles_on(day)) - 1)
            self._settle_on(Stop(day=day, item=item), focused=spot.focused)

    def _settle(self, cards: CardList, row: int, *, focused: bool) -> None:
        cards.by_keyboard = self._here.by_keyboard
        cards.set_current(row)
        if focused:
            cards.setFocus(Qt.FocusReason.OtherFocusReason)
            cards.scrollTo(cards.column.index(row))

    def _settle_on(self, stop: Stop, *, focused: bool) -> None:
        self._grid.by_keyboard = self._here.by_keyboard
        self._grid.set_stop(stop)
        if focused:
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # Steps

    def _arrive(self, here: CardList | MonthGrid) -> None:
        """Make this region the board's one tab stop."""
        self._here = here
        for region in (self._engage, self._grid, self._later):
            on = region is here
            region.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def _leave_engage(self, way: int, height: int) -> None:
        if way > 0:
            self._grid.enter(way, height)

    def _leave_later(self, way: int, height: int) -> None:
        if way < 0:
            self._grid.enter(way, height)

    def _leave_grid(self, way: int, height: int) -> None:
        cards = self._later if way > 0 else self._engage
        if not cards.tiles:
            return
        y = cards.viewport().mapFromGlobal(QPoint(0, height)).y()
        rows = range(cards.column.rowCount())
        cards.focus_row(min(rows, key=lambda row: abs(cards.card_rect(row).center().y() - y)))

    def _focus_in(self, cards: CardList, key: str) -> bool:
        row = cards.column.row_of(key)
        if row is not None:
            cards.focus_row(row)
        return row is not None
