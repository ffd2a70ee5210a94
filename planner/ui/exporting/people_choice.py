"""Which people: everybody or those chosen before, some layers, and words that narrow further."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planner.domain import words
from planner.queries.people import layers
from planner.ui.desk import Desk
from planner.ui.exporting.choosing import Choosing
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.fields import Problem
from planner.ui.widgets.flow import FlowLayout
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.layer_chip import LayerChip

_TYPING_MS = 150
_PLACEHOLDER = "Narrow by words, as in city:London -tag:chess"


class PeopleChoice(QWidget):
    """Writes into the choosing and says `changed`."""

    changed = Signal()

    def __init__(self, desk: Desk, choosing: Choosing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choosing = choosing
        theme = desk.theme
        self.everybody = Chip(theme, "Everybody")
        self.everybody.clicked.connect(self._take_everybody)
        chosen = words.count(len(choosing.selected), "person chosen", "people chosen")
        self.selected = Chip(theme, chosen) if choosing.selected else None
        self.chips = {
            layer.id: LayerChip(theme, layer.short_name, layer.hue) for layer in layers(desk.library)
        }
        flow = QWidget(self)
        row = FlowLayout(6, flow)
        for chip in (self.everybody, *([self.selected] if self.selected else []), *self.chips.values()):
            row.addWidget(chip)
        if self.selected:
            self.selected.clicked.connect(self._take_selected)
        for layer_id, layer_chip in self.chips.items():
            layer_chip.clicked.connect(lambda on, each=layer_id: self._take_layer(each, on))
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(_PLACEHOLDER)
        self.line.setAccessibleName("Words that narrow the people")
        self.problem = Problem(theme, self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self.line.textEdited.connect(self._take_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(StyledLabel(theme, "Which people", "caption", "ink2"))
        column.addWidget(flow)
        column.addWidget(self.line)
        column.addWidget(self.problem)
        self.show_choice()

    def say(self, sentence: str) -> None:
        """What cannot be understood of the words; '' takes it away."""
        self.problem.say(self.line, sentence)

    def show_choice(self) -> None:
        """Show which chips are on."""
        choosing = self._choosing
        self.everybody.setChecked(not choosing.only_selected and not choosing.layers)
        if self.selected:
            self.selected.setChecked(choosing.only_selected)
        for layer_id, chip in self.chips.items():
            chip.setChecked(layer_id in choosing.layers)

    def _take_everybody(self) -> None:
        self._choosing.only_selected = False
        self._choosing.layers.clear()
        self._tell()

    def _take_selected(self, on: bool) -> None:
        self._choosing.only_selected = on
        self._tell()

    def _take_layer(self, layer_id: int, on: bool) -> None:
        self._choosing.layers.add(layer_id) if on else self._choosing.layers.discard(layer_id)
        self._tell()

    def _tell(self) -> None:
        self.show_choice()
        self.changed.emit()

    def _take_text(self, text: str) -> None:
        self._choosing.text = text
        self._typing.start()
