"""The same data as a table: it can be read aloud, and its figures can be copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from planner.ui.theme import Theme
from planner.ui.widgets import veil

_ROW = 24
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Table(NamedTuple):
    """A chart in words: heads, and `length` rows, each made when it is looked at. `figures` are set right."""

    heads: tuple[str, ...]
    length: int
    row: Callable[[int], Sequence[str]]
    figures: frozenset[int] = frozenset()

    def text(self, rows: Sequence[int] | None = None) -> str:
        """Some rows, or all, as lines of tab-separated cells below the heads."""
        wanted = range(self.length) if rows is None else rows
        return "\n".join("\t".join(each) for each in (self.heads, *map(self.row, wanted)))


NOTHING = Table((), 0, lambda _place: ())


def table_of(heads: Sequence[str], rows: Sequence[Sequence[str]], figures: Sequence[int] = ()) -> Table:
    """A table of rows that are there already."""
    return Table(tuple(heads), len(rows), rows.__getitem__, frozenset(figures))


def copy_table(table: Table, rows: Sequence[int] | None = None) -> None:
    """Put some rows, or all, on the clipboard."""
    QGuiApplication.clipboard().setText(veil.shown(table.text(rows)))


class _Model(QAbstractTableModel):
    """Asks the table for no more than is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.table = NOTHING
        self._made: dict[int, Sequence[str]] = {}

    def show(self, table: Table) -> None:
        self.beginResetModel()
        self.table, self._made = table, {}
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.table.length

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.table.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in self.table.figures else _LEFT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.row() not in self._made:
            self._made[index.row()] = self.table.row(index.row())
        return veil.shown(self._made[index.row()][index.column()])

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in self.table.figures else _LEFT
        return self.table.heads[section] if role == Qt.ItemDataRole.DisplayRole else None


class ChartTable(QTableView):
    """Shows a table; Ctrl+C copies the chosen rows, or all of them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._model = _Model()
        self.setModel(self._model)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setMinimumSectionSize(20)
        header.setResizeContentsPrecision(60)
        header.setHighlightSections(False)
        theme.changed.connect(self._measure)
        self._measure()

    @property
    def table(self) -> Table:
        """What is shown."""
        return self._model.table

    def show_table(self, table: Table) -> None:
        """Show another table."""
        self._model.show(table)

    def text(self) -> str:
        """The chosen rows, or all, as lines of tab-separated cells below the heads."""
        chosen = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return self.table.text(chosen or None)

    def copy(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(veil.shown(self.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

    def _measure(self) -> None:
        self.setFont(self.theme.font("why"))
        self.horizontalHeader().setFont(self.theme.font("label"))
        self.verticalHeader().setDefaultSectionSize(self.theme.px(_ROW))
