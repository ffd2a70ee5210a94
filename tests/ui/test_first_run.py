"""The first page: adding somebody, the sample, the ways in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.library import Library
from planner.ui.first_run.view import FirstRunScreen
from planner.ui.widgets.buttons import Button
from planner.ui.window import Window

Opened = Callable[[Library], Window]


def first_page(window: Window) -> FirstRunScreen:
    screen = window.places.screen("first_run")
    assert isinstance(screen, FirstRunScreen)
    return screen


def test_a_name_is_enough(open_window: Opened, library: Library) -> None:
    window = open_window(library)
    form = first_page(window).form
    QTest.keyClicks(form.name, "Ana Ferreira")
    assert form.add.text() == "Add Ana"
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert library.row("SELECT name, role, rhythm_days FROM person") == ("Ana Ferreira", "", None)
    assert library.value("SELECT l.hue FROM person p JOIN layer l ON l.id = p.layer_id") == "peers"
    assert window.places.current == "plan"
    assert window.toast.words == "Added Ana Ferreira"


def test_role_organisation_layer_and_rhythm(open_window: Opened, library: Library) -> None:
    form = first_page(open_window(library)).form
    form.name.setText("Katarzyna Wolska")
    form.role.setText("CIO, Europe, Baltyk Foods")
    form.chips[2].click()
    assert form.rhythm.current == "30"
    form.rhythm.choose("7")
    form.add.click()
    row = library.row(
        "SELECT p.role, o.name, l.hue, p.rhythm_days FROM person p JOIN organisation o"
        " ON o.id = p.organisation_id JOIN layer l ON l.id = p.layer_id"
    )
    assert row == ("CIO, Europe", "Baltyk Foods", "customers", 7)


def test_without_a_name_there_is_a_sentence(open_window: Opened, library: Library) -> None:
    form = first_page(open_window(library)).form
    form.add.click()
    assert form._problem.words == "A name is needed; everything else can wait."
    assert library.history() == []
    form.name.setText("A")
    assert form._problem.words == ""


def test_the_sample_is_asked_for(open_window: Opened, library: Library) -> None:
    window = open_window(library)
    wanted: list[object] = []
    window.desk.library_wanted.connect(wanted.append)
    button = next(each for each in first_page(window).findChildren(Button) if each.text() == "Try the sample")
    button.click()
    assert wanted == [None]


def test_nothing_promises_more_than_is_true(open_window: Opened, library: Library) -> None:
    from planner.ui.widgets.labels import StyledLabel

    words = " ".join(label.text() for label in first_page(open_window(library)).findChildren(StyledLabel))
    assert "One private file" in words
    assert "encrypted" not in words.casefold()
