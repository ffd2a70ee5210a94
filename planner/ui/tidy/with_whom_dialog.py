"""The question which other entry is the same person."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.domain.names import first_name
from planner.queries.people import named
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.dialogs.tokens import PeopleField
from planner.ui.tidy.merge_dialog import open_merge


class WithWhomDialog(Dialog):
    """Asks for the other one, and then shows both side by side."""

    def __init__(self, desk: Desk, person_id: int, parent: QWidget | None) -> None:
        self._person_id = person_id
        found = named(desk.library, [person_id])
        called = first_name(found[0].name) if found else "them"
        super().__init__(desk, f"Merge {called} with whom?", parent, primary="Compare", width=440)
        other = FieldSpec(name="people", label=f"The other entry that is {called} too", editor=PeopleField)
        self.form = Form(desk, (other,), self)
        self.body.addWidget(self.form)
        self.hint.setText("“Go to Duplicates” lists all who look alike.")
        self.form["people"].field.setFocus()

    def save(self) -> None:
        """Show the two side by side."""
        values = self.form.read()
        if values is None:
            return
        others = [each for each in values["people"] if each != self._person_id]
        if len(others) != 1:
            self.form.say("people", "Name the one other entry.")
            return
        window = self.parentWidget()
        self.accept()
        open_merge(self.desk, self._person_id, others[0], window)
