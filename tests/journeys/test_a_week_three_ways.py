"""P18: a whole week is planned in the real window three times: with the mouse alone, with keys alone, by
menus alone. Each way leaves the same library."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.actions.sample import write_sample
from planner.library import Library
from planner.ui.board import ask_card
from planner.ui.board.ask_card import Answer
from planner.ui.board.column import Column
from planner.ui.board.view import WeekScreen
from planner.ui.dialogs.day_list import DayList
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.dump import natural
from tests.journeys import hand
from tests.journeys.conftest import OpenOn, close
from tests.ui.dragging import find, middle_of, names

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier
WEDNESDAY, THURSDAY, FRIDAY, SATURDAY = 2, 3, 4, 5
QUARTERS = 15
"""Stefan moves from 14:00 to 17:45, behind Nadia."""

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.timeout(180)]


class Way:
    """One way to plan the week; subclasses have one kind of hand."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        board = window.places.screen("plan")
        assert isinstance(board, WeekScreen)
        self.board = board

    def plan_the_week(self) -> None:
        self.plan("Tobias Lindner", THURSDAY)
        self.plan("Katarzyna Wolska", FRIDAY)
        self.a_day_earlier("Sofie Brandt", THURSDAY)
        self.behind_nadia("Stefan Ammann")
        self.a_day_later(("Markus Egger", "Luca Steiner"), WEDNESDAY)
        self.let_go("Priya Raman")
        self.talked("Hanna Weber")
        self.plan_on_saturday("Aisha Rahmani")
        self.plan_next_monday("Tomás Herrera")

    def plan(self, name: str, day: int) -> None:
        raise NotImplementedError

    def a_day_earlier(self, name: str, day: int) -> None:
        raise NotImplementedError

    def behind_nadia(self, name: str) -> None:
        raise NotImplementedError

    def a_day_later(self, people: tuple[str, str], day: int) -> None:
        raise NotImplementedError

    def let_go(self, name: str) -> None:
        raise NotImplementedError

    def talked(self, name: str) -> None:
        raise NotImplementedError

    def plan_on_saturday(self, name: str) -> None:
        raise NotImplementedError

    def plan_next_monday(self, name: str) -> None:
        raise NotImplementedError

    def card(self, name: str) -> tuple[Column, QPoint]:
        """A card's column, and its middle in the column's list."""
        column, _ = find(self.board, name)
        column.cards.scrollTo(column.cards.column.index(names(column).index(name)))
        return column, middle_of(column, name)


class ByMouse(Way):
    """Drags, clicks on painted buttons, on the folded weekend and in the header."""

    def carry(self, name: str, to: Column, y: int | None = None) -> None:
        column, middle = self.card(name)
        start = column.cards.viewport().mapTo(self.window, middle)
        height = to.height() - 60 if y is None else y
        hand.drag(self.window, start, to.mapTo(self.window, QPoint(to.width() // 2, height)))

    def plan(self, name: str, day: int) -> None:
        self.carry(name, self.board.area.days[day])

    def a_day_earlier(self, name: str, day: int) -> None:
        self.carry(name, self.board.area.days[day])

    def behind_nadia(self, name: str) -> None:
        self.carry(name, self.board.area.days[WEDNESDAY])

    def a_day_later(self, people: tuple[str, str], day: int) -> None:
        for name in people:
            column, middle = self.card(name)
            QTest.mouseClick(column.cards.viewport(), LEFT, CONTROL, middle)
        self.carry(people[0], self.board.area.days[day])
        hand.click(self.board.bar.buttons["Clear"])

    def let_go(self, name: str) -> None:
        self.carry(name, self.board.engage)

    def talked(self, name: str) -> None:
        column, tile = find(self.board, name)
        assert tile.question is not None
        rect = column.cards.card_rect(names(column).index(name))
        placed = dict(ask_card._buttons(self.window.desk.theme, tile.question, rect))
        QTest.mouseClick(column.cards.viewport(), LEFT, PLAIN, placed[Answer.YES].center().toPoint())

    def plan_on_saturday(self, name: str) -> None:
        hand.click(self.board.area.folded)
        self.plan(name, SATURDAY)

    def plan_next_monday(self, name: str) -> None:
        hand.click(self.board.header.next)
        self.plan(name, 0)
        hand.click(self.board.header.this)


class ByKeys(Way):
    """Arrows to a card, then a key."""

    def go_to(self, name: str) -> None:
        """Walk there with the arrows alone."""
        target, _ = find(self.board, name)
        columns = self.board.columns
        for _ in range(40):
            here = next(column for column in columns if column.cards is self.board.walk.cards)
            tile = self.board.walk.current()
            if tile is not None and tile.facts.name == name:
                return
            if here is not target:
                hand.keys("Right" if columns.index(here) < columns.index(target) else "Left")
            else:
                at = names(here).index(tile.facts.name) if tile else -1
                hand.keys("Down" if at < names(here).index(name) else "Up")
        raise AssertionError(f"the arrows do not lead to {name}")

    def press(self, name: str, *sequences: str) -> None:
        self.go_to(name)
        for sequence in sequences:
            hand.keys(sequence)

    def choose_day(self, name: str, digit: str) -> None:
        self.go_to(name)
        hand.answer(self.qtbot, lambda _dialog: hand.keys(digit), lambda: hand.keys("P"))
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def plan(self, name: str, day: int) -> None:
        self.choose_day(name, str(day))

    def a_day_earlier(self, name: str, day: int) -> None:
        self.press(name, "Alt+Left")

    def behind_nadia(self, name: str) -> None:
        self.press(name, *["Alt+Down"] * QUARTERS)

    def a_day_later(self, people: tuple[str, str], day: int) -> None:
        for name in people:
            self.press(name, "Space")
        hand.keys("Alt+Right")
        hand.keys("Esc")

    def let_go(self, name: str) -> None:
        self.press(name, "Del")

    def talked(self, name: str) -> None:
        self.press(name, "J")

    def plan_on_saturday(self, name: str) -> None:
        self.choose_day(name, "5")

    def plan_next_monday(self, name: str) -> None:
        self.choose_day(name, "7")


class ByMenus(Way):
    """The right button on a card, and the entries that it shows."""

    def choose(self, name: str, words: str) -> None:
        column, middle = self.card(name)
        hand.choose_in_menu(column.cards.viewport(), middle, words)

    def choose_day(self, name: str, row: int) -> None:
        def click_row(dialog: QWidget) -> None:
            assert isinstance(dialog, DayList)
            item = dialog.list.item(row)
            dialog.list.scrollToItem(item)
            place = dialog.list.visualItemRect(item).center()
            QTest.mouseClick(dialog.list.viewport(), LEFT, PLAIN, place)

        hand.answer(self.qtbot, click_row, lambda: self.choose(name, "Plan on …"))
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def plan(self, name: str, day: int) -> None:
        self.choose_day(name, day - 1)

    def a_day_earlier(self, name: str, day: int) -> None:
        self.choose(name, "Move a day earlier")

    def behind_nadia(self, name: str) -> None:
        for _ in range(QUARTERS):
            self.choose(name, "Move 15 minutes later")

    def a_day_later(self, people: tuple[str, str], day: int) -> None:
        for name in people:
            self.choose(name, "Move a day later")

    def let_go(self, name: str) -> None:
        self.choose(name, "Let the plan go")

    def talked(self, name: str) -> None:
        self.choose(name, "Yes, we talked")

    def plan_on_saturday(self, name: str) -> None:
        self.choose_day(name, 4)

    def plan_next_monday(self, name: str) -> None:
        self.choose_day(name, 6)


WAYS: tuple[type[Way], ...] = (ByMouse, ByKeys, ByMenus)
WANTED = {
    ("Tobias Lindner", "2026-09-17", "15:45"),
    ("Katarzyna Wolska", "2026-09-18", "15:15"),
    ("Sofie Brandt", "2026-09-17", "11:00"),
    ("Stefan Ammann", "2026-09-16", "17:45"),
    ("Markus Egger", "2026-09-16", "16:30"),
    ("Luca Steiner", "2026-09-16", "19:00"),
    ("Aisha Rahmani", "2026-09-19", "09:00"),
    ("Tomás Herrera", "2026-09-21", "11:30"),
}


def left_by(way: type[Way], folder: Path, open_on: OpenOn, qtbot: QtBot) -> dict[str, list[tuple[Any, ...]]]:
    """What the library's file holds after a week was planned in this way."""
    path = folder / f"{way.__name__}.rapport"
    with Library(path, clock=lambda: NOW) as library:
        write_sample(library, today=TODAY)
    window = open_on(path)
    way(window, qtbot).plan_the_week()
    close(window)
    with Library(path, clock=lambda: NOW, create=False) as library:
        assert library.problems() == []
        planned = library.rows(
            "SELECT q.name, p.day, p.starts FROM plan p JOIN plan_person x ON x.plan_id = p.id"
            " JOIN person q ON q.id = x.person_id WHERE p.status = 'open'"
        )
        assert set(planned) >= WANTED
        return natural(library)


def test_the_mouse_the_keys_and_the_menus_leave_the_same_library(
    tmp_path: Path, open_on: OpenOn, qtbot: QtBot
) -> None:
    by_mouse, by_keys, by_menus = (left_by(way, tmp_path, open_on, qtbot) for way in WAYS)
    assert by_mouse["plan"] == by_keys["plan"] == by_menus["plan"]
    assert by_mouse == by_keys == by_menus
    assert by_mouse["conversation"] and by_mouse["plan_person"], "and it is no empty one"
