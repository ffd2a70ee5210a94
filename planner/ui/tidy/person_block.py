"""Somebody in a list that is put in order: the disc, the name, and what is known in a line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.domain.names import initials
from planner.ui.theme import Theme
from planner.ui.widgets.avatar import AvatarWidget
from planner.ui.widgets.labels import ElidedLabel

_DISC = 40


class PersonBlock(QWidget):
    """A disc with the name beside it and a caption below that, 'not known yet' for none."""

    def __init__(self, theme: Theme, name: str, hue: str, caption: str) -> None:
        super().__init__()
        self.name = ElidedLabel(theme, name, "name")
        self.caption = ElidedLabel(theme, caption or "not known yet", "caption", "ink3")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(AvatarWidget(theme, initials(name), hue, size=_DISC, name=name))
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addStretch(1)
        column.addWidget(self.name)
        column.addWidget(self.caption)
        column.addStretch(1)
        row.addLayout(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
