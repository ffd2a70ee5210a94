"""The bar below the list: what will happen, Cancel, and the one button that does it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSpacerItem, QWidget

from planner.ui.review import words
from planner.ui.review.foot_bar import FootBar
from planner.ui.review.telling import Outcome
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import ElidedLabel

_SAFE = "Nothing is saved yet. One Undo takes the whole import back."


class Foot(FootBar):
    """`wanted` asks for the import, `cancelled` to leave, `text_wanted` whether to keep what mails say."""

    wanted = Signal()
    cancelled = Signal()
    text_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.go = Button(theme, "Import", "primary")
        self.cancel = Button(theme, "Cancel")
        self.text = QCheckBox("Keep what the mails say, too")
        self.text.toggled.connect(self.text_wanted)
        self.text.hide()
        self.go.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self.cancelled)
        self._gap = QSpacerItem(0, 0)
        self.row.addWidget(self.text)
        self.row.addItem(self._gap)
        self.row.addWidget(ElidedLabel(theme, _SAFE, "body", "ink3"), 1)
        self.row.addWidget(self.cancel)
        self.row.addWidget(self.go)

    def offer_text(self, wanted: bool) -> None:
        """Offer to keep what mails say, where there are any."""
        self.text.setVisible(wanted)
        self._gap.changeSize(8 if wanted else 0, 0)
        self.row.invalidate()

    def show_outcome(self, outcome: Outcome) -> None:
        """Say on the button what it would do."""
        said = words.imported(outcome.imported)
        if said:
            self.go.set_words(f"Import {said}")
        else:
            self.go.set_words("Nothing to import" if outcome.nothing else "Keep your own address")
        self.go.setEnabled(not outcome.nothing)
