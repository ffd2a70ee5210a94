"""How files come into the review, how one leaves it, and what is left alone then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.review.view import ReviewScreen
from planner.ui.theme import Theme
from planner.ui.window import Window
from tests.dump import dump
from tests.ui.review_files import (
    address_book,
    calendar,
    card,
    settle,
    shown,
)
from tests.ui.review_screens import Clock, add, both_files, review_screen

COPY = Qt.DropAction.CopyAction
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


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


# Leaving


@pytest.mark.parametrize(("people", "place"), [(0, "first_run"), (1, "plan")])
def test_cancel_goes_back_with_nothing_imported(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, both: tuple[Path, Path], people: int, place: str
) -> None:
    for _ in range(people):
        add(desk, PersonForm(name="Tobias Lindner"))
    before = dump(desk.library)
    shown(qtbot, screen, *both)
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        qtbot.mouseClick(screen.foot.cancel, LEFT)
    assert wanted.args == [place]
    assert dump(desk.library) == before
    assert screen.start.isVisible()
    assert not screen.list.rows


def test_escape_leaves_the_empty_page(qtbot: QtBot, screen: ReviewScreen, desk: Desk) -> None:
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        QTest.keyClick(screen.choose, Qt.Key.Key_Escape)
    assert wanted.args == ["first_run"]


def test_a_long_read_can_be_stopped(qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path) -> None:
    before = dump(desk.library)
    big = address_book(tmp_path, *(card(f"Person {each}", f"p{each}@x.example") for each in range(30_000)))
    screen.review_files([big])
    qtbot.waitUntil(lambda: screen.work.share > 0, timeout=20_000)
    screen.work.cancel()
    settle(qtbot, screen)
    assert screen.start.isVisible()
    assert screen.reviewing is None
    assert dump(desk.library) == before


def test_a_file_that_is_no_address_book_gets_its_sentence_and_nothing_else(
    qtbot: QtBot, screen: ReviewScreen, desk: Desk, tmp_path: Path, both: tuple[Path, Path]
) -> None:
    before = dump(desk.library)
    garbage = tmp_path / "holiday.jpg"
    garbage.write_bytes(bytes(range(256)) * 40)
    with qtbot.waitSignal(desk.failed) as failed:
        screen.review_files([garbage])
    assert failed.args[0].startswith("“holiday.jpg” ")
    assert screen.start.isVisible()
    shown(qtbot, screen, *both)
    with qtbot.waitSignal(desk.failed):
        screen.review_files([garbage])
    assert len(screen.list.rows) == 6, "what was being reviewed is still there"
    assert dump(desk.library) == before


def test_a_file_with_nobody_says_so(qtbot: QtBot, screen: ReviewScreen, tmp_path: Path) -> None:
    shown(qtbot, screen, calendar(tmp_path))
    assert screen.nothing.heading.text() == "There are no people, no meetings and no messages in these files."


# The window


def test_choosing_files(qtbot: QtBot, screen: ReviewScreen, tmp_path: Path, both: tuple[Path, Path]) -> None:
    qtbot.mouseClick(screen.choose, LEFT)
    dialog = screen.findChild(QFileDialog)
    assert dialog is not None
    assert "*.vcf" in dialog.nameFilters()[0]
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    with qtbot.waitSignal(screen.work.ended):
        dialog.filesSelected.emit([str(each) for each in both])
        dialog.close()
    assert len(screen.list.rows) == 6


def test_choosing_a_folder(
    qtbot: QtBot, screen: ReviewScreen, tmp_path: Path, both: tuple[Path, Path]
) -> None:
    folder = tmp_path / "all"
    folder.mkdir()
    for each in both:
        each.rename(folder / each.name)
    qtbot.mouseClick(screen.folder, LEFT)
    dialog = screen.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    with qtbot.waitSignal(screen.work.ended):
        dialog.filesSelected.emit([str(folder)])
        dialog.close()
    assert [row.title for row in screen.list.rows][:2] == ["Ana Ferreira", "Rui Costa"]


def test_files_dropped_on_the_window_are_reviewed(qtbot: QtBot, desk: Desk, both: tuple[Path, Path]) -> None:
    window = Window(desk, Memory(None))
    qtbot.addWidget(window)
    window.show_first()
    window.show()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(each)) for each in both])
    moved_or_copied = COPY | Qt.DropAction.MoveAction
    entering = QDragEnterEvent(window.rect().center(), moved_or_copied, mime, LEFT, PLAIN)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    dropping = QDropEvent(QPointF(window.rect().center()), moved_or_copied, mime, LEFT, PLAIN)
    dropping.setDropAction(Qt.DropAction.MoveAction)
    QApplication.sendEvent(window, dropping)
    assert dropping.isAccepted() and dropping.dropAction() is COPY
    screen = window.places.screen("import")
    assert isinstance(screen, ReviewScreen)
    settle(qtbot, screen)
    assert window.pages.currentWidget() is screen
    assert len(screen.list.rows) == 6


def test_files_over_the_window_are_welcomed_in_words(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = Window(desk, Memory(None))
    qtbot.addWidget(window)
    window.show_first()
    window.show()

    def enter(*urls: QUrl) -> QDragEnterEvent:
        mime = QMimeData()
        mime.setUrls(list(urls))
        event = QDragEnterEvent(window.rect().center(), COPY, mime, LEFT, PLAIN)
        event.setAccepted(False)
        QApplication.sendEvent(window, event)
        return event

    assert not enter(QUrl("https://example.com/a.vcf")).isAccepted() and not window.veil.isVisible()
    before = window.grab().toImage()
    assert enter(QUrl.fromLocalFile(str(tmp_path / "contacts.vcf"))).isAccepted()
    assert window.veil.isVisible() and window.veil.geometry() == window.rect()
    assert window.veil.words == "Drop to import contacts.vcf"
    assert window.veil.accessibleName().endswith("You see everything before anything is saved.")
    assert window.grab().toImage() != before
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "contacts.vcf"))])
    over = QDragEnterEvent(window.rect().center(), COPY, mime, LEFT, PLAIN)
    QApplication.sendEvent(window.veil, over)  # it lies under the pointer from now on
    QApplication.sendEvent(window.veil, QDragLeaveEvent())
    assert over.isAccepted() and not window.veil.isVisible()
    enter(*(QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.vcf", "b.ics")))
    assert window.veil.words == "Drop to import 2 files"


def test_the_lists_keys_do_not_leave_the_screen(qtbot: QtBot, desk: Desk, both: tuple[Path, Path]) -> None:
    window = Window(desk, Memory(None))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.places.review_files(both)
    screen = window.places.screen("import")
    assert isinstance(screen, ReviewScreen)
    settle(qtbot, screen)
    screen.list.setFocus()
    keys = (Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_T)
    for key in keys:
        QTest.keyClick(screen.list, key)
    assert window.pages.currentWidget() is screen
    assert window.toast.words == ""
