"""The cards of one column as they are seen: rows, scrolling, and which of them has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from planner.ui.board import slot_card
from planner.ui.board.delegate import BETWEEN, LEFT, RIGHT, TOP, Attention, CardDelegate
from planner.ui.board.model import ColumnModel, row_at
from planner.ui.board.state import BoardState
from planner.ui.board.tiles import Row, Slot, Tile

_NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate
_ANEW = QItemSelectionModel.SelectionFlag.ClearAndSelect
AS_BEFORE = frozenset(
    {
        *(Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason),
        *(Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason),
    }
)
"""Ways for the focus to come that leave the ring as it was; every other way shows it."""
_WHEEL_STEP = 24


class CardView(QListView):
    """One column's cards. `empty` is the sentence shown where there are none."""

    went = Signal(object)  # a Tile: the keyboard is on another card

    def __init__(self, state: BoardState, name: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A viewport that Qt makes itself would be looked up in Python among all classes of widgets there are.
        self.setViewport(QWidget(self))
        self.shared = state
        self._empty = empty
        self.attention = Attention()
        self.by_keyboard = True
        self.column = ColumnModel(state.desk.unsaved.holds, self)
        self.delegate = CardDelegate(state, self.attention, self)
        self.setModel(self.column)
        self.setItemDelegate(self.delegate)
        self._dress(name)
        state.selection.changed.connect(self._show_selection)
        state.lifted_changed.connect(self.viewport().update)
        state.held_changed.connect(self.viewport().update)
        state.desk.unsaved.changed.connect(self._follow_theme)
        state.desk.theme.changed.connect(self._follow_theme)

    def _dress(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setProperty("ground", "paper")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # Qt's own selection only repeats the board's, for assistive technology.
        self.setSelectionMode(QListView.SelectionMode.MultiSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)

    # Rows

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The cards."""
        return self.column.tiles

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; the place scrolled to stays."""
        scrolled = self.verticalScrollBar().value()
        if self.column.show_rows(rows):
            self.attention.hovered = -1
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setSingleStep(_WHEEL_STEP)
            self.verticalScrollBar().setValue(scrolled)
            self._show_selection()

    def open_slot(self, slot: Slot, before: int) -> None:
        """Open a slot before card number `before` and bring it into view where it went elsewhere."""
        was = self.column.slot_row
        self.column.show_slot(slot, before)
        if self.column.slot_row != was:
            self.executeDelayedItemsLayout()
            self.scrollTo(self.column.index(before))

    def close_slot(self) -> None:
        """Close the slot again."""
        self.column.close_slot()

    def set_empty(self, words: str) -> None:
        """Change the sentence shown where there are no cards."""
        self._empty = words
        self.viewport().update()

    def set_foot(self, room: int) -> None:
        """Leave room below the last card, as for a bar that floats over it."""
        if room != self.attention.foot:
            self.attention.foot = room
            self.scheduleDelayedItemsLayout()

    def card_rect(self, row: int) -> QRectF:
        """Where a row's card is, in the viewport's coordinates."""
        index = self.column.index(row)
        return self.delegate.card_rect(index, self.visualRect(index))

    def height_at(self, width: int) -> int:
        """How high all rows are together in a list this wide."""
        rows = (self.delegate.height(row, width - LEFT - RIGHT) + BETWEEN for row in self.column.rows)
        return TOP + sum(rows)

    def slot_for(self, y: float) -> int:
        """Before which card something dropped at this height of the viewport goes."""
        rects = [
            self.card_rect(number) for number, row in enumerate(self.column.rows) if isinstance(row, Tile)
        ]
        return sum(rect.center().y() < y for rect in rects)

    # Keyboard

    def current(self) -> Tile | None:
        """The card that the keyboard is on."""
        row = row_at(self.currentIndex())
        return row if isinstance(row, Tile) else None

    def focus_row(self, row: int) -> None:
        """Put the keyboard on a row and bring it into view."""
        if 0 <= row < self.column.rowCount():
            self.by_keyboard = True
            self.set_current(row)
            self.bring_up(row)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_up(self, row: int) -> None:
        """Scroll until a row is in view, and clear of a bar that floats over the last cards."""
        self.scrollTo(self.column.index(row))
        card = self.card_rect(row)
        hidden = min(card.bottom() - self.viewport().height() + self.attention.foot, card.top() - TOP)
        if self.attention.foot and hidden > 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(hidden))

    def set_current(self, row: int) -> None:
        """Let the keyboard be on a row, without taking the focus."""
        self.selectionModel().setCurrentIndex(self.column.index(row), _NO_UPDATE)
        self._attend()
        if (tile := self.current()) is not None:
            self.went.emit(tile)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in AS_BEFORE:
            self.by_keyboard = True
        if not self.currentIndex().isValid() and self.column.rowCount():
            self.set_current(0)
        elif (tile := self.current()) is not None:
            self.went.emit(tile)
        self._attend()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._attend()

    def _attend(self) -> None:
        """Show the ring where the keyboard is; a click shows none."""
        shown = self.hasFocus() and self.by_keyboard
        self.attention.focused = self.currentIndex().row() if shown else -1
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards, or the words of an empty column."""
        if self.column.rowCount():
            super().paintEvent(event)
        elif self._empty:
            painter = QPainter(self.viewport())
            place = QRectF(LEFT, TOP, self.viewport().width() - LEFT - RIGHT, 0)
            slot_card.paint_empty(painter, place, self._empty, self.shared.desk.theme)
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _follow_theme(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _show_selection(self) -> None:
        chosen = QItemSelection()
        for number, row in enumerate(self.column.rows):
            if isinstance(row, Tile) and row.key in self.shared.selection:
                chosen.select(self.column.index(number), self.column.index(number))
        self.selectionModel().select(chosen, _ANEW)
        self.viewport().update()
