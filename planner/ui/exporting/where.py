"""Where an export goes: its name and folder, and another place by choice."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import ElidedLabel, StyledLabel


class Where(QWidget):
    """A place that was proposed is free; one chosen by hand may replace what is there, and says so."""

    wanted = Signal()

    def __init__(self, theme: Theme, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._chosen = False
        self.name = ElidedLabel(theme, "", "name")
        self.folder = ElidedLabel(theme, "", "caption", "ink3")
        self.warning = StyledLabel(theme, "What is there now is replaced.", "caption", "due")
        self.choose = Button(theme, "Choose …", small=True)
        self.choose.setAccessibleName("Choose where to export to")
        self.choose.clicked.connect(self.wanted)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.name, self.folder, self.warning):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(StyledLabel(theme, "Where", "caption", "ink2"))
        column.addLayout(row)
        self._show()

    @property
    def may_replace(self) -> bool:
        """Whether what is there may be written over: only where it was chosen knowingly."""
        return self._chosen and os.path.lexists(self.path)

    def propose(self, path: Path) -> None:
        """Another place, free by itself; one that was chosen by hand keeps its name if it can."""
        if self._chosen and self.path.suffix == path.suffix:
            return
        self.path, self._chosen = path, False
        self._show()

    def take(self, path: Path) -> None:
        """A place chosen by hand."""
        self.path, self._chosen = path, True
        self._show()

    def _show(self) -> None:
        self.name.setText(self.path.name)
        self.folder.setText(_short(self.path.parent))
        self.warning.setVisible(self.may_replace)
        self.setAccessibleDescription(f"{self.path.name} in {self.path.parent}")


def _short(folder: Path) -> str:
    """'~/Documents'; the home folder itself in words."""
    if folder == Path.home():
        return "Your home folder"
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
