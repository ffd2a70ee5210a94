"""Filters on the board: the same bar in week, lanes and month, and days that stay as full as they are."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.domain.filters import Filter
from planner.library import Library
from planner.queries.saved_filters import saved_filters
from planner.ui.board.lanes_view import LanesScreen
from planner.ui.board.month_view import MonthScreen
from planner.ui.board.narrowing import NarrowedScreen
from planner.ui.board.tiles import More
from planner.ui.board.view import WeekScreen
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.journeys.hand import click, keys, write
from tests.ui.dragging import drop, find, hold, names
from tests.ui.week_plans import plan_of

ZURICH = Filter(cities=frozenset({"zurich"}))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def board(window: Window, qtbot: QtBot) -> WeekScreen:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return shown(window)


def shown(window: Window) -> WeekScreen:
    screen = window.pages.currentWidget()
    assert isinstance(screen, WeekScreen)
    return screen


def seen(board: WeekScreen) -> list[list[str]]:
    return [names(day) for day in board.area.days[:5]]


def more(board: WeekScreen) -> list[str]:
    """What the days say of the cards that they do not show."""
    rows = [day.cards.column.rows[-1:] for day in board.area.days[:5]]
    return [row[0].words if row and isinstance(row[0], More) else "" for row in rows]


class TestTheWeek:
    def test_only_cards_of_whom_the_filter_shows(self, board: WeekScreen) -> None:
        everything, head = seen(board), board.header.planned.text()
        assert more(board) == [""] * 5 and not board.narrowing.shown
        board.narrowing.row.choose(ZURICH)
        assert seen(board) == [
            [],
            ["Daniel Meier", "Markus Egger", "Luca Steiner"],
            ["Beatrix Keller", "Stefan Ammann"],
            [],
            [],
        ]
        assert more(board)[0] == "3 hidden, show all" and more(board)[2] == "1 hidden, show all"
        assert board.header.planned.text() == head, "what is planned takes its time whoever is looked for"
        assert names(board.later) == ["Beatrix Keller"] and not names(board.engage)
        assert board.area.days[2].cards.accessibleName() == "Wednesday 16 September, 2 cards"
        board.narrowing.clear()
        assert seen(board) == everything and not board.narrowing.shown

    def test_everybody_is_read_when_a_filter_is_first_wanted(self, board: WeekScreen) -> None:
        assert board.desk._roster is None
        keys("F")
        assert board.desk._roster is not None

    def test_f_opens_the_sheet_and_ticks_narrow_at_once(self, board: WeekScreen) -> None:
        keys("F")
        bar = board.narrowing.row.bar
        assert bar.sheet.isVisible() and board.header.filter.isChecked()
        write("zurich")
        keys("Return")
        assert board.narrowing.row.filter == ZURICH and len(seen(board)[1]) == 3
        assert board.area.y() >= board.narrowing.row.geometry().bottom()

    def test_words_narrow_as_they_are_typed_and_esc_shows_everybody(self, board: WeekScreen) -> None:
        keys("Ctrl+F")
        write("keller")
        assert names(board.area.days[2]) == ["Beatrix Keller"]
        keys("Return")
        assert board.walk.cards is not None and not board.narrowing.row.bar.field.line.hasFocus()
        keys("Escape")
        assert len(seen(board)[2]) == 3 and not board.narrowing.shown

    def test_the_button_of_the_head_shows_the_row_and_puts_it_away(self, board: WeekScreen) -> None:
        click(board.header.filter)
        assert board.narrowing.shown and not board.narrowing.on
        assert board.narrowing.row.bar.chips.everyone.hasFocus()
        keys("Escape")
        assert not board.narrowing.shown and not board.header.filter.isChecked()
        click(board.header.filter)
        board.narrowing.row.choose(ZURICH)
        click(board.header.filter)
        assert not board.narrowing.on and len(seen(board)[0]) == 3

    def test_what_is_hidden_can_be_shown_from_its_day(self, board: WeekScreen) -> None:
        board.narrowing.row.choose(ZURICH)
        cards = board.area.days[0].cards
        QTest.mouseClick(cards.viewport(), LEFT, pos=cards.card_rect(0).center().toPoint())
        assert len(seen(board)[0]) == 3 and not board.narrowing.on

    def test_chosen_cards_that_go_out_of_sight_are_chosen_no_longer(self, board: WeekScreen) -> None:
        _, sofie = find(board, "Sofie Brandt")
        board.state.selection.choose((sofie.key,), sofie.key)
        board.narrowing.row.choose(ZURICH)
        assert not len(board.state.selection)

    def test_how_much_is_left_is_said(self, board: WeekScreen) -> None:
        said: list[str] = []
        board.desk.announced.connect(said.append)
        board.narrowing.row.choose(ZURICH)
        board.narrowing.clear()
        assert said == ["5 people, 6 cards on the board", "Everyone is shown"]

    def test_a_drop_respects_the_time_of_what_is_hidden(self, board: WeekScreen, sample: Library) -> None:
        board.narrowing.row.choose(Filter(text="tobias"))
        _, tobias = find(board, "Tobias Lindner")
        thursday = board.area.days[3]
        offer = hold(thursday, [tobias])
        assert offer is not None and offer.before == 0
        drop(thursday, [tobias])
        taken = sample.rows("SELECT starts, minutes FROM plan WHERE day = '2026-09-17' ORDER BY starts")
        ends, overlaps = time.min.isoformat("minutes"), []
        for starts, minutes in taken:
            overlaps.append(starts < ends)
            hour, minute = divmod(int(starts[:2]) * 60 + int(starts[3:]) + minutes, 60)
            ends = f"{hour:02}:{minute:02}"
        assert len(overlaps) == 3 and not any(overlaps)

    def test_a_card_held_over_its_own_place_stays(self, board: WeekScreen, sample: Library) -> None:
        before = plan_of(sample, "Beatrix Keller")
        board.narrowing.row.choose(Filter(text="keller"))
        wednesday, beatrix = find(board, "Beatrix Keller")
        offer = hold(wednesday, [beatrix], y=120)
        assert offer is not None and offer.slot.words == "Where it is now."
        assert plan_of(sample, "Beatrix Keller") == before


class TestEverywhere:
    def test_lanes_and_month_take_the_filter_over(self, window: Window, board: WeekScreen) -> None:
        board.narrowing.row.choose(ZURICH)
        window.run("lanes")
        lanes = shown(window)
        assert isinstance(lanes, LanesScreen) and lanes.narrowing.row.filter == ZURICH
        lanes_cards = [tile.facts.name for column in lanes.area.columns for tile in column.cards.tiles]
        assert len(lanes_cards) == 5 and "Daniel Meier" in lanes_cards
        window.run("month_view")
        month = window.pages.currentWidget()
        assert isinstance(month, MonthScreen)
        assert [len(month.grid.days[number].cards) for number in range(14, 19)] == [0, 3, 2, 0, 0]
        month.narrowing.clear()
        window.run("week_view")
        assert not shown(window).narrowing.on and len(seen(shown(window))[0]) == 3

    def test_a_layer_of_the_navigation_narrows_what_is_shown(self, window: Window, board: WeekScreen) -> None:
        window.navigation.layer_chosen.emit("customers")
        assert shown(window) is board and names(board.area.days[1]) == ["Daniel Meier"]
        window.navigation.layer_chosen.emit("customers")
        assert not board.narrowing.on

    def test_a_filter_is_kept_under_a_name_for_all_boards(
        self, window: Window, board: WeekScreen, sample: Library
    ) -> None:
        board.narrowing.row.choose(Filter(text="keller"))
        bar = board.narrowing.row.bar
        before = saved_filters(sample, "board")
        bar.sheet.save_wanted.emit("Beatrix alone")
        kept = saved_filters(sample, "board")
        assert [each.name for each in kept] == [*(each.name for each in before), "Beatrix alone"]
        board.narrowing.clear()
        window.run("month_view")
        month = window.pages.currentWidget()
        assert isinstance(month, NarrowedScreen)
        month.narrowing.toggle()
        chip = next(each for each in month.narrowing.row.bar.chips.saved.values() if each.saved == kept[-1])
        click(chip)
        assert month.narrowing.row.filter == Filter(text="keller")

    def test_the_month_drops_where_nothing_hidden_is(
        self, window: Window, board: WeekScreen, sample: Library
    ) -> None:
        day = date(2026, 9, 24)
        ana = add_person(sample, PersonForm(name="Ana Nova"), today=TODAY)
        plan_conversation(sample, PlanForm(people=(ana,), day=day, starts=time(9), minutes=60), today=TODAY)
        board.narrowing.row.choose(Filter(text="tobias"))
        window.run("month_view")
        month = window.pages.currentWidget()
        assert isinstance(month, MonthScreen)
        tile = month.engage.cards.tiles[0]
        offer = month.grid.offer((tile,), month.grid.number_of(day))
        assert offer.placings[0].starts not in (None, time(9), time(9, 30))


def test_nothing_of_a_filter_is_left_in_the_way(window: Window, board: WeekScreen) -> None:
    height = board.area.height()
    board.narrowing.toggle()
    QApplication.processEvents()
    assert board.area.height() < height
    board.narrowing.toggle()
    assert board.area.height() == height and board.walk.current() is not None
