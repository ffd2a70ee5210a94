"""Cards in the hand: picking up, leaving, the weekend that opens, and columns that scroll."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.library import Library
from planner.ui.board.drag import MIME, carried, packed
from planner.ui.board.tiles import Tile
from planner.ui.board.view import WeekScreen
from planner.ui.desk import Desk
from tests.conftest import TODAY
from tests.ui.dragging import LEFT, MOVE, PLAIN, drop, find, hold, leave, middle_of, names, shown_board
from tests.ui.week_plans import day, plan_of


@pytest.fixture
def board(sample_desk: Desk, qtbot: QtBot) -> WeekScreen:
    return shown_board(sample_desk, qtbot)


# Picking up


def pick_up(board: WeekScreen, name: str, qtbot: QtBot) -> list[frozenset[str]]:
    """Press on a card and move; what hung under the pointer, over time."""
    column, _ = find(board, name)
    lifted: list[frozenset[str]] = []
    board.state.lifted_changed.connect(lambda: lifted.append(board.state.lifted))
    viewport, start = column.cards.viewport(), middle_of(column, name) - QPoint(0, 20)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    _move(viewport, start + QPoint(4, 0))
    assert not lifted, "a tremble is no drag"
    _move(viewport, start + QPoint(40, 10))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 10))
    return lifted


def _move(viewport: object, place: QPoint) -> None:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    assert hasattr(viewport, "mapToGlobal")
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(place), QPointF(viewport.mapToGlobal(place)), LEFT, LEFT, PLAIN
    )
    QApplication.sendEvent(viewport, event)  # type: ignore[arg-type]


def test_press_and_move_picks_a_card_up_and_a_release_opens_nothing(
    board: WeekScreen, sample_desk: Desk, qtbot: QtBot
) -> None:
    wanted: list[str] = []
    sample_desk.command_wanted.connect(lambda command, _subject: wanted.append(command))
    lifted = pick_up(board, "Katarzyna Wolska", qtbot)
    _, katarzyna = find(board, "Katarzyna Wolska")
    assert lifted == [frozenset({katarzyna.key}), frozenset()]
    assert not wanted
    assert not len(board.state.selection)


def test_a_chosen_card_takes_the_other_chosen_ones_along(board: WeekScreen, qtbot: QtBot) -> None:
    keys = [find(board, name)[1].key for name in ("Jasper Kuiper", "Sofie Brandt")]
    board.state.selection.choose(keys)
    assert pick_up(board, "Sofie Brandt", qtbot)[0] == frozenset(keys)
    _, deepak = find(board, "Deepak Iyer")
    assert pick_up(board, "Deepak Iyer", qtbot)[-2] == frozenset({deepak.key})


def test_a_card_that_is_dragged_leaves_a_ghost(board: WeekScreen, sample_desk: Desk) -> None:
    column, jasper = find(board, "Jasper Kuiper")
    before = column.grab().toImage()
    board.state.lift([jasper.key])
    ghost = column.grab().toImage()
    place = column.cards.mapTo(column, middle_of(column, "Jasper Kuiper") + QPoint(60, 20))
    assert before.pixelColor(place) == sample_desk.theme.palette.surface
    assert ghost.pixelColor(place) != before.pixelColor(place)
    board.state.put_down()
    assert column.grab().toImage() == before


def test_leaving_puts_everything_back(board: WeekScreen) -> None:
    """As on Esc: the column is left and nothing was dropped."""
    _, katarzyna = find(board, "Katarzyna Wolska")
    before = [names(column) for column in board.columns]
    board.state.lift([katarzyna.key])
    hold(day(board, 3), [katarzyna])
    leave(day(board, 3))
    board.state.put_down()
    assert [names(column) for column in board.columns] == before
    assert day(board, 3).target is None


def test_foreign_things_are_not_taken(board: WeekScreen) -> None:
    text, unknown, broken = QMimeData(), QMimeData(), QMimeData()
    text.setText("Katarzyna")
    unknown.setData(MIME, b'["person:1", 7]')
    broken.setData(MIME, b"12")
    for data in (text, unknown, broken):
        assert carried(data, board.state) == ()
        event = QDragEnterEvent(QPoint(20, 200), MOVE, data, LEFT, PLAIN)
        QApplication.sendEvent(day(board, 3), event)
        assert not event.isAccepted()


# The weekend, and edges


def test_a_card_held_over_the_weekend_opens_it(board: WeekScreen, qtbot: QtBot) -> None:
    _, katarzyna = find(board, "Katarzyna Wolska")
    board.state.lift([katarzyna.key])
    _hold_over_weekend(board, katarzyna)
    assert not board.area.weekend_open
    qtbot.waitUntil(lambda: board.area.weekend_open, timeout=2000)
    drop(day(board, 5), [katarzyna])
    board.state.put_down()
    assert board.area.weekend_open, "it stays open for what was dropped there"


def test_a_card_let_go_as_the_weekend_opens_lands_on_the_day_under_it(
    board: WeekScreen, sample: Library, qtbot: QtBot
) -> None:
    _, katarzyna = find(board, "Katarzyna Wolska")
    board.state.lift([katarzyna.key])
    _hold_over_weekend(board, katarzyna)
    qtbot.waitUntil(lambda: board.area.weekend_open, timeout=2000)
    saturday = day(board, 5)
    place = board.area.folded.mapFromGlobal(saturday.mapToGlobal(saturday.rect().center()))
    data = packed([katarzyna.key])
    event = QDropEvent(place.toPointF(), MOVE, data, LEFT, PLAIN)
    QApplication.sendEvent(board.area.folded, event)
    plan = plan_of(sample, "Katarzyna Wolska")
    assert plan is not None and plan[0] == "2026-09-19"


def test_the_weekend_folds_again_when_nothing_was_dropped_there(board: WeekScreen, qtbot: QtBot) -> None:
    _, katarzyna = find(board, "Katarzyna Wolska")
    board.state.lift([katarzyna.key])
    _hold_over_weekend(board, katarzyna)
    qtbot.waitUntil(lambda: board.area.weekend_open, timeout=2000)
    board.state.put_down()
    assert not board.area.weekend_open


def _hold_over_weekend(board: WeekScreen, tile: Tile) -> None:
    data = packed([tile.key])
    QApplication.sendEvent(board.area.folded, QDragEnterEvent(QPoint(20, 200), MOVE, data, LEFT, PLAIN))


def test_a_column_scrolls_while_a_card_is_held_at_its_end(desk: Desk, qtbot: QtBot) -> None:
    for number in range(9):
        person = add_person(desk.library, PersonForm(name=f"Person {number}"), today=TODAY)
        plan_conversation(desk.library, PlanForm(people=(person,), day=date(2026, 9, 17)), today=TODAY)
    board = shown_board(desk, qtbot)
    column = board.area.days[3]
    bar = column.cards.verticalScrollBar()
    hold(column, [column.cards.tiles[0]], column.height() - 4)
    begin = bar.value()
    qtbot.waitUntil(lambda: bar.value() > begin + 40, timeout=2000)
    leave(column)
    stopped = bar.value()
    qtbot.wait(60)
    assert bar.value() == stopped
