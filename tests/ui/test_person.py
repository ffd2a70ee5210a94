"""The person page: what it shows, what keys do, and that it stays right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.actions import commitments, people
from planner.actions.commitments import By
from planner.actions.conversations import ConversationForm, log_conversation, remove_conversation
from planner.actions.people import PersonForm
from planner.actions.plans import PlanForm, plan_conversation
from planner.library import Library
from planner.queries.person import person_page
from planner.ui.desk import Desk
from planner.ui.person.commitments_panel import CommitmentRow, kept_words
from planner.ui.person.header import apart_words, local_now, long_state
from planner.ui.person.photo import MOST_SIDE, decode_photo
from planner.ui.person.stream import Mark, Tab
from planner.ui.person.stream_model import ROW
from planner.ui.person.view import PersonScreen
from planner.ui.person.year_strip import year_facts
from planner.ui.screen import Subject
from tests.conftest import NOW, TODAY

Opener = Callable[[Desk, int], PersonScreen]


@pytest.fixture
def opened(qtbot: QtBot) -> Opener:
    """Opens a person's page in a window of the usual size."""
    windows: list[QWidget] = []  # Qt keeps no window that Python forgets

    def open_page(desk: Desk, person_id: int) -> PersonScreen:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1292, 848)
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        screen = PersonScreen(desk)
        row.addWidget(screen)
        screen.show_person(person_id)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        screen.setFocus()
        return screen

    return open_page


@pytest.fixture
def ana(library: Library) -> int:
    return people.add_person(library, PersonForm(name="Ana Ferreira", rhythm_days=14), today=TODAY)


def person_called(library: Library, name: str) -> int:
    return int(library.value("SELECT id FROM person WHERE name = ?", (name,)))


def rows(screen: PersonScreen) -> list[str]:
    model = screen.stream.rows
    return [model.index(place).data(ROW).title for place in range(model.rowCount())]


def go_to(screen: PersonScreen, mark: Mark) -> None:
    """Choose the first row of a kind, with the focus in the list."""
    model = screen.stream.rows
    place = next(place for place in range(model.rowCount()) if model.index(place).data(ROW).mark is mark)
    screen.stream.setFocus()
    screen.stream.setCurrentIndex(model.index(place))


def test_beatrix_looks_as_drawn(sample_desk: Desk, sample: Library, opened: Opener) -> None:
    screen = opened(sample_desk, person_called(sample, "Beatrix Keller"))
    assert screen.header.name.text() == "Beatrix Keller"
    assert screen.header.role.text() == "Chair of the Board, Norvane"
    assert screen.header.layer.text() == "Board & shareholders"
    assert screen.header.state.accessibleName() == "Due in 2 days"
    assert [fact.text for fact in screen.header.facts] == [
        ("Every 4 weeks", "Rhythm you chose"),
        ("07:20, Zurich", "Same time as you"),
        ("Mornings, in person", "How she likes to talk"),
    ]
    assert screen.next.side.text() == "tomorrow"
    assert screen.commitments.side.text() == "8 of 9 kept"
    assert len(screen.commitments.findChildren(CommitmentRow)) == 3
    assert screen.connections.side.text() == "5 shared"
    assert rows(screen)[:3] == [
        "Call before the audit committee",
        "Resilience on one page, in her words",
        "Today",
    ]


def test_the_tabs_count_and_choose(sample_desk: Desk, sample: Library, opened: Opener) -> None:
    screen = opened(sample_desk, person_called(sample, "Beatrix Keller"))
    page = person_page(sample, person_called(sample, "Beatrix Keller"), TODAY)
    screen.tabs.choose(Tab.CONVERSATIONS)
    assert len(rows(screen)) == len(page.talks) == 14
    screen.tabs.choose(Tab.COMMITMENTS)
    assert len(rows(screen)) == len(page.promises)
    assert not screen.year.isVisible()


def test_it_follows_the_library_and_undo(desk: Desk, library: Library, ana: int, opened: Opener) -> None:
    screen = opened(desk, ana)
    assert rows(screen)[1].startswith("You and Ana have not spoken yet")
    talk = log_conversation(library, ConversationForm(people=(ana,), day=TODAY, topic="Budget"), now=NOW)
    assert rows(screen) == ["Today", "Budget"]
    remove_conversation(library, talk)
    assert rows(screen)[1].startswith("You and Ana")
    library.undo()
    assert rows(screen) == ["Today", "Budget"]


def test_a_hidden_page_asks_only_when_it_is_shown(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    screen = opened(desk, ana)
    screen.hide()
    log_conversation(library, ConversationForm(people=(ana,), day=TODAY, topic="Budget"), now=NOW)
    assert rows(screen)[1].startswith("You and Ana")
    screen.show()
    assert rows(screen) == ["Today", "Budget"]


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
    from planner.ui.person.outcomes import outcome_menu

    made = commitments.promise(library, ana, By.YOU, "The figures", date(2026, 9, 20), today=TODAY)
    screen = opened(desk, ana)
    menu = outcome_menu(desk, made, ended=False, parent=screen)
    names = [action.text() for action in menu.actions()]
    assert names == ["Kept", "Kept late", "Agreed on something else", "Not kept", "No longer needed"]
    menu.actions()[0].trigger()
    assert rows(screen)[1] == "You kept a promise, five days early"
    assert not screen.commitments.findChildren(CommitmentRow)[0].isVisible()
    again = outcome_menu(desk, made, ended=True, parent=screen)
    again.actions()[0].trigger()
    assert library.value("SELECT outcome FROM commitment") is None


def test_escape_goes_back_person_by_person(
    desk: Desk, library: Library, ana: int, opened: Opener, qtbot: QtBot
) -> None:
    luca = people.add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)
    screen = opened(desk, ana)
    screen.show_person(luca)
    assert screen.header.name.text() == "Luca Steiner"
    screen.go_back()
    assert screen.header.name.text() == "Ana Ferreira"
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        screen.header.back.click()
    assert wanted.args == ["back"]


def test_a_person_who_is_removed_is_left(
    desk: Desk, library: Library, ana: int, opened: Opener, qtbot: QtBot
) -> None:
    opened(desk, ana)
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        people.remove_person(library, ana)
    assert wanted.args == ["back"]


def test_buttons_ask_for_this_person(desk: Desk, ana: int, opened: Opener, qtbot: QtBot) -> None:
    screen = opened(desk, ana)
    for button, command in ((screen.header.log, "log"), (screen.header.plan, "plan")):
        with qtbot.waitSignal(desk.command_wanted) as wanted:
            button.click()
        assert wanted.args == [command, Subject(people=(ana,))]


def test_a_plan_that_passed_offers_an_answer(desk: Desk, library: Library, ana: int, opened: Opener) -> None:
    plan_conversation(library, PlanForm(people=(ana,), day=date(2026, 9, 10)), today=date(2026, 9, 1))
    screen = opened(desk, ana)
    assert "Did you talk? Conversation" in rows(screen)
    said = {button.text() for button in screen.next.findChildren(type(screen.header.log).__mro__[1])}
    assert {"Yes, log it", "No, let it go"} <= said


def test_one_column_of_panels_where_it_is_narrow(
    sample_desk: Desk, sample: Library, opened: Opener, qtbot: QtBot
) -> None:
    screen = opened(sample_desk, person_called(sample, "Beatrix Keller"))
    beside = screen.gaps.mapTo(screen, QPoint()).x()
    assert beside > screen.next.mapTo(screen, QPoint()).x()
    screen.window().resize(1128, 848)
    qtbot.waitUntil(
        lambda: screen.gaps.mapTo(screen, QPoint()).x() == screen.next.mapTo(screen, QPoint()).x()
    )
    screen.window().resize(1000, 848)
    fact, name = screen.header.facts[0], screen.header.name
    qtbot.waitUntil(lambda: fact.mapTo(screen, QPoint()).y() > name.mapTo(screen, QPoint()).y() + 20)


def test_a_name_that_looks_like_markup_stays_letters(desk: Desk, library: Library, opened: Opener) -> None:
    odd = people.add_person(library, PersonForm(name="<b>Bo</b>", role="<img src=x>"), today=TODAY)
    screen = opened(desk, odd)
    assert screen.header.name.text() == "<b>Bo</b>"
    assert screen.header.name.textFormat() is Qt.TextFormat.PlainText


def test_thousands_of_conversations_do_not_hold_the_window_up(
    desk: Desk, library: Library, ana: int, opened: Opener, qtbot: QtBot
) -> None:
    from planner.library.ids import new_ids

    days = [(TODAY - timedelta(days=each)).isoformat() for each in range(3000)]
    ids, more = new_ids(3000), new_ids(3000)
    with library.change("Many"):
        library.add_rows(
            "conversation",
            ("id", "day", "channel", "notes", "recorded_at"),
            [
                (each, day, "call", f"Note {day} " * 20, NOW.isoformat())
                for each, day in zip(ids, days, strict=True)
            ],
        )
        library.add_rows(
            "participation",
            ("id", "conversation_id", "person_id", "day"),
            [(own, each, ana, day) for own, each, day in zip(more, ids, days, strict=True)],
        )
    screen = opened(desk, ana)
    bar = screen.stream.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 3000 * 60, timeout=20_000)
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 1000 * 60
    screen.stream.setCurrentIndex(screen.stream.indexAt(QPoint(200, 200)))
    assert screen.stream.open_row()
    qtbot.wait(30)
    assert abs(bar.value() - before) < 200


@pytest.mark.parametrize(
    ("zone", "offset_hours", "words"),
    [
        ("Europe/Zurich", 2, "Same time as you"),
        ("America/New_York", 2, "6 h behind you"),
        ("Asia/Kolkata", 2, "3 h 30 ahead of you"),
    ],
)
def test_how_far_local_time_is_apart(zone: str, offset_hours: int, words: str) -> None:
    now = datetime(2026, 9, 15, 7, 20, tzinfo=timezone(timedelta(hours=offset_hours)))
    there = local_now(zone, now)
    assert there is not None
    assert there.astimezone(UTC) == now.astimezone(UTC)
    assert apart_words(there, now) == words


def test_a_zone_that_is_none_is_not_known() -> None:
    for zone in ("", "Narnia/Cair", "../../etc/passwd"):
        assert local_now(zone, NOW) is None


@pytest.mark.parametrize(
    ("short", "words"),
    [("Due in 2 d", "Due in 2 days"), ("1 d overdue", "1 day overdue"), ("On rhythm", "On rhythm")],
)
def test_states_in_full_words(short: str, words: str) -> None:
    assert long_state(short) == words


def test_only_your_own_kept_promises_are_counted(sample: Library) -> None:
    page = person_page(sample, person_called(sample, "Beatrix Keller"), TODAY)
    assert kept_words(page.promises) == "8 of 9 kept"
    assert kept_words(()) == ""


def test_the_year_is_a_true_time_axis(sample: Library) -> None:
    page = person_page(sample, person_called(sample, "Beatrix Keller"), TODAY)
    facts = year_facts(page, TODAY)
    first = TODAY - timedelta(days=372)
    assert all(first <= day <= TODAY for day, _ in facts.talks)
    assert facts.current == (date(2026, 8, 20), date(2026, 9, 17))
    for (begin, end, _), (_, after, _) in zip(facts.bars[1:], facts.bars, strict=False):
        assert (end - begin).days == 28
        assert end < after
    assert facts.planned == (date(2026, 9, 16), date(2026, 10, 13))


class TestPhoto:
    def made(self, width: int, height: int) -> bytes:
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("teal"))
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")
        return bytes(buffer.data().data())

    def test_a_large_one_is_made_small(self, qapp: object) -> None:
        photo = decode_photo(self.made(2000, 1000))
        assert photo is not None
        assert (photo.width(), photo.height()) == (MOST_SIDE, MOST_SIDE // 2)

    def test_a_small_one_stays(self, qapp: object) -> None:
        photo = decode_photo(self.made(40, 30))
        assert photo is not None
        assert (photo.width(), photo.height()) == (40, 30)

    def test_none_garbage_and_bombs_are_no_photo(self, qapp: object) -> None:
        assert decode_photo(None) is None
        assert decode_photo(b"not a picture") is None
        assert decode_photo(self.made(20, 20)[:40]) is None
        assert decode_photo(b"P5 60000 60000 255 " + bytes(64)) is None


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_back_leads_to_the_place_one_came_from(sample_desk: Desk, sample: Library, qtbot: QtBot) -> None:
    from planner.ui.memory import Memory
    from planner.ui.window import Window

    window = Window(sample_desk, Memory(None))
    qtbot.addWidget(window)
    window.show_first()
    window.show()
    for place in ("plan", "people"):
        window.places.go(place)
        sample_desk.person_wanted.emit(person_called(sample, "Beatrix Keller"))
        assert window.places.current == "person"
        sample_desk.place_wanted.emit("back")
        assert window.places.current == place
