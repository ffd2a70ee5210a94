"""P0: it does not die by itself. Some versions of the Qt binding lose a reference to None at every call."""

from __future__ import annotations

import gc
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.cadence.view import CadenceScreen
from planner.ui.desk import Desk
from planner.ui.theme import Theme
from planner.ui.window import Window
from tests.safety.windows import settle, shown_window
from tests.ui.conftest import _wardrobe, dressed

__all__ = ["_wardrobe", "dressed"]

PAGES = Path("/proc/self/statm")


def test_calls_do_not_wear_none_out() -> None:
    subject = QObject()
    before = sys.getrefcount(None)
    for _ in range(1_000):
        subject.setObjectName("canary")
    assert abs(sys.getrefcount(None) - before) < 50


@pytest.fixture
def window(sample: Library, dressed: Theme, qapp: QApplication) -> Iterator[Window]:
    del qapp
    with shown_window(Desk(sample, dressed, sample.clock)) as made:
        yield made


def test_calls_and_charts_leave_no_memory_behind(window: Window, qtbot: QtBot) -> None:
    soak(window, qtbot, calls=20_000, times=8)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_hundreds_of_thousands_of_calls_and_500_charts_leave_no_memory_behind(
    window: Window, qtbot: QtBot
) -> None:
    soak(window, qtbot, calls=300_000, times=500)


def test_memory_that_stays_is_noticed(window: Window, qtbot: QtBot) -> None:
    """The check does not pass by itself: thirty megabytes that are kept with every chart are found."""
    kept: list[bytearray] = []
    with pytest.raises(AssertionError, match="megabytes"):
        soak(window, qtbot, calls=100, times=4, also=lambda: kept.append(bytearray(b"x" * 30_000_000)))


def soak(window: Window, qtbot: QtBot, calls: int, times: int, also=lambda: None) -> None:  # type: ignore[no-untyped-def]
    """Call Qt, make charts and take them away; what the process holds stays what it was after the first."""
    label = QObject()
    show_and_leave(window, qtbot, 4)
    before, references = megabytes(), sys.getrefcount(None)
    for number in range(calls):
        label.setObjectName(f"call {number % 100}")
    assert abs(sys.getrefcount(None) - references) < 50
    for _ in range(times):
        show_and_leave(window, qtbot, 1)
        also()
    grown = megabytes() - before
    assert grown < 8 + times * 0.02, f"{grown:.1f} megabytes more than before"


def show_and_leave(window: Window, qtbot: QtBot, times: int) -> None:
    """Make the charts of the cadence, let them be painted, and take them away."""
    for _ in range(times):
        screen = CadenceScreen(window.desk)
        screen.resize(1000, 700)
        screen.refresh()
        qtbot.waitUntil(lambda screen=screen: not screen.source.busy)
        screen.grab()
        screen.close()
        screen.deleteLater()
        settle()
    gc.collect()


def megabytes() -> float:
    """What the process holds now, where the system tells it; else the most that it ever held."""
    if PAGES.exists():
        return int(PAGES.read_text().split()[1]) * resource.getpagesize() / 1e6
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)
