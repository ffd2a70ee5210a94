"""The keys, the mouse and the menu of the month: walking, opening and choosing."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.library import Library
from planner.ui.board.month_view import MonthScreen
from planner.ui.board.wishes import BAR_COMMANDS, BAR_ROOM
from planner.ui.desk import Desk
from planner.ui.screen import Subject
from tests.conftest import TODAY
from tests.ui.dragging import LEFT, PLAIN
from tests.ui.months import (
    Control,
    Key,
    Shift,
    chip,
    day_middle,
    fill,
    here,
    middle,
    on_grid,
    press,
    shown,
)


@pytest.fixture
def month(sample_desk: Desk, qtbot: QtBot) -> MonthScreen:
    return shown(sample_desk, qtbot)


def test_arrows_walk_over_days_and_chips(month: MonthScreen, qtbot: QtBot, heard: list[str]) -> None:
    on_grid(month, date(2026, 9, 17))
    press(qtbot, Key.Key_Down)
    assert here(month) == "Jasper Kuiper"
    press(qtbot, Key.Key_Down)
    assert here(month) == "Deepak Iyer"
    assert heard[-1].startswith("Deepak Iyer")
    press(qtbot, Key.Key_Right)
    assert here(month) == "Priya Raman"
    press(qtbot, Key.Key_Right)
    assert here(month) == "" and month.day == date(2026, 9, 19)
    assert heard[-1] == "Saturday 19 September, nothing planned"
    press(qtbot, Key.Key_Down)
    assert month.day == date(2026, 9, 26)
    press(qtbot, Key.Key_Left)
    assert here(month) == "Marcus Okafor" or month.day == date(2026, 9, 25)
    press(qtbot, Key.Key_Up)
    press(qtbot, Key.Key_Up)
    assert here(month) == "Priya Raman", "upwards a week is entered from below"


def test_the_sides_lead_to_the_columns_and_back(month: MonthScreen, qtbot: QtBot) -> None:
    assert month.engage.cards.hasFocus()
    press(qtbot, Key.Key_Right)
    assert month.grid.hasFocus() and month.day.weekday() == 0
    press(qtbot, Key.Key_Left)
    assert month.engage.cards.hasFocus()
    on_grid(month, date(2026, 9, 13))
    press(qtbot, Key.Key_Right)
    assert month.later.cards.hasFocus()
    press(qtbot, Key.Key_Left)
    assert month.grid.hasFocus() and month.day.weekday() == 6
    stops = [
        widget
        for widget in (month.engage.cards, month.grid, month.later.cards)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [month.grid], "one tab stop"


def test_enter_opens_a_person_on_a_chip_and_the_week_on_a_day(
    month: MonthScreen, qtbot: QtBot, wanted: list[tuple[str, Subject]], sample_desk: Desk
) -> None:
    weeks: list[date] = []
    sample_desk.week_wanted.connect(weeks.append)
    on_grid(month, date(2026, 9, 17), 0)
    press(qtbot, Key.Key_Return)
    assert wanted == [("open", chip(month, "Jasper Kuiper", date(2026, 9, 17)).subject)]
    on_grid(month, date(2026, 9, 23))
    keep = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Key.Key_Return, PLAIN)
    keep.ignore()
    QApplication.sendEvent(month.grid, keep)
    assert keep.isAccepted(), "no shortcut for a person takes Enter away here"
    press(qtbot, Key.Key_Return)
    assert weeks == [date(2026, 9, 23)] and len(wanted) == 1


def test_the_subject_is_the_chip_under_the_keyboard_or_the_chosen_ones(
    month: MonthScreen, qtbot: QtBot
) -> None:
    on_grid(month, date(2026, 9, 17), 0)
    jasper = chip(month, "Jasper Kuiper", date(2026, 9, 17))
    assert month.subject() == jasper.subject and jasper.subject.plan_id
    press(qtbot, Key.Key_Down, Shift)
    deepak = chip(month, "Deepak Iyer", date(2026, 9, 17))
    assert month.subject().people == (jasper.person_id, deepak.person_id)
    assert month.bar.isVisible()
    press(qtbot, Key.Key_Escape)
    assert not len(month.state.selection)
    on_grid(month, date(2026, 9, 23))
    assert not month.subject()


def test_the_bar_acts_on_all_that_are_chosen(month: MonthScreen, qtbot: QtBot) -> None:
    asked: list[tuple[str, frozenset[int]]] = []
    month.desk.command_wanted.connect(
        lambda command, subject: asked.append((command, frozenset(subject.people)))
    )
    on_grid(month, date(2026, 9, 17), 0)
    press(qtbot, Key.Key_Down, Shift)
    people = frozenset(month.subject().people)
    for label in BAR_COMMANDS:
        qtbot.mouseClick(month.bar.buttons[label], LEFT)
    assert len(people) == 2 and asked == [(command, people) for command in BAR_COMMANDS.values()]
    qtbot.mouseClick(month.bar.buttons["Clear"], LEFT)
    assert not len(month.state.selection) and not month.bar.isVisible()


def test_space_control_and_shift_choose(month: MonthScreen, qtbot: QtBot) -> None:
    on_grid(month, date(2026, 9, 17), 0)
    press(qtbot, Key.Key_Space)
    priya = chip(month, "Priya Raman", date(2026, 9, 18))
    stop = month.grid.stop_of(priya.key)
    assert stop is not None
    qtbot.mouseClick(month.grid, LEFT, Control, middle(month, stop))
    assert len(month.state.selection) == 2
    qtbot.mouseClick(month.grid, LEFT, PLAIN, middle(month, stop))
    assert month.state.selection.keys == (priya.key,)
    jasper = month.grid.stop_of(chip(month, "Jasper Kuiper", date(2026, 9, 17)).key)
    assert jasper is not None
    qtbot.mouseClick(month.grid, LEFT, Shift, middle(month, jasper))
    assert len(month.state.selection) == 4
    qtbot.mouseClick(month.grid, LEFT, PLAIN, day_middle(month, date(2026, 9, 23)))
    assert not len(month.state.selection)


def test_a_ring_shows_for_keys_and_not_for_clicks(month: MonthScreen, qtbot: QtBot) -> None:
    qtbot.mouseClick(month.grid, LEFT, PLAIN, day_middle(month, date(2026, 9, 23)))
    plain = month.grid.grab().toImage()
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Up)
    assert month.day == date(2026, 9, 23)
    assert month.grid.grab().toImage() != plain


def test_the_last_week_can_be_scrolled_above_the_selection_bar(month: MonthScreen, qtbot: QtBot) -> None:
    month.state.selection.choose([chip(month, "Jasper Kuiper", date(2026, 9, 17)).key])
    tall = month.grid.layout_now.days[0].rect.height()
    on_grid(month, date(2026, 10, 7))
    bottom = round(month.grid.place_of(month.grid.stop).bottom())
    assert month.grid.mapTo(month, QPoint(0, bottom)).y() < month.height() - BAR_ROOM
    month.state.selection.clear()
    qtbot.waitUntil(lambda: month.area.verticalScrollBar().value() == 0)
    assert month.grid.layout_now.days[0].rect.height() == tall


def test_the_keyboard_stays_on_a_moved_plan_even_on_a_full_day(
    desk: Desk, library: Library, qtbot: QtBot
) -> None:
    fill(library, TODAY + timedelta(days=1), 9)
    zoe = add_person(library, PersonForm(name="Zoe Late"), today=TODAY)
    form = PlanForm(people=(zoe,), day=TODAY, starts=time(22))
    plan = plan_conversation(library, form, today=TODAY)
    month = shown(desk, qtbot)
    on_grid(month, TODAY, 0)
    from planner.actions.plans import moved_by_days

    for days in (1, 2):
        moved_by_days(library, plan, 1, today=TODAY)
        assert here(month) == "Zoe Late" and month.day == TODAY + timedelta(days=days)
        assert month.subject().plan_id == plan and month.grid.hasFocus()


# Mouse and menu


def test_double_clicks_open_weeks_and_people(
    month: MonthScreen, qtbot: QtBot, wanted: list[tuple[str, Subject]], sample_desk: Desk
) -> None:
    weeks: list[date] = []
    sample_desk.week_wanted.connect(weeks.append)
    qtbot.mouseDClick(month.grid, LEFT, PLAIN, day_middle(month, date(2026, 9, 23)))
    assert weeks == [date(2026, 9, 23)]
    jasper = chip(month, "Jasper Kuiper", date(2026, 9, 17))
    stop = month.grid.stop_of(jasper.key)
    assert stop is not None
    qtbot.mouseDClick(month.grid, LEFT, PLAIN, middle(month, stop))
    assert wanted == [("open", jasper.subject)]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_chip_is_that_of_its_card(month: MonthScreen, qtbot: QtBot) -> None:
    on_grid(month, date(2026, 9, 14), 2)
    place = middle(month, month.grid.stop)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, month.grid.mapToGlobal(place), PLAIN)
    QApplication.sendEvent(month.grid, event)
    (menu,) = month.findChildren(QMenu)
    words = [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]
    assert words[0] == "Yes, we talked"
    menu.close()
