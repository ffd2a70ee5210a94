"""Adding the first person by hand: a name is enough."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from planner.actions.people import PersonForm, add_person
from planner.domain.names import first_name
from planner.queries.people import LayerCount, layers
from planner.ui.desk import Desk
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.fields import Problem
from planner.ui.widgets.flow import FlowLayout
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.layer_chip import LayerChip
from planner.ui.widgets.panel import Panel
from planner.ui.widgets.segment import Choice, Segment

_RHYTHMS = (("7", "week"), ("14", "2 weeks"), ("30", "month"), ("90", "quarter"))


class FirstPersonForm(Panel):
    """Name, role and organisation, layer, rhythm. `added` says that somebody is there."""

    added = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent=parent)
        self._desk = desk
        self._layers: list[LayerCount] = layers(desk.library)
        self.body.setContentsMargins(16, 16, 16, 16)
        self.body.setSpacing(12)
        self.name = self._field("Name", "Ana Ferreira")
        self.role = self._field("Role and organisation", "Chief Financial Officer, Norvane")
        self._problem = Problem(desk.theme)
        self.body.addLayout(self._fields())
        self.body.addWidget(self._problem)
        self.chips = [LayerChip(desk.theme, each.short_name, each.hue) for each in self._layers]
        chips = FlowLayout(6)
        for chip in self.chips:
            chip.setAutoExclusive(True)
            chip.clicked.connect(self._suggest_rhythm)
            chips.addWidget(chip)
        self.body.addLayout(chips)
        self.rhythm = Segment(desk.theme, [Choice(key=key, words=words) for key, words in _RHYTHMS])
        self.add = Button(desk.theme, "Add", "primary")
        self.body.addLayout(self._last_row())
        self.chips[0].setChecked(True)
        self._suggest_rhythm()
        self.name.textChanged.connect(self._name_changed)
        for field in (self.name, self.role):
            field.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)

    def _field(self, words: str, example: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(example)
        field.setAccessibleName(words)
        return field

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for column, field in enumerate((self.name, self.role)):
            grid.addWidget(StyledLabel(self.theme, field.accessibleName(), "caption", "ink3"), 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _last_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(StyledLabel(self.theme, "Stay in touch every", "body", "ink2"))
        row.addWidget(self.rhythm)
        row.addStretch(1)
        row.addWidget(self.add)
        return row

    @property
    def _layer(self) -> LayerCount:
        return next(
            (layer for layer, chip in zip(self._layers, self.chips, strict=True) if chip.isChecked()),
            self._layers[0],
        )

    def _suggest_rhythm(self) -> None:
        """Show the chosen layer's rhythm, or the nearest one that is offered."""
        days = self._layer.rhythm_days or 30
        self.rhythm.choose(min((key for key, _ in _RHYTHMS), key=lambda key: abs(int(key) - days)))

    def _name_changed(self, text: str) -> None:
        self.add.set_words(f"Add {first_name(text)}" if text.strip() else "Add")
        self._problem.say(self.name, "")

    def _add(self) -> None:
        if not self.name.text().strip():
            self._problem.say(self.name, "A name is needed; everything else can wait.")
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        role, _, organisation = self.role.text().rpartition(",")
        if not role:
            role, organisation = organisation, ""
        days = int(self.rhythm.current)
        form = PersonForm(
            name=self.name.text(),
            role=role.strip(),
            organisation=organisation.strip(),
            layer_id=self._layer.id,
            rhythm_days=None if days == self._layer.rhythm_days else days,
        )
        name = " ".join(form.name.split())
        person_id = self._desk.do(
            lambda: add_person(self._desk.library, form, today=self._desk.today), f"Added {name}"
        )
        if person_id is not None:
            self.name.clear()
            self.role.clear()
            self.added.emit(person_id)
