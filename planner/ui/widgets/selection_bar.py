"""What can be done with the selected people: bottom centre, there from the first one selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.ui.keys import Keys, follow
from planner.ui.theme import Theme
from planner.ui.widgets.inverse import SHADOW, InverseBar, InverseButton, veiled
from planner.ui.widgets.labels import ElidedLabel
from planner.ui.widgets.themed import ThemedWidget

_HEIGHT = 44
_RADIUS = 10
_MARGIN = 16
CLEAR = "Clear"


class Divider(ThemedWidget):
    """A thin upright line between groups of actions."""

    def sizeHint(self) -> QSize:
        """6 px of room on both sides."""
        return QSize(13, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(6, (self.height() - 20) // 2, 1, 20, veiled(self.theme, 0.2))
        painter.end()


class SelectionBar(InverseBar):
    """'2 selected: Tobias, Mei-Ling', then an action with its key for each label, then Clear.

    `chosen` tells the label of the action; `cleared` that the selection should go.
    """

    chosen = Signal(str)
    cleared = Signal()

    def __init__(self, theme: Theme, parent: QWidget, actions: Sequence[tuple[str, str]]) -> None:
        super().__init__(theme, parent, height=_HEIGHT, radius=_RADIUS)
        self._label = ElidedLabel(theme, "", "button", "inverse_ink", parent=self)
        self.row.addWidget(self._label, 1)
        self.row.addWidget(Divider(theme, self))
        self.buttons: dict[str, InverseButton] = {}
        for label, keys in actions:
            self._add(label, keys).clicked.connect(partial(self._choose, label))
        self.row.addWidget(Divider(theme, self))
        self._add(CLEAR, "Esc").clicked.connect(self._clear)
        self.setAccessibleName("Actions for the selected people")
        self.setProperty("region", "side")

    def follow_keys(self, keys: Keys, commands: Mapping[str, str]) -> None:
        """Show the keys that the commands of these labels have, now and after every change."""
        for label, command_id in commands.items():
            follow(keys, command_id, self.buttons[label].show_keys)

    def show_selection(self, words: str) -> None:
        """Say what is selected, as in '1 selected'; nothing hides the bar."""
        self._label.setText(words)
        self._label.updateGeometry()
        self.setVisible(bool(words))
        if words:
            self.row.activate()
            self.place()
            self.raise_()

    def home(self) -> QPoint:
        """Bottom centre, above another bar that is there."""
        room = self.ground.size() - self.size()
        return self.clear_of_others(QPoint(room.width() // 2, room.height() - _MARGIN + SHADOW))

    def _add(self, label: str, keys: str) -> InverseButton:
        button = InverseButton(self.theme, label, keys, parent=self)
        self.buttons[label] = button
        self.row.addWidget(button)
        return button

    def _choose(self, label: str) -> None:
        self.chosen.emit(label)

    def _clear(self) -> None:
        self.cleared.emit()
