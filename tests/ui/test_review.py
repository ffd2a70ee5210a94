"""The review of an import: what is shown, and what is saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.review.rows import Section, Shelf
from planner.ui.review.view import ReviewScreen
from planner.ui.theme import Theme
from tests.dump import dump
from tests.ui.review_files import (
    ANA,
    RUI,
    address_book,
    calendar,
    card,
    click_tick,
    meeting,
    row,
    settle,
    shown,
    titles,
)
from tests.ui.review_screens import Clock, add, both_files, review_screen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(qapp: QApplication, library: Library, clock: Clock) -> Iterator[Desk]:
    made = Desk(library, Theme(reduced_motion=True), clock)
    yield made
    made.close()


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk) -> ReviewScreen:
    return review_screen(qtbot, desk)


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    return both_files(tmp_path)


# Showing


def test_everything_is_shown_before_anything_is_saved(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, both: tuple[Path, Path]
) -> None:
    before = dump(desk.library)
    shown(qtbot, screen, *both)
    assert screen.files.text() == "contacts.vcf and calendar.ics"
    assert screen.counts.text() == "2 new people, 1 conversation, 1 plan, 1 busy time"
    assert titles(screen, Section.NEW) == ["Ana Ferreira", "Rui Costa"]
    assert titles(screen, Section.CONVERSATIONS) == ["Lunch"]
    assert titles(screen, Section.PLANS) == ["Dinner"]
    assert titles(screen, Section.BUSY) == ["Port talks"]
    assert titles(screen, Section.STRANGERS) == ["Yusuf Demir"]
    assert row(screen, "Ana Ferreira").about == "Buyer, Contoso"
    assert row(screen, "Ana Ferreira").words == "ana@contoso.example, +351 910 000 000"
    assert row(screen, "Lunch").about.startswith("Thu 10 Sep, ")
    assert row(screen, "Yusuf Demir").words == "At one of your meetings, on 3 Sep"
    assert screen.foot.go.text() == "Import 2 people, 1 conversation, 1 plan and more"
    assert dump(desk.library) == before


def test_chips_hold_counts_and_empty_ones_are_not_there(
    qtbot: QtBot, screen: ReviewScreen, both: tuple[Path, Path]
) -> None:
    shown(qtbot, screen, *both)
    assert {shelf: chip.accessibleName() for shelf, chip in screen.filters.chips.items()} == {
        Shelf.EVERYTHING: "Everything, 6",
        Shelf.NEW: "New, 2",
        Shelf.MEETINGS: "Meetings, 3",
        Shelf.STRANGERS: "People at your meetings, 1",
    }
    qtbot.mouseClick(screen.filters.chips[Shelf.MEETINGS], LEFT)
    assert [each.title for each in screen.list.rows] == ["Lunch", "Dinner", "Port talks"]
    screen.search.setText("RUI")
    assert [each.title for each in screen.list.rows] == ["Dinner"]
    QTest.keyClick(screen.list, Qt.Key.Key_Escape)
    assert len(screen.list.rows) == 6
    assert screen.search.text() == ""
    qtbot.mouseClick(screen.filters.chips[Shelf.NEW], LEFT)
    qtbot.mouseClick(screen.filters.chips[Shelf.NEW], LEFT)
    assert screen.filters.chips[Shelf.EVERYTHING].isChecked()


def test_problems_say_file_and_line(qtbot: QtBot, screen: ReviewScreen, tmp_path: Path) -> None:
    broken = meeting("x", "nonsense", "Broken")
    shown(qtbot, screen, calendar(tmp_path, broken, meeting("y", "20260916T080000Z", "Dentist")))
    (problem,) = [each for each in screen.list.rows if each.section is Section.PROBLEMS]
    assert problem.about == "calendar.ics, line 3"
    assert screen.counts.text() == "1 busy time, 1 problem"
    assert not screen.list.places_of(problem).answers


# Importing


def test_untick_import_undo_and_import_again(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, both: tuple[Path, Path]
) -> None:
    before = dump(desk.library)
    shown(qtbot, screen, *both)
    click_tick(qtbot, screen, "Rui Costa")
    click_tick(qtbot, screen, "Port talks")
    assert screen.foot.go.text() == "Import 1 person, 1 conversation and 1 plan"
    said: list[tuple[str, bool]] = []
    desk.said.connect(lambda words, undo: said.append((words, undo)))
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        qtbot.mouseClick(screen.foot.go, LEFT)
    assert said == [("Imported 1 person, 1 conversation and 1 plan", True)]
    assert wanted.args == ["plan"]
    names = [name for (name,) in desk.library.rows("SELECT name FROM person")]
    assert names == ["Ana Ferreira"]
    assert desk.library.value("SELECT count(*) FROM busy_time") == 0
    assert len(desk.library.history()) == 1
    desk.undo()
    assert dump(desk.library) == before


def test_the_same_files_again_change_nothing(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path
) -> None:
    files = (
        address_book(tmp_path, card(*ANA), card(*RUI)),
        calendar(tmp_path, meeting("lunch", "20260910T110000Z", "Lunch", ANA)),
    )
    shown(qtbot, screen, *files)
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    before = dump(desk.library)
    shown(qtbot, screen, *files)
    assert screen.nothing.heading.text() == "Everything in these files is here already."
    assert screen.nothing.isVisible()
    assert not screen.list.isVisible()
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        qtbot.mouseClick(screen.back, LEFT)
    assert wanted.args == ["plan"]
    assert dump(desk.library) == before


def test_a_backup_comes_first_where_somebody_is_known(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, both: tuple[Path, Path]
) -> None:
    add(desk, PersonForm(name="Tobias Lindner"))
    assert desk.library.newest_backup_at() is None
    shown(qtbot, screen, *both)
    with qtbot.waitSignal(desk.place_wanted):
        screen.import_now()
    assert desk.library.newest_backup_at() is not None


def test_nothing_ticked_is_nothing_to_import(
    qtbot: QtBot, screen: ReviewScreen, both: tuple[Path, Path]
) -> None:
    shown(qtbot, screen, *both)
    qtbot.mouseClick(screen.filters.untick, LEFT)
    settle(qtbot, screen)
    assert screen.foot.go.text() == "Nothing to import"
    assert not screen.foot.go.isEnabled()


def test_tick_all_is_for_what_is_shown(qtbot: QtBot, screen: ReviewScreen, both: tuple[Path, Path]) -> None:
    shown(qtbot, screen, *both)
    screen.search.setText("rui costa")
    qtbot.mouseClick(screen.filters.chips[Shelf.NEW], LEFT)
    qtbot.mouseClick(screen.filters.untick, LEFT)
    settle(qtbot, screen)
    assert screen.foot.go.text() == "Import 1 person, 1 conversation, 1 plan and more"
    qtbot.mouseClick(screen.filters.chips[Shelf.STRANGERS], LEFT)
    screen.search.clear()
    qtbot.mouseClick(screen.filters.tick, LEFT)
    settle(qtbot, screen)
    assert screen.foot.go.text() == "Import 2 people, 2 conversations and 1 plan"
