"""The hand and the keys on the sheet of people."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from planner.domain.filters import Filter
from planner.library import Library
from planner.queries.people import person_called
from planner.ui.people import grid as grid_module
from planner.ui.people.grid_hand import Grid
from planner.ui.people.heading import heading_of
from planner.ui.people.look import Look
from planner.ui.people.sheet import Density, Spot
from planner.ui.people.view import PeopleScreen
from planner.ui.widgets.group_heading import plus_rect, told_rects
from planner.ui.window import Window
from tests.ui.pointer import hover

LEFT = Qt.MouseButton.LeftButton
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def people(window: Window, qtbot: QtBot) -> PeopleScreen:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    screen = window.places.go("people")
    assert isinstance(screen, PeopleScreen)
    return screen


@pytest.fixture
def grid(people: PeopleScreen) -> Grid:
    return people.grid


def point(grid: Grid, place: QPointF) -> QPoint:
    return (place - QPointF(0, grid.verticalScrollBar().value())).toPoint()


def card(grid: Grid, index: int) -> QPoint:
    return point(grid, grid.rect_of(index).center())


def avatar(grid: Grid, index: int) -> QPoint:
    return point(grid, grid.drawn.disc_of(grid.theme, grid.rect_of(index)).center())


def click(grid: Grid, where: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(grid.viewport(), LEFT, modifiers, where)


# By hand


def test_a_click_opens_the_person(grid: Grid, window: Window) -> None:
    click(grid, card(grid, 1))
    assert window.places.current == "person"


@pytest.mark.parametrize("density", list(Density))
def test_the_avatar_selects(people: PeopleScreen, density: Density, window: Window) -> None:
    people.see(Look(density=density))
    grid = people.grid
    click(grid, avatar(grid, 0))
    click(grid, avatar(grid, 2))
    assert list(grid.selected) == [grid.people[0], grid.people[2]]
    click(grid, avatar(grid, 0))
    assert list(grid.selected) == [grid.people[2]] and window.places.current == "people"


def test_control_and_shift_select(people: PeopleScreen, grid: Grid) -> None:
    click(grid, card(grid, 0), CONTROL)
    click(grid, card(grid, 3), SHIFT)
    assert list(grid.selected) == grid.people[:4]
    assert people.subject().people == tuple(grid.people[:4])
    click(grid, card(grid, 1), CONTROL)
    assert len(grid.selected) == 3
    click(grid, QPoint(4, 60))
    assert not grid.selected


def test_hover_offers_log_plan_and_message(people: PeopleScreen, grid: Grid) -> None:
    asked: list[tuple[str, tuple[int, ...]]] = []
    people.desk.command_wanted.disconnect()
    people.desk.command_wanted.connect(lambda command, subject: asked.append((command, subject.people)))
    for density in Density:
        people.see(Look(density=density))
        QTest.mouseMove(grid.viewport(), card(grid, 1))
        assert grid.hovered == 1
        for _, place in grid.drawn._quick_actions(grid.theme, grid.rect_of(1)):
            click(grid, point(grid, place.center()))
    assert asked == [(each, (grid.people[1],)) for each in ("log", "plan", "message")] * 3


def test_a_heading_folds_by_a_click_and_its_plus_adds(people: PeopleScreen, grid: Grid) -> None:
    added: list[str] = []
    grid.add_wanted.disconnect()
    grid.add_wanted.connect(added.append)
    place = grid.heading_rect(0)
    click(grid, point(grid, plus_rect(place, heading_of(grid.groups[0]), grid.theme).center()))
    assert added == [grid.groups[0].key] and len(grid.people) == 41
    click(grid, point(grid, place.center()))
    assert len(grid.people) == 33 and grid.spot == Spot(0)


def test_a_heading_stays_while_its_cards_pass_below(grid: Grid) -> None:
    bar = grid.verticalScrollBar()
    bar.setValue(int(grid.rect_of(4).top()))
    assert grid.heading_rect(0).top() == bar.value()
    click(grid, QPoint(200, 20))
    assert grid.sheet.placed[0].shown == 0


def test_the_tooltip_says_why_in_full(grid: Grid, sample: Library) -> None:
    tobias = person_called(sample, "tobias").id
    facts = grid.facts_of(tobias)
    assert facts is not None
    place = grid.rect_of(grid.people.index(tobias))
    said = grid.drawn.tooltip_at(grid.theme, facts, place, place.center())
    assert said == ("You promised him the terminal outage review by 4 September; it is still open.")


def test_a_count_in_a_heading_shows_that_it_opens(grid: Grid) -> None:
    said = heading_of(grid.groups[0])
    box = told_rects(grid.heading_rect(0), said, grid.theme)[-1]
    hover(grid.viewport(), box.center().toPoint())
    assert grid.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert grid._tip_at(box.center()) == f"Show the {said.told[-1][0]}"
    beside = QPoint(round(box.left()) - 200, round(box.center().y()))
    hover(grid.viewport(), beside)
    assert grid.viewport().cursor().shape() is not Qt.CursorShape.PointingHandCursor
    assert grid._tip_at(QPointF(beside)) == ""


# By key


def test_arrows_walk_across_groups_and_space_selects(grid: Grid) -> None:
    assert grid.spot == Spot(0, 0)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.focused == grid.people[5]
    assert grid.accessibleDescription().startswith("Eirik Dahlen")
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert list(grid.selected) == [grid.people[5]]
    assert grid.accessibleDescription().endswith(", chosen") or grid.selected
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.spot == Spot(1) and grid.accessibleDescription().startswith("Board & shareholders, 6 people")
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.spot == Spot(1, 9)
    for _ in range(12):
        QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.verticalScrollBar().value() > 0


def test_headings_fold_by_key(grid: Grid) -> None:
    QTest.keyClick(grid, Qt.Key.Key_Up)
    assert grid.spot == Spot(0)
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert len(grid.people) == 33
    QTest.keyClick(grid, Qt.Key.Key_Left)
    assert len(grid.people) == 33
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert len(grid.people) == 41 and grid.spot == Spot(0)


def test_home_and_end_and_pages_stay_here(grid: Grid, window: Window) -> None:
    QTest.keyClick(grid, Qt.Key.Key_End)
    assert grid.focused == grid.people[-1]
    QTest.keyClick(grid, Qt.Key.Key_PageUp)
    assert grid.focused != grid.people[-1]
    QTest.keyClick(grid, Qt.Key.Key_Home)
    assert grid.focused == grid.people[0]
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    assert grid.spot.card is not None and grid.spot.card > 4
    assert window.places.current == "people"


def test_shift_arrows_extend_and_control_a_takes_all(grid: Grid) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(grid, key, SHIFT)
    assert list(grid.selected) == grid.people[:6]
    QTest.keyClick(grid, Qt.Key.Key_A, CONTROL)
    assert len(grid.selected) == 41
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert not grid.selected


def test_shift_and_letters_jump_to_a_name(grid: Grid, window: Window) -> None:
    QTest.keyClick(grid, Qt.Key.Key_T, SHIFT)
    QTest.keyClick(grid, Qt.Key.Key_O)
    QTest.keyClick(grid, Qt.Key.Key_B)
    assert grid.focused is not None and grid.names[grid.focused] == "tobias lindner"
    assert window.places.current == "people"


def test_a_letter_alone_is_a_command(grid: Grid) -> None:
    opened: list[str] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        opened.append(type(dialog).__name__)
        dialog.reject()

    for key in (Qt.Key.Key_L, Qt.Key.Key_P):
        QTimer.singleShot(0, close)
        QTest.keyClick(grid, key)
    assert opened == ["LogDialog", "DayList"]


def test_everybody_folded_still_walks(people: PeopleScreen, grid: Grid) -> None:
    people.see(Look(folded=frozenset(each.key for each in grid.groups)))
    assert grid.people == [] and grid.focused is None
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_Right):
        QTest.keyClick(grid, key)
    grid.viewport().repaint()
    assert people.subject().people == ()


def test_what_a_frame_has_no_time_for_comes_with_the_next(
    people: PeopleScreen, grid: Grid, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grid_module, "_A_FRAME", 2)
    people.see(Look(density=Density.ROWS))
    grid.viewport().repaint()
    grid.forget(None)
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    grid.viewport().repaint()
    assert len(grid._facts) == 2 and not grid.is_complete
    qtbot.waitUntil(lambda: grid.is_complete)
    top, height = grid.verticalScrollBar().value(), grid.viewport().height()
    seen = [grid.people[index] for index in grid.sheet.visible(top, top + height)]
    assert grid._facts.keys() >= set(seen) and len(seen) > 10


def test_what_is_shown_at_first_and_by_a_filter_is_whole_at_once(people: PeopleScreen, grid: Grid) -> None:
    grid.forget(None)
    people.filter_bar.choose(Filter(text="zurich"))
    grid.viewport().repaint()
    assert grid._facts.keys() >= set(grid.people) and grid.is_complete
