"""What a person's page leaves out at first: older years, older steps, promises beyond the first few."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.actions import commitments
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.person_details import Detail, change_detail
from planner.domain.commitments import By
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.person.stream import Tab
from planner.ui.person.stream_row import Mark
from tests.conftest import NOW, TODAY
from tests.ui.person_pages import Opener, go_to, page_opener, rows


@pytest.fixture
def opened(qtbot: QtBot) -> Opener:
    """Opens a person's page in a window of the usual size."""
    return page_opener(qtbot)


def test_the_years_before_are_a_click_or_enter_away(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    for ago, topic in ((30, "Lately"), (800, "Long ago")):
        day = TODAY - timedelta(days=ago)
        log_conversation(library, ConversationForm(people=(ana,), day=day, topic=topic), now=NOW)
    screen = opened(desk, ana)
    assert "Lately" in rows(screen) and "Long ago" not in rows(screen)
    go_to(screen, Mark.OLDER)
    QTest.keyClick(screen.stream, Qt.Key.Key_Return)
    assert "Long ago" in rows(screen) and screen.tabs.period.text() == "All time"
    QTest.mouseClick(screen.tabs.period, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert "Long ago" not in rows(screen) and screen.tabs.period.text() == "All year"


def test_older_steps_of_the_history_are_an_enter_away(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    for number in range(102):
        change_detail(library, ana, Detail.ROLE, f"Role {number}")
    screen = opened(desk, ana)
    screen.tabs.choose(Tab.HISTORY)
    before = len(rows(screen))
    go_to(screen, Mark.OLDER)
    QTest.keyClick(screen.stream, Qt.Key.Key_Return)
    assert len(rows(screen)) >= before + 2


def test_the_promises_that_found_no_room_are_a_click_away(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    for number in range(9):
        commitments.promise(library, ana, By.YOU, f"Paper {number}", None, today=TODAY)
    screen = opened(desk, ana)
    panel = screen.side.commitments
    assert len(panel.rows) == 6 and panel.rest.text() == "and 3 more"
    panel.rest.click()
    assert screen.tabs.current is Tab.COMMITMENTS
    assert all(any(f"Paper {number}" in row for row in rows(screen)) for number in range(9))


def test_escape_goes_back_to_the_place_before(desk: Desk, ana: int, opened: Opener, qtbot: QtBot) -> None:
    screen = opened(desk, ana)
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        QTest.keyClick(screen.stream, Qt.Key.Key_Escape)
    assert wanted.args == ["back"]


def test_larger_text_puts_the_panels_below_each_other(desk: Desk, ana: int, opened: Opener) -> None:
    screen = opened(desk, ana)
    trust, following = screen.side.trust, screen.side.next
    assert trust.x() > following.x()
    desk.theme.set_text_scale(1.5)
    QApplication.processEvents()
    QApplication.processEvents()
    assert trust.x() == following.x() and trust.y() > following.y()
    desk.theme.set_text_scale(1.0)
