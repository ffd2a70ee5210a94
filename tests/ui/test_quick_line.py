"""Adding to a day in one line: it says what it understood, and Enter plans exactly that."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.library import Library
from planner.queries.quick_add import understand
from planner.ui.board.quick_line import QuickLine
from planner.ui.board.view import WeekScreen
from planner.ui.window import Window

Key = Qt.Key
NEWEST = (
    "SELECT n.name, p.day, p.starts, p.minutes, p.channel, p.purpose FROM plan p"
    " JOIN plan_person x ON x.plan_id = p.id JOIN person n ON n.id = x.person_id"
    " WHERE p.status = 'open' ORDER BY p.created_on DESC, p.id DESC LIMIT 1"
)
COUNT = "SELECT count(*) FROM plan"


@pytest.fixture
def board(window: Window, qtbot: QtBot) -> WeekScreen:
    screen = window.pages.currentWidget()
    assert isinstance(screen, WeekScreen)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return screen


def begin(board: WeekScreen, qtbot: QtBot, day: int) -> QuickLine:
    """Open the line of a day by its button."""
    qtbot.mouseClick(board.area.days[day].add, Qt.MouseButton.LeftButton)
    assert board.adding.line.isVisible()
    return board.adding.line


def test_a_opens_the_line_on_the_day_of_the_card_in_focus(board: WeekScreen, qtbot: QtBot) -> None:
    board.area.days[3].cards.focus_row(0)
    qtbot.keyClick(board.area.days[3].cards, Key.Key_A)
    line = board.adding.line
    assert line.isVisible() and line.heading.text() == "Add to Thursday 17 September"
    assert QApplication.focusWidget() is line.line
    qtbot.keyClick(line.line, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert line.day == date(2026, 9, 18)
    qtbot.keyClick(line.line, Key.Key_Escape)
    assert not line.isVisible()
    assert board.area.days[3].cards.hasFocus()


def test_from_a_suggestion_it_opens_on_today(board: WeekScreen, qtbot: QtBot) -> None:
    board.engage.cards.focus_row(0)
    qtbot.keyClick(board.engage.cards, Key.Key_A)
    assert board.adding.line.day == date(2026, 9, 15)


def test_enter_plans_what_the_line_says(board: WeekScreen, sample: Library, qtbot: QtBot) -> None:
    line = begin(board, qtbot, 3)
    qtbot.keyClicks(line.line, "priya ram 15:30 20m about the Q3 budget")
    assert line.says.text() == "Priya Raman, 15:30 for 20 min: the Q3 budget"
    before = sample.value(COUNT)
    qtbot.keyClick(line.line, Key.Key_Return)
    assert sample.value(COUNT) == before + 1
    made = sample.row(NEWEST)
    assert made is not None
    assert made[:4] == ("Priya Raman", "2026-09-17", "15:30", 20) and made[5] == "the Q3 budget"
    assert not line.isVisible()
    current = board.walk.current()
    assert current is not None and current.facts.name == "Priya Raman"
    assert board.area.days[3].cards.hasFocus()
    sample.undo()
    assert sample.value(COUNT) == before


def test_no_letter_typed_runs_a_command(board: WeekScreen, sample: Library, qtbot: QtBot) -> None:
    line = begin(board, qtbot, 3)
    before = sample.value(COUNT)
    qtbot.keyClicks(line.line, "plcrtmw?e")
    assert line.line.text() == "plcrtmw?e"
    assert "Nobody here is called" in line.says.text()
    qtbot.keyClick(line.line, Key.Key_Return)
    assert sample.value(COUNT) == before and line.isVisible()


def test_of_several_people_of_one_name_one_is_chosen(
    board: WeekScreen, sample: Library, qtbot: QtBot
) -> None:
    add_person(sample, PersonForm(name="Ana Zimmer"), today=date(2026, 9, 15))
    line = begin(board, qtbot, 4)
    qtbot.keyClicks(line.line, "ana 11:00")
    assert [hit.words for hit in line.people.hits] == ["Ana Ferreira", "Ana Zimmer"]
    assert line.people.isVisible() and line.says.text().startswith("Ana Ferreira")
    qtbot.keyClick(line.line, Key.Key_Down)
    assert line.says.text().startswith("Ana Zimmer")
    qtbot.keyClick(line.line, Key.Key_Return)
    made = sample.row(NEWEST)
    assert made is not None and made[0] == "Ana Zimmer"


def test_days_that_have_passed_take_nothing(board: WeekScreen, qtbot: QtBot) -> None:
    assert not board.area.days[0].add.isVisible()
    assert board.area.days[1].add.isVisible()
    said: list[str] = []
    board.desk.said.connect(lambda words, _undo: said.append(words))
    board.previous_week()
    board.quick_add()
    assert said == ["These days have passed. Go on to a week to come."]


def test_a_slip_of_typing_offers_who_may_be_meant(sample: Library) -> None:
    found = understand(sample, "Katarzina 10:00")
    assert found is not None and found.near
    assert found.people[0].name == "Katarzyna Wolska"


def test_words_after_a_name_are_the_purpose(sample: Library) -> None:
    found = understand(sample, "Tobias Q3 budget")
    assert found is not None and not found.near
    assert [each.name for each in found.people] == ["Tobias Lindner"]
    assert found.reading.purpose == "Q3 budget"
