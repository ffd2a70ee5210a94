"""The bar of filters: chips with counts, the field, the sheet of + Filter, saved filters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.filters import EVERYBODY, Filter, Owed
from planner.domain.rhythm import State
from planner.library import Library
from planner.queries.saved_filters import saved_filters
from planner.ui.dialogs.filter_dialog import RenameFilterDialog
from planner.ui.filtering.bar import FilterBar
from planner.ui.filtering.options import Option, toggled
from planner.ui.filtering.popover import FilterSheet
from planner.ui.people.view import PeopleScreen
from planner.ui.widgets.chip import Chip
from planner.ui.window import Window

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(window: Window, qtbot: QtBot) -> FilterBar:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    screen = window.places.go("people")
    assert isinstance(screen, PeopleScreen)
    return screen.filter_bar


def said(bar: FilterBar) -> dict[str, int | None]:
    """What the chips that are seen say, with their counts."""
    chips = bar.chips.findChildren(Chip)
    return {chip.text(): chip._count for chip in chips if chip.isVisible()}


def test_chips_say_how_many_each_choice_would_leave(bar: FilterBar) -> None:
    assert said(bar) == {
        "Everyone": 41,
        "Overdue": 9,
        "Due": 8,
        "On rhythm": 23,
        "Resting": 1,
        "You promised": 9,
        "Promised to you": 8,
        "In Zurich": 5,
        "Supports One Booking": 7,
        "Filter": None,
    }
    assert bar.chips.everyone.isChecked()
    bar.chips.states["Due"].click()
    assert said(bar)["Overdue"] == 9 and said(bar)["Everyone"] == 41
    assert said(bar)["You promised"] == len([each for each in bar.shown() if each.yours_open]) < 9


def test_a_click_chooses_alone_and_control_adds(bar: FilterBar) -> None:
    heard: list[Filter] = []
    bar.changed.connect(lambda: heard.append(bar.filter))
    due, overdue = bar.chips.states["Due"], bar.chips.states["Overdue"]
    QTest.mouseClick(overdue, LEFT)
    assert len(bar.shown()) == 9 and overdue.isChecked() and not bar.chips.everyone.isChecked()
    QTest.mouseClick(due, LEFT)
    assert len(bar.shown()) == 8
    QTest.mouseClick(overdue, LEFT, Qt.KeyboardModifier.ControlModifier)
    assert len(bar.shown()) == 17
    QTest.mouseClick(due, LEFT, Qt.KeyboardModifier.ControlModifier)
    assert len(bar.shown()) == 9
    QTest.mouseClick(overdue, LEFT)
    assert heard[-1] == EVERYBODY and len(heard) == 5


def test_promises_and_states_narrow_each_other(bar: FilterBar) -> None:
    bar.chips.owed["You promised"].click()
    bar.chips.states["Overdue"].click()
    assert bar.filter.owed == {Owed.YOURS} and State.OVERDUE in bar.filter.states
    bar.chips.everyone.click()
    assert bar.filter == EVERYBODY and not bar.chips.owed["You promised"].isChecked()


def test_what_else_is_said_has_a_chip_that_takes_it_back(bar: FilterBar) -> None:
    oslo = Filter(cities=frozenset({"oslo"}), unplanned=True)
    bar.choose(oslo)
    assert said(bar)["In Oslo"] == said(bar)["Nothing planned"] == len(bar.shown())
    bar.chips.said[("cities",)].click()
    assert bar.filter == Filter(unplanned=True)
    assert "In Oslo" not in said(bar)


# The field


def test_typing_filters_and_escape_gives_up(bar: FilterBar, window: Window) -> None:
    people = window.places.screen("people")
    assert isinstance(people, PeopleScreen)
    QTest.keyClick(people, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    line = bar.field.line
    assert line.hasFocus() and not bar.field.button.isVisible()
    QTest.keyClicks(line, "zurich")
    assert bar.filter == Filter(text="zurich") and len(people.grid.people) == 5
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert people.grid.hasFocus() and line.isVisible()
    bar.open_field()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert bar.filter == EVERYBODY and bar.field.button.isVisible()


def test_escape_on_the_page_shows_everybody(bar: FilterBar, window: Window) -> None:
    people = window.places.screen("people")
    bar.choose(Filter(text="zur", unplanned=True))
    assert bar.field.line.text() == "zur"
    QTest.keyClick(people.focusProxy(), Qt.Key.Key_Escape)
    assert bar.filter == EVERYBODY and bar.field.line.text() == ""


# The sheet


@pytest.fixture
def sheet(bar: FilterBar, window: Window) -> FilterSheet:
    window.run("filter_choices")
    assert bar.sheet.isVisible() and bar.sheet.line.hasFocus()
    return bar.sheet


def lines(sheet: FilterSheet) -> list[str]:
    return [sheet.list.item(row).text() for row in range(sheet.list.count())]


def test_the_sheet_offers_every_choice_with_its_count(sheet: FilterSheet) -> None:
    found = lines(sheet)
    assert found[0] == "Layer" and "Business peers, 8" in found
    assert "Zurich, 5" in found and "Nothing planned, 18" in found
    assert any(each.endswith("more; type to find them") for each in found)
    assert sheet.line.accessibleDescription() == "Business peers, 8"
    assert not sheet.save.isEnabled()


def test_typing_finds_and_enter_ticks(sheet: FilterSheet, bar: FilterBar) -> None:
    QTest.keyClicks(sheet.line, "osl")
    assert lines(sheet)[:2] == ["City", "Oslo, 2"]
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert bar.filter == Filter(cities=frozenset({"oslo"}))
    assert "Oslo, 2, chosen" in lines(sheet) and sheet.isVisible()
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert bar.filter == EVERYBODY
    QTest.keyClick(sheet.line, Qt.Key.Key_Down)
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert bar.filter == Filter(text="osl")


def test_the_city_of_a_heading_word(sheet: FilterSheet) -> None:
    QTest.keyClicks(sheet.line, "organisation norv")
    assert [each for each in lines(sheet) if each.startswith("Norvane")]


def test_escape_closes_and_the_chip_has_the_focus(sheet: FilterSheet, bar: FilterBar) -> None:
    QTest.keyClick(sheet.line, Qt.Key.Key_Escape)
    assert not sheet.isVisible() and bar.chips.more.hasFocus()


def test_a_click_beside_closes_and_one_on_the_chip_does_not_open_again(
    sheet: FilterSheet, bar: FilterBar, window: Window
) -> None:
    QTest.mouseClick(bar.chips.more, LEFT)
    assert not sheet.isVisible()
    QTest.mouseClick(bar.chips.more, LEFT)
    assert sheet.isVisible()
    QTest.mouseClick(window.top_bar, LEFT, pos=QPoint(3, 3))
    assert not sheet.isVisible()


def test_a_click_ticks_a_line(sheet: FilterSheet, bar: FilterBar) -> None:
    row = lines(sheet).index("Vendors, 6")
    place = sheet.list.visualItemRect(sheet.list.item(row)).center()
    QTest.mouseClick(sheet.list.viewport(), LEFT, pos=place)
    assert [each.name for each in bar.shown()] and len(bar.shown()) == 6
    heading = sheet.list.visualItemRect(sheet.list.item(0)).center()
    QTest.mouseClick(sheet.list.viewport(), LEFT, pos=heading)
    assert len(bar.shown()) == 6
    sheet.clear.click()
    assert bar.filter == EVERYBODY


def test_letters_in_the_sheet_run_no_command(sheet: FilterSheet) -> None:
    QTest.keyClicks(sheet.line, "plc?")
    assert sheet.line.text() == "plc?" and QApplication.activeModalWidget() is None


def test_a_choice_of_several_states_is_one(bar: FilterBar) -> None:
    overdue = Option("Overdue", "states", frozenset({State.OVERDUE, State.QUIET}))
    chosen = toggled(EVERYBODY, overdue)
    assert chosen.states == {State.OVERDUE, State.QUIET}
    assert toggled(chosen, overdue._replace(chosen=True)) == EVERYBODY
    assert toggled(chosen, Option("Layer", is_heading=True)) == chosen


# Saved filters


def test_a_filter_is_saved_under_a_name(sheet: FilterSheet, bar: FilterBar, sample: Library) -> None:
    bar.choose(Filter(unplanned=True))
    sheet.save.click()
    assert sheet.name.hasFocus()
    QTest.keyClicks(sheet.name, "Planless")
    QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    assert not sheet.isVisible()
    names = [each.name for each in saved_filters(sample, "people")]
    assert names == ["In Zurich", "Supports One Booking", "Planless"]
    assert said(bar)["Planless"] == 18 and "Nothing planned" not in said(bar)
    sample.undo()
    assert "Planless" not in said(bar) and said(bar)["Nothing planned"] == 18


def test_a_saved_filter_is_chosen_by_a_click(bar: FilterBar) -> None:
    zurich, _ = bar.chips.saved.values()
    QTest.mouseClick(zurich, LEFT)
    assert bar.filter == Filter(cities=frozenset({"zurich"})) and zurich.isChecked()
    assert len(bar.shown()) == 5 and bar.chips.said == {}
    QTest.mouseClick(zurich, LEFT)
    assert bar.filter == EVERYBODY and not zurich.isChecked()


def test_keys_order_and_remove_saved_filters(bar: FilterBar, sample: Library) -> None:
    from planner.actions.saved_filters import save_filter

    save_filter(sample, "people", "Planless", Filter(unplanned=True))
    zurich, _, planless = bar.chips.saved.values()
    for _ in range(2):
        QTest.keyClick(planless, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    order = ["Planless", "In Zurich", "Supports One Booking"]
    assert [each.text() for each in bar.chips.saved.values()] == order
    bar.chips._row.activate()
    assert planless.x() < zurich.x()
    QTest.keyClick(zurich, Qt.Key.Key_Delete)
    assert [each.name for each in saved_filters(sample, "people")] == ["Planless", "Supports One Booking"]


def test_the_menu_of_a_saved_filter(bar: FilterBar, sample: Library) -> None:
    zurich, _ = bar.chips.saved.values()
    menu = zurich.menu()
    words = [action.text().split("\t")[0] for action in menu.actions()]
    assert words == ["Rename …", "Save the filter as it is now", "Move left", "Move right", "Remove"]
    bar.choose(Filter(cities=frozenset({"oslo"})))
    menu.actions()[1].trigger()
    assert saved_filters(sample, "people")[0].filter == Filter(cities=frozenset({"oslo"}))


def test_a_saved_filter_is_renamed(bar: FilterBar, sample: Library) -> None:
    saved, _ = saved_filters(sample, "people")
    dialog = RenameFilterDialog(bar.desk, saved, bar)
    dialog.form["name"].show_value("  ")
    dialog.save()
    assert dialog.problem.words == "A filter needs a name."
    dialog.form["name"].show_value("By the lake")
    dialog.save()
    assert said(bar)["By the lake"] == 5 and "In Zurich" not in said(bar)
