"""Logging a conversation: what the form begins with, saves and says, and whom it names."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.actions import people
from planner.actions.people import PersonForm
from planner.actions.plans import PlanForm, plan_conversation
from planner.domain.channels import Channel, ReachedOut
from planner.library import Library
from planner.queries.forms import conversation_facts
from planner.ui.desk import Desk
from planner.ui.dialogs.log_dialog import LogDialog
from planner.ui.screen import Subject
from tests.conftest import TODAY
from tests.ui.dialog_hands import bare_window, enter, talk_of, type_into


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for dialogs to be modal to."""
    return bare_window(qtbot)


class TestLog:
    def test_what_was_said_is_kept_and_named(
        self, desk: Desk, library: Library, window: QWidget, ana: int, said: list[str]
    ) -> None:
        dialog = LogDialog(desk, Subject(people=(ana,)), window)
        dialog.show()
        dialog.form.show_values(
            {"channel": Channel.CALL, "minutes": 45, "topic": "Budget", "reached_out": ReachedOut.THEY}
        )
        dialog.save()
        talk = conversation_facts(library, talk_of(library))
        assert (talk.people, talk.day, talk.minutes) == ((ana,), TODAY, 45)
        assert (talk.channel, talk.reached_out, talk.topic) == (Channel.CALL, ReachedOut.THEY, "Budget")
        assert said == ["Logged a call with Ana Ferreira"]
        assert not dialog.isVisible()

    def test_what_is_not_known_stays_unknown(
        self, desk: Desk, library: Library, window: QWidget, ana: int
    ) -> None:
        dialog = LogDialog(desk, Subject(people=(ana,)), window)
        dialog.save()
        talk = conversation_facts(library, talk_of(library))
        assert (talk.starts, talk.minutes, talk.reached_out) == (None, None, None)

    def test_enter_saves_and_escape_does_not(
        self, desk: Desk, library: Library, window: QWidget, ana: int, qtbot: QtBot
    ) -> None:
        dialog = LogDialog(desk, Subject(people=(ana,)), window)
        dialog.show()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert library.value("SELECT count(*) FROM conversation") == 0
        dialog = LogDialog(desk, Subject(people=(ana,)), window)
        dialog.show()
        enter(dialog)
        assert library.value("SELECT count(*) FROM conversation") == 1

    def test_enter_in_the_notes_is_a_new_line_and_ctrl_enter_saves(
        self, desk: Desk, library: Library, window: QWidget, ana: int, qtbot: QtBot
    ) -> None:
        dialog = LogDialog(desk, Subject(people=(ana,)), window)
        dialog.show()
        notes = dialog.form["notes"].field
        notes.setFocus()
        qtbot.keyClicks(notes, "one")
        qtbot.keyClick(notes, Qt.Key.Key_Return)
        qtbot.keyClicks(notes, "two")
        assert library.value("SELECT count(*) FROM conversation") == 0
        qtbot.keyClick(notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert conversation_facts(library, talk_of(library)).notes == "one\ntwo"

    def test_nobody_and_a_day_to_come_are_said_beside_their_fields(
        self, desk: Desk, library: Library, window: QWidget, ana: int
    ) -> None:
        dialog = LogDialog(desk, Subject(), window)
        dialog.save()
        assert dialog.form.problem("people") == "Say with whom you talked."
        dialog.form["people"].show_value((ana,))
        dialog.form["day"].show_value(date(2026, 9, 16))
        dialog.save()
        assert "still to come" in dialog.form.problem("day")
        assert library.value("SELECT count(*) FROM conversation") == 0

    def test_a_day_that_is_none_gets_the_helpful_sentence_and_the_mark(
        self, desk: Desk, window: QWidget, ana: int
    ) -> None:
        dialog = LogDialog(desk, Subject(people=(ana,)), window)
        dialog.show()
        day = dialog.form["day"].field
        day.setText("31 June")  # type: ignore[attr-defined]
        dialog.save()
        assert dialog.form.problem("day") == "June has 30 days. Did you mean 1 July?"
        assert day.property("error") == "true"
        assert dialog.isVisible()
        day.clear()  # type: ignore[attr-defined]
        type_into(dialog, "day", "14 Sep")
        assert dialog.form.problem("day") == ""

    def test_the_plan_fills_the_form_and_is_ticked_off(
        self, desk: Desk, library: Library, window: QWidget, ana: int
    ) -> None:
        plan = plan_conversation(
            library,
            PlanForm(people=(ana,), day=TODAY, starts=time(10), minutes=60, purpose="Budget.", place="Porto"),
            today=TODAY,
        )
        dialog = LogDialog(desk, Subject(people=(ana,), plan_id=plan), window)
        values = dialog.form.peek()
        assert (values["topic"], values["place"], values["minutes"]) == ("Budget", "Porto", 60)
        assert "Ticks off the plan of Tue 15 Sep, 10:00." in dialog.hint.text()
        dialog.save()
        assert library.value("SELECT status FROM plan WHERE id = ?", (plan,)) == "talked"

    def test_it_tells_how_things_will_stand(self, desk: Desk, window: QWidget, ana: int) -> None:
        dialog = LogDialog(desk, Subject(people=(ana,)), window)
        assert dialog.hint.text() == "After this: On rhythm, next by Tue 29 Sep."

    def test_changing_writes_over_the_same_conversation(
        self, desk: Desk, library: Library, window: QWidget, ana: int, luca: int, said: list[str]
    ) -> None:
        LogDialog(desk, Subject(people=(ana,)), window).save()
        talk_id = talk_of(library)
        dialog = LogDialog(desk, Subject(people=(ana,)), window, conversation_id=talk_id)
        dialog.form.show_values({"people": (ana, luca), "minutes": 30})
        dialog.save()
        talk = conversation_facts(library, talk_id)
        assert (set(talk.people), talk.minutes) == ({ana, luca}, 30)
        assert said[-1] == "Changed a conversation with Ana and Luca"


class TestPeopleField:
    @pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
    def test_a_typed_name_becomes_a_chip(
        self, desk: Desk, window: QWidget, ana: int, luca: int, qtbot: QtBot
    ) -> None:
        dialog = LogDialog(desk, Subject(), window)
        dialog.show()
        type_into(dialog, "people", "luc")
        field = dialog.form["people"].field
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert dialog.form["people"].value() == (luca,)
        assert dialog.isVisible()
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
        assert dialog.form["people"].value() == ()

    def test_a_name_that_is_nobody_or_two_people_is_said(
        self, desk: Desk, library: Library, window: QWidget, ana: int
    ) -> None:
        people.add_person(library, PersonForm(name="Anabel Ruiz"), today=TODAY)
        dialog = LogDialog(desk, Subject(), window)
        type_into(dialog, "people", "Zebedee")
        dialog.save()
        assert dialog.form.problem("people") == "Nobody here is called “Zebedee”."
        dialog.form["people"].field.clear()  # type: ignore[attr-defined]
        type_into(dialog, "people", "ana")
        dialog.save()
        assert dialog.form.problem("people") == ("“ana” could be Ana Ferreira or Anabel Ruiz. Choose one.")

    def test_a_name_that_looks_like_markup_stays_letters(
        self, desk: Desk, library: Library, window: QWidget
    ) -> None:
        bold = people.add_person(library, PersonForm(name="<b>Bo</b>"), today=TODAY)
        dialog = LogDialog(desk, Subject(people=(bold,)), window)
        assert dialog.form["people"].names == ("<b>Bo</b>",)  # type: ignore[attr-defined]
