"""The cadence screen in a window on the sample, and waiting for its answer."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from planner.ui.cadence.view import CadenceScreen
from planner.ui.window import Window


def cadence_screen(window: Window, qtbot: QtBot) -> CadenceScreen:
    """The screen, gone to and answered."""
    window.run("go_cadence")
    found = window.places.screen("cadence")
    assert isinstance(found, CadenceScreen)
    answered(found, qtbot)
    return found


def answered(screen: CadenceScreen, qtbot: QtBot) -> None:
    """Wait until what was asked is there."""
    qtbot.waitUntil(lambda: not screen.source.busy)
