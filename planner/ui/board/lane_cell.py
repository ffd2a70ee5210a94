"""One day of one lane: the cards of a layer, and a place to drop more of them on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtWidgets import QWidget

from planner.domain import words
from planner.domain.names import first_name
from planner.ui.board.column import Column
from planner.ui.board.day import DayView
from planner.ui.board.delegate import LEFT, RIGHT
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import Row, Slot, Tile
from planner.ui.cards import lane_card

if TYPE_CHECKING:
    from planner.ui.board.offers import Offer

NO_LAYER = "No layer yet"
_TARGET_OUT = 4


class LaneCell(Column):
    """Only cards of its own layer can be dropped here; what a drop does is what it does on the day `of`."""

    grown = Signal()  # more or less room is needed

    def __init__(self, state: BoardState, day: LaneDay, parent: QWidget | None = None) -> None:
        self.layer = ""
        self.of = day
        super().__init__(state, "", "", None, parent)
        self.cards.delegate.day_card = lane_card

    def show_layer(self, layer: str) -> None:
        """Stand in the lane of another layer, '' for those in none."""
        self.layer = layer

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these cards."""
        day = self.of.day
        if day is not None:
            count = words.count(len(rows), "card") if rows else "empty"
            name = f"{self.layer or NO_LAYER}, {words.long_weekday(day)}, {count}"
            self.cards.setAccessibleName(name)
        super().show_rows(rows)

    def needed(self, width: int) -> int:
        """How high the cell must be to show all of its cards."""
        return self.cards.height_at(width)

    def offer(self, tiles: tuple[Tile, ...], before: int) -> Offer | None:
        """Plan or move to the day, for this layer's people alone."""
        from planner.ui.board.offers import Offer  # at the first drag

        refused = refusal(tiles, self.layer)
        if refused is not None:
            return Offer(slot=refused, before=before)
        own = self.cards.tiles
        after = own[before] if before < len(own) else None
        found = self.of.offer_before(tiles, self.of.number_of(after))
        return None if found is None else found._replace(before=self.before(found.before))

    def before(self, number: int) -> int:
        """How many of the first cards of the day stand in this cell."""
        keys = {tile.key for tile in self.of.shown[:number]}
        return sum(tile.key in keys for tile in self.cards.tiles)

    def aim(self, offer: Offer | None, tiles: tuple[Tile, ...]) -> None:
        """Show what a drop elsewhere on the day would do here; None ends it."""
        if offer is None:
            self._end_target()
        else:
            self._show_target(offer._replace(before=self.before(offer.before)), tiles)

    def _show_target(self, offer: Offer | None, tiles: tuple[Tile, ...]) -> None:
        super()._show_target(offer, tiles)
        self.grown.emit()

    def _end_target(self) -> None:
        shown = self.target is not None
        super()._end_target()
        if shown:
            self.grown.emit()

    def _arrange(self) -> None:
        self.cards.setGeometry(self.rect())

    def _target_rect(self) -> QRectF:
        place = QRectF(self.rect()).adjusted(LEFT, 0, -RIGHT, 0)
        return place.adjusted(-_TARGET_OUT + 0.75, 2.75, _TARGET_OUT - 0.75, -0.75)


class LaneDay(DayView):
    """The head and the ground of a day; its cards stand in one cell for each layer."""

    def __init__(self, state: BoardState, parent: QWidget | None = None) -> None:
        self.cells: list[LaneCell] = []
        self._rows: tuple[Row, ...] = ()
        super().__init__(state, parent)
        self.cards.hide()

    @property
    def shown(self) -> tuple[Tile, ...]:
        """All cards of the day, by time."""
        return tuple(row for row in self._rows if isinstance(row, Tile))

    def holds(self, cards: QWidget) -> bool:
        """Whether these are cards of this day."""
        return any(cell.cards is cards for cell in self.cells)

    def number_of(self, tile: Tile | None) -> int:
        """Which card of the day this is; after the last one for None."""
        keys = [each.key for each in self.shown]
        return keys.index(tile.key) if tile is not None and tile.key in keys else len(keys)

    def offer(self, tiles: tuple[Tile, ...], before: int) -> Offer | None:
        """Below the lanes: after everything of the day."""
        return self.offer_before(tiles, len(self.shown))

    def offer_before(self, tiles: tuple[Tile, ...], number: int) -> Offer | None:
        """Plan or move before a card of the day."""
        return super().offer(tiles, number)

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Hand the cards out to the cells of their layers."""
        self._end_target()
        self._rows = rows
        for cell in self.cells:
            own = tuple(row for row in rows if isinstance(row, Tile) and row.facts.layer == cell.layer)
            cell.show_rows(own)

    def words_place(self) -> QRect:
        """In the lane where the slot is open."""
        places = (cell.words_place() for cell in self.cells if cell.target is not None)
        return next(places, QRect())

    def _show_target(self, offer: Offer | None, tiles: tuple[Tile, ...]) -> None:
        """Over the ground: open the slot in the lane where the first card belongs."""
        self._offer = offer
        for cell in self.cells:
            here = offer is not None and cell.layer == tiles[0].facts.layer
            cell.aim(offer if here else None, tiles)
        self.update()

    def _end_target(self) -> None:
        super()._end_target()
        for cell in self.cells:
            cell.aim(None, ())


def refusal(tiles: tuple[Tile, ...], layer: str) -> Slot | None:
    """Why these cards cannot be dropped into a layer's lane, None where they can."""
    strange = [tile for tile in tiles if tile.facts.layer != layer]
    if not strange:
        return None
    said = "A drop changes the day, never the layer."
    if len(tiles) > 1:
        title = f"{len(strange)} of {len(tiles)} are in other layers"
        return Slot(title=title, words=f"{said} Drop them below the lanes.", refused=True)
    facts = strange[0].facts
    if not facts.layer:
        return Slot(
            title=f"{first_name(facts.name)} is in no layer yet",
            words=f"{said} Edit the person (E) to choose one.",
            refused=True,
        )
    return Slot(
        title=f"{first_name(facts.name)} is in {facts.layer}",
        words=f"{said} Drop in that lane, or edit the person (E).",
        refused=True,
    )
