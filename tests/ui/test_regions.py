"""F6 goes around the parts of the window; plain keys can be switched off."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.ui.board.view import WeekScreen
from planner.ui.memory import Memory
from planner.ui.window import Window
from tests.journeys.hand import keys


@pytest.fixture
def board(window: Window, qtbot: QtBot) -> WeekScreen:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    screen = window.places.screen("plan")
    assert isinstance(screen, WeekScreen)
    screen.setFocus()
    return screen


def inside(region: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and region.isAncestorOf(focus)


def test_f6_goes_around_and_shift_f6_back(window: Window, board: WeekScreen) -> None:
    around = [window.navigation, window.top_bar, board.header]
    for region in around:
        keys("F6")
        assert inside(region), type(region).__name__
    keys("F6")
    current = board.walk.current()
    assert current is not None and current.facts.name == "Tobias Lindner" and board.engage.cards.hasFocus()
    for region in reversed(around):
        keys("Shift+F6")
        assert inside(region), type(region).__name__


def test_filters_and_the_bar_of_the_selection_are_parts_too(window: Window, board: WeekScreen) -> None:
    keys("Space")
    keys("F6")
    assert inside(board.bar)
    for _ in range(3):
        keys("F6")
    assert inside(board.header)
    board.narrowing.toggle()
    board.header.filter.setFocus()
    keys("F6")
    assert inside(board.narrowing.row)


def test_the_side_of_a_person_is_a_part(window: Window, board: WeekScreen) -> None:
    keys("Return")
    page = window.pages.currentWidget()
    assert page is not board
    seen = set()
    for _ in range(6):
        keys("F6")
        focus = QApplication.focusWidget()
        while focus is not None and focus.property("region") is None and focus.parentWidget():
            focus = focus.parentWidget()
        seen.add(focus.property("region") if focus else None)
    assert {"head", "side"} <= seen


def test_plain_keys_can_be_switched_off_and_stay_so(
    window: Window, board: WeekScreen, tmp_path: Path, qtbot: QtBot
) -> None:
    memory = window.desk.memory = window._memory = Memory(tmp_path / "window.ini")
    window.run("plain_keys")
    keys("W")
    assert not board.area.weekend_open
    keys("Ctrl+K")
    assert window.field.isVisible()
    keys("Esc")
    again = Window(window.desk, memory)
    qtbot.addWidget(again)
    assert not again.plain_keys
    window.run("plain_keys")
    board.setFocus()
    keys("W")
    assert board.area.weekend_open and memory.view("plain_keys") == ""
