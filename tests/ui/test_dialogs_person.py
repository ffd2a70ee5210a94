"""What dialogs save about people: who they are, their rhythm, their rest and promises."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.actions import people
from planner.actions.people import PersonForm, Point
from planner.library import Library
from planner.queries.person import person_page
from planner.ui.desk import Desk
from planner.ui.dialogs.person_dialog import PersonDialog
from planner.ui.dialogs.promise_dialog import PromiseDialog
from planner.ui.dialogs.rest_dialog import RestDialog
from planner.ui.dialogs.rhythm_dialog import RhythmDialog
from tests.conftest import TODAY
from tests.ui.dialog_hands import bare_window, enter, type_into


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for dialogs to be modal to."""
    return bare_window(qtbot)


class TestPerson:
    def test_a_name_alone_is_enough_and_on_the_button(
        self, desk: Desk, library: Library, window: QWidget, said: list[str]
    ) -> None:
        dialog = PersonDialog(desk, None, window)
        dialog.show()
        dialog.save()
        assert dialog.form.problem("name").startswith("A name is needed")
        type_into(dialog, "name", "Ana Ferreira")
        assert dialog.primary.text() == "Add Ana"
        enter(dialog)
        assert dialog.added_id is not None
        page = person_page(library, dialog.added_id, TODAY)
        assert (page.standing.name, page.birthday, page.layer_id) == ("Ana Ferreira", None, None)
        assert said == ["Added Ana Ferreira"]

    def test_every_field_comes_back_as_it_was(self, desk: Desk, library: Library, window: QWidget) -> None:
        layer = int(library.value("SELECT id FROM layer WHERE hue = 'board'"))
        form = PersonForm(
            name="Beatrix Keller",
            role="Chair",
            organisation="Norvane",
            layer_id=layer,
            rhythm_days=28,
            city="Zurich",
            zone="Europe/Zurich",
            pronouns="she/her",
            languages="German",
            birthday="--04-15",
            likes_to_talk="Mornings",
            as_a_person="Sails",
            notes="Two\nlines",
            points=(Point(kind="email", value="b@norvane.example", label="work"),),
            tags=("circle",),
        )
        identity = people.add_person(library, form, today=TODAY)
        before = person_page(library, identity, TODAY)
        dialog = PersonDialog(desk, identity, window)
        assert PersonForm(**dialog.form.peek()) == form
        steps = len(library.history())
        dialog.save()
        assert person_page(library, identity, TODAY) == before
        assert len(library.history()) == steps

    def test_a_wrong_birthday_and_zone_are_said(
        self, desk: Desk, library: Library, window: QWidget, ana: int
    ) -> None:
        dialog = PersonDialog(desk, ana, window)
        type_into(dialog, "birthday", "30 Feb")
        dialog.save()
        assert dialog.form.problem("birthday") == "February has 29 days. Did you mean 1 March?"
        dialog.form["birthday"].show_value(None)
        dialog.form["zone"].show_value("Narnia")
        dialog.save()
        assert dialog.form.problem("zone") == "Write it as Europe/Lisbon, or leave it empty."

    def test_points_are_added_and_taken_out(
        self, desk: Desk, library: Library, window: QWidget, ana: int
    ) -> None:
        dialog = PersonDialog(desk, ana, window)
        points = dialog.form["points"]
        points.more.click()  # type: ignore[attr-defined]
        points.field.setText("ana@norvane.example")  # type: ignore[attr-defined]
        points.more.click()  # type: ignore[attr-defined]
        dialog.save()
        kept = person_page(library, ana, TODAY).points
        assert [(each.kind, each.value) for each in kept] == [("email", "ana@norvane.example")]


class TestPromise:
    def test_both_ways_and_without_a_day(
        self, desk: Desk, library: Library, window: QWidget, ana: int, said: list[str]
    ) -> None:
        dialog = PromiseDialog(desk, ana, window)
        dialog.save()
        assert dialog.form.problem("what") == "Say what was promised."
        dialog.form.show_values({"by": "they", "what": "An introduction"})
        dialog.save()
        assert library.row("SELECT by, what, due_on FROM commitment") == ("they", "An introduction", None)
        assert said == ["Noted a promise of Ana Ferreira"]

    def test_a_typed_day(self, desk: Desk, library: Library, window: QWidget, ana: int) -> None:
        dialog = PromiseDialog(desk, ana, window)
        type_into(dialog, "what", "The figures")
        type_into(dialog, "due_on", "friday")
        dialog.save()
        assert library.row("SELECT by, due_on FROM commitment") == ("you", "2026-09-18")


def test_several_people_rest_as_one_step(
    desk: Desk, library: Library, window: QWidget, ana: int, luca: int, said: list[str]
) -> None:
    dialog = RestDialog(desk, (ana, luca), window)
    dialog.form["until"].show_value(TODAY)
    dialog.save()
    assert dialog.form.problem("until") == "Choose a day after today."
    dialog.form["until"].show_value(date(2026, 10, 1))
    dialog.save()
    resting = library.rows("SELECT DISTINCT resting_until FROM person")
    assert list(resting) == [("2026-10-01",)]
    assert said == ["Ana and Luca rest until 1 Oct"]
    library.undo()
    assert list(library.rows("SELECT DISTINCT resting_until FROM person")) == [(None,)]


@pytest.mark.parametrize(("days", "key"), [(None, "layer"), (14, "14"), (21, "own")])
def test_a_rhythm_is_shown_and_saved(
    desk: Desk, library: Library, window: QWidget, luca: int, days: int | None, key: str
) -> None:
    people.change_rhythm(library, luca, days)
    dialog = RhythmDialog(desk, (luca,), window)
    editor = dialog.form["days"]
    assert editor.segment.current == key  # type: ignore[attr-defined]
    assert editor.value() == days
    editor.show_value(90)
    dialog.save()
    assert person_page(library, luca, TODAY).own_rhythm_days == 90
