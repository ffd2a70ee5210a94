"""What can be done with a suggested plan: bottom centre, in the manner of the selection bar."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui.board.proposed import Said
from planner.ui.commands import BY_ID
from planner.ui.keys import Keys
from planner.ui.theme import Theme
from planner.ui.widgets.inverse import SHADOW, InverseBar, InverseButton
from planner.ui.widgets.plain import set_tooltip
from planner.ui.widgets.selection_bar import Divider
from planner.ui.widgets.text import draw_text, one_line
from planner.ui.widgets.themed import ThemedWidget

_HEIGHT = 52
_RADIUS = 10
_MARGIN = 10
_LEAST = 140
_FAINT = 0.75
ONE = ("accept", "drop")
"""Commands for the cards that are chosen, or the one that the keyboard is on."""
_WORDS = {
    "accept_all": "Accept all",
    "accept": "Accept",
    "drop": "Take out",
    "why_not": "Why not …?",
    "close_suggestion": "Close",
}


class ProposalBar(InverseBar):
    """How many, how much time and how good, then the actions with their keys. `wanted` tells a command."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, keys: Keys, parent: QWidget) -> None:
        super().__init__(theme, parent, height=_HEIGHT, radius=_RADIUS)
        self._keys = keys
        self.setProperty("region", "side")
        self.setAccessibleName("The suggested plan")
        self.words = _TwoLines(theme, self)
        self.row.addWidget(self.words, 1)
        self.row.addWidget(Divider(theme, self))
        self.buttons: dict[str, InverseButton] = {}
        for command, label in _WORDS.items():
            if command == "close_suggestion":
                self.row.addWidget(Divider(theme, self))
            self._add(command, label)

    def show_said(self, said: Said, *, any_left: bool) -> None:
        """Say what is suggested; the actions are there where anything is."""
        self.words.show_said(said)
        for command in ("accept_all", *ONE):
            self.buttons[command].setVisible(any_left)
        self.show()
        self.place()
        self.raise_()

    def set_chosen(self, chosen: bool) -> None:
        """Whether a suggested card is chosen, or the keyboard is on one."""
        for command in ONE:
            self.buttons[command].setEnabled(chosen)

    def place(self) -> None:
        """Take the size of the content; where that is too wide, leave out the keys."""
        for keys in (self._shown_keys(), {}):
            for command, button in self.buttons.items():
                button.show_keys(keys.get(command, ""))
            self.row.activate()
            if self.sizeHint().width() <= self.ground.width():
                break
        super().place()

    def _shown_keys(self) -> dict[str, str]:
        return {each: self._keys.shown(each) for each in _WORDS} | {"close_suggestion": "Esc"}

    def home(self) -> QPoint:
        """Bottom centre."""
        room = self.ground.size() - self.size()
        return QPoint(room.width() // 2, room.height() - _MARGIN + SHADOW)

    def _add(self, command: str, label: str) -> None:
        role = "strong" if command == "accept_all" else "button"
        button = InverseButton(self.theme, label, role=role, parent=self)
        button.setAccessibleName(BY_ID[command].words)
        button.clicked.connect(partial(self._want, command))
        self.buttons[command] = button
        self.row.addWidget(button)

    def _want(self, command: str) -> None:
        self.wanted.emit(command)


class _TwoLines(ThemedWidget):
    """The title over its caption, each on one line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.said = Said("", "")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_said(self, said: Said) -> None:
        """Say something else."""
        self.said = said
        self.setAccessibleName(said.spoken)
        set_tooltip(self, said.spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Both lines in full."""
        wide = max(one_line(self.theme, text, role).width for text, role in self._lines())
        return QSize(round(wide) + 10, self.theme.line("button") + self.theme.line("caption"))

    def minimumSizeHint(self) -> QSize:
        """The beginning of both lines."""
        return QSize(self.theme.px(_LEAST), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both lines."""
        painter = QPainter(self)
        ink, y = self.theme.palette.inverse_ink, (self.height() - self.sizeHint().height()) / 2
        for text, role in self._lines():
            draw_text(painter, 0, y, text, role, self.theme, ink, self.width() - 6)
            y += self.theme.line(role)
            painter.setOpacity(_FAINT)
        painter.end()

    def _lines(self) -> tuple[tuple[str, str], tuple[str, str]]:
        return (self.said.title, "button"), (self.said.caption, "caption")
