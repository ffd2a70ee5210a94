"""The people screen: groups, filters, cards asked for only where seen, keys and selection."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from planner.domain.filters import Brief, Filter, narrowed
from planner.domain.rhythm import State
from planner.library import Library
from planner.queries.people import LayerCount
from planner.ui.people.model import groups, lay_out
from planner.ui.people.view import PeopleScreen
from planner.ui.window import Window


@pytest.fixture
def people(window: Window) -> PeopleScreen:
    screen = window.places.go("people")
    assert isinstance(screen, PeopleScreen)
    return screen


def card(people: PeopleScreen, index: int) -> QPoint:
    place = people.grid._rect(index).center().toPoint()
    return place - QPoint(0, people.grid.verticalScrollBar().value())


def test_everybody_by_layer(people: PeopleScreen) -> None:
    assert people._context.text() == "41 people in six layers"
    assert [(group.name, len(group.people)) for group in people.grid._groups][:2] == [
        ("Business peers", 8),
        ("Board & shareholders", 6),
    ]


def test_nobody_matches_and_one_click_shows_everybody(people: PeopleScreen) -> None:
    people.filter_bar.choose(Filter(text="xyz", unplanned=True))
    assert people.grid.people == [] and people._nobody.isVisible()
    people._clear.click()
    assert len(people.grid.people) == 41 and not people._nobody.isVisible()


def test_only_seen_cards_are_asked_for(people: PeopleScreen) -> None:
    people.grid.viewport().repaint()
    assert 0 < len(people.grid._facts) < 41


def test_a_click_opens_the_person(people: PeopleScreen, window: Window) -> None:
    QTest.mouseClick(people.grid.viewport(), Qt.MouseButton.LeftButton, pos=card(people, 1))
    assert window.places.current == "person"


def test_control_and_shift_select(people: PeopleScreen) -> None:
    view = people.grid.viewport()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(view, left, Qt.KeyboardModifier.ControlModifier, card(people, 0))
    QTest.mouseClick(view, left, Qt.KeyboardModifier.ShiftModifier, card(people, 3))
    assert people.grid.selected == people.grid.people[:4]
    assert people.subject().people == tuple(people.grid.people[:4])
    assert people._bar.isVisible()
    QTest.keyClick(people.grid, Qt.Key.Key_Escape)
    assert people.grid.selected == [] and not people._bar.isVisible()


def test_arrows_walk_and_space_selects(people: PeopleScreen) -> None:
    grid = people.grid
    grid.setFocus()
    assert grid.focused == grid.people[0]
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.focused == grid.people[1 + 4]
    assert grid.accessibleDescription().startswith("Priya Raman")
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert grid.selected == [grid.people[5]]
    for _ in range(12):
        QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.verticalScrollBar().value() > 0


def test_a_change_refreshes_and_keeps_the_focus(people: PeopleScreen, sample: Library) -> None:
    from planner.actions.people import PersonForm, add_person

    QTest.keyClick(people.grid, Qt.Key.Key_Right)
    before = people.grid.focused
    add_person(sample, PersonForm(name="Aaron Early"), today=people.desk.today)
    assert len(people.grid.people) == 42
    assert people.grid.focused == before
    assert people.grid._groups[-1].name == "No layer yet"


def test_ten_thousand_people_are_laid_out_and_found() -> None:
    layers = [LayerCount(id=1, hue="peers", name="Peers", short_name="Peers", rhythm_days=14, people=10_000)]
    everybody = [
        Brief(id=each, name="", folded="", said=f"person {each}", layer_id=1, state=State.DUE)
        for each in range(10_000)
    ]
    found = groups(narrowed(Filter(text="person 99"), everybody), layers)
    assert len(found[0].people) == 280
    sheet = lay_out(groups(everybody, layers), 1292, card_height=134, heading=40, gap=10, margin=20)
    for index in (0, 3, 4, 5_001, 9_999):
        left, top, width, height = sheet.rect(index)
        assert sheet.at(left, top) == index and sheet.at(left + width - 1, top + height - 1) == index
        assert index in sheet.visible(top, top + 10)
    assert sheet.at(5, 5) is None
    assert len(sheet.visible(0, 900)) < 40
