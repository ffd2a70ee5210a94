"""Layers and tags for several people, and adding somebody by name alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from planner.actions.people_several import tag
from planner.domain.filters import Filter
from planner.library import Library
from planner.queries.people import layers, layers_of, person_called, tags_of
from planner.ui.desk import Desk
from planner.ui.dialogs.layer_dialog import LayerDialog
from planner.ui.dialogs.tag_dialog import TagDialog
from planner.ui.people.add_line import AddLine
from planner.ui.people.grouping import Grouping
from planner.ui.people.look import Look
from planner.ui.people.view import PeopleScreen
from planner.ui.window import Window

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def both(sample: Library) -> list[int]:
    return [person_called(sample, name).id for name in ("tobias", "beatrix")]


# Layers


def test_the_layer_of_several(sample_desk: Desk, sample: Library, both: list[int], heard: list[str]) -> None:
    dialog = LayerDialog(sample_desk, both, None)
    assert dialog.form["layer"].value() is None, "they are in different layers"
    vendors = next(each.id for each in layers(sample) if each.hue == "vendors")
    dialog.form["layer"].show_value(vendors)
    dialog.save()
    assert layers_of(sample, both) == {vendors} and "Moved Tobias and Beatrix to Vendors" in heard


def test_the_layer_of_one_is_shown(sample_desk: Desk, sample: Library, both: list[int]) -> None:
    dialog = LayerDialog(sample_desk, both[:1], None)
    assert {dialog.form["layer"].value()} == layers_of(sample, both[:1])
    assert dialog.title.text() == "Which layer Tobias Lindner belongs to"
    dialog.form["layer"].show_value(None)
    dialog.save()
    assert layers_of(sample, both[:1]) == {None}


# Tags


def test_tags_that_all_some_and_none_have(sample_desk: Desk, sample: Library, both: list[int]) -> None:
    tag(sample, both, ["all of them"])
    tag(sample, both[:1], ["some"])
    tag(sample, [person_called(sample, "ana fer").id], ["none"])
    dialog = TagDialog(sample_desk, both, None)
    chips = dialog.chips
    assert chips["all of them"].isChecked() and not chips["none"].isChecked()
    assert chips["some"].is_mixed and chips["some"].text() == "some, 1 of 2"
    dialog.form["new"].show_value("exit, early adopter")
    dialog.save()
    found = {each.tag: each.people for each in tags_of(sample, both)}
    assert (found["all of them"], found["early adopter"], found["exit"]) == (2, 2, 2)
    assert (found["some"], found["none"]) == (1, 0)


def test_a_click_decides_for_all(sample_desk: Desk, sample: Library, both: list[int]) -> None:
    tag(sample, both, ["all"])
    tag(sample, both[:1], ["some"])
    dialog = TagDialog(sample_desk, both, None)
    dialog.chips["all"].click()
    dialog.chips["some"].click()
    assert dialog.chips["some"].isChecked() and dialog.chips["some"].text() == "some"
    dialog.save()
    found = {each.tag: each.people for each in tags_of(sample, both)}
    assert found.get("all", 0) == 0 and found["some"] == 2
    sample.undo()
    assert {each.tag: each.people for each in tags_of(sample, both)}["all"] == 2


# Adding somebody by name alone


@pytest.fixture
def people(window: Window, qtbot: QtBot) -> PeopleScreen:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    screen = window.places.go("people")
    assert isinstance(screen, PeopleScreen)
    return screen


def begin(people: PeopleScreen) -> AddLine:
    QTest.keyClick(people.grid, Qt.Key.Key_A)
    assert people.add_line.isVisible() and people.add_line.line.hasFocus()
    return people.add_line


def test_a_name_alone_joins_the_group_the_keyboard_is_in(people: PeopleScreen, sample: Library) -> None:
    line = begin(people)
    assert line.heading.text() == "Add somebody to Business peers"
    QTest.keyClicks(line.line, "Jana  Novak")
    assert line.sentence() == "Enter adds Jana Novak to Business peers."
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    jana = person_called(sample, "jana").id
    assert jana in people.grid.groups[0].people and people.grid.focused == jana
    assert sample.next_labels()[0] == "Add Jana Novak"
    assert line.isVisible() and line.line.text() == "", "ready for the next name"
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    assert sample.next_labels()[0] == "Add Jana Novak", "an empty line adds nobody"
    QTest.keyClick(line.line, Qt.Key.Key_Escape)
    assert not line.isVisible() and people.grid.hasFocus()


def test_alt_and_arrows_change_the_group(people: PeopleScreen, sample: Library) -> None:
    line = begin(people)
    QTest.keyClick(line.line, Qt.Key.Key_Down, ALT)
    assert line.heading.text() == "Add somebody to Board & shareholders"
    QTest.keyClick(line.line, Qt.Key.Key_Up, ALT)
    QTest.keyClick(line.line, Qt.Key.Key_Up, ALT)
    assert line.heading.text() == "Add somebody to Partners"


def test_a_city_and_an_organisation_come_along(people: PeopleScreen, sample: Library) -> None:
    people.see(Look(grouping=Grouping.CITY))
    zurich = next(each for each in people.grid.groups if each.name == "Zurich")
    people.grid.add_wanted.emit(zurich.key)
    assert people.add_line.heading.text() == "Add somebody in Zurich"
    QTest.keyClicks(people.add_line.line, "Urs Lake")
    people.add_line.add()
    assert sample.value("SELECT city FROM person WHERE name = 'Urs Lake'") == "Zurich"
    people.see(Look(grouping=Grouping.ORGANISATION))
    norvane = next(each for each in people.grid.groups if each.name == "Norvane")
    people.quick_add(norvane.key)
    people.add_line.line.setText("Nora New")
    people.add_line.add()
    assert "nora new" in {people.grid.names[each] for each in people.grid.people}
    assert person_called(sample, "nora").organisation == "Norvane"


def test_a_name_that_is_here_already_is_said(people: PeopleScreen) -> None:
    line = begin(people)
    QTest.keyClicks(line.line, "tobias LINDNER")
    assert line.sentence() == (
        "Tobias Lindner (Norvane) is here already; Enter adds another person of this name."
    )


def test_whom_the_filters_leave_out_is_said(people: PeopleScreen, sample: Library) -> None:
    said: list[str] = []
    people.desk.said.connect(lambda words, _undo: said.append(words))
    people.filter_bar.choose(Filter(text="zurich"))
    line = begin(people)
    QTest.keyClicks(line.line, "Olaf Out")
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    assert said[-1] == "Added Olaf Out, whom the filters leave out at the moment."
    assert person_called(sample, "olaf").name == "Olaf Out"


def test_letters_in_the_line_run_no_command(people: PeopleScreen, window: Window) -> None:
    line = begin(people)
    QTest.keyClicks(line.line, "plx?")
    assert line.line.text() == "plx?" and window.places.current == "people"
    assert isinstance(window.focusWidget(), QLineEdit)


def test_with_nobody_shown_it_still_adds(people: PeopleScreen, window: Window, sample: Library) -> None:
    people.filter_bar.choose(Filter(text="nobody at all"))
    window.run("quick_add")
    people.add_line.line.setText("Zoe Alone")
    people.add_line.add()
    assert person_called(sample, "zoe").name == "Zoe Alone"
