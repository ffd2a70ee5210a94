"""Copied words leave the clipboard after half a minute; what others put there, and pictures, stay."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from planner.ui.frame.copied import STAYS_MS, CopiedWords


class Board:
    """The clipboard, and who put there what is there; the offscreen one does not know."""

    def __init__(self) -> None:
        self.clipboard: QClipboard = QGuiApplication.clipboard()
        self.ours = True
        self.parent = QObject()
        self.copied = CopiedWords(self.parent, lambda: self.ours)


@pytest.fixture
def board(qapp: QApplication) -> Iterator[Board]:
    made = Board()
    yield made
    made.parent.deleteLater()
    made.clipboard.clear()


def test_a_copied_note_goes_after_half_a_minute(board: Board, qtbot: QtBot) -> None:
    note = QPlainTextEdit("Her sister moved to Porto")
    qtbot.addWidget(note)
    note.selectAll()
    note.copy()
    assert board.clipboard.text() and board.copied.clock.isActive()
    assert STAYS_MS == board.copied.clock.interval() == 30_000
    board.copied.clock.setInterval(20)
    qtbot.waitUntil(lambda: board.clipboard.text() == "")


def test_copying_again_begins_the_half_minute_again(board: Board) -> None:
    board.clipboard.setText("first")
    board.copied.clock.start(200)
    board.clipboard.setText("second")

    assert board.copied.clock.remainingTime() > 100


def test_what_another_program_copied_meanwhile_stays(board: Board) -> None:
    board.clipboard.setText("ours")
    board.ours = False
    board.clipboard.setText("theirs")
    assert not board.copied.clock.isActive()
    board.copied.clear()
    assert board.clipboard.text() == "theirs"


def test_a_picture_stays(board: Board) -> None:
    picture = QImage(2, 2, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    board.clipboard.setImage(picture)
    assert not board.copied.clock.isActive()


def test_words_do_not_outlive_the_program(board: Board, qapp: QApplication) -> None:
    board.clipboard.setText("private")
    qapp.aboutToQuit.emit()
    assert board.clipboard.text() == ""
