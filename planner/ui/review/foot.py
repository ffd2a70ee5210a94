"""The bar below the list: what will happen, Cancel, and the one button that does it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.ui.review import words
from planner.ui.review.telling import Outcome
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import ElidedLabel
from planner.ui.widgets.themed import ThemedWidget

_SAFE = "Nothing is saved yet. One Undo takes the whole import back."


class Foot(ThemedWidget):
    """`wanted` asks for the import, `cancelled` to leave."""

    wanted = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.go = Button(theme, "Import", "primary")
        self.cancel = Button(theme, "Cancel")
        self.go.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        row.addWidget(ElidedLabel(theme, _SAFE, "body", "ink3"), 1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)

    def show_outcome(self, outcome: Outcome) -> None:
        """Say on the button what it would do."""
        said = words.imported(outcome.imported)
        if said:
            self.go.set_words(f"Import {said}")
        else:
            self.go.set_words("Nothing to import" if outcome.nothing else "Keep your own address")
        self.go.setEnabled(not outcome.nothing)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self.theme.palette.line)
        painter.end()
