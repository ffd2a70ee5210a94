"""What is done with several chosen cards is done with all of them, as one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.board.menu import menu_ids
from planner.ui.board.view import WeekScreen
from planner.ui.menus import command_menu
from planner.ui.screen import Subject
from planner.ui.window import Window
from tests.ui.dragging import find

Key = Qt.Key
Alt = Qt.KeyboardModifier.AltModifier
PLANS = "SELECT day, starts FROM plan WHERE id IN (?, ?) ORDER BY day"


@pytest.fixture
def board(window: Window) -> WeekScreen:
    screen = window.pages.currentWidget()
    assert isinstance(screen, WeekScreen)
    window.activateWindow()
    return screen


@pytest.fixture
def chosen(board: WeekScreen) -> tuple[int, int]:
    """Jasper (Thu 09:00) and Sofie (Fri 11:00) are chosen, and Tobias, who is not planned."""
    tiles = [find(board, name)[1] for name in ("Jasper Kuiper", "Sofie Brandt", "Tobias Lindner")]
    board.walk.focus_key(tiles[0].key)
    board.state.selection.choose(tile.key for tile in tiles)
    return tiles[0].subject.plan_id, tiles[1].subject.plan_id


@pytest.mark.parametrize(
    ("key", "modifiers", "then", "said"),
    [
        (Key.Key_Left, Alt, [("2026-09-16", "09:00"), ("2026-09-17", "11:00")], "2 plans a day earlier"),
        (
            Key.Key_Right,
            Alt | Qt.KeyboardModifier.ShiftModifier,
            [("2026-09-24", "09:00"), ("2026-09-25", "11:00")],
            "2 plans a week later",
        ),
        (Key.Key_Down, Alt, [("2026-09-17", "09:15"), ("2026-09-18", "11:15")], "2 plans 15 minutes later"),
    ],
)
def test_arrows_move_all_chosen_plans_as_one_step(
    board: WeekScreen,
    chosen: tuple[int, int],
    sample: Library,
    qtbot: QtBot,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier,
    then: list[tuple[str, str]],
    said: str,
) -> None:
    heard: list[str] = []
    board.desk.said.connect(lambda words, _undo: heard.append(words))
    before = sample.rows(PLANS, chosen)
    before = list(before)
    qtbot.keyClick(board.walk.cards, key, modifiers)
    assert list(sample.rows(PLANS, chosen)) == then
    assert heard == [f"Moved {said}"]
    sample.undo()
    assert list(sample.rows(PLANS, chosen)) == before


def test_delete_lets_all_chosen_plans_go(
    board: WeekScreen, chosen: tuple[int, int], sample: Library, qtbot: QtBot
) -> None:
    asked = "SELECT count(*) FROM plan WHERE status = 'open' AND id IN (?, ?)"
    qtbot.keyClick(board.walk.cards, Key.Key_Delete)
    assert sample.value(asked, chosen) == 0
    sample.undo()
    assert sample.value(asked, chosen) == 2


def test_several_talks_are_logged_as_one_step(
    window: Window, board: WeekScreen, chosen: tuple[int, int], sample: Library
) -> None:
    window.run("talked")
    asked = "SELECT count(*) FROM plan WHERE status = 'talked' AND id IN (?, ?)"
    assert sample.value(asked, chosen) == 2
    sample.undo()
    assert sample.value(asked, chosen) == 0


def test_a_plan_that_is_gone_moves_none(
    window: Window, board: WeekScreen, chosen: tuple[int, int], sample: Library
) -> None:
    failed: list[str] = []
    window.desk.failed.connect(failed.append)
    before = list(sample.rows(PLANS, chosen))
    window.run("day_later", Subject(people=(1, 2), plans=(*chosen, 12345)))
    assert failed == ["This plan is no longer open."]
    assert list(sample.rows(PLANS, chosen)) == before


def test_the_menu_of_several_offers_plans_moves_only_where_there_are_plans(
    window: Window, board: WeekScreen
) -> None:
    jasper, tobias = find(board, "Jasper Kuiper")[1], find(board, "Tobias Lindner")[1]
    ids = menu_ids((jasper, tobias))

    def offered(subject: Subject) -> set[str]:
        menu = command_menu(window.desk, ids, subject, window)
        words = {action.text().split("\t")[0] for action in menu.actions()}
        menu.deleteLater()
        return words

    assert "Move a day later" in offered(Subject(people=(1, 2), plans=(3, 4)))
    assert "Move a day later" not in offered(Subject(people=(1, 2)))
