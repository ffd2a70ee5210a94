"""The rows of a person's page: what keys and menus do on them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.actions import commitments
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.plans import PlanForm, plan_conversation
from planner.domain.commitments import By
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.person.commitments_panel import CommitmentRow
from planner.ui.person.row_editor import RowEditor
from planner.ui.person.stream_row import Mark, StreamRow
from planner.ui.person.view import PersonScreen
from planner.ui.screen import Subject
from tests.conftest import NOW, TODAY
from tests.ui.person_pages import Opener, go_to, page_opener, rows


@pytest.fixture
def opened(qtbot: QtBot) -> Opener:
    """Opens a person's page in a window of the usual size."""
    return page_opener(qtbot)


def test_keys_act_on_the_row_with_the_focus(desk: Desk, library: Library, ana: int, opened: Opener) -> None:
    plan = plan_conversation(library, PlanForm(people=(ana,), day=date(2026, 9, 17)), today=TODAY)
    talk = log_conversation(library, ConversationForm(people=(ana,), day=TODAY), now=NOW)
    screen = opened(desk, ana)
    assert screen.subject() == Subject(people=(ana,))
    go_to(screen, Mark.PLAN)
    assert screen.subject() == Subject(people=(ana,), plan_id=plan)
    go_to(screen, Mark.TALK)
    assert screen.subject() == Subject(people=(ana,), conversation_id=talk)
    screen.header.log.setFocus()
    assert screen.subject() == Subject(people=(ana,))


def test_a_moved_plan_stays_chosen(desk: Desk, library: Library, ana: int, opened: Opener) -> None:
    from planner.actions.plans import moved_by_days

    plan = plan_conversation(library, PlanForm(people=(ana,), day=date(2026, 9, 17)), today=TODAY)
    plan_conversation(library, PlanForm(people=(ana,), day=date(2026, 9, 19)), today=TODAY)
    screen = opened(desk, ana)
    screen.stream.setFocus()
    screen.stream.setCurrentIndex(screen.stream.rows.index(1))
    assert screen.subject().plan_id == plan
    moved_by_days(library, plan, 7, today=TODAY)
    assert screen.subject().plan_id == plan
    assert screen.stream.currentIndex().row() == 0


def test_a_private_note_opens_with_enter_and_only_for_the_moment(
    desk: Desk, library: Library, ana: int, opened: Opener, qtbot: QtBot
) -> None:
    for day in (TODAY, TODAY - timedelta(days=1)):
        form = ConversationForm(people=(ana,), day=day, notes="One\nTwo\nThree", private=True)
        log_conversation(library, form, now=NOW)
    screen = opened(desk, ana)
    go_to(screen, Mark.TALK)
    view = screen.stream
    index = view.currentIndex()
    closed = view.visualRect(index).height()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.visualRect(index).height() > closed)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: view.visualRect(index).height() == closed)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.delegate.opened is not None
    screen.header.log.setFocus()
    assert view.delegate.opened is None


def test_enter_on_a_plan_changes_it(
    desk: Desk, library: Library, ana: int, opened: Opener, qtbot: QtBot
) -> None:
    plan = plan_conversation(library, PlanForm(people=(ana,), day=date(2026, 9, 17)), today=TODAY)
    screen = opened(desk, ana)
    go_to(screen, Mark.PLAN)
    with qtbot.waitSignal(desk.command_wanted) as wanted:
        qtbot.keyClick(screen.stream, Qt.Key.Key_Return)
    assert wanted.args == ["change_plan", Subject(people=(ana,), plan_id=plan)]


@pytest.mark.parametrize(
    ("mark", "words"),
    [(Mark.PLAN, {"Move to …", "Let the plan go"}), (Mark.TALK, {"Change the conversation"})],
)
def test_rows_have_menus(
    desk: Desk, library: Library, ana: int, opened: Opener, mark: Mark, words: set[str]
) -> None:
    plan_conversation(library, PlanForm(people=(ana,), day=date(2026, 9, 17)), today=TODAY)
    log_conversation(library, ConversationForm(people=(ana,), day=TODAY), now=NOW)
    screen = opened(desk, ana)
    go_to(screen, mark)
    chosen = screen.stream.chosen()
    assert chosen is not None
    menu = screen.stream.menu_for(chosen)
    assert menu is not None
    assert words <= {action.text().partition("\t")[0] for action in menu.actions()}


def test_todays_line_has_no_menu(desk: Desk, ana: int, opened: Opener) -> None:
    screen = opened(desk, ana)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(200, 10), QPoint(200, 10))
    screen.stream.contextMenuEvent(event)
    assert screen.subject() == Subject(people=(ana,))


def test_how_a_promise_ended_is_a_menu_away(desk: Desk, library: Library, ana: int, opened: Opener) -> None:
    from planner.ui import doing
    from planner.ui.person.outcomes import outcome_menu

    made = commitments.promise(library, ana, By.YOU, "The figures", date(2026, 9, 20), today=TODAY)
    screen = opened(desk, ana)
    menu = outcome_menu(desk, made, ended=False, parent=screen)
    names = [action.text().partition("\t")[0] for action in menu.actions()]
    assert names[:3] == ["Mark as kept", "Mark as kept late", "Agree on another day …"]
    assert names[3:5] == ["Mark as not kept", "No longer needed"]
    desk.command_wanted.connect(lambda command, subject: doing.run(desk, screen, command, subject))
    menu.actions()[0].trigger()
    assert rows(screen)[1] == "You kept a promise, five days early"
    assert not screen.side.commitments.findChildren(CommitmentRow)[0].isVisible()
    again = outcome_menu(desk, made, ended=True, parent=screen)
    again.actions()[0].trigger()
    assert library.value("SELECT outcome FROM commitment") is None


def test_the_words_of_a_row_are_changed_where_they_stand(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    from planner.actions.notes import add_note

    note = add_note(library, ana, "Likes harbours", on=TODAY - timedelta(days=3))
    screen = opened(desk, ana)
    go_to(screen, Mark.NOTE)
    QTest.keyClick(screen.stream, Qt.Key.Key_F2)
    editor = screen.stream.findChild(RowEditor)
    assert editor is not None and editor.words.editor is not None
    editor.words.editor.selectAll()
    QTest.keyClicks(editor.words.editor, "Likes quiet harbours")
    QTest.keyClick(editor.words.editor, Qt.Key.Key_Return)
    assert library.value("SELECT words FROM note WHERE id = ?", (note,)) == "Likes quiet harbours"
    assert not editor.isVisible() and screen.stream.hasFocus()
    assert library.next_labels()[0] == "Change a note about Ana Ferreira"
    QTest.keyClick(screen.stream, Qt.Key.Key_Delete)
    assert library.value("SELECT count(*) FROM note") == 0


def test_the_topic_of_a_conversation_is_changed_where_it_stands(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    log_conversation(library, ConversationForm(people=(ana,), day=TODAY, topic="Budget", minutes=30), now=NOW)
    screen = opened(desk, ana)
    go_to(screen, Mark.TALK)
    QTest.keyClick(screen.stream, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    editor = screen.stream.findChild(RowEditor)
    assert editor is not None and editor.words.editor is not None and editor.words.value == "Budget"
    editor.words.editor.selectAll()
    QTest.keyClicks(editor.words.editor, "The Q3 budget")
    screen.tabs.setFocus()
    screen.header.more.setFocus()
    assert rows(screen)[1] == "The Q3 budget, 30 min"
    assert library.next_labels()[0] == "Change the topic of a conversation with Ana Ferreira"
    library.undo()
    assert rows(screen)[1] == "Budget, 30 min"
    menu = screen.stream.menu_for(screen.stream.chosen() or pytest.fail("no row is chosen"))
    assert menu is not None and "Change the topic" in [each.text().split("\t")[0] for each in menu.actions()]


def test_a_note_is_written_with_a_key_and_counted(
    desk: Desk, library: Library, ana: int, opened: Opener, qtbot: QtBot
) -> None:
    from planner.ui.dialogs.note_dialog import NoteDialog

    screen = opened(desk, ana)
    with qtbot.waitSignal(desk.command_wanted) as wanted:
        screen.tabs.note.click()
    assert wanted.args == ["note", Subject(people=(ana,))]
    dialog = NoteDialog(desk, ana, screen)
    dialog.show()
    dialog.save()
    assert dialog.problem.words == "Write something first."
    dialog.form.show_values({"words": "Knows every pilot", "private": True})
    dialog.save()
    assert screen.tabs.period.isVisible()
    row = next(row for row in shown_rows(screen) if row.mark is Mark.NOTE)
    assert row.private and "pilot" not in row.spoken and row.more == "Knows every pilot"


def shown_rows(screen: PersonScreen) -> list[StreamRow]:
    model = screen.stream.rows
    found = (model.row(model.index(place)) for place in range(model.rowCount()))
    return [row for row in found if row is not None]
