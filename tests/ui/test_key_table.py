"""The key table: on a card, on a person's row and on a page each plain key opens what it names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.queries.people import person_called
from planner.ui.board.view import WeekScreen
from planner.ui.commands import COMMANDS
from planner.ui.dialogs.keys_dialog import KeysDialog
from planner.ui.people.view import PeopleScreen
from planner.ui.person.view import PersonScreen
from planner.ui.widgets.keycap import KeyCap
from planner.ui.widgets.labels import StyledLabel
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


DESIGN = {
    "Ctrl K": "Find a person or run a command",
    "Ctrl Z": "Undo",
    "Ctrl Shift Z": "Redo",
    "P": "Plan on",
    "Enter": "Open the person",
    "Esc": "Clear, close, cancel a drag",
    "L": "Log a conversation",
    "M": "Draft message",
    "B": "Prepare a meeting brief",
    "C": "Add a commitment",
    "R": "Let rest until",
    "T": "Change the rhythm",
    "I": "Add to initiative",
    "W": "Open or fold the weekend",
    "?": "Show all keys",
    "Alt Left": "Move a day earlier",
    "Alt Right": "Move a day later",
    "Alt Up": "Move 15 minutes earlier",
    "Alt Down": "Move 15 minutes later",
    "Alt Shift Left": "Move a week earlier",
    "Ctrl P": "Print",
    "Alt Shift Right": "Move a week later",
    "+": "Look closer",
    "-": "Look further back",
    "0": "Show all of the time",
    "Shift T": "Show charts as tables",
    "Shift F10": "All actions for a card",
    "Shift Arrows": "Extend the selection",
    "Space": "Select or leave out",
    "Arrows": "Move between cards",
    "F6": "Go to the next part of the window",
    "Shift F6": "Go to the part before",
    "F2": "Change words",
}
"""Keys, with how what they do begins on the sheet."""


def test_the_sheet_tells_every_key(window: Window) -> None:
    sheet = KeysDialog(window.desk, window)
    sheet.show()
    QApplication.processEvents()
    labels = [(place(each, sheet), each.text()) for each in sheet.findChildren(StyledLabel)]
    told = {}
    for cap in sheet.findChildren(KeyCap):
        here = place(cap, sheet)
        row = [(at, words) for at, words in labels if abs(at.y() - here.y()) < 9 and at.x() < here.x()]
        told[cap.accessibleName()] = max(row, key=lambda each: each[0].x())[1]
    keys = window.desk.keys
    assert all(keys.shown(each.id) in told for each in COMMANDS if keys.of(each.id))
    wrong = {key for key, words in DESIGN.items() if not told.get(key, "").startswith(words)}
    assert not wrong
    sheet.reject()


def place(widget: QWidget, within: QWidget) -> QPoint:
    """The middle of a widget, seen from another one."""
    return widget.mapTo(within, widget.rect().center())
