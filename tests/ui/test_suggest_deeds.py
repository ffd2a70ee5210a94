"""A suggested plan over the week: accepted and thinned out by mouse, by menu and by key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from planner.actions.plans import PlanForm, plan_conversation
from planner.domain import words
from planner.library import Library
from planner.ui.board.tiles import TileKind
from planner.ui.board.view import WeekScreen
from planner.ui.cards.quick_actions import CardAction
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.ui.suggestions import (
    PLANNED,
    active_board,
    any_due,
    as_planned,
    find_proposal,
    overheard,
    planned,
    press,
    proposals,
    settle,
    suggested_on,
)

Key = Qt.Key
Left = Qt.MouseButton.LeftButton
Control = Qt.KeyboardModifier.ControlModifier
PLANS = "SELECT count(*) FROM plan"


@pytest.fixture
def board(window: Window, qtbot: QtBot) -> WeekScreen:
    return active_board(window, qtbot)


@pytest.fixture
def suggested(board: WeekScreen, qtbot: QtBot) -> WeekScreen:
    return suggested_on(board, qtbot)


@pytest.fixture
def heard(board: WeekScreen) -> list[str]:
    return overheard(board)


# The same by mouse, by menu and by key


def by_key(board: WeekScreen, name: str, command: str, qtbot: QtBot) -> None:
    board.walk.focus_key(find_proposal(board, name)[1].key)
    press(board, qtbot, Key.Key_Y if command == "accept" else Key.Key_N)


def by_button(board: WeekScreen, name: str, command: str, qtbot: QtBot) -> None:
    """The painted button under the pointer."""
    column, tile = find_proposal(board, name)
    cards = column.cards
    row = cards.column.row_of(tile.key)
    assert row is not None
    cards.scrollTo(cards.column.index(row))
    rect = cards.card_rect(row)
    wanted = CardAction.ACCEPT if command == "accept" else CardAction.DROP
    places = [QPoint(x, round(rect.bottom()) - 20) for x in range(round(rect.left()), round(rect.right()), 4)]
    index = cards.column.index(row)
    place = next(
        p for p in places if cards.delegate.hit(index, cards.visualRect(index), p.toPointF()) is wanted
    )
    qtbot.mouseMove(cards.viewport(), place)
    qtbot.mouseClick(cards.viewport(), Left, pos=place)
    settle(board, qtbot)


def by_menu(board: WeekScreen, name: str, command: str, qtbot: QtBot) -> None:
    column, tile = find_proposal(board, name)
    column.cards.menu_wanted.emit(tile, QPoint(500, 300))
    (menu,) = [each for each in board.findChildren(QMenu) if each.isVisible()]
    words = "Accept the suggestion" if command == "accept" else "Take the suggestion out"
    next(action for action in menu.actions() if action.text().startswith(words)).trigger()
    menu.close()
    settle(board, qtbot)


def by_bar(board: WeekScreen, name: str, command: str, qtbot: QtBot) -> None:
    """Choose the card with a click, then the bar's button."""
    _, tile = find_proposal(board, name)
    board.state.selection.choose((tile.key,))
    qtbot.mouseClick(board.proposing.bar.buttons[command], Left)
    settle(board, qtbot)


WAYS = [by_key, by_button, by_menu, by_bar]
Way = Callable[[WeekScreen, str, str, QtBot], None]


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("way", WAYS)
def test_accepting_one_plans_it_as_one_step(
    suggested: WeekScreen, sample: Library, heard: list[str], qtbot: QtBot, way: Way
) -> None:
    others = [tile for tile in proposals(suggested) if tile.facts.name != "Aisha Rahmani"]
    tile, before, steps = find_proposal(suggested, "Aisha Rahmani")[1], planned(sample), len(sample.history())
    way(suggested, "Aisha Rahmani", "accept", qtbot)
    assert planned(sample) - before == {as_planned(tile)}
    assert len(sample.history()) == steps + 1
    assert proposals(suggested) == others, "the others stay as they were"
    assert tile.day is not None and tile.starts is not None
    assert heard[0] == f"Planned Aisha Rahmani for {words.long_weekday(tile.day)} {tile.starts:%H:%M}"
    sample.undo()
    settle(suggested, qtbot)
    assert planned(sample) == before
    assert any(each.facts.name == "Aisha Rahmani" for each in proposals(suggested)), "it is suggested again"


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("way", WAYS)
def test_taking_one_out_solves_again_without_it_and_writes_nothing(
    suggested: WeekScreen, sample: Library, heard: list[str], qtbot: QtBot, way: Way
) -> None:
    steps, before = len(sample.history()), len(proposals(suggested))
    way(suggested, "Katarzyna Wolska", "drop", qtbot)
    names = [tile.facts.name for tile in proposals(suggested)]
    assert "Katarzyna Wolska" not in names and len(names) >= before - 1
    assert len(sample.history()) == steps
    assert heard and heard[-1].startswith(f"{len(names)} conversations, ")
    plan_conversation(
        sample, PlanForm(people=(any_due(suggested),), day=TODAY + timedelta(days=30)), today=TODAY
    )
    settle(suggested, qtbot)
    assert "Katarzyna Wolska" not in [tile.facts.name for tile in proposals(suggested)], "it stays out"


def test_the_keyboard_goes_from_one_to_the_next(suggested: WeekScreen, qtbot: QtBot) -> None:
    first, second, *_ = [tile.facts.name for tile in proposals(suggested)]
    assert here(suggested) == first
    press(suggested, qtbot, Key.Key_Y)
    assert here(suggested) == second
    for _ in proposals(suggested):
        press(suggested, qtbot, Key.Key_Y)
    assert proposals(suggested) == [] and suggested.proposing.proposal is None


def here(board: WeekScreen) -> str:
    current = board.walk.current()
    return current.facts.name if current else ""


def everything(board: WeekScreen, how: str, qtbot: QtBot) -> None:
    if how == "key":
        press(board, qtbot, Key.Key_Return, Control)
    elif how == "bar":
        qtbot.mouseClick(board.proposing.bar.buttons["accept_all"], Left)
    else:
        board.desk.command_wanted.emit("accept_all", None)


@pytest.mark.parametrize("how", ["key", "bar", "command"])
def test_accepting_all_is_one_step_that_can_be_undone(
    suggested: WeekScreen, sample: Library, heard: list[str], qtbot: QtBot, how: str
) -> None:
    tiles, before, steps = proposals(suggested), planned(sample), len(sample.history())
    everything(suggested, how, qtbot)
    assert planned(sample) - before == {as_planned(tile) for tile in tiles}
    assert len(sample.history()) == steps + 1
    assert proposals(suggested) == [] and not suggested.proposing.bar.isVisible()
    assert heard[0] == f"Planned {len(tiles)} suggested conversations"
    keys = [tile.kind for day in suggested.area.days for tile in day.cards.tiles]
    assert keys.count(TileKind.PLAN) == 10 + len(tiles)
    assert suggested.header.planned.text() == words.length(PLANNED + sum(tile.minutes for tile in tiles))
    sample.undo()
    assert planned(sample) == before


def test_several_chosen_are_accepted_together(suggested: WeekScreen, sample: Library, qtbot: QtBot) -> None:
    tiles, others = proposals(suggested)[:3], proposals(suggested)[3:]
    suggested.state.selection.choose(tile.key for tile in tiles)
    assert not suggested.bar.isVisible(), "the bar of the suggestion is for them"
    steps = len(sample.history())
    press(suggested, qtbot, Key.Key_Y)
    assert planned(sample) >= {as_planned(tile) for tile in tiles}
    assert len(sample.history()) == steps + 1 and len(proposals(suggested)) == len(others)
