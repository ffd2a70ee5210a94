"""The dialogs: what they begin with, what they save, and how they say what is wrong."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.actions import people
from planner.actions.people import PersonForm, Point
from planner.actions.plans import PlanForm, plan_conversation
from planner.domain.channels import Channel, ReachedOut
from planner.library import Library
from planner.queries.forms import conversation_facts, plan_facts
from planner.queries.person import person_page
from planner.ui.desk import Desk
from planner.ui.dialogs.confirm_dialog import ConfirmDialog
from planner.ui.dialogs.day_list import ANOTHER, DayList
from planner.ui.dialogs.dialog import Dialog, Scrim
from planner.ui.dialogs.log_dialog import LogDialog
from planner.ui.dialogs.person_dialog import PersonDialog
from planner.ui.dialogs.plan_dialog import PlanDialog
from planner.ui.dialogs.promise_dialog import PromiseDialog
from planner.ui.dialogs.rest_dialog import RestDialog
from planner.ui.dialogs.rhythm_dialog import RhythmDialog
from planner.ui.screen import Subject

TODAY = date(2026, 9, 15)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for dialogs to be modal to."""
    made = QWidget()
    made.resize(1200, 800)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def ana(library: Library) -> int:
    return people.add_person(library, PersonForm(name="Ana Ferreira", rhythm_days=14), today=TODAY)


@pytest.fixture
def luca(library: Library) -> int:
    return people.add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)


@pytest.fixture
def said(desk: Desk) -> list[str]:
    """What the toast says."""
    heard: list[str] = []
    desk.said.connect(lambda words, _undo: heard.append(words))
    return heard


def enter(dialog: Dialog) -> None:
    """Press Enter where the focus is."""
    from PySide6.QtTest import QTest

    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)


def type_into(dialog: LogDialog | PlanDialog | PersonDialog | PromiseDialog, name: str, text: str) -> None:
    """Type into a line of the form as fingers would."""
    from PySide6.QtTest import QTest

    field = dialog.form[name].field
    field.setFocus()
    QTest.keyClicks(field, text)


def talk_of(library: Library) -> int:
    return int(library.value("SELECT id FROM conversation"))


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


class TestPlan:
    def test_it_proposes_the_free_time_of_the_day(
        self, desk: Desk, library: Library, window: QWidget, ana: int, luca: int, said: list[str]
    ) -> None:
        plan_conversation(
            library,
            PlanForm(people=(luca,), day=date(2026, 9, 17), starts=time(9), minutes=30),
            today=TODAY,
        )
        dialog = PlanDialog(desk, Subject(people=(ana,)), window, day=date(2026, 9, 17))
        assert dialog.form["starts"].value() == time(9, 45)
        dialog.save()
        facts = plan_facts(library, int(library.value("SELECT max(id) FROM plan")))
        assert (facts.people, facts.day, facts.starts) == ((ana,), date(2026, 9, 17), time(9, 45))
        assert said == ["Planned Ana Ferreira for Thursday 17 Sep"]

    def test_another_day_gets_another_proposal_but_a_typed_time_stays(
        self, desk: Desk, library: Library, window: QWidget, ana: int, luca: int
    ) -> None:
        plan_conversation(
            library, PlanForm(people=(luca,), day=date(2026, 9, 18), starts=time(11)), today=TODAY
        )
        dialog = PlanDialog(desk, Subject(people=(ana,)), window, day=date(2026, 9, 17))
        assert dialog.form["starts"].value() == time(9)
        dialog.form["day"].choose(date(2026, 9, 18))  # type: ignore[attr-defined]
        assert dialog.form["starts"].value() == time(11, 45)
        dialog.form["starts"].field.setText("16:00")  # type: ignore[attr-defined]
        dialog.form["day"].choose(date(2026, 9, 17))  # type: ignore[attr-defined]
        assert dialog.form["starts"].value() == time(16)

    def test_the_time_may_stay_open(self, desk: Desk, library: Library, window: QWidget, ana: int) -> None:
        dialog = PlanDialog(desk, Subject(people=(ana,)), window)
        dialog.form["starts"].show_value(None)
        dialog.save()
        assert library.row("SELECT starts FROM plan") == (None,)

    def test_changing_a_plan(
        self, desk: Desk, library: Library, window: QWidget, ana: int, luca: int
    ) -> None:
        plan = plan_conversation(library, PlanForm(people=(ana,), day=date(2026, 9, 17)), today=TODAY)
        dialog = PlanDialog(desk, Subject(people=(ana,)), window, plan_id=plan)
        dialog.form.show_values({"people": (ana, luca), "purpose": "Handover", "channel": Channel.VIDEO})
        dialog.save()
        facts = plan_facts(library, plan)
        assert (set(facts.people), facts.purpose) == ({ana, luca}, "Handover")
        assert (facts.channel, facts.starts) == (Channel.VIDEO, None)


class TestDayList:
    def test_two_weeks_and_another_day(self, desk: Desk, window: QWidget, ana: int) -> None:
        dialog = DayList(desk, Subject(people=(ana,)), window)
        assert len(dialog.rows) == 15
        assert dialog.rows[0].startswith("Today, Tue 15 Sep, ")
        assert dialog.rows[2].startswith("Thu 17 Sep, 0 of ")
        assert dialog.rows[2].endswith("at 09:00")
        assert dialog.rows[-1] == ANOTHER

    def test_a_digit_plans_on_that_row(
        self, desk: Desk, library: Library, window: QWidget, ana: int, said: list[str], qtbot: QtBot
    ) -> None:
        dialog = DayList(desk, Subject(people=(ana,)), window)
        dialog.show()
        qtbot.keyClicks(dialog.list, "3")
        assert library.row("SELECT day, starts, minutes FROM plan") == ("2026-09-17", "09:00", 30)
        assert said == ["Planned Ana Ferreira for Thursday 17 Sep, 09:00"]
        assert not dialog.isVisible()

    def test_letters_go_to_the_weekday_and_enter_plans(
        self, desk: Desk, library: Library, window: QWidget, ana: int, qtbot: QtBot
    ) -> None:
        dialog = DayList(desk, Subject(people=(ana,)), window)
        dialog.show()
        qtbot.keyClicks(dialog.list, "mo")
        assert "Mon 21 Sep" in dialog.list.currentItem().text()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
        assert library.value("SELECT day FROM plan") == "2026-09-21"

    def test_moving_keeps_the_time(
        self, desk: Desk, library: Library, window: QWidget, ana: int, said: list[str], qtbot: QtBot
    ) -> None:
        plan = plan_conversation(
            library, PlanForm(people=(ana,), day=date(2026, 9, 17), starts=time(14, 15)), today=TODAY
        )
        dialog = DayList(desk, Subject(people=(ana,), plan_id=plan), window, moving=True)
        dialog.show()
        qtbot.keyClicks(dialog.list, "4")
        assert library.row("SELECT day, starts FROM plan") == ("2026-09-18", "14:15")
        assert said == ["Moved Ana Ferreira to Friday 18 Sep, 14:15"]


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


def test_confirming_is_never_the_default(desk: Desk, window: QWidget) -> None:
    dialog = ConfirmDialog(desk, "Remove Ana?", "All goes. Undo brings it back.", "Remove Ana", window)
    dialog.show()
    assert not dialog.primary.isDefault()
    assert dialog.cancel.isDefault()
    enter(dialog)
    assert dialog.result() == ConfirmDialog.DialogCode.Rejected
    again = ConfirmDialog(desk, "Remove Ana?", "All goes.", "Remove Ana", window)
    again.show()
    again.primary.click()
    assert again.result() == ConfirmDialog.DialogCode.Accepted


def test_enter_on_a_button_means_the_button(
    desk: Desk, library: Library, window: QWidget, ana: int, qtbot: QtBot
) -> None:
    dialog = LogDialog(desk, Subject(people=(ana,)), window)
    dialog.show()
    dialog.cancel.setFocus()
    qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert dialog.result() == LogDialog.DialogCode.Rejected
    assert library.value("SELECT count(*) FROM conversation") == 0


def test_nothing_of_a_closed_dialog_stays_in_the_window(desk: Desk, window: QWidget, ana: int) -> None:
    dialog = PromiseDialog(desk, ana, window)
    dialog.show()
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.findChildren(Dialog)
    assert not window.findChildren(Scrim)


def test_a_scrim_covers_the_window_while_a_dialog_is_open(desk: Desk, window: QWidget, ana: int) -> None:
    dialog = PromiseDialog(desk, ana, window)
    scrim = window.findChild(Scrim)
    assert scrim is not None and not scrim.isVisible()
    dialog.show()
    assert scrim.isVisible() and scrim.geometry() == window.rect()
    dialog.reject()
    assert not scrim.isVisible()


def test_a_dialog_stays_within_a_small_window_and_follows_the_look(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    window.resize(1000, 640)
    dialog = PersonDialog(desk, None, window)
    dialog.show()
    assert dialog.height() <= 560
    light = dialog.grab().toImage().pixelColor(12, 60)
    desk.theme.set_dark(True)
    qtbot.wait(10)
    dark = dialog.grab().toImage().convertToFormat(QImage.Format.Format_RGB32).pixelColor(12, 60)
    assert light != dark
    assert dark == desk.theme.palette.surface
    desk.theme.set_dark(False)
