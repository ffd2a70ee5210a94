"""Adding a person, or changing what is known about one."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from planner.actions import people
from planner.actions.people import PersonForm, Point
from planner.domain.names import first_name
from planner.domain.unfinished import Place
from planner.queries import forms
from planner.queries.people import layers
from planner.queries.person import PersonPage, person_page
from planner.ui.desk import Desk
from planner.ui.dialogs.choices import LayerEditor, RhythmEditor
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.editors import BirthdayEditor, LineEditor, LinesEditor
from planner.ui.dialogs.form import FieldSpec, Form
from planner.ui.dialogs.kept_typing import KeptTyping
from planner.ui.dialogs.points import PointsEditor
from planner.ui.dialogs.tokens import TagsField


def _line(placeholder: str) -> Any:
    return lambda desk: LineEditor(desk, placeholder)


def _zones() -> list[str]:
    from zoneinfo import available_timezones

    return sorted(available_timezones())


FIELDS = (
    FieldSpec(name="name", label="Name", editor=_line("Ana Ferreira"), span=7),
    FieldSpec(name="pronouns", label="Pronouns", editor=_line("she, he, they"), span=5),
    FieldSpec(name="role", label="Role", editor=_line("Chief Financial Officer"), span=6),
    FieldSpec(
        name="organisation",
        label="Organisation",
        editor=lambda desk: LineEditor(desk, "Norvane", lambda: forms.organisation_names(desk.library)),
        span=6,
    ),
    FieldSpec(name="layer_id", label="Layer", editor=lambda desk: LayerEditor(desk, layers(desk.library))),
    FieldSpec(name="rhythm_days", label="Stay in touch every", editor=RhythmEditor),
    FieldSpec(
        name="likes_to_talk", label="How they like to talk", editor=_line("Mornings, in person"), span=6
    ),
    FieldSpec(name="languages", label="Languages", editor=_line("English, Portuguese"), span=6),
    FieldSpec(name="city", label="City", editor=_line("Lisbon"), span=4),
    FieldSpec(
        name="zone",
        label="Time zone",
        editor=lambda desk: LineEditor(desk, "Europe/Lisbon", _zones),
        span=4,
    ),
    FieldSpec(name="birthday", label="Birthday", editor=BirthdayEditor, span=4),
    FieldSpec(name="points", label="How to reach them", editor=PointsEditor),
    FieldSpec(
        name="as_a_person",
        label="As a person",
        editor=lambda desk: LinesEditor(desk, "What matters to them beyond work", 2),
    ),
    FieldSpec(name="notes", label="Notes", editor=lambda desk: LinesEditor(desk, "", 2)),
    FieldSpec(name="tags", label="Tags", editor=TagsField),
)


class PersonDialog(Dialog):
    """Every field of a person. A name alone is enough."""

    def __init__(self, desk: Desk, person_id: int | None, parent: QWidget | None) -> None:
        title = "Add a person" if person_id is None else "Edit the person"
        super().__init__(
            desk, title, parent, primary="Add" if person_id is None else "Save", width=640, scrolls=True
        )
        self._person_id = person_id
        self.added_id: int | None = None
        self.form = Form(desk, FIELDS, self)
        self.body.addWidget(self.form)
        if person_id is not None:
            self._show(person_id)
        self.form["name"].changed.connect(self._name_button)
        self._name_button()
        KeptTyping(self, self.form, Place("edit", (person_id,)) if person_id else Place("add_person"))
        self.hint.setText("A name is enough. Everything else can wait.")
        self.form["name"].field.setFocus()

    def save(self) -> None:
        """Add or change the person."""
        values = self.form.read()
        if values is None:
            return
        if not values["name"]:
            self.form.say("name", "A name is needed; everything else can wait.")
            self.form["name"].field.setFocus()
            return
        if values["zone"] and values["zone"] not in _zones():
            self.form.say("zone", "Write it as Europe/Lisbon, or leave it empty.")
            self.form["zone"].field.setFocus()
            return
        form = PersonForm(**values)
        if self._person_id is None:
            self.try_to(lambda: self._add(form), f"Added {form.name}")
        else:
            identity = self._person_id
            self.try_to(
                lambda: people.change_person(self.desk.library, identity, form), f"Changed {form.name}"
            )

    def _add(self, form: PersonForm) -> None:
        self.added_id = people.add_person(self.desk.library, form, today=self.desk.today)

    def _show(self, person_id: int) -> None:
        page = self.desk.do(lambda: person_page(self.desk.library, person_id, self.desk.today))
        if page is None:
            self.primary.setEnabled(False)
            return
        self.title.setText(f"Edit {page.standing.name}")
        self.form.show_values(values_of(page))

    def _name_button(self) -> None:
        if self._person_id is None:
            called = first_name(self.form["name"].value())
            self.primary.set_words(f"Add {called}" if called else "Add")


def values_of(page: PersonPage) -> dict[str, Any]:
    """What the form shows of a person."""
    standing = page.standing
    plain = ("layer_id", "pronouns", "languages", "zone", "birthday", "likes_to_talk", "as_a_person", "notes")
    return {
        "name": standing.name,
        "role": standing.role,
        "organisation": standing.organisation,
        "city": standing.city,
        "rhythm_days": page.own_rhythm_days,
        "points": [Point(kind=each.kind, value=each.value, label=each.label) for each in page.points],
        "tags": page.tags,
        **{name: getattr(page, name) for name in plain},
    }
