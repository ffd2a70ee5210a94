"""The white sheet that groups what belongs together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.ui.theme import Theme
from planner.ui.widgets.labels import StyledLabel


class Panel(QFrame):
    """A surface with a line and round corners. `body` takes content, `header` stands beside the title."""

    def __init__(self, theme: Theme, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setProperty("kind", "panel")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 12, 14, 14)
        self.body.setSpacing(8)
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.title = StyledLabel(theme, title, "heading")
        if title:
            self.setAccessibleName(title)
            self.header.addWidget(self.title)
            self.header.addStretch(1)
            self.body.addLayout(self.header)
        else:
            self.title.setParent(self)
            self.title.hide()
