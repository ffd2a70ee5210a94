"""The debrief: offered after logging and as a queue, answered with three keys and two lines, free to skip."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.actions import people
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm
from planner.domain.angles import Angle
from planner.domain.commitments import By
from planner.domain.debrief import TrustMark
from planner.library import Library
from planner.queries.debriefs import marks_of, waiting_debriefs
from planner.queries.person import person_page
from planner.queries.understanding import understanding_of
from planner.ui.debrief.dialog import AngleEditor, DebriefDialog, DebriefSheet
from planner.ui.debrief.offer import DebriefOffer
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.screen import Subject
from planner.ui.theme import Theme
from planner.ui.widgets.inverse import InverseButton
from planner.ui.window import Window
from tests.conftest import NOW, TODAY

Asker = Callable[[], DebriefDialog]


@pytest.fixture
def ask(desk: Desk, qtbot: QtBot) -> Iterator[Asker]:
    """Opens the debrief of everything that waits."""
    ground = QWidget()
    ground.resize(1200, 800)
    qtbot.addWidget(ground)
    ground.show()
    opened: list[DebriefDialog] = []

    def open_dialog() -> DebriefDialog:
        dialog = DebriefDialog(desk, waiting_debriefs(desk.library, TODAY), ground)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        assert dialog.sheet is not None
        dialog.sheet.begin()
        opened.append(dialog)
        return dialog

    yield open_dialog
    for each in opened:
        each.close()


def log(library: Library, *people_ids: int, day: date = TODAY) -> int:
    return log_conversation(library, ConversationForm(people=people_ids, day=day, topic="Budget"), now=NOW)


def press(dialog: DebriefDialog, key: Qt.Key) -> None:
    focused = dialog.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


@pytest.mark.parametrize(
    ("key", "mark"),
    [
        (Qt.Key.Key_Up, TrustMark.UP),
        (Qt.Key.Key_Equal, TrustMark.SAME),
        (Qt.Key.Key_Down, TrustMark.DOWN),
    ],
)
def test_one_key_and_enter_are_a_debrief(
    library: Library, ana: int, ask: Asker, key: Qt.Key, mark: TrustMark
) -> None:
    talk = log(library, ana)
    dialog = ask()
    assert dialog.title.text() == "How was it with Ana?"
    press(dialog, key)
    assert dialog.focusWidget() is dialog.sheet.form_fields["learned"].field  # type: ignore[union-attr]
    press(dialog, Qt.Key.Key_Return)
    assert [(each.conversation_id, each.mark) for each in marks_of(library, ana)] == [(talk, mark)]
    assert waiting_debriefs(library, TODAY) == ()
    assert not dialog.isVisible()
    assert library.next_labels()[0] == "Debrief the conversation with Ana Ferreira"


def test_a_line_learned_and_a_line_promised_are_filed_with_the_conversation(
    library: Library, ana: int, ask: Asker
) -> None:
    talk = log(library, ana)
    dialog = ask()
    assert dialog.sheet is not None
    fields = dialog.sheet.form_fields
    fields.show_values({"angle": Angle.FEAR})
    QTest.keyClicks(fields["learned"].field, "A dark terminal")
    QTest.keyClicks(fields["promised"].field, "The cost figures by Friday")
    assert dialog.sheet.told.text() == "Notes “The cost figures”, by Friday 18 September."
    fields.show_values({"by": By.THEY})
    dialog.primary.click()
    fact = next(each for each in understanding_of(library, ana, TODAY).angles if each.angle is Angle.FEAR)
    assert [(each.learned, each.conversation_id) for each in fact.facts] == [("A dark terminal", talk)]
    made = person_page(library, ana, TODAY).promises[0]
    assert (made.what, made.due_on, made.yours) == ("The cost figures", date(2026, 9, 18), False)
    library.undo()
    assert not person_page(library, ana, TODAY).promises
    assert len(waiting_debriefs(library, TODAY)) == 1


def test_the_answer_to_what_was_worth_asking_is_filed_with_its_question(
    library: Library, ana: int, ask: Asker
) -> None:
    log(library, ana)
    asking = understanding_of(library, ana, TODAY).asking
    dialog = ask()
    assert asking is not None and dialog.sheet is not None
    fields = dialog.sheet.form_fields
    fields.show_values({"angle": Angle.LISTEN})
    QTest.keyClicks(fields["learned"].field, "A harbour that never stops")
    fields["answers"].field.click()  # type: ignore[attr-defined]
    assert fields["angle"].value() is asking.angle
    dialog.primary.click()
    known = next(each for each in understanding_of(library, ana, TODAY).angles if each.angle is asking.angle)
    assert known.facts[0].question == asking.question


def test_the_angles_speak_of_one_person_by_their_pronouns_and_of_several_as_they(
    library: Library, desk: Desk, qtbot: QtBot
) -> None:
    mina = people.add_person(library, PersonForm(name="Mina Haas", pronouns="she/her"), today=TODAY)
    luca = people.add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)
    said = {}
    for who in ((mina,), (luca,), (mina, luca)):
        talk = log(library, *who)
        waiting = next(each for each in waiting_debriefs(library, TODAY) if each.conversation_id == talk)
        sheet = DebriefSheet(desk, waiting, "Budget")
        qtbot.addWidget(sheet)
        editor = sheet.form_fields["angle"]
        assert isinstance(editor, AngleEditor)
        said[who] = {chip.text() for chip in editor.chips.values()}
    assert {"What she cares about", "How she decides", "What she fears"} <= said[mina,]
    assert "What Luca cares about" in said[luca,]
    assert "What they care about" in said[mina, luca]


def test_everybody_who_was_there_has_a_row_of_keys(library: Library, ana: int, ask: Asker) -> None:
    luca = people.add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)
    log(library, ana, luca)
    dialog = ask()
    press(dialog, Qt.Key.Key_Up)
    press(dialog, Qt.Key.Key_Down)
    dialog.primary.click()
    assert [marks_of(library, each)[0].mark for each in (ana, luca)] == [TrustMark.UP, TrustMark.DOWN]


def test_skipping_is_free_and_later_stays_in_the_queue(library: Library, ana: int, ask: Asker) -> None:
    log(library, ana)
    log(library, ana, day=TODAY - timedelta(days=2))
    dialog = ask()
    assert dialog.hint.text().endswith("1 more conversation after this.")
    dialog.skip.click()
    assert dialog.isVisible() and dialog.waiting.day == TODAY - timedelta(days=2)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert [each.day for each in waiting_debriefs(library, TODAY)] == [TODAY - timedelta(days=2)]
    assert marks_of(library, ana) == ()


@pytest.fixture
def window(desk: Desk, ana: int, qtbot: QtBot) -> Window:
    """The whole window."""
    made = Window(desk, Memory(None))
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show_first()
    made.show()
    return made


def test_the_toast_offers_the_debrief_of_what_was_logged(
    desk: Desk, library: Library, ana: int, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.do(lambda: people.let_rest(library, ana, None, today=TODAY), "Resting")
    assert not button(window, "debrief").isVisible()
    talk = desk.do(lambda: log(library, ana), "Logged")
    asked: list[Subject] = []
    monkeypatch.setattr(window, "run", lambda _command, subject: asked.append(subject))
    assert button(window, "debrief").isVisible()
    button(window, "debrief").click()
    assert asked == [Subject(conversation_id=talk or 0)]
    desk.do(lambda: people.end_rest(library, ana), "Back")
    assert not button(window, "debrief").isVisible()


def test_the_window_counts_what_waits(library: Library, ana: int, window: Window) -> None:
    assert window.top_bar.waiting is None
    log(library, ana)
    assert window.top_bar.waiting is not None
    assert window.top_bar.waiting.text() == "1 to debrief" and window.top_bar.waiting.isVisible()
    library.undo()
    assert not window.top_bar.waiting.isVisible()


def button(window: Window, name: str) -> InverseButton:
    found = window.toast.findChild(InverseButton, name)
    assert isinstance(found, InverseButton)
    return found


def test_a_library_that_was_closed_meanwhile_is_asked_nothing(
    library: Library, ana: int, dressed: Theme, clock: Callable[[], datetime]
) -> None:
    desk = Desk(library, dressed, clock)
    offer, counted = DebriefOffer(desk, desk), []
    offer.counted.connect(counted.append)
    log(library, ana)
    assert counted == [1]
    desk.close()
    library.close()
    offer.count()  # as the timer of the start does
    assert counted == [1]
