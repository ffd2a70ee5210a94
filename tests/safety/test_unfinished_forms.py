"""P1 for the forms that are more than a few fields: lists of questions, initiatives, stretches, and promises
that change."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.actions.commitments import promise
from planner.actions.initiatives import InitiativeForm, StandForm, add_to_initiative
from planner.actions.leave import Stretch, take_leave
from planner.actions.people import PersonForm, add_person
from planner.domain.angles import Angle
from planner.domain.commitments import By
from planner.domain.stands import Stand
from planner.library import Library
from planner.queries.days_off import leave_between
from planner.queries.people import layers
from planner.queries.questions import question_list
from planner.ui.desk import Desk
from planner.ui.dialogs.another_day_dialog import AnotherDayDialog
from planner.ui.dialogs.dialog import Dialog
from planner.ui.dialogs.kept_typing import KeptTyping
from planner.ui.dialogs.promise_dialog import PromiseDialog
from planner.ui.dialogs.questions_dialog import QuestionsDialog
from planner.ui.dialogs.stretches_dialog import AwayDialog, LeaveDialog
from planner.ui.initiatives.add_dialog import AddToInitiativeDialog
from planner.ui.start import _offer_unfinished
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.safety.breaking import break_off, kept_places, pause
from tests.ui.conftest import _wardrobe, ana, desk, dressed, open_window, window
from tests.ui.dialog_hands import bare_window

__all__ = ["_wardrobe", "ana", "desk", "dressed", "open_window", "window"]


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """A window for dialogs to be modal to."""
    return bare_window(qtbot)


def start_afresh(dialog: Dialog) -> None:
    kept = dialog.findChild(KeptTyping)
    assert kept is not None and not kept.row.isHidden()
    kept.row.afresh.click()
    assert kept.row.isHidden()


def test_a_list_of_questions_comes_back_under_its_angle(
    library: Library, desk: Desk, ground: QWidget
) -> None:
    before = question_list(library, None, Angle.FEAR)
    dialog = QuestionsDialog(desk, ground, None, Angle.FEAR)
    QTest.keyClicks(dialog.lines.field, "What would you rather not hear?")
    QTest.keyClick(dialog.lines.field, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.lines.field, "And what")
    typed = dialog.lines.value()
    break_off(dialog)
    again = QuestionsDialog(desk, ground)
    assert again.lines.value() == typed and again.angles[Angle.FEAR].isChecked()
    start_afresh(again)
    assert again.lines.value() == "\n".join(before) and not kept_places(library)


def test_questions_that_are_saved_are_kept_no_longer(library: Library, desk: Desk, ground: QWidget) -> None:
    layer = layers(library)[0].id
    dialog = QuestionsDialog(desk, ground, layer, Angle.CARE)
    QTest.keyClicks(dialog.lines.field, "What else?")
    pause(dialog)
    assert kept_places(library)
    dialog.angles[Angle.FEAR].click()  # saves the list
    assert not kept_places(library) and "What else?" in question_list(library, layer, Angle.CARE)[0]
    again = QuestionsDialog(desk, ground, layer, Angle.CARE)
    assert not again._kept.row.isVisible()


def test_an_initiative_comes_back_with_its_stands(
    library: Library, desk: Desk, ana: int, ground: QWidget
) -> None:
    luca = add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)
    add_to_initiative(library, InitiativeForm(name="One Booking"), [StandForm(person_id=ana)], today=TODAY)
    dialog = AddToInitiativeDialog(desk, (ana, luca), ground)
    dialog.choice.rows[-1].click()
    QTest.keyClicks(dialog.new["name"].field, "Two fewer sys")
    QTest.keyClicks(dialog.new["next_on"].field, "8 Oct")
    QTest.keyClick(dialog.rows[1], Qt.Key.Key_Right)
    QTest.keyClick(dialog.rows[1], Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(dialog.why["reason"].field, "They said")
    stands = [(row.now, row.hoped) for row in dialog.rows]
    assert any(now and hoped for now, hoped in stands)
    break_off(dialog)
    again = AddToInitiativeDialog(desk, (ana, luca), ground)
    assert again.choice.current is again.choice.rows[-1] and not again.new.isHidden()
    assert again.new.peek()["name"] == "Two fewer sys" and again.new.peek()["next_on"] == date(2026, 10, 8)
    assert [(row.now, row.hoped) for row in again.rows] == stands
    assert all(now is None or isinstance(now, Stand) for now, _ in stands)
    assert again.why["reason"].value() == "They said"
    again.save()
    assert not kept_places(library)


def test_start_afresh_shows_the_initiative_as_it_is_known(
    library: Library, desk: Desk, ana: int, ground: QWidget
) -> None:
    add_to_initiative(library, InitiativeForm(name="One Booking"), [StandForm(person_id=ana)], today=TODAY)
    dialog = AddToInitiativeDialog(desk, (ana,), ground)
    first = dialog.peek()
    dialog.choice.rows[-1].click()
    QTest.keyClicks(dialog.why["reason"].field, "They said")
    break_off(dialog)
    again = AddToInitiativeDialog(desk, (ana,), ground)
    assert again.why["reason"].value() == "They said"
    start_afresh(again)
    assert again.peek() == first and not kept_places(library)


def test_stretches_come_back_as_they_were_typed(library: Library, desk: Desk, ground: QWidget) -> None:
    first, last = date(2026, 10, 12), date(2026, 10, 16)
    take_leave(library, Stretch(first_day=first, last_day=last, note="The sea"), today=TODAY)
    dialog = LeaveDialog(desk, ground)
    dialog.rows[0].last.line.clear()
    QTest.keyClicks(dialog.rows[0].last.line, "20 Oct")
    QTest.keyClicks(dialog.rows[1].first.line, "24 Decem")  # no day yet
    QTest.keyClicks(dialog.rows[1].note.line, "At my mother's")
    break_off(dialog)
    again = LeaveDialog(desk, ground)
    assert [row.first.line.text() for row in again.rows] == ["Mon 12 Oct", "24 Decem"]
    assert again.rows[1].note.value() == "At my mother's"
    again.rows[1].first.line.setText("24 Dec")
    again.save()
    known = leave_between(library)
    assert [(each.last_day, each.note) for each in known] == [
        (date(2026, 10, 20), "The sea"),
        (date(2026, 12, 24), "At my mother's"),
    ]
    assert len(known) == 2 and not kept_places(library)


@pytest.mark.parametrize("end", ["afresh", "reject"])
def test_stretches_that_are_not_wanted_are_not_kept(
    library: Library, desk: Desk, ana: int, ground: QWidget, end: str
) -> None:
    dialog = AwayDialog(desk, ana, ground)
    QTest.keyClicks(dialog.rows[0].note.line, "Parental leave")
    break_off(dialog)
    again = AwayDialog(desk, ana, ground)
    assert again.rows[0].note.value() == "Parental leave"
    start_afresh(again) if end == "afresh" else again.reject()
    assert not kept_places(library)
    assert [row.note.value() for row in AwayDialog(desk, ana, ground).rows] == [""]


def test_a_promise_that_changes_comes_back(library: Library, desk: Desk, ana: int, ground: QWidget) -> None:
    made = promise(library, ana, By.YOU, "The outage review", None, today=TODAY)
    dialog = PromiseDialog(desk, 0, ground, made)
    QTest.keyClicks(dialog.form["note"].field, "Only the first half")
    break_off(dialog)
    assert PromiseDialog(desk, 0, ground, made).form["note"].value() == "Only the first half"
    moved = AnotherDayDialog(desk, made, ground)
    QTest.keyClicks(moved.form["due_on"].field, "18 Sep")
    break_off(moved)
    again = AnotherDayDialog(desk, made, ground)
    assert again.form["due_on"].value() == date(2026, 9, 18)
    again.save()
    assert kept_places(library) == [f"change_promise  0 0 {made} "]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("change_promise", "An unfinished form about a commitment was kept."),
        ("leave", "An unfinished form about your own leave was kept."),
        ("away", "An unfinished form about when Ana is away was kept."),
        ("questions", "An unfinished list of questions was kept."),
        ("initiative", "An unfinished form about Ana and an initiative was kept."),
    ],
)
def test_after_the_start_each_is_offered_and_opened(
    window: Window, qtbot: QtBot, command: str, said: str
) -> None:
    desk, library = window.desk, window.desk.library
    person = add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)
    made = promise(library, person, By.YOU, "The review", None, today=TODAY)
    dialog: Dialog
    if command == "change_promise":
        dialog = PromiseDialog(desk, 0, window, made)
        field = dialog.form["note"].field
    elif command == "questions":
        dialog = QuestionsDialog(desk, window)
        field = dialog.lines.field
    elif command == "initiative":
        dialog = AddToInitiativeDialog(desk, (person,), window)
        field = dialog.why["reason"].field
    else:
        dialog = LeaveDialog(desk, window) if command == "leave" else AwayDialog(desk, person, window)
        field = dialog.rows[0].note.field
    QTest.keyClicks(field, "Half of it")
    break_off(dialog)
    assert _offer_unfinished(window) and window.toast.words == said
    found: list[bool] = []

    def look() -> None:
        shown = next(each for each in window.findChildren(type(dialog)) if each.isVisible())
        kept = shown.findChild(KeptTyping)
        found.append(kept is not None and kept.row.isVisible())
        shown.reject()

    QTimer.singleShot(0, look)
    qtbot.mouseClick(window.toast.findChild(QWidget, "open"), Qt.MouseButton.LeftButton)
    assert found == [True] and not kept_places(library)
