"""Letting somebody rest: no reminders until a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from planner.actions.people import names_in_a_row
from planner.actions.people_several import let_several_rest
from planner.domain import words
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import DayEditor
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.widgets.labels import StyledLabel


class RestDialog(Dialog):
    """Until a day, or until further notice where the field stays empty. A rest can be ended too."""

    def __init__(self, desk: Desk, person_ids: Sequence[int], parent: QWidget | None) -> None:
        self._people = tuple(person_ids)
        self._names = desk.do(lambda: names_in_a_row(desk.library, self._people)) or ""
        super().__init__(desk, f"Let {self._names} rest", parent, primary="Let rest")
        words_ = "Resting people are never suggested and nothing of theirs falls due. Promises stay."
        self.body.addWidget(StyledLabel(desk.theme, words_, "body", "ink2", wrap=True))
        editor = FieldSpec(
            name="until",
            label="Until",
            editor=lambda desk: DayEditor(
                desk, optional=True, quick=_quick(desk.today), placeholder="further notice"
            ),
        )
        self.form = Form(desk, (editor,), self)
        self.body.addWidget(self.form)
        self.form["until"].field.setFocus()

    def save(self) -> None:
        """Let all of them rest as one step."""
        values = self.form.read()
        if values is None:
            return
        until: date | None = values["until"]
        if until is not None and until <= self.desk.today:
            self.form.say("until", "Choose a day after today.")
            return
        to = f" until {words.short_day(until, self.desk.today)}" if until else ""
        library, today = self.desk.library, self.desk.today
        self.try_to(
            lambda: let_several_rest(library, self._people, until, today=today),
            f"{self._names} {'rests' if len(self._people) == 1 else 'rest'}{to}",
        )


def _quick(today: date) -> list[tuple[str, date]]:
    return [
        ("In a week", today + timedelta(days=7)),
        ("In a month", today + timedelta(days=30)),
        ("In a quarter", today + timedelta(days=91)),
    ]
