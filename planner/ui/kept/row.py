"""The line that says that something was kept and is shown again, with the way to begin anew."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.domain import words
from planner.queries.unfinished import Kept
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel

_ABOVE = 4


class KeptRow(QWidget):
    """Hidden until something was kept. It can `wrap` where it stands close below a field of a panel."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, wrap: bool = False) -> None:
        super().__init__(parent)
        self.said = StyledLabel(theme, "", "caption", "ink2", wrap=wrap)
        self.afresh = Button(theme, "Start afresh", "link", small=True)
        self.afresh.setStyleSheet("padding: 0 2px;")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _ABOVE if wrap else 0, 0, 0)
        row.addWidget(self.said, 1)
        row.addWidget(self.afresh, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def show_kept(self, kept: Kept, today: date) -> None:
        """Say from when it is."""
        when = f"{words.day_words(kept.at.date(), today)}, {kept.at:%H:%M}"
        self.said.setText(f"Kept from {when}, not saved yet.")
        self.show()
