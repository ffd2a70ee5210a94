"""Noting a promise, yours or theirs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.actions import commitments, people
from planner.domain.commitments import By
from planner.domain.names import first_name
from planner.ui.desk import Desk
from planner.ui.dialogs.choices import SegmentEditor
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import DayEditor, LineEditor, quick_days
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.widgets.segment import Choice


class PromiseDialog(Dialog):
    """Who promised what, and by when; a promise may have no day."""

    def __init__(self, desk: Desk, person_id: int, parent: QWidget | None) -> None:
        super().__init__(desk, "Add a commitment", parent, primary="Add")
        self._person_id = person_id
        self._name = desk.do(lambda: people.name_of(desk.library, person_id)) or ""
        called = first_name(self._name)
        by = [
            Choice(key=By.YOU.value, words=f"You promised {called}"),
            Choice(key=By.THEY.value, words=f"{called} promised you"),
        ]
        self.form = Form(
            desk,
            (
                FieldSpec(name="by", label="Who", editor=lambda desk: SegmentEditor(desk, by)),
                FieldSpec(
                    name="what", label="What", editor=lambda desk: LineEditor(desk, "The outage review")
                ),
                FieldSpec(
                    name="due_on",
                    label="By when",
                    editor=lambda desk: DayEditor(
                        desk, optional=True, quick=quick_days(desk.today), placeholder="no day given"
                    ),
                ),
            ),
            self,
        )
        self.body.addWidget(self.form)
        self.form["what"].field.setFocus()

    def save(self) -> None:
        """Note it."""
        values = self.form.read()
        if values is None:
            return
        if not values["what"]:
            self.form.say("what", "Say what was promised.")
            self.form["what"].field.setFocus()
            return
        by = By(values["by"])
        said = f"Noted your promise to {self._name}" if by is By.YOU else f"Noted a promise of {self._name}"
        self.try_to(
            lambda: commitments.promise(
                self.desk.library,
                self._person_id,
                by,
                values["what"],
                values["due_on"],
                today=self.desk.today,
            ),
            said,
        )
