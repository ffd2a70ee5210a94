"""The rows of a stream as Qt wants them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.ui.person.stream_row import NOTHING, UNCHOSEN, About, StreamRow
from planner.ui.widgets import veil

ROW = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class StreamModel(QAbstractListModel):
    """Rows in, words for assistive technology and the row itself out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[StreamRow, ...] = ()

    def show_rows(self, rows: tuple[StreamRow, ...]) -> None:
        """Show these in place of all others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> StreamRow | None:
        """The row at an index, None where there is none."""
        return self._rows[index.row()] if index.isValid() else None

    def place_of(self, about: About) -> int:
        """Where the row about something is, -1 where it is not."""
        if about == NOTHING:
            return -1
        return next((place for place, row in enumerate(self._rows) if row.about == about), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, or its words."""
        if not index.isValid():
            return None
        if role == ROW:
            return self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return veil.shown(self._rows[index.row()].spoken)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Today's line and a sentence cannot be chosen."""
        row = self.row(index)
        if row is None or row.mark in UNCHOSEN:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
