"""The chips above the list, and deciding at once about all that they let through."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.ui.review.reviewing import Reviewing
from planner.ui.review.rows import Shelf
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.flow import FlowLayout

_TAKE, _KEEP = "Take all changes", "Keep all as here"


class Filters(QWidget):
    """One chip is on. `chosen` tells its shelf; `decided` that all that is shown was decided."""

    chosen = Signal(object)  # Shelf
    decided = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reviewing: Reviewing | None = None
        self._chips: dict[Shelf, Chip] = {}
        self._flow = FlowLayout(6)
        self.take = Button(theme, _TAKE, "link", small=True)
        self.tick = Button(theme, "Tick all", "link", small=True)
        self.untick = Button(theme, "Untick all", "link", small=True)
        self.take.clicked.connect(lambda: self._decide(Reviewing.take_shown))
        self.tick.clicked.connect(lambda: self._decide(lambda shown: shown.tick_all(True)))
        self.untick.clicked.connect(lambda: self._decide(lambda shown: shown.tick_all(False)))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 11, 4)
        row.setSpacing(2)
        row.addLayout(self._flow, 1)
        for button in (self.take, self.tick, self.untick):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def chips(self) -> Mapping[Shelf, Chip]:
        """The chips that are shown."""
        return self._chips

    def show_review(self, reviewing: Reviewing) -> None:
        """Show a chip for every shelf of a review that holds anything."""
        for chip in self._chips.values():
            self._flow.removeWidget(chip)
            chip.deleteLater()
        counts = reviewing.counts()
        self._chips = {each: self._chip(each, number) for each, number in counts.items() if number}
        self._reviewing = reviewing
        self.follow()

    def follow(self) -> None:
        """Switch on the chip of what is shown, and offer what can be decided about all of it."""
        if (shown := self._reviewing) is None:
            return
        for each, chip in self._chips.items():
            chip.setChecked(each is shown.shelf)
        words = "everything" if shown.shelf is Shelf.EVERYTHING else f"all under {shown.shelf.value}"
        self.tick.setAccessibleName(f"Tick {words}")
        self.untick.setAccessibleName(f"Untick {words}")
        tickable = any(row.answers for row in shown.rows)
        self.tick.setVisible(tickable)
        self.untick.setVisible(tickable)
        self.take.setVisible(bool(shown.differences))
        self.take.set_words(_KEEP if shown.takes_shown else _TAKE)

    def _decide(self, decision: Callable[[Reviewing], bool]) -> None:
        if self._reviewing is not None and decision(self._reviewing):
            self.follow()
            self.decided.emit()

    def _chip(self, shelf: Shelf, number: int) -> Chip:
        chip = Chip(self._theme, shelf.value, count=number, parent=self)
        chip.clicked.connect(lambda: self.chosen.emit(shelf))
        self._flow.addWidget(chip)
        return chip
