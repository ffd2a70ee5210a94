"""The keyboard's way over the board: one tab stop, arrows between cards, and back after changes."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt

from planner.ui.board.card_list import CardList
from planner.ui.board.column import Column
from planner.ui.board.tiles import Tile


class Spot(NamedTuple):
    """Where the keyboard was: the card, its person, and its row in its column."""

    tile: Tile
    column: int
    row: int
    focused: bool


class Walk(QObject):
    """Moves the focus between columns; hidden and empty ones are passed over."""

    def __init__(
        self, columns: Sequence[Column], reveal: Callable[[Column], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._reveal = reveal
        self._here = 0
        self.lead_through(columns)
        self._arrive(0)

    def lead_through(self, columns: Sequence[Column]) -> None:
        """Lead through these columns from now on; those that are new are followed."""
        known, self._columns = self._columns, tuple(columns)
        if known:
            self._here = self._number(known[self._here])
        for column in self._columns:
            if column not in known:
                cards = column.cards
                cards.went.connect(lambda _tile, column=column: self._arrive(self._number(column)))
                cards.left_behind.connect(
                    lambda way, height, column=column: self._step(self._number(column), way, height)
                )
                cards.run_out.connect(lambda way, column=column: self._over(self._number(column), way))

    def _number(self, column: Column) -> int:
        return self._columns.index(column)

    @property
    def cards(self) -> CardList:
        """The list that holds the keyboard."""
        return self._columns[self._here].cards

    def current(self) -> Tile | None:
        """The card that the keyboard is on."""
        return self.cards.current()

    def focus_here(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Take the focus to where the keyboard was, else to the first card there is."""
        if not self._open(self._here):
            self._arrive(next((n for n, each in enumerate(self._columns) if self._open(n)), self._here))
        self.cards.setFocus(reason)

    def focus_key(self, key: str) -> bool:
        """Take the keyboard to a card; False where it is not on the board."""
        for column in self._columns:
            row = column.cards.column.row_of(key)
            if row is not None and not column.isHidden():
                self._reveal(column)
                column.cards.focus_row(row)
                return True
        return False

    # Changes

    def spot(self) -> Spot | None:
        """Where the keyboard is, to come back to after the cards were changed."""
        tile = self.current()
        if tile is None:
            return None
        row = self.cards.currentIndex().row()
        # While a dialog is open its window has the focus; ours will have it again where it is kept.
        focused = self.cards.window().focusWidget() is self.cards
        return Spot(tile=tile, column=self._here, row=row, focused=focused)

    def return_to(self, spot: Spot) -> Tile | None:
        """Go back to the same card wherever it is now, else to the same person, else to the same place.

        Returns the card where it is still the same one.
        """
        found = self._find(lambda tile: tile.key == spot.tile.key)
        same = found is not None
        found = found or self._find(lambda tile: tile.person_id == spot.tile.person_id)
        if found is None:
            count = len(self._columns[spot.column].cards.tiles)
            found = (spot.column, min(spot.row, count - 1)) if count else None
        if found is None:
            return None
        number, row = found
        self._go(number, row, focused=spot.focused)
        return self.current() if same else None

    def _find(self, fits: Callable[[Tile], bool]) -> tuple[int, int] | None:
        for number, column in enumerate(self._columns):
            if not column.isHidden():
                for row, each in enumerate(column.cards.column.rows):
                    if isinstance(each, Tile) and fits(each):
                        return number, row
        return None

    def _go(self, number: int, row: int, *, focused: bool) -> None:
        cards = self._columns[number].cards
        cards.by_keyboard = self.cards.by_keyboard
        cards.set_current(row)
        if focused:
            cards.setFocus(Qt.FocusReason.OtherFocusReason)
            cards.bring_up(row)
            self._reveal(self._columns[number])

    # Steps

    def _arrive(self, number: int) -> None:
        """Make this column the board's one tab stop."""
        self._here = number
        for other, column in enumerate(self._columns):
            policy = Qt.FocusPolicy.StrongFocus if other == number else Qt.FocusPolicy.ClickFocus
            column.cards.setFocusPolicy(policy)

    def _step(self, number: int, way: int, height: int) -> None:
        to = number + way
        while 0 <= to < len(self._columns) and not self._open(to):
            to += way
        if 0 <= to < len(self._columns):
            self._stand_near(to, height)

    def _over(self, number: int, way: int) -> None:
        """Up from the first card, or down from the last: here that leads nowhere."""

    def _stand_near(self, to: int, height: int) -> None:
        """Put the keyboard on the card of a column that is nearest to a height on the screen."""
        cards = self._columns[to].cards
        y = cards.viewport().mapFromGlobal(QPoint(0, height)).y()
        rows = range(cards.column.rowCount())
        nearest = min(rows, key=lambda row: abs(cards.card_rect(row).center().y() - y))
        cards.focus_row(nearest)
        self._reveal(self._columns[to])

    def _open(self, number: int) -> bool:
        column = self._columns[number]
        return not column.isHidden() and bool(column.cards.tiles)
