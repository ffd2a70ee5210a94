"""The rows of one column, for Qt's views."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.ui.board.tiles import Row, Slot, Tile, words_of
from planner.ui.screen import Subject
from planner.ui.widgets import veil

_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class ColumnModel(QAbstractListModel):
    """Cards in order, with at most one slot among them while something is dragged over the column."""

    def __init__(self, waits: Callable[[Subject], bool], parent: QObject | None = None) -> None:
        """`waits` says of a card's subject whether a change of it could not be saved."""
        super().__init__(parent)
        self._waits = waits
        self._rows: tuple[Row, ...] = ()
        self._slot_row: int | None = None

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everything that stands in the column."""
        return self._rows

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """The cards alone."""
        return tuple(row for row in self._rows if isinstance(row, Tile))

    @property
    def slot_row(self) -> int | None:
        """Where the slot is open."""
        return self._slot_row

    def row_of(self, key: str) -> int | None:
        """The row of a card."""
        found = (number for number, row in enumerate(self._rows) if isinstance(row, Tile) and row.key == key)
        return next(found, None)

    def show_rows(self, rows: tuple[Row, ...]) -> bool:
        """Show other rows; False where they are the same."""
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows, self._slot_row = rows, None
        self.endResetModel()
        return True

    def show_slot(self, slot: Slot, before: int) -> None:
        """Open a slot before the card number `before`, or change the one that is open."""
        if self._slot_row == before:
            if self._rows[before] != slot:
                self._rows = (*self._rows[:before], slot, *self._rows[before + 1 :])
                self.dataChanged.emit(self.index(before), self.index(before))
            return
        self.close_slot()
        place = min(before, len(self._rows))
        self.beginInsertRows(_NOWHERE, place, place)
        self._rows = (*self._rows[:place], slot, *self._rows[place:])
        self._slot_row = place
        self.endInsertRows()

    def close_slot(self) -> None:
        """Close the slot, if one is open."""
        if self._slot_row is None:
            return
        place = self._slot_row
        self.beginRemoveRows(_NOWHERE, place, place)
        self._rows = (*self._rows[:place], *self._rows[place + 1 :])
        self._slot_row = None
        self.endRemoveRows()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's words, for assistive technology."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self._rows[index.row()]
            unsaved = isinstance(row, Tile) and self._waits(row.subject)
            said = veil.shown(words_of(row))
            return f"Not saved. {said}" if unsaved else said
        return None


def row_at(index: _Index) -> Row | None:
    """The row behind an index."""
    column = index.model()
    return column.rows[index.row()] if isinstance(column, ColumnModel) else None
