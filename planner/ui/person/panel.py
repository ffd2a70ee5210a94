"""A panel of a person's page: an icon, a title, a word at the right, and content that is shown anew."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.ui import icons
from planner.ui.desk import Desk
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.panel import Panel
from planner.ui.widgets.themed import ThemedWidget

_ICON = 15


class PersonPanel(Panel):
    """A panel with an icon before its title and a word at its right; `content` is emptied at each showing."""

    def __init__(self, desk: Desk, icon: str, title: str) -> None:
        super().__init__(desk.theme, title)
        self.desk = desk
        self.side = StyledLabel(desk.theme, "", "captionStrong", "ink3")
        self.header.insertWidget(0, PanelIcon(desk.theme, icon))
        self.header.addWidget(self.side)
        self.content = QVBoxLayout()
        self.content.setSpacing(2)
        self.body.setSpacing(7)
        self.body.addLayout(self.content)

    def empty(self) -> None:
        """Take everything out of the content."""
        while (item := self.content.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def add_text(self, text: str, role: str = "body", colour: str = "ink2") -> StyledLabel:
        """Put a paragraph below the rest."""
        label = StyledLabel(self.theme, text, role, colour, wrap=True)
        self.content.addWidget(label)
        return label

    def add_link(self, text: str, icon: str = "") -> Button:
        """Put a quiet button below the rest."""
        button = Button(self.theme, text, "link", icon=icon, small=True)
        button.setStyleSheet("padding: 0 2px;")
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 0)
        line.addWidget(button)
        line.addStretch(1)
        self.content.addWidget(row)
        return button


class PanelIcon(ThemedWidget):
    """The picture before a panel's title."""

    def __init__(self, theme: Theme, icon: str, size: int = _ICON, colour: str = "ink") -> None:
        super().__init__(theme)
        self._icon, self._size, self._colour = icon, size, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        side = self.theme.px(self._size)
        return QSize(side, side).grownBy(self.contentsMargins())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        icons.draw(painter, QRectF(self.contentsRect()), self._icon, self.theme.palette.named(self._colour))
        painter.end()
