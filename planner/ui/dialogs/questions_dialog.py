"""The bank of questions worth asking: for everybody and for each layer, by angle, in the owner's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from planner.actions.questions import save_questions
from planner.domain.angles import Angle
from planner.domain.errors import KnownError
from planner.domain.unfinished import Place
from planner.queries.people import layers
from planner.queries.questions import default_questions, question_list
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import LinesEditor
from planner.ui.dialogs.kept_typing import KeptTyping
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.chip import Chip
from planner.ui.widgets.flow import FlowLayout
from planner.ui.widgets.labels import StyledLabel

_LINES = 8


class QuestionsDialog(Dialog):
    """One list at a time, a question a line; going to another list saves the one that was changed."""

    def __init__(
        self, desk: Desk, parent: QWidget | None, layer_id: int | None = None, angle: Angle = Angle.CARE
    ) -> None:
        super().__init__(desk, "Questions worth asking", parent, primary="Save", width=640)
        self._layer_id, self._angle = layer_id, angle
        self._shown: tuple[str, ...] = ()
        known = [(None, "Everybody"), *((each.id, each.name) for each in layers(desk.library))]
        self.layers = {key: Chip(desk.theme, words) for key, words in known}
        self.angles = {each: Chip(desk.theme, each.value.capitalize()) for each in Angle}
        for key, chip in self.layers.items():
            chip.clicked.connect(lambda _on=False, key=key: self.go(key, self._angle))
        for each, chip in self.angles.items():
            chip.clicked.connect(lambda _on=False, each=each: self.go(self._layer_id, each))
        self.lines = LinesEditor(desk, "A question a line", _LINES)
        self.lines.field.setAccessibleName("Questions, one a line")
        self.back = Button(desk.theme, "Bring back the questions of Rapport", "link", icon="undo", small=True)
        self.back.clicked.connect(self._bring_back)
        self._fill()
        self._show()
        self._kept = KeptTyping(self, self, Place("questions"))
        self.lines.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def changed(self) -> SignalInstance:
        """After every edit."""
        return self.lines.changed

    def peek(self) -> dict[str, Any]:
        """The list that is shown, once it is another one than is saved."""
        typed = self.lines.value()
        if typed == "\n".join(self._shown):
            return {}
        return {"layer": self._layer_id, "angle": self._angle, "words": typed}

    def give_back(self, values: Mapping[str, Any]) -> None:
        """Show a list as it was typed; nothing as it is saved."""
        if values and values["layer"] in self.layers:
            self._layer_id, self._angle = values["layer"], Angle(values["angle"])
        self._show()
        if values:
            self.lines.show_value(values["words"])

    def go(self, layer_id: int | None, angle: Angle) -> None:
        """Show another list; what was typed in this one is saved first."""
        if self._keep():
            self._layer_id, self._angle = layer_id, angle
        self._show()

    def save(self) -> None:
        """Save the list that is shown, and close."""
        if self._keep():
            self.accept()

    def _keep(self) -> bool:
        """Save the list where it was changed; whether it could be."""
        typed = [line for line in self.lines.value().splitlines() if line.strip()]
        if tuple(typed) == self._shown:
            return True
        try:
            save_questions(self.desk.library, self._layer_id, self._angle, typed)
        except KnownError as error:
            self.show_problem(str(error))
            return False
        self._kept.saved()
        self.desk.said.emit(f"Changed the questions about {self._angle}", True)
        return True

    def _show(self) -> None:
        self._shown = question_list(self.desk.library, self._layer_id, self._angle)
        self.lines.show_value("\n".join(self._shown))
        for key, chip in self.layers.items():
            chip.setChecked(key == self._layer_id)
        for each, chip in self.angles.items():
            chip.setChecked(each is self._angle)
        own = self._shown != default_questions(self.desk.library, self._layer_id, self._angle)
        self.back.setEnabled(own)
        self.hint.setText(
            "These are your own questions." if own else "These came with Rapport; change them as you like."
        )

    def _bring_back(self) -> None:
        self.lines.show_value("")
        self._keep()
        self._show()

    def _fill(self) -> None:
        for label, chips in (("For", self.layers.values()), ("About", self.angles.values())):
            self.body.addWidget(StyledLabel(self.desk.theme, label, "caption", "ink2"))
            held = QWidget(self)
            flow = FlowLayout(6, held)
            group = QButtonGroup(held)
            for chip in chips:
                group.addButton(chip)
                flow.addWidget(chip)
            self.body.addWidget(held)
        self.body.addWidget(self.lines)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        self.body.addLayout(row)
