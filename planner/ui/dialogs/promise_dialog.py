"""Noting a promise, yours or theirs, or correcting what was noted."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from planner.actions.commitments import change_commitment, promise
from planner.domain.commitments import By, Size
from planner.domain.names import first_name
from planner.domain.unfinished import Place
from planner.queries import forms
from planner.queries.people import named
from planner.ui.desk import Desk
from planner.ui.dialogs.choices import SegmentEditor
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import DayEditor, LineEditor, quick_days
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.dialogs.kept_typing import KeptTyping
from planner.ui.dialogs.tokens import PeopleField
from planner.ui.widgets.segment import Choice

_NOBODY = "Say with whom."


class PromiseDialog(Dialog):
    """Who promised what, and by when; a promise may have no day.

    `person_id` 0 asks for the person. With a `commitment_id` that one is corrected; who promised stays.
    """

    def __init__(self, desk: Desk, person_id: int, parent: QWidget | None, commitment_id: int = 0) -> None:
        facts = desk.do(lambda: forms.promise_facts(desk.library, commitment_id)) if commitment_id else None
        title = "Change the commitment" if facts else "Add a commitment"
        super().__init__(desk, title, parent, primary="Save" if facts else "Add")
        self._commitment_id = commitment_id
        self._person_id = facts.person_id if facts else person_id
        found = named(desk.library, [self._person_id])
        self._name = found[0].name if found else ""
        self.form = Form(desk, self._fields(bool(facts)), self)
        self.body.addWidget(self.form)
        if facts:
            values = {"what": facts.what, "due_on": facts.due_on, "size": facts.size, "note": facts.note}
            self.form.show_values(values)
            place = Place("change_promise", commitment_id=commitment_id)
        else:
            self.form["size"].show_value(Size.NORMAL)
            place = Place("promise", (person_id,)) if person_id else Place("new_promise")
        KeptTyping(self, self.form, place)
        self.form["what" if self._person_id else "people"].field.setFocus()

    def _fields(self, changing: bool) -> tuple[FieldSpec, ...]:
        """Who and with whom are asked for where they are not known."""
        asked: list[FieldSpec] = []
        if not self._person_id:
            asked.append(FieldSpec(name="people", label="With", editor=PeopleField))
        if not changing:
            asked.append(FieldSpec(name="by", label="Who", editor=self._by))
        return (
            *asked,
            FieldSpec(name="what", label="What", editor=lambda desk: LineEditor(desk, "The outage review")),
            FieldSpec(name="due_on", label="By when", editor=promise_day),
            FieldSpec(name="size", label="How much it weighs", editor=_size),
            FieldSpec(name="note", label="Note", editor=lambda desk: LineEditor(desk, "none")),
        )

    def _by(self, desk: Desk) -> SegmentEditor:
        called = first_name(self._name)
        yours, theirs = ("You promised", "They promised you")
        if called:
            yours, theirs = f"You promised {called}", f"{called} promised you"
        choices = [Choice(key=By.YOU.value, words=yours), Choice(key=By.THEY.value, words=theirs)]
        return SegmentEditor(desk, choices)

    def save(self) -> None:
        """Note it, or write the changes."""
        values = self.form.read()
        if values is None:
            return
        if not values["what"]:
            self.form.say("what", "Say what was promised.")
            self.form["what"].field.setFocus()
            return
        if self._commitment_id:
            self._change(values)
        else:
            self._note(values)

    def _change(self, values: dict[str, Any]) -> None:
        self.try_to(
            lambda: change_commitment(
                self.desk.library,
                self._commitment_id,
                what=values["what"],
                due_on=values["due_on"],
                size=Size(values["size"]),
                note=values["note"],
            ),
            "Changed the commitment",
        )

    def _note(self, values: dict[str, Any]) -> None:
        person = self._person_id or next(iter(values["people"]), 0)
        if not person:
            self.form.say("people", _NOBODY)
            return
        by, desk = By(values["by"]), self.desk
        name = self._name or named(desk.library, [person])[0].name
        said = f"Noted your promise to {name}" if by is By.YOU else f"Noted a promise of {name}"
        self.try_to(
            lambda: promise(
                desk.library,
                person,
                by,
                values["what"],
                values["due_on"],
                today=desk.today,
                size=Size(values["size"]),
                note=values["note"],
            ),
            said,
        )


def promise_day(desk: Desk) -> DayEditor:
    """The day a promise is due; it may have none."""
    return DayEditor(desk, optional=True, quick=quick_days(desk.today), placeholder="no day given")


def _size(desk: Desk) -> SegmentEditor:
    words = {Size.SMALL: "Small", Size.NORMAL: "Normal", Size.LARGE: "Large"}
    return SegmentEditor(desk, [Choice(key=size.value, words=words[size]) for size in Size])
