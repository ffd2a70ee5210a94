"""The rows of the commitments page as Qt wants them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.ui.commitments.rows import Heading, Line, Row
from planner.ui.widgets import veil

ROW = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CommitmentsModel(QAbstractListModel):
    """Rows in; the row itself, and words for assistive technology, out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these in place of all others."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """The row at an index, None where there is none."""
        return self.rows[index.row()] if index.isValid() else None

    def place_of(self, commitment_id: int) -> int:
        """Where a commitment is, -1 where it is not shown."""
        return next(
            (
                place
                for place, row in enumerate(self.rows)
                if isinstance(row, Line) and row.listed.id == commitment_id
            ),
            -1,
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row, or its words."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = row.said.spoken(folded=row.folded) if isinstance(row, Heading) else row.spoken
            return veil.shown(said)
        return None
