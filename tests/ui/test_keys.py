"""Keys can be changed and reset; menus, sheets and shortcuts follow, and conflicts are said in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.queries.people import person_called
from planner.ui.commands import COMMANDS
from planner.ui.desk import Desk
from planner.ui.dialogs.change_keys import ChangeKeys
from planner.ui.keys import ALSO, FIXED, Keys, lives_in_places
from planner.ui.memory import Memory
from planner.ui.menus import command_menu
from planner.ui.screen import Subject
from planner.ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_no_two_commands_answer_to_one_key() -> None:
    keys = Keys(Memory(None))
    every = [each for command in COMMANDS for each in keys.all_of(command.id)]
    assert len(every) == len(set(every))
    assert not set(every) & set(FIXED)
    assert set(ALSO) <= {command.id for command in COMMANDS}


def test_changed_keys_are_kept_between_starts(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "window.ini")
    keys = Keys(memory)
    keys.remember_in(memory)
    keys.give("log", "Ctrl+Alt+L")
    keys.give("plan", "")
    again = Keys(memory)
    again.remember_in(Memory(tmp_path / "window.ini"))
    assert (again.of("log"), again.of("plan"), again.shown("log")) == ("Ctrl+Alt+L", "", "Ctrl Alt L")
    again.reset("log")
    assert again.of("log") == "L" and again.is_own("plan")
    again.reset_all()
    assert not again.any_own and again.of("plan") == "P"


def test_a_key_has_one_command() -> None:
    keys = Keys(Memory(None))
    keys.give("rest", "L")
    assert keys.of("rest") == "L" and keys.of("log") == ""
    keys.reset("log")
    assert keys.of("log") == "L" and keys.of("rest") == ""
    keys.give("rest", "Ctrl+Y")
    assert keys.all_of("redo") == ("Ctrl+Shift+Z",)


@pytest.mark.parametrize("fixed", ["Esc", "Space", "Shift+K", "/"])
def test_keys_that_move_about_are_refused(fixed: str) -> None:
    assert "always" in Keys(Memory(None)).refusal(fixed)


def test_plain_keys_never_reach_a_text_field() -> None:
    command = next(each for each in COMMANDS if each.id == "undo")
    assert lives_in_places(command, "U") and not lives_in_places(command, "Ctrl+U")
    assert not lives_in_places(command, "F9")


def test_the_window_listens_to_the_new_keys(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.desk.keys.give("go_people", "Ctrl+Alt+P")
    QTest.keySequence(window, "Ctrl+2")
    assert window.places.current == "plan"
    QTest.keySequence(window, "Ctrl+Alt+P")
    assert window.places.current == "people"
    window.desk.keys.give("go_plan", "B")
    page = window.pages.currentWidget()
    assert page is not None
    QTest.keySequence(page, "B")
    assert window.places.current == "plan"


def test_menus_field_and_tooltips_show_the_new_keys(window: Window, sample: Library) -> None:
    ana = person_called(sample, "Ana Ferreira").id
    window.desk.keys.give("log", "Ctrl+Alt+L")
    window.desk.keys.give("field", "Ctrl+J")
    menu = command_menu(window.desk, ("log",), Subject(people=(ana,)), window)
    assert menu.actions()[0].text() == "Log a conversation\tCtrl+Alt+L".replace("+", " ")
    menu.deleteLater()
    window.desk.keys.give("undo", "Ctrl+U")
    assert "Ctrl U" in window.top_bar.undo.toolTip()
    window.run("field")
    QTest.keyClicks(window.field.body.line, ">go to people")
    assert window.field.results[0].keys == "Ctrl 2"


@pytest.fixture
def page(sample_desk: Desk, qtbot: QtBot) -> ChangeKeys:
    dialog = ChangeKeys(sample_desk, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def choose(page: ChangeKeys, words: str) -> None:
    page.line.clear()
    QTest.keyClicks(page.line, words)
    QTest.keyClick(page.line, Qt.Key.Key_Return)


def test_a_command_gets_the_keys_that_are_pressed(page: ChangeKeys) -> None:
    choose(page, "draft message")
    QTest.keyClick(page.line, Qt.Key.Key_M, CONTROL)
    assert page.desk.keys.of("message") == "Ctrl+M"
    assert page.says.text() == "“Draft message” has Ctrl M now."
    assert page.list.hits[0].keys == "Ctrl M" and page.list.hits[0].aside == "changed, was M"
    page.one.click()
    assert page.desk.keys.of("message") == "M"


def test_keys_of_another_command_are_taken_only_after_a_second_enter(page: ChangeKeys) -> None:
    choose(page, "draft message")
    QTest.keyClick(page.line, Qt.Key.Key_L)
    assert page.says.text() == "L is “Log a conversation” now. Enter takes it from there, Esc leaves it."
    assert page.desk.keys.of("message") == "M"
    QTest.keyClick(page.line, Qt.Key.Key_Escape)
    choose(page, "draft message")
    QTest.keyClick(page.line, Qt.Key.Key_L)
    QTest.keyClick(page.line, Qt.Key.Key_Return)
    assert (page.desk.keys.of("message"), page.desk.keys.of("log")) == ("L", "")
    page.every.click()
    assert (page.desk.keys.of("message"), page.desk.keys.of("log")) == ("M", "L")


def test_keys_that_cannot_be_given_say_why(page: ChangeKeys) -> None:
    choose(page, "draft message")
    QTest.keyClick(page.line, Qt.Key.Key_Space)
    assert page.says.text() == "Space always selects a card. Press other keys."
    QTest.keyClick(page.line, Qt.Key.Key_Escape)
    assert page.isVisible() and page.desk.keys.of("message") == "M"
    page.none.click()
    assert page.desk.keys.of("message") == ""
