"""Widgets in a column that are shown anew: those about the same thing stay, focus and typing included."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

Item = TypeVar("Item")
Row = TypeVar("Row", bound=QWidget)


class Keyed(Generic[Item, Row]):
    """Rows of a layout by their keys; `make` makes one, `show` shows an item in it."""

    def __init__(
        self, layout: QBoxLayout, make: Callable[[Item], Row], show: Callable[[Row, Item], None]
    ) -> None:
        self._layout, self._make, self._show = layout, make, show
        self.rows: dict[Hashable, Row] = {}

    def show_items(self, items: Iterable[tuple[Hashable, Item]]) -> None:
        """Show these in their order, and nothing else."""
        wanted = dict(items)
        for key in [each for each in self.rows if each not in wanted]:
            self._take(self.rows.pop(key))
        for place, (key, item) in enumerate(wanted.items()):
            row = self.rows.get(key)
            if row is None:
                row = self.rows[key] = self._make(item)
            self._show(row, item)
            if self._layout.indexOf(row) != place:
                self._layout.removeWidget(row)
                self._layout.insertWidget(place, row)

    def _take(self, row: Row) -> None:
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
