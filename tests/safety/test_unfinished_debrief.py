"""P1 for a debrief that is not done yet: marks and lines survive a crash and are there when it is opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person
from planner.domain.angles import Angle
from planner.domain.commitments import By
from planner.domain.debrief import TrustMark
from planner.library import Library
from planner.queries.debriefs import marks_of, waiting_debriefs
from planner.ui.debrief.dialog import DebriefDialog, DebriefSheet
from planner.ui.desk import Desk
from planner.ui.start import _offer_unfinished
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.safety.breaking import break_off, kept_places, pause
from tests.ui.conftest import _wardrobe, ana, desk, dressed, open_window, window
from tests.ui.dialog_hands import bare_window

__all__ = ["_wardrobe", "ana", "desk", "dressed", "open_window", "window"]

Asker = Callable[[], DebriefDialog]


@pytest.fixture
def ask(desk: Desk, qtbot: QtBot) -> Asker:
    """Opens the debrief of all that waits, over a window that has just begun."""
    ground = bare_window(qtbot)

    def opened() -> DebriefDialog:
        dialog = DebriefDialog(desk, waiting_debriefs(desk.library, TODAY), ground)
        dialog.show()
        return dialog

    return opened


def talk(library: Library, *people: int, days_ago: int = 0) -> int:
    day = TODAY - timedelta(days=days_ago)
    return log_conversation(library, ConversationForm(people=people, day=day, topic="Budget"), now=NOW)


def sheet_of(dialog: DebriefDialog) -> DebriefSheet:
    assert dialog.sheet is not None
    return dialog.sheet


def write(dialog: DebriefDialog, name: str, words: str) -> None:
    QTest.keyClicks(sheet_of(dialog).form_fields[name].field, words)


def test_every_answer_comes_back(library: Library, ana: int, ask: Asker) -> None:
    luca = add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)
    talk(library, ana, luca)
    dialog = ask()
    sheet = sheet_of(dialog)
    QTest.keyClick(sheet.marks[luca].buttons[TrustMark.UP], Qt.Key.Key_Down)
    write(dialog, "learned", "Her team moves to Por")
    sheet.form_fields["angle"].show_value(Angle.FEAR)
    sheet.form_fields["by"].show_value(By.THEY)
    write(dialog, "promised", "The cost figures by Friday")
    sheet.form_fields["person"].show_value(str(luca))
    said, steps = sheet.form(), library.history()
    break_off(dialog)
    assert library.history() == steps
    again = sheet_of(ask())
    assert again.form() == said and again.marks[luca].mark is TrustMark.DOWN
    assert again.form_fields["learned"].value() == "Her team moves to Por"
    assert again.told.text() == "Notes “The cost figures”, by Friday 18 September."


def test_a_mark_alone_is_kept_and_said_to_be(library: Library, ana: int, ask: Asker) -> None:
    talk(library, ana)
    dialog = ask()
    sheet_of(dialog).marks[ana].buttons[TrustMark.UP].click()
    break_off(dialog)
    again = ask()
    assert sheet_of(again).marks[ana].mark is TrustMark.UP
    assert again._kept is not None and again._kept.row.isVisible()
    again._kept.row.afresh.click()
    assert sheet_of(again).marks[ana].mark is None and not again._kept.row.isVisible()
    assert not kept_places(library)


@pytest.mark.parametrize("end", ["save", "skip_it", "reject"])
def test_done_skipped_or_put_off_it_is_kept_no_longer(
    library: Library, ana: int, ask: Asker, end: str
) -> None:
    talk(library, ana)
    dialog = ask()
    write(dialog, "learned", "Whole")
    pause(dialog)
    assert kept_places(library)
    getattr(dialog, end)()
    assert not kept_places(library)


def test_each_conversation_of_the_queue_has_its_own(library: Library, ana: int, ask: Asker) -> None:
    first, second = talk(library, ana), talk(library, ana, days_ago=1)
    dialog = ask()
    assert dialog.waiting.conversation_id == first
    dialog.skip_it()
    write(dialog, "learned", "About the second")
    break_off(dialog)
    again = ask()
    assert again.waiting.conversation_id == second
    assert sheet_of(again).form_fields["learned"].value() == "About the second"
    sheet_of(again).marks[ana].buttons[TrustMark.SAME].click()
    again.save()
    assert [each.conversation_id for each in marks_of(library, ana)] == [second] and not kept_places(library)


def test_after_the_start_it_is_offered(window: Window, qtbot: QtBot) -> None:
    library = window.desk.library
    person = add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)
    talk(library, person)
    dialog = DebriefDialog(window.desk, waiting_debriefs(library, TODAY), window)
    write(dialog, "promised", "The figures")
    break_off(dialog)
    assert _offer_unfinished(window)
    assert window.toast.words == "An unfinished debrief of a conversation with Ana was kept."
    found: list[str] = []

    def look() -> None:
        shown = next(each for each in window.findChildren(DebriefDialog) if each.isVisible())
        found.append(sheet_of(shown).form_fields["promised"].value())
        shown.reject()

    QTimer.singleShot(0, look)
    qtbot.mouseClick(window.toast.findChild(QWidget, "open"), Qt.MouseButton.LeftButton)
    assert found == ["The figures"] and not kept_places(library)
