"""The privacy key: no name is on any screen, whatever was painted before, and all are back afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage, QTextLayout
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.domain.names_hidden import NamesHidden
from planner.library import Library
from planner.queries.all_names import all_names
from planner.ui.board import ask_card
from planner.ui.frame.hiding import Hiding, switch
from planner.ui.person.rows import PointRow
from planner.ui.widgets import text, veil
from planner.ui.window import Window
from tests.conftest import TODAY

PLACES = ("plan", "people", "commitments", "timeline", "cadence")


@pytest.fixture(autouse=True)
def _names_shown() -> Iterator[None]:
    yield
    for each in QApplication.topLevelWidgets():
        if isinstance(each, Window) and each.desk.findChild(Hiding) is not None:
            switch(each.desk)
    assert not veil.is_on()


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is shaped for the screen from now on."""
    seen: list[str] = []

    class Seen(QTextLayout):
        def __init__(self, words: str, *rest: object) -> None:
            seen.append(words)
            super().__init__(words, *rest)

    for module in (text, ask_card):
        monkeypatch.setattr(module, "QTextLayout", Seen)
    return seen


def forget_shaped() -> None:
    for each in (text._one_line, text._lines, ask_card._laid_out):
        each.cache_clear()


def settle() -> None:
    for _ in range(5):
        QCoreApplication.processEvents()


def picture(window: Window) -> QImage:
    settle()
    return window.grab().toImage()


def go(window: Window, place: str) -> None:
    if place == "person":
        beatrix = window.desk.library.value("SELECT id FROM person WHERE name = 'Beatrix Keller'")
        window.places.show_person(beatrix)
    else:
        window.places.go(place)
    settle()


def words_of(library: Library) -> set[str]:
    """Parts of names that are no words of the screen otherwise."""
    parts = {part for name in all_names(library) for part in name.split() if len(part) > 3}
    return parts - {"Grace", "Daniel"}


def test_words_become_initials_and_other_words_stay() -> None:
    veil.hide(NamesHidden(["Beatrix Keller"]))
    assert veil.shown("Lunch with Beatrix Keller; Kellers may come") == "Lunch with B. K.; Kellers may come"
    veil.hide(None)
    assert veil.shown("Beatrix Keller") == "Beatrix Keller"


@pytest.mark.parametrize("place", [*PLACES, "person"])
def test_no_name_is_painted_or_on_a_button(
    place: str, window: Window, laid_out: list[str], qtbot: QtBot
) -> None:
    forget_shaped()
    go(window, place)
    names = words_of(window.desk.library)

    def painted() -> bool:
        picture(window)  # charts come when their answers have
        return any(word in shaped for word in names for shaped in laid_out)

    qtbot.waitUntil(painted)
    window.run("hide_names")
    laid_out.clear()
    forget_shaped()
    picture(window)
    assert laid_out
    assert [each for each in laid_out if names & set(each.replace(",", " ").split())] == []
    buttons = [each.text() for each in window.findChildren(QPushButton) if each.isVisible()]
    assert [each for each in buttons if names & set(each.split())] == []


@pytest.mark.parametrize("place", ["plan", "people", "commitments"])
def test_nothing_painted_before_is_left(
    place: str, sample: Library, open_window: Callable[[Library], Window], qtbot: QtBot
) -> None:
    before = open_window(sample)
    go(before, place)
    shown = picture(before)
    before.run("hide_names")
    before.toast.hide()
    hidden = picture(before)
    fresh = open_window(sample)
    go(fresh, place)
    qtbot.waitUntil(lambda: picture(fresh) == hidden)  # a pixel on the way of a movement passes
    assert hidden != shown
    before.run("hide_names")
    before.toast.hide()
    assert picture(before) != hidden


def test_people_who_are_added_meanwhile_are_hidden_too(window: Window) -> None:
    window.run("hide_names")
    add_person(window.desk.library, PersonForm(name="Zaphodine Quux"), today=TODAY)
    assert veil.shown("Zaphodine") == "Z."
    window.run("hide_names")
    assert veil.shown("Zaphodine") == "Zaphodine"
    assert window.desk.findChild(Hiding) is None


def test_addresses_and_numbers_are_not_painted_either(window: Window, laid_out: list[str]) -> None:
    go(window, "person")
    window.run("hide_names")
    laid_out.clear()
    forget_shaped()
    for row in window.findChildren(PointRow):
        row.grab()
    points = {value for (value,) in window.desk.library.rows("SELECT value FROM contact_point")}
    assert "…@…" in laid_out
    assert not points & set(laid_out)
