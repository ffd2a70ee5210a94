"""Narrowing a board to some people: the row of filters where one is wanted, and whom it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.domain import words
from planner.queries.only import Only
from planner.ui.desk import Desk
from planner.ui.screen import Screen

if TYPE_CHECKING:
    from planner.ui.board.filter_row import FilterRow
    from planner.ui.board.state import BoardState


class Narrowing(QObject):
    """One per board. The row, and everybody in memory, are there from the first filter on."""

    changed = Signal()  # other cards are to be shown
    arranged = Signal()  # the row needs more or less room, or none
    left = Signal()

    def __init__(self, desk: Desk, state: BoardState, screen: Screen) -> None:
        super().__init__(screen)
        self._desk, self._state, self._screen = desk, state, screen
        self._row: FilterRow | None = None
        state.everybody_wanted.connect(self.clear)

    @property
    def row(self) -> FilterRow:
        """The row of filters."""
        if self._row is None:
            from planner.ui.board.filter_row import FilterRow

            self._row = FilterRow(self._desk, self._screen)
            self._row.changed.connect(self._change)
            self._row.resized.connect(self.arranged)
            self._row.left.connect(self.left)
        return self._row

    @property
    def on(self) -> bool:
        """Whether anybody may be left out."""
        return self._row is not None and bool(self._row.filter)

    @property
    def shown(self) -> bool:
        """Whether the row is there."""
        return self._row is not None and not self._row.isHidden()

    def ask(self) -> Only:
        """Whom to show now; the cards of the board go by it from here on."""
        if self._row is not None and self.shown:
            self._row.refresh()
        only = frozenset(each.id for each in self._row.bar.shown()) if self._row and self.on else None
        self._state.only = only
        return only

    def _change(self) -> None:
        self.changed.emit()
        if self._row is not None and self.on:
            people = words.count(len(self._row.bar.shown()), "person", "people")
            cards = words.count(len(self._state.tiles), "card")
            self._desk.announced.emit(f"{people}, {cards} on the board")
        else:
            self._desk.announced.emit("Everyone is shown")

    def place(self, top: int, width: int) -> int:
        """Lie below `top`, as wide as the board; return where the columns begin."""
        if self._row is None or not self.shown:
            return top
        layout = self._row.layout()
        height = layout.totalHeightForWidth(width) if layout else 0
        self._row.setGeometry(0, top, width, height)
        return top + height

    def toggle(self) -> None:
        """Show the row, or put it away and show everybody again."""
        self.row.toggle()

    def clear(self) -> None:
        """Show everybody again."""
        if self._row is not None:
            self._row.clear()

    def take_over(self, other: Narrowing) -> None:
        """Narrow this board as another one is narrowed."""
        if other.on or self.on:
            self.row.choose(other.row.filter)
            if not other.on:
                self.clear()


class NarrowedScreen(Screen):
    """A board that shows the cards of some people only, where that is wanted."""

    narrowing: Narrowing

    def filtering(self) -> FilterRow:
        """The row of filters, made when it is first wanted."""
        return self.narrowing.row

    def show_layer(self, hue: str) -> None:
        """Narrow to one layer, or to all again where it was this one."""
        self.narrowing.row.choose_hue(hue)

    def narrow_as(self, other: QWidget) -> None:
        """Narrow to those to whom another board is narrowed."""
        if isinstance(other, NarrowedScreen):
            self.narrowing.take_over(other.narrowing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing else needed shows everybody again."""
        if event.key() == Qt.Key.Key_Escape and self.narrowing.shown:
            self.narrowing.clear()
        else:
            super().keyPressEvent(event)
