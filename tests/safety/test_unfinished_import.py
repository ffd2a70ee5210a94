"""P1 for an import that is being decided: answers and columns survive a crash and are taken up again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.imports.columns import Meaning
from planner.library import Library
from planner.queries.people import count
from planner.ui.desk import Desk
from planner.ui.review.rows import Answer
from planner.ui.review.view import ReviewScreen
from planner.ui.start import _offer_unfinished
from planner.ui.window import Window
from tests.safety.breaking import kept_places
from tests.ui.conftest import _no_button_down, _wardrobe, desk, dressed, open_window, window
from tests.ui.review_files import ANA, FREE, RUI, click_tick, row, settle, shown
from tests.ui.review_screens import both_files, review_screen

__all__ = ["_no_button_down", "_wardrobe", "desk", "dressed", "open_window", "window"]


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    return both_files(tmp_path)


def pause(screen: ReviewScreen) -> None:
    """What the two seconds after the last answer bring."""
    clock = screen.kept.keeping._clock
    assert clock.isActive()
    clock.timeout.emit()


def without_rui(qtbot: QtBot, desk: Desk, *files: Path) -> ReviewScreen:
    """The review of the files, in which one person was left out and which was kept like that."""
    screen = review_screen(qtbot, desk)
    shown(qtbot, screen, *files)
    click_tick(qtbot, screen, RUI[0])
    pause(screen)
    return screen


def test_answers_are_taken_up_again(
    qtbot: QtBot, desk: Desk, library: Library, both: tuple[Path, Path]
) -> None:
    screen = review_screen(qtbot, desk)
    shown(qtbot, screen, *both)
    assert not kept_places(library)
    click_tick(qtbot, screen, RUI[0])
    pause(screen)
    assert kept_places(library) == ["import  0 0"]
    again = review_screen(qtbot, desk)
    again.choose_files()
    settle(qtbot, again)
    assert again.reviewing is not None and again.kept.row.isVisible()
    assert again.reviewing.decisions.of(row(again, RUI[0])) is Answer.OUT
    assert again.reviewing.decisions.ticked(row(again, ANA[0]))
    again.import_now()
    settle(qtbot, again)
    assert library.value("SELECT count(*) FROM person WHERE name = ?", (RUI[0],)) == 0
    assert library.value("SELECT count(*) FROM person WHERE name = ?", (ANA[0],)) == 1
    assert not kept_places(library) and not again.kept.row.isVisible()


def test_what_columns_become_is_taken_up_again(
    qtbot: QtBot, desk: Desk, library: Library, tmp_path: Path
) -> None:
    table = tmp_path / "fair.csv"
    table.write_text(FREE, "utf-8")
    screen = review_screen(qtbot, desk)
    shown(qtbot, screen, table)
    page = screen.columns.columns
    assert page is not None
    for number, meaning in ((0, Meaning.NAME), (3, Meaning.ROLE)):
        page.choose(number, meaning)
        screen.columns.table.chosen.emit()
    pause(screen)
    again = review_screen(qtbot, desk)
    again.choose_files()
    settle(qtbot, again)
    again.import_now()
    settle(qtbot, again)
    assert list(library.rows("SELECT name, role FROM person ORDER BY name")) == [
        ("Ana Ferreira", "Cranes"),
        ("Rui Costa", "Ships"),
    ]
    assert not kept_places(library)


@pytest.mark.parametrize("way", ["leave", "afresh"])
def test_an_import_that_is_not_wanted_is_not_kept(
    qtbot: QtBot, desk: Desk, library: Library, both: tuple[Path, Path], way: str
) -> None:
    without_rui(qtbot, desk, *both)
    again = review_screen(qtbot, desk)
    again.choose_files()
    settle(qtbot, again)
    if way == "leave":
        again.leave()
    else:
        QTest.mouseClick(again.kept.row.afresh, Qt.MouseButton.LeftButton)
        settle(qtbot, again)
        assert again.reviewing is not None
        assert again.reviewing.decisions.ticked(row(again, RUI[0]))
    assert not kept_places(library) and not again.kept.row.isVisible()


def test_closing_while_it_is_read_again_keeps_it(
    qtbot: QtBot, desk: Desk, library: Library, both: tuple[Path, Path]
) -> None:
    without_rui(qtbot, desk, *both)
    again = review_screen(qtbot, desk)
    again.choose_files()
    kept = library.value("SELECT words FROM unfinished")
    again.kept.keeping.keep()
    assert library.value("SELECT words FROM unfinished") == kept
    settle(qtbot, again)


def test_files_that_are_gone_are_said_to_be(
    qtbot: QtBot, desk: Desk, library: Library, both: tuple[Path, Path]
) -> None:
    without_rui(qtbot, desk, *both)
    both[0].unlink()
    said: list[str] = []
    desk.failed.connect(said.append)
    again = review_screen(qtbot, desk)
    again.choose_files()
    assert said == ["The files of the import that was kept are no longer where they were."]
    dialog = again.findChild(QFileDialog)
    assert dialog is not None and not kept_places(library)
    dialog.reject()


def test_after_the_start_the_import_is_offered(window: Window, qtbot: QtBot, both: tuple[Path, Path]) -> None:
    library, before = window.desk.library, count(window.desk.library)
    screen = review_screen(qtbot, window.desk)
    shown(qtbot, screen, *both)
    click_tick(qtbot, screen, RUI[0])
    pause(screen)
    assert _offer_unfinished(window)
    assert window.toast.words == "An unfinished import was kept."
    qtbot.mouseClick(window.toast.findChild(QWidget, "open"), Qt.MouseButton.LeftButton)
    again = window.places.screen("import")
    assert isinstance(again, ReviewScreen)
    settle(qtbot, again)
    assert again.reviewing is not None and again.kept.row.isVisible()
    again.leave()
    assert not kept_places(library) and count(library) == before
