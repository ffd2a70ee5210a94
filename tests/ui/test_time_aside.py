"""The dialog for the time set aside, and the head of a day that is a holiday."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from planner.actions.time_aside import change_time_aside
from planner.library import Library
from planner.queries.days_off import minutes_aside, region
from planner.ui.board.view import WeekScreen
from planner.ui.dialogs.aside_dialog import TimeAsideDialog
from planner.ui.window import Window


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_is_typed_is_saved_as_one_step(window: Window, sample: Library, qtbot: QtBot) -> None:
    steps, before = len(sample.history()), minutes_aside(sample)
    dialog = TimeAsideDialog(window.desk, window)
    dialog.show()
    dialog.form.show_values({"Monday": 45, "region": ""})
    qtbot.keyClicks(dialog.form["region"].field, "Atlantis")
    dialog.primary.click()
    assert "no region known" in dialog.form.problem("region")
    dialog.form.show_values({"region": "NL"})
    dialog.primary.click()
    assert minutes_aside(sample) == (45, *before[1:]) and region(sample) == "NL"
    assert len(sample.history()) == steps + 1
    again = TimeAsideDialog(window.desk, window)
    assert again.form.read() is not None
    assert again.form["region"].value() == "NL"
    again.reject()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_holiday_is_named_and_the_day_has_a_menu(window: Window, sample: Library) -> None:
    board = window.pages.currentWidget()
    assert isinstance(board, WeekScreen)
    change_time_aside(sample, minutes_aside(sample), "NL", today=date(2026, 9, 15))
    board.show_week(date(2027, 4, 27))
    head = board.area.days[1].head
    assert "King's Day" in head.accessibleName()
    assert head.toolTip().startswith("King's Day: a public holiday")
    head.customContextMenuRequested.emit(QPoint(4, 4))
    (menu,) = [each for each in board.findChildren(QMenu) if each.isVisible()]
    words = [action.text().split("\t")[0] for action in menu.actions()]
    assert words == ["Add to Tuesday", "Change your own leave", "Change the time set aside"]
    menu.close()
