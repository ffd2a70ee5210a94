"""What the columns of one board share: the desk, what is chosen, what is being dragged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QObject, QPoint, QRect, Signal

from planner.queries.only import Only
from planner.queries.pauses import Away, away_on
from planner.ui.board.selection import Selection
from planner.ui.board.tiles import Tile
from planner.ui.cards.card_style import CardLook
from planner.ui.desk import Desk


class BoardState(QObject):
    """One per board. `tiles` are all cards that are shown, by key; `only` whose cards are, all for None."""

    lifted_changed = Signal()
    held_changed = Signal()
    everybody_wanted = Signal()  # a filter that hides cards is to go
    offered = Signal(object, QRect, QPoint)  # a Slot or None, where its words are and the pointer, on screen

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.selection = Selection(self)
        self.tiles: dict[str, Tile] = {}
        self._lifted: frozenset[str] = frozenset()
        self._held = False
        self.only: Only = None
        self.ghost = QRect()

    @property
    def lifted(self) -> frozenset[str]:
        """The cards that hang under the pointer; they leave ghosts behind."""
        return self._lifted

    def lift(self, keys: Iterable[str], ghost: QRect | None = None) -> None:
        """Begin to drag these cards; `ghost` is where their picture hangs, seen from the pointer."""
        self._lifted, self.ghost = frozenset(keys), ghost or QRect()
        self.lifted_changed.emit()

    def put_down(self) -> None:
        """End the drag."""
        if self._lifted:
            self._lifted = frozenset()
            self.offered.emit(None, QRect(), QPoint())
            self.lifted_changed.emit()

    @property
    def held(self) -> bool:
        """Whether something works on the board meanwhile, and no card can be taken."""
        return self._held

    def hold(self, held: bool) -> None:
        """Hold all cards where they are, or let them go again."""
        if held != self._held:
            self._held = held
            self.held_changed.emit()

    def lasting_look(self, tile: Tile) -> CardLook:
        """What of a card's look comes neither from the pointer nor from the keyboard."""
        return CardLook(
            selected=tile.key in self.selection,
            ghost=tile.key in self._lifted,
            disabled=self._held,
            error=self.desk.unsaved.holds(tile.subject),
        )

    def away(self, tiles: Iterable[Tile], day: date) -> tuple[Away, ...]:
        """Whoever of these cards is declared absent on a day."""
        people = (person for tile in tiles for person in tile.subject.people)
        return away_on(self.desk.library, people, day)

    def known(self, keys: Iterable[str]) -> tuple[Tile, ...]:
        """The cards of these keys that are on the board."""
        return tuple(self.tiles[key] for key in keys if key in self.tiles)
