"""The timeline in an active window on the sample."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.ui.timeline.view import TimelineScreen
from planner.ui.window import Window


def timeline_screen(window: Window, qtbot: QtBot) -> TimelineScreen:
    """The screen, gone to."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    screen = window.places.go("timeline")
    assert isinstance(screen, TimelineScreen)
    QApplication.processEvents()
    return screen
