"""The key table: on a card, on a person's row and on a page each plain key opens what it names."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.queries.people import person_called
from planner.ui.board.view import WeekScreen
from planner.ui.people.view import PeopleScreen
from planner.ui.person.view import PersonScreen
from planner.ui.window import Window
from tests.journeys.hand import answer, keys

OPENS = {
    "P": ("DayList", "Tobias"),
    "L": ("LogDialog", "Tobias"),
    "C": ("PromiseDialog", "Tobias"),
    "B": ("BriefDialog", "Tobias"),
    "R": ("RestDialog", "Tobias"),
    "T": ("RhythmDialog", "Tobias"),
    "I": ("AddToInitiativeDialog", "Tobias"),
    "E": ("PersonDialog", "Tobias"),
    "V": ("LayerDialog", "Tobias"),
    "G": ("TagDialog", "Tobias"),
    "?": ("KeysDialog", ""),
}
"""What each key opens on Tobias, who is the first on the board; M is tried in test_mail.py, W below."""


@pytest.fixture(params=["board", "people", "page"])
def on_tobias(request: pytest.FixtureRequest, window: Window, sample: Library, qtbot: QtBot) -> Window:
    """A window whose keyboard is on Tobias: his card on the board or among the people, or his page."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    tobias = person_called(sample, "tobias").id
    if request.param == "board":
        board = window.pages.currentWidget()
        assert isinstance(board, WeekScreen)
        board.engage.cards.focus_row(0)
    elif request.param == "people":
        people = window.places.go("people")
        assert isinstance(people, PeopleScreen) and people.grid.go_to(tobias)
        people.grid.setFocus()
    else:
        window.places.show_person(tobias)
        page = window.pages.currentWidget()
        assert isinstance(page, PersonScreen)
        page.stream.setFocus()
    return window


@pytest.mark.parametrize("key", OPENS)
def test_a_key_opens_what_the_table_says(key: str, on_tobias: Window, qtbot: QtBot) -> None:
    opened: list[tuple[str, str]] = []

    def look(dialog: QWidget) -> None:
        named = [each.accessibleName() for each in dialog.findChildren(QWidget)]
        named += [each.text() for each in dialog.findChildren(QLineEdit)]
        opened.append((type(dialog).__name__, " ".join([dialog.windowTitle(), *named])))

    answer(qtbot, look, lambda: keys(key))
    (kind, said), (wanted, name) = opened[0], OPENS[key]
    assert kind == wanted and name in said
