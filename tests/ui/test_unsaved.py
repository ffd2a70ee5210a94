"""What the disk does not take stays on its card until it is saved, or until something newer is."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.board.column import Column
from planner.ui.board.menu import menu_ids
from planner.ui.board.month_sheet import Stop
from planner.ui.board.month_view import MonthScreen
from planner.ui.board.tiles import Tile
from planner.ui.board.view import WeekScreen
from planner.ui.cards.quick_actions import CardAction
from planner.ui.desk import Desk
from planner.ui.screen import Subject
from planner.ui.window import Window
from tests.journeys.hand import choose_in_menu, keys
from tests.taken import taken
from tests.ui import months
from tests.ui.dragging import drop, find, names
from tests.ui.week_plans import plan_of

SOFIE = ("2026-09-18", "11:00", 30, "in person")


def board_of(window: Window) -> WeekScreen:
    screen = window.pages.currentWidget()
    assert isinstance(screen, WeekScreen)
    window.activateWindow()
    return screen


def spot(column: Column, name: str, action: CardAction) -> QPoint | None:
    """Where a painted button of somebody's card is, found as the pointer would find it."""
    cards = column.cards
    row = names(column).index(name)
    index = cards.column.index(row)
    rect = cards.card_rect(row).toRect()
    for y in range(rect.bottom() - 40, rect.bottom()):
        for x in range(rect.left(), rect.right(), 4):
            if cards.delegate.hit(index, cards.visualRect(index), QPointF(x, y)) is action:
                return QPoint(x, y)
    return None


def retry(column: Column, name: str) -> None:
    place = spot(column, name, CardAction.RETRY)
    assert place is not None, f"no Retry on the card of {name}"
    QTest.mouseClick(column.cards.viewport(), Qt.MouseButton.LeftButton, pos=place)


def waits(board: WeekScreen, tile: Tile) -> bool:
    return board.state.lasting_look(tile).error


class TestTheWeek:
    def test_a_card_says_that_it_was_not_saved_and_retries(self, window: Window, sample: Library) -> None:
        board = board_of(window)
        column, sofie = find(board, "Sofie Brandt")
        board.walk.focus_key(sofie.key)
        with taken(sample):
            keys("Alt+Left")
            assert plan_of(sample, "Sofie Brandt") == SOFIE and waits(board, sofie)
            assert "in use by another program" in window.error_line.text
            retry(column, "Sofie Brandt")
            assert plan_of(sample, "Sofie Brandt") == SOFIE and waits(board, sofie)
        retry(column, "Sofie Brandt")
        assert plan_of(sample, "Sofie Brandt") == ("2026-09-17", *SOFIE[1:])
        assert not waits(board, find(board, "Sofie Brandt")[1])
        assert sample.undo() is not None and plan_of(sample, "Sofie Brandt") == SOFIE, "saved once"

    def test_a_drop_that_was_not_saved_waits_where_it_was(self, window: Window, sample: Library) -> None:
        board = board_of(window)
        tobias, thursday = find(board, "Tobias Lindner")[1], board.area.days[3]
        planned = len(thursday.cards.tiles)
        with taken(sample):
            drop(thursday, [tobias])
        assert len(thursday.cards.tiles) == planned and waits(board, tobias)
        assert spot(board.engage, "Katarzyna Wolska", CardAction.RETRY) is None
        retry(board.engage, "Tobias Lindner")
        assert len(thursday.cards.tiles) == planned + 1 and "Tobias Lindner" in names(thursday)

    @pytest.mark.qt_log_ignore("This plugin does not support")
    def test_the_menu_and_the_key_save_again_too(self, window: Window, sample: Library) -> None:
        board = board_of(window)
        column, sofie = find(board, "Sofie Brandt")
        assert "save_again" not in menu_ids((sofie,))
        board.walk.focus_key(sofie.key)
        with taken(sample):
            keys("Alt+Left")
            keys("F5")
            assert waits(board, sofie)
        middle = column.cards.card_rect(names(column).index("Sofie Brandt")).center().toPoint()
        choose_in_menu(column.cards.viewport(), middle, "Save again")
        assert plan_of(sample, "Sofie Brandt")[0] == "2026-09-17"
        keys("F5")
        assert window.toast.words == "Nothing on this card waits to be saved."

    def test_something_newer_that_was_saved_takes_its_place(self, window: Window, sample: Library) -> None:
        board = board_of(window)
        sofie = find(board, "Sofie Brandt")[1]
        board.walk.focus_key(sofie.key)
        with taken(sample):
            keys("Alt+Left")
        keys("Alt+Down")
        assert plan_of(sample, "Sofie Brandt") == ("2026-09-18", "11:15", 30, "in person")
        assert not waits(board, find(board, "Sofie Brandt")[1])

    def test_it_is_heard_too(self, window: Window, sample: Library) -> None:
        board = board_of(window)
        column, sofie = find(board, "Sofie Brandt")
        index = column.cards.column.index(0)
        assert not str(index.data()).startswith("Not saved")
        board.walk.focus_key(sofie.key)
        with taken(sample):
            keys("Alt+Left")
        assert str(index.data()).startswith("Not saved. Sofie Brandt")

    def test_every_kind_of_card_has_room_for_it(
        self, sample_desk: Desk, sample: Library, window: Window
    ) -> None:
        board = board_of(window)
        for name in ("Tobias Lindner", "Camille Roux", "Sofie Brandt", "Grace Kimani", "Hanna Weber"):
            column, tile = find(board, name)
            with board.desk.unsaved.about(tile.subject):
                board.desk.unsaved.keep(lambda: None)
            assert spot(column, name, CardAction.RETRY) is not None, name
            assert spot(column, name, CardAction.LOG) is None


def test_what_is_meant_by_a_change(sample_desk: Desk) -> None:
    unsaved = sample_desk.unsaved
    tries: list[str] = []
    unsaved.keep(lambda: tries.append("nothing is meant"))
    with unsaved.about(Subject(people=(1,), plan_id=7)):
        unsaved.keep(lambda: tries.append("the plan"))
    with unsaved.about(Subject(people=(2, 3), several=True)):
        unsaved.keep(lambda: tries.append("both people"))
    assert not unsaved.holds(Subject(people=(1,))), "a plan is not its person"
    assert unsaved.holds(Subject(people=(3,))) and not unsaved.holds(Subject(people=(3,), conversation_id=4))
    unsaved.retry(Subject(people=(1, 3), plans=(6, 7)))
    assert tries == ["the plan"] and unsaved.holds(Subject(people=(2,)))
    unsaved.retry(Subject(people=(2,)))
    assert tries == ["the plan", "both people"] and not unsaved.holds(Subject(people=(3,)))


def test_a_chip_of_the_month_shows_it(sample_desk: Desk, sample: Library, qtbot: QtBot) -> None:
    month = months.shown(sample_desk, qtbot)
    friday = date(2026, 9, 18)
    stop = Stop(day=month.grid.number_of(friday), item=months.names(month, friday).index("Sofie Brandt"))
    sofie = months.chip(month, "Sofie Brandt", friday)
    before = picture(month, stop)
    with sample_desk.unsaved.about(sofie.subject):
        sample_desk.unsaved.keep(lambda: None)
    assert picture(month, stop) != before
    assert month.grid.tooltip_at(month.grid.place_of(stop).center()).startswith("Not saved. ")


def picture(month: MonthScreen, stop: Stop) -> QImage:
    return month.grid.grab(month.grid.place_of(stop).toRect()).toImage()
