"""P6: one library, one window. A second start raises the first one."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from planner.ui.knock import hand_over, message_of, socket_name
from planner.ui.single import Listening
from planner.ui.window import Window

SECOND = """
import sys
from pathlib import Path
from planner.ui.knock import hand_over
print(hand_over(Path(sys.argv[1])))
"""


def test_a_second_start_raises_the_first_window(window: Window, qtbot: QtBot) -> None:
    path = window.desk.library.path
    listening = Listening(path, window)
    window.showMinimized()
    begun = time.perf_counter()
    second = subprocess.Popen(
        [sys.executable, "-c", SECOND, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    qtbot.waitUntil(lambda: not window.isMinimized(), timeout=10_000)
    raised = time.perf_counter() - begun
    assert second.communicate()[0].strip() == "True"
    assert raised < 5  # a second of it is the other program's own start
    listening.deleteLater()


def test_without_a_first_window_there_is_nothing_to_raise(tmp_path: Path) -> None:
    assert not hand_over(tmp_path / "nobody.rapport")


def test_a_socket_left_by_a_program_that_died_is_taken_over(window: Window) -> None:
    first = Listening(window.desk.library.path, window)
    second = Listening(window.desk.library.path, window)
    assert hand_over(window.desk.library.path)
    for each in (first, second):
        each.deleteLater()


def test_two_ways_of_writing_one_path_are_one_library(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    assert socket_name(tmp_path / "a.rapport") == socket_name(tmp_path / "b" / ".." / "a.rapport")


def test_the_second_start_can_ask_for_a_line(window: Window, qtbot: QtBot) -> None:
    path = window.desk.library.path
    listening = Listening(path, window)
    assert hand_over(path, message_of(True, ()))
    qtbot.waitUntil(lambda: window.captured is not None and window.captured.isVisible())
    assert window.captured is not None
    window.captured.close()
    listening.deleteLater()


@pytest.mark.parametrize(
    "message",
    [b"open nonsense\n", b"open {}\n", b"open []\n", b"open [1, null]\n", b"quit\n", b"\n", b"x" * 70_000],
)
def test_what_nobody_of_us_says_changes_nothing(window: Window, qtbot: QtBot, message: bytes) -> None:
    path = window.desk.library.path
    listening = Listening(path, window)
    window.showMinimized()
    assert hand_over(path, message)
    assert hand_over(path, message_of(True, ()))  # and it still hears
    qtbot.waitUntil(lambda: window.captured is not None and window.captured.isVisible())
    assert window.isMinimized() and window.places.current == "plan"
    assert window.captured is not None
    window.captured.close()
    listening.deleteLater()
