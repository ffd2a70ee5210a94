"""From an address book to a planned week, by mouse and keys in the real window on a real file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.board.column import Column
from planner.ui.board.view import WeekScreen
from planner.ui.dialogs.log_dialog import LogDialog
from planner.ui.person.view import PersonScreen
from planner.ui.review.view import ReviewScreen
from planner.ui.window import Window
from tests.dump import dump
from tests.journeys import files
from tests.journeys.conftest import OpenOn, close
from tests.journeys.hand import answer, button_called, click, drag, keys, write
from tests.ui.dragging import find, middle_of, names

NGOZI = "Ngozi Okafor"


def test_from_an_address_book_to_a_planned_week(
    open_on: OpenOn, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")  # where the owner of a new library lives
    window = open_on(tmp_path / "mine.rapport")
    nobody = dump(window.desk.library)
    import_files(window, files.written(tmp_path), qtbot)
    imported = dump(window.desk.library)
    see_whom_to_engage(window)
    plan_on_thursday(window)
    planned = dump(window.desk.library)
    log_the_conversation(window, qtbot)
    logged = dump(window.desk.library)
    take_back_and_do_again(window, planned, logged)
    see_the_rhythm(window)
    close(window)

    again = open_on(tmp_path / "mine.rapport")
    assert dump(again.desk.library) == logged
    for before in (planned, imported, nobody):
        keys("Ctrl+Z")
        assert dump(again.desk.library) == before
    assert again.places.current == "first_run"
    for after in (imported, planned, logged):
        keys("Ctrl+Shift+Z")
        assert dump(again.desk.library) == after
    assert again.places.current == "plan"
    assert not again.desk.library.problems()


def import_files(window: Window, both: tuple[Path, Path], qtbot: QtBot) -> None:
    """Choose two files on the first page, leave one person out, and import the rest."""
    assert window.places.current == "first_run"
    click(button_called(window, "Choose file"))
    review = window.places.screen("import")
    assert isinstance(review, ReviewScreen)
    choosing = review.findChild(QFileDialog)
    assert choosing is not None
    qtbot.waitUntil(choosing.isActiveWindow)
    named = choosing.findChild(QLineEdit, "fileNameEdit")
    assert named is not None
    named.setFocus()
    write(" ".join(f'"{each}"' for each in both))
    keys("Return")
    qtbot.waitUntil(lambda: bool(review.list.rows))
    to_the_front(window, qtbot)
    assert review.counts.text() == "3 new people, 5 conversations, 1 plan, 1 busy time, 1 problem"
    titles = [row.title for row in review.list.rows]
    assert titles[:3] == [NGOZI, "Lukáš Novák", "Inês Prado"]
    assert library_of(window).value("SELECT count(*) FROM person") == 0, "nothing is saved by looking"
    keys("Down, Down, Space")
    go = review.foot.go
    qtbot.waitUntil(lambda: go.text() == "Import 2 people, 5 conversations, 1 plan and more")
    click(go)
    qtbot.waitUntil(lambda: window.places.current == "plan")
    assert window.toast.words == "Imported 2 people, 5 conversations, 1 plan and more"
    assert [row[0] for row in library_of(window).rows("SELECT name FROM person ORDER BY name")] == [
        "Lukáš Novák",
        NGOZI,
    ]


def see_whom_to_engage(window: Window) -> None:
    """One person, with a fact before the advice; the lunch is on Friday already."""
    board = week(window)
    (tile,) = board.engage.cards.tiles
    assert (tile.facts.name, tile.facts.state_words) == (NGOZI, "45 d overdue")
    assert tile.facts.why == "75 days since you spoke about Risk round; ask what came of it."
    assert names(board.area.days[4]) == ["Lukáš Novák"]


def plan_on_thursday(window: Window) -> None:
    """Drag her there: the time proposed is the first one after the dentist."""
    board = week(window)
    thursday = board.area.days[3]
    drag(window, card(window, board.engage, NGOZI), foot_of(window, thursday))
    assert window.toast.words == "Planned Ngozi Okafor for Thursday 10:00"
    assert names(thursday) == [NGOZI] and not board.engage.cards.tiles
    assert library_of(window).row(
        "SELECT day, starts, minutes, status FROM plan WHERE day = '2026-09-17'"
    ) == (
        *("2026-09-17", "10:00"),
        *(30, "open"),
    )


def log_the_conversation(window: Window, qtbot: QtBot) -> None:
    """L on the card that was dropped; the dialog knows the plan and ticks it off."""

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, LogDialog)
        assert dialog.hint.text().startswith("Ticks off the plan of Thu 17 Sep, 10:00.")
        write("What the regulator asked")
        keys("Return")

    answer(qtbot, fill_in, lambda: keys("L"))
    assert window.toast.words == "Logged a conversation with Ngozi Okafor"
    status = "SELECT status, conversation_id IS NOT NULL FROM plan WHERE day = '2026-09-17'"
    assert library_of(window).row(status) == ("talked", 1)
    _, tile = find(week(window), NGOZI)
    assert tile.facts.state_words == "Talked"


def take_back_and_do_again(window: Window, planned: object, logged: object) -> None:
    """Undo by the toast's button, redo by keys."""
    click(button_called(window.toast, "Undo"))
    assert dump(library_of(window)) == planned
    assert names(week(window).area.days[3]) == [NGOZI]
    keys("Ctrl+Shift+Z")
    assert dump(library_of(window)) == logged


def see_the_rhythm(window: Window) -> None:
    """Open her page from the card and read how the relationship has gone."""
    board = week(window)
    _, tile = find(board, NGOZI)
    board.walk.focus_key(tile.key)
    keys("Return")
    page = window.places.screen("person")
    assert isinstance(page, PersonScreen) and window.places.current == "person"
    assert page.accessibleName() == NGOZI
    assert button_called(page.tabs, "Conversations 6")
    assert page.side.gaps.finding.text().endswith("of the last 5 gaps; the longest was 75 days.")
    assert page.header.isVisible() and page.year.isVisible()


def to_the_front(window: Window, qtbot: QtBot) -> None:
    """What a desktop does by itself when a dialog is closed."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def library_of(window: Window) -> Library:
    return window.desk.library


def week(window: Window) -> WeekScreen:
    board = window.places.screen("plan")
    assert isinstance(board, WeekScreen)
    return board


def card(window: Window, column: Column, name: str) -> QPoint:
    """Where the middle of a card is in the window."""
    return column.cards.viewport().mapTo(window, middle_of(column, name))


def foot_of(window: Window, column: Column) -> QPoint:
    """A place below all cards of a column, in the window."""
    return column.mapTo(window, QPoint(column.width() // 2, column.height() - 60))
