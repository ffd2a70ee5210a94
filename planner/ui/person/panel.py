"""A panel of a person's page: an icon, a title, a word at the right, and content."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.ui import icons
from planner.ui.desk import Desk
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.panel import Panel
from planner.ui.widgets.stepping import step_focus
from planner.ui.widgets.text_button import TextButton
from planner.ui.widgets.themed import ThemedWidget

_ICON = 15
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PersonPanel(Panel):
    """Up and down go through what can have the focus in it.

    `facts_wanted` asks for the sheet under something: what it lies under, what answers with the facts (see
    facts.py), and what adds to them, or None.
    """

    facts_wanted = Signal(object, object, object)

    def __init__(self, desk: Desk, icon: str, title: str) -> None:
        super().__init__(desk.theme, title)
        self.desk = desk
        self.title.set_role("strong")
        self.side = TextButton(desk.theme, "", "captionStrong", "ink3")
        self.side.setEnabled(False)
        if icon:
            self.header.insertWidget(0, PanelIcon(desk.theme, icon))
        self.header.addWidget(self.side)
        self.content = QVBoxLayout()
        self.content.setSpacing(2)
        self.body.setSpacing(7)
        self.body.setContentsMargins(14, 12, 14, 12)
        self.body.addLayout(self.content)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step within the panel."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if not (step and step_focus(self, step)):
            super().keyPressEvent(event)

    def show_side(self, words: str, says: str = "") -> None:
        """The word at the right; with `says` it can be clicked and is spoken so."""
        self.side.show_words(words, says=says)
        self.side.setEnabled(bool(words and says))
        self.side.setVisible(bool(words))

    def add_text(self, text: str = "", role: str = "body", colour: str = "ink2") -> StyledLabel:
        """Put a paragraph below the rest."""
        label = StyledLabel(self.theme, text, role, colour, wrap=True)
        self.content.addWidget(label)
        return label

    def add_link(self, text: str, icon: str = "") -> Button:
        """Put a quiet button below the rest."""
        button = quiet_link(self.theme, text, icon)
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        self.content.addLayout(row)
        return button


def quiet_link(theme: Theme, text: str, icon: str = "") -> Button:
    """A button that looks like a link."""
    button = Button(theme, text, "link", icon=icon, small=True)
    button.setStyleSheet("padding: 0 2px;")
    return button


class PanelIcon(ThemedWidget):
    """The picture before a panel's title."""

    def __init__(self, theme: Theme, icon: str, size: int = _ICON, colour: str = "ink") -> None:
        super().__init__(theme)
        self._icon, self._size, self._colour = icon, size, colour
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_colour(self, colour: str) -> None:
        """Change to another colour role."""
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self.theme.px(self._size)
        return QSize(side, side).grownBy(self.contentsMargins())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        icons.draw(painter, QRectF(self.contentsRect()), self._icon, self.theme.palette.named(self._colour))
        painter.end()


class Hairline(ThemedWidget):
    """A thin line between parts of a panel."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.palette.line)
        painter.end()


class RowMenuButton(IconButton):
    """The three dots of a row: seen while the pointer is over the row or the focus is in it.

    It lies over the row's right end, so that the words have the whole width.
    """

    def __init__(self, theme: Theme, tooltip: str, row: QWidget) -> None:
        super().__init__(theme, "more", tooltip, size=24, parent=row)
        self._of = row
        row.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def place(self) -> None:
        """Go to the row's right end."""
        self.move(self._of.width() - self.width(), 3)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing, or the dots on the panel's ground."""
        focused = self.window().focusWidget()
        inside = focused is not None and (focused is self._of or self._of.isAncestorOf(focused))
        if not (self._of.underMouse() or inside):
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.palette.surface)
        painter.end()
        super().paintEvent(event)

    def menu_place(self) -> QPoint:
        """Where its menu opens."""
        return self.mapToGlobal(QPoint(0, self.height()))
