"""The person page: what it shows, where it leads, and that it stays right."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from planner.actions import people
from planner.actions.conversations import ConversationForm, log_conversation, remove_conversation
from planner.actions.people import PersonForm
from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.trash import move_to_trash
from planner.library import Library
from planner.queries.person import person_page
from planner.ui.desk import Desk
from planner.ui.person.commitments_panel import CommitmentRow
from planner.ui.person.stream import Tab
from planner.ui.screen import Subject
from tests.conftest import NOW, TODAY
from tests.ui.person_pages import Opener, page_opener, person_called, rows


@pytest.fixture
def opened(qtbot: QtBot) -> Opener:
    """Opens a person's page in a window of the usual size."""
    return page_opener(qtbot)


def test_beatrix_looks_as_drawn(sample_desk: Desk, sample: Library, opened: Opener) -> None:
    screen = opened(sample_desk, person_called(sample, "Beatrix Keller"))
    assert screen.header.name.value == "Beatrix Keller"
    assert (screen.header.role.value, screen.header.organisation.value) == ("Chair of the Board", "Norvane")
    assert screen.header.layer.text() == "Board & shareholders"
    assert screen.header.state.accessibleName() == "Due in 2 days"
    assert [fact.text for fact in screen.header.facts] == [
        ("Every 4 weeks", "Rhythm you chose"),
        ("07:20, Zurich", "Same time as you"),
        ("Mornings, in person", "How she likes to talk"),
    ]
    assert screen.side.next.side.text() == "tomorrow"
    assert screen.side.commitments.side.text() == "8 of 9 kept"
    assert len(screen.side.commitments.findChildren(CommitmentRow)) == 3
    assert screen.side.connections.side.text() == "5 shared"
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


def test_escape_goes_back_person_by_person(
    desk: Desk, library: Library, ana: int, opened: Opener, qtbot: QtBot
) -> None:
    luca = people.add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)
    screen = opened(desk, ana)
    screen.show_person(luca)
    assert screen.header.name.value == "Luca Steiner"
    screen.go_back()
    assert screen.header.name.value == "Ana Ferreira"
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        screen.header.back.click()
    assert wanted.args == ["back"]


def test_the_arrow_back_stands_free_of_the_edge(desk: Desk, ana: int, opened: Opener) -> None:
    place = opened(desk, ana).header.back.geometry()
    assert min(place.left(), place.top()) >= 6


def test_a_person_who_is_removed_is_left(
    desk: Desk, library: Library, ana: int, opened: Opener, qtbot: QtBot
) -> None:
    opened(desk, ana)
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        move_to_trash(library, [ana], today=TODAY)
    assert wanted.args == ["back"]


def test_buttons_ask_for_this_person(desk: Desk, ana: int, opened: Opener, qtbot: QtBot) -> None:
    screen = opened(desk, ana)
    for button, command in (
        (screen.header.log, "log"),
        (screen.header.plan, "plan"),
        (screen.header.brief, "brief"),
    ):
        with qtbot.waitSignal(desk.command_wanted) as wanted:
            button.click()
        assert wanted.args == [command, Subject(people=(ana,))]


def test_a_plan_that_passed_offers_an_answer(desk: Desk, library: Library, ana: int, opened: Opener) -> None:
    plan_conversation(library, PlanForm(people=(ana,), day=date(2026, 9, 10)), today=date(2026, 9, 1))
    screen = opened(desk, ana)
    assert "Did you talk? Conversation" in rows(screen)
    said = {button.text() for button in screen.side.next.findChildren(type(screen.header.log).__mro__[1])}
    assert {"Yes, log it", "No, let it go"} <= said


def test_one_column_of_panels_where_it_is_narrow(
    sample_desk: Desk, sample: Library, opened: Opener, qtbot: QtBot
) -> None:
    screen = opened(sample_desk, person_called(sample, "Beatrix Keller"))
    beside = screen.side.gaps.mapTo(screen, QPoint()).x()
    assert beside > screen.side.next.mapTo(screen, QPoint()).x()
    screen.window().resize(1128, 848)
    qtbot.waitUntil(
        lambda: screen.side.gaps.mapTo(screen, QPoint()).x() == screen.side.next.mapTo(screen, QPoint()).x()
    )
    screen.window().resize(1000, 848)
    fact, name = screen.header.facts[0], screen.header.name
    qtbot.waitUntil(lambda: fact.mapTo(screen, QPoint()).y() > name.mapTo(screen, QPoint()).y() + 20)


def test_a_name_that_looks_like_markup_stays_letters(desk: Desk, library: Library, opened: Opener) -> None:
    odd = people.add_person(library, PersonForm(name="<b>Bo</b>", role="<img src=x>"), today=TODAY)
    screen = opened(desk, odd)
    assert screen.header.name.value == "<b>Bo</b>"
    assert screen.header.name.text.text() == "<b>Bo</b>"


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
    assert rows(screen)[-1] == "And 2,627 older. Enter shows them."
    screen.tabs.year_chosen.emit(False)
    bar = screen.stream.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 3000 * 60, timeout=20_000)
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 1000 * 60
    screen.stream.setCurrentIndex(screen.stream.indexAt(QPoint(200, 200)))
    assert screen.stream.open_row()
    qtbot.wait(30)
    assert abs(bar.value() - before) < 200


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
