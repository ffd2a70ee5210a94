"""Choosing how often to talk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.actions.people import names_in_a_row
from planner.actions.people_several import change_rhythms
from planner.domain import words
from planner.queries.person import person_page
from planner.ui.desk import Desk
from planner.ui.dialogs.choices import RhythmEditor
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.form import FieldSpec, Form


class RhythmDialog(Dialog):
    """A rhythm for one person or several."""

    def __init__(self, desk: Desk, person_ids: Sequence[int], parent: QWidget | None) -> None:
        self._people = tuple(person_ids)
        self._names = desk.do(lambda: names_in_a_row(desk.library, self._people)) or ""
        super().__init__(desk, f"How often to talk with {self._names}", parent, primary="Change", width=600)
        spec = FieldSpec(name="days", label="Stay in touch every", editor=RhythmEditor)
        self.form = Form(desk, (spec,), self)
        self.body.addWidget(self.form)
        page = desk.do(lambda: person_page(desk.library, self._people[0], desk.today))
        self.form["days"].show_value(page.own_rhythm_days if page else None)
        self.hint.setText("A rhythm is your choice; nothing happens when it passes but a reminder.")
        self.form["days"].field.setFocus()

    def save(self) -> None:
        """Change all of them as one step."""
        values = self.form.read()
        if values is None:
            return
        days: int | None = values["days"]
        told = words.rhythm_words(days).lower() if days else "as the layer has it"
        self.try_to(lambda: change_rhythms(self.desk.library, self._people, days), f"{self._names}: {told}")
