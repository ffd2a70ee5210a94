"""Writing a dated note about a person."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.actions.notes import add_note
from planner.actions.people import name_of
from planner.domain.names import first_name
from planner.domain.unfinished import Place
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import DayEditor, LinesEditor, TickEditor
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.dialogs.kept_typing import KeptTyping

_FIELDS = (
    FieldSpec(
        name="words", label="Note", editor=lambda desk: LinesEditor(desk, "What is worth remembering", 4)
    ),
    FieldSpec(name="on", label="Day", editor=lambda desk: DayEditor(desk, past=True), span=6),
    FieldSpec(
        name="private",
        label="Private",
        editor=lambda desk: TickEditor(desk, "Show it only where it is opened"),
        span=6,
    ),
)


class NoteDialog(Dialog):
    """A few lines and their day; a private one never shows by itself."""

    def __init__(self, desk: Desk, person_id: int, parent: QWidget | None) -> None:
        self._person_id = person_id
        self._name = desk.do(lambda: name_of(desk.library, person_id)) or ""
        super().__init__(desk, f"Write a note about {first_name(self._name)}", parent, width=480)
        self.form = Form(desk, _FIELDS, self)
        self.body.addWidget(self.form)
        self.form.show_values({"on": desk.today})
        KeptTyping(self, self.form, Place("note", (person_id,)))
        self.form["words"].field.setFocus()

    def save(self) -> None:
        """Write the note."""
        values = self.form.read()
        if values is None:
            return
        library, today = self.desk.library, self.desk.today
        if values["on"] > today:
            self.form.say("on", "A note is about something that happened, so its day cannot be to come.")
            return
        self.try_to(
            lambda: add_note(
                library, self._person_id, values["words"], on=values["on"], private=values["private"]
            ),
            f"Wrote a note about {self._name}",
        )
