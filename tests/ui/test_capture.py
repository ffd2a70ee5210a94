"""One line from anywhere: the small window writes it down and goes, with the program open or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.capture.alone import CaptureAlone
from planner.ui.capture.window import CaptureWindow
from planner.ui.desk import Desk
from planner.ui.window import Window


@pytest.fixture
def line(sample_desk: Desk, qtbot: QtBot) -> CaptureWindow:
    made = CaptureWindow(sample_desk)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_the_line_is_ready_for_typing_and_goes_when_it_is_written(
    line: CaptureWindow, sample: Library
) -> None:
    assert line.body.line.hasFocus()
    QTest.keyClicks(line.body.line, "call with Tobias yesterday about the outage")
    assert line.body.reading.isVisible() and line.height() > line.body.height()
    QTest.keyClick(line.body.line, Qt.Key.Key_Return)
    assert not line.isVisible()
    assert sample.next_labels()[0] == "Log a call with Tobias Lindner"
    line.open()
    assert line.body.line.text() == ""


def test_what_cannot_be_written_is_said_in_the_line(line: CaptureWindow, sample: Library) -> None:
    before = sample.next_labels()
    QTest.keyClicks(line.body.line, "lunch with Zoe yesterday")
    QTest.keyClick(line.body.line, Qt.Key.Key_Return)
    assert line.isVisible() and "Zoe" in line.body.reading.said
    assert sample.next_labels() == before
    QTest.keyClick(line.body.line, Qt.Key.Key_Escape)
    assert not line.isVisible()


def test_alone_the_window_opens_only_where_it_is_needed(sample_desk: Desk, qtbot: QtBot) -> None:
    opened: list[Window] = []

    def open_window(desk: Desk, _path: Path) -> Window:
        window = Window(desk, desk.memory)
        qtbot.addWidget(window)
        window.show_first()
        opened.append(window)
        return window

    alone = CaptureAlone(sample_desk, open_window)
    QTest.keyClicks(alone.line.body.line, "call with Ana yesterday")
    QTest.keyClick(alone.line.body.line, Qt.Key.Key_Return)
    assert not opened
    alone.line.open()
    QTest.keyClicks(alone.line.body.line, "Luca")
    QTest.keyClick(alone.line.body.line, Qt.Key.Key_Return)
    assert [window.places.current for window in opened] == ["person"]
    alone.line.close()
    alone.line.deleteLater()


def test_the_command_opens_it(window: Window) -> None:
    window.run("capture")
    assert window.captured is not None and window.captured.isVisible()
    window.captured.close()
