"""The way between week and month in the window, and the header that both share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.board.month_view import MonthScreen
from planner.ui.board.view import WeekScreen
from planner.ui.desk import Desk
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.ui.dragging import LEFT, PLAIN
from tests.ui.months import (
    Alt,
    Control,
    Key,
    Shift,
    day_middle,
    here,
    on_grid,
    plan_of,
    press,
)


def test_the_segment_and_the_keys_switch_and_are_remembered(window: Window, qtbot: QtBot) -> None:
    week = window.pages.currentWidget()
    assert week is window.places.screen("plan")
    month_part = week.header.span._parts[1]  # type: ignore[attr-defined]
    qtbot.mouseClick(month_part, LEFT)
    month = window.pages.currentWidget()
    assert isinstance(month, MonthScreen) and month.header.span.current == "month"
    assert week.header.span.current == "week"  # type: ignore[attr-defined]
    window.places.go("people")
    window.run("go_plan")
    assert window.pages.currentWidget() is month
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Key.Key_1, Alt)
    assert window.pages.currentWidget() is week
    qtbot.keyClick(window, Key.Key_2, Alt)
    assert window.pages.currentWidget() is month


def test_week_and_month_show_the_same_days(window: Window) -> None:
    week = window.places.screen("plan")
    for _ in range(4):
        window.run("next_week")
    window.run("month_view")
    month = window.pages.currentWidget()
    assert isinstance(month, MonthScreen)
    assert (month.header.title.text(), month.day) == ("October 2026", date(2026, 10, 12))
    window.run("previous_week")
    assert month.header.title.text() == "September 2026", "the same keys turn months"
    window.run("this_week")
    assert month.day == TODAY
    window.run("week_view")
    assert window.pages.currentWidget() is week
    assert week.monday == date(2026, 9, 14)  # type: ignore[attr-defined]


def test_a_day_of_the_month_opens_its_week_in_the_window(window: Window, qtbot: QtBot) -> None:
    window.run("month_view")
    month = window.pages.currentWidget()
    assert isinstance(month, MonthScreen)
    qtbot.mouseDClick(month.grid, LEFT, PLAIN, day_middle(month, date(2026, 9, 30)))
    week = window.pages.currentWidget()
    assert week is window.places.screen("plan")
    assert week.monday == date(2026, 9, 28)  # type: ignore[attr-defined]
    assert week.header.title.text() == "28 September – 4 October"  # type: ignore[attr-defined]


def test_alt_arrows_move_a_plan_by_days_and_weeks(window: Window, qtbot: QtBot, sample: Library) -> None:
    window.run("month_view")
    month = window.pages.currentWidget()
    assert isinstance(month, MonthScreen)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    on_grid(month, date(2026, 9, 17), 0)
    press(qtbot, Key.Key_Right, Alt)
    assert plan_of(sample, "Jasper Kuiper") == ("2026-09-18", "09:00")
    assert here(month) == "Jasper Kuiper" and month.day == date(2026, 9, 18)
    press(qtbot, Key.Key_Right, Alt | Shift)
    assert plan_of(sample, "Jasper Kuiper") == ("2026-09-25", "09:00")
    assert here(month) == "Jasper Kuiper" and month.day == date(2026, 9, 25)
    press(qtbot, Key.Key_Z, Control)
    assert month.day == date(2026, 9, 18)
    press(qtbot, Key.Key_PageDown)
    assert month.header.title.text() == "October 2026"


def test_enter_on_a_person_goes_to_the_page_and_back_to_the_month(window: Window, qtbot: QtBot) -> None:
    window.run("month_view")
    month = window.pages.currentWidget()
    assert isinstance(month, MonthScreen)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    on_grid(month, date(2026, 9, 17), 0)
    press(qtbot, Key.Key_Return)
    assert window.places.current == "person"
    window.places.go("back")
    assert window.pages.currentWidget() is month


@pytest.mark.parametrize("span", ["week", "month"])
def test_the_header_leaves_out_figures_before_it_cuts_anything(
    sample_desk: Desk, qtbot: QtBot, span: str
) -> None:
    sample_desk.theme.set_text_scale(1.5)
    screen = WeekScreen(sample_desk) if span == "week" else MonthScreen(sample_desk)
    qtbot.addWidget(screen)
    with qtbot.waitExposed(screen):
        screen.show()
    header = screen.header
    for width in (940, 1100, 1292, 1900):
        # the narrowest window in the largest text, and wider ones
        screen.resize(width, 640)
        QApplication.processEvents()
        for widget in (header.title, header.this, header.span, header.plan):
            assert widget.width() >= widget.sizeHint().width(), (width, widget)
        assert header.planned.isVisible() == header.set_aside.isVisible()
    assert header.planned.isVisible(), "with room enough the figures are there"


def test_without_anybody_there_is_no_month_to_go_to(
    open_window: Callable[[Library], Window], library: Library
) -> None:
    window = open_window(library)
    window.run("month_view")
    assert window.places.current == "first_run"


def test_adding_in_a_line_opens_the_week_of_the_day(window: Window) -> None:
    window.run("month_view")
    month = window.pages.currentWidget()
    assert isinstance(month, MonthScreen)
    on_grid(month, date(2026, 9, 30))
    window.run("quick_add")
    week = window.pages.currentWidget()
    assert isinstance(week, WeekScreen) and week.monday == date(2026, 9, 28)
