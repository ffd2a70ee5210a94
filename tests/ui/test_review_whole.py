"""A library's JSON in the window: one question, and all of it comes in as one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.actions.exports.export import export
from planner.actions.exports.wanted import Format, Wanted
from planner.actions.imports.whole import is_library_file
from planner.actions.people import PersonForm
from planner.library import Library
from planner.queries.people import count
from planner.ui.desk import Desk
from planner.ui.review.view import ReviewScreen
from tests.conftest import NOW
from tests.dump import dump
from tests.ui.review_files import address_book, card, settle, shown
from tests.ui.review_screens import add, review_screen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> ReviewScreen:
    return review_screen(qtbot, desk)


@pytest.fixture
def whole(sample: Library, tmp_path: Path) -> Path:
    """The JSON of the sample library."""
    path = tmp_path / "a.json"
    export(sample, path, Wanted(format=Format.JSON, private=True), now=NOW)
    assert is_library_file(path)
    return path


def test_into_an_empty_library_it_is_asked_once_and_comes_in_whole(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, sample: Library, whole: Path, said: list[str]
) -> None:
    shown(qtbot, screen, whole)
    assert screen.whole.isVisible()
    assert screen.files.text() == "a.json"
    assert screen.whole.heading.text() == "This file holds a whole library"
    told = screen.whole.sentence.text()
    assert told.startswith("41 people, ")
    assert told.endswith("Nothing is here yet, so this library becomes just what the file holds.")
    assert screen.whole.take.hasFocus()
    with qtbot.waitSignal(desk.place_wanted, timeout=20_000) as wanted:
        QTest.keyClick(screen.whole.take, Qt.Key.Key_Space)
    assert wanted.args == ["plan"]
    assert said[-1].startswith("Imported 41 people, ")
    assert screen.start.isVisible()
    leave_out = {"change", "schema_migration"}
    there, here = dump(sample), dump(desk.library)
    assert {table: rows for table, rows in here.items() if table not in leave_out} == {
        table: rows for table, rows in there.items() if table not in leave_out
    }
    assert [change.label for change in desk.library.history()] == ["Import a.json: 41 people"]
    desk.library.undo()
    assert count(desk.library) == 0


def test_beside_others_only_what_is_new_comes_in(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, whole: Path
) -> None:
    add(desk, PersonForm(name="Tobias Lindner"))
    shown(qtbot, screen, whole)
    assert screen.whole.sentence.text().endswith("what is here stays as it is. A backup is made first.")
    with qtbot.waitSignal(desk.place_wanted, timeout=20_000):
        qtbot.mouseClick(screen.whole.take, LEFT)
    assert count(desk.library) == 42
    shown(qtbot, screen, whole)
    assert screen.nothing.isVisible()
    assert screen.nothing.heading.text() == "Everything in these files is here already."


def test_cancel_changes_nothing(qtbot: QtBot, screen: ReviewScreen, desk: Desk, whole: Path) -> None:
    before = dump(desk.library)
    shown(qtbot, screen, whole)
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        qtbot.mouseClick(screen.whole.leave, LEFT)
    assert wanted.args == ["first_run"]
    assert screen.start.isVisible()
    assert dump(desk.library) == before


def test_what_changes_meanwhile_is_looked_at_again(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, whole: Path
) -> None:
    shown(qtbot, screen, whole)
    add(desk, PersonForm(name="Tobias Lindner"))
    qtbot.waitUntil(lambda: "backup" in screen.whole.sentence.text(), timeout=20_000)
    settle(qtbot, screen)
    assert count(desk.library) == 1


def test_it_comes_alone(qtbot: QtBot, screen: ReviewScreen, desk: Desk, whole: Path, tmp_path: Path) -> None:
    book = address_book(tmp_path, card("Mei"))
    with qtbot.waitSignal(desk.failed) as failed:
        screen.review_files([book, whole])
    assert failed.args == ["“a.json” holds a whole library; import it alone. Nothing was imported."]
    assert screen.start.isVisible()


def test_a_broken_one_is_refused_in_words(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, whole: Path
) -> None:
    whole.write_bytes(whole.read_bytes()[:-20])
    with qtbot.waitSignal(desk.failed, timeout=20_000) as failed:
        screen.review_files([whole])
    assert failed.args[0].startswith("This file is no whole JSON")
    settle(qtbot, screen)
    assert screen.start.isVisible()
