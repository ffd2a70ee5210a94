"""The chips above the list, and ticking all that they let through."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.ui.review.rows import Shelf
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.flow import FlowLayout


class Filters(QWidget):
    """One chip is on. `chosen` tells its shelf; `ticked` that all shown should be ticked, or unticked."""

    chosen = Signal(object)  # Shelf
    ticked = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: dict[Shelf, Chip] = {}
        self._flow = FlowLayout(6)
        self._tick = Button(theme, "Tick all", "link", small=True)
        self._untick = Button(theme, "Untick all", "link", small=True)
        self._tick.clicked.connect(lambda: self.ticked.emit(True))
        self._untick.clicked.connect(lambda: self.ticked.emit(False))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 11, 4)
        row.setSpacing(2)
        row.addLayout(self._flow, 1)
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._untick, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def chips(self) -> Mapping[Shelf, Chip]:
        """The chips that are shown."""
        return self._chips

    def show_counts(self, counts: Mapping[Shelf, int], shelf: Shelf) -> None:
        """Show a chip for every shelf that holds anything; the one of `shelf` is on."""
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = {each: self._chip(each, number) for each, number in counts.items() if number}
        self.choose(shelf)

    def choose(self, shelf: Shelf) -> None:
        """Switch one chip on and the others off."""
        for each, chip in self._chips.items():
            chip.setChecked(each is shelf)
        words = "everything" if shelf is Shelf.EVERYTHING else f"all under {shelf.value}"
        self._tick.setAccessibleName(f"Tick {words}")
        self._untick.setAccessibleName(f"Untick {words}")

    def set_tickable(self, tickable: bool) -> None:
        """Offer ticking only where there is anything to tick."""
        self._tick.setVisible(tickable)
        self._untick.setVisible(tickable)

    def _chip(self, shelf: Shelf, number: int) -> Chip:
        chip = Chip(self._theme, shelf.value, count=number, parent=self)
        chip.clicked.connect(lambda: self.chosen.emit(shelf))
        self._flow.addWidget(chip)
        return chip
