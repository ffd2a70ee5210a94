"""A real window on a real library, dressed and closed properly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.theme import Theme
from planner.ui.window import Window


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    made = Theme(reduced_motion=True)
    made.apply(qapp)
    return made


@pytest.fixture
def open_window(
    qtbot: QtBot, theme: Theme, clock: Callable[[], datetime]
) -> Iterator[Callable[[Library], Window]]:
    """Opens windows at 1440 x 900 and closes them in the end."""
    desks: list[Desk] = []

    def opened(library: Library) -> Window:
        desk = Desk(library, theme, clock)
        desks.append(desk)
        window = Window(desk, Memory(None))
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show_first()
        window.show()
        qtbot.waitExposed(window)
        return window

    yield opened
    for desk in desks:
        desk.close()


@pytest.fixture
def window(open_window: Callable[[Library], Window], sample: Library) -> Window:
    """The window on the sample library on Tuesday 15 September 2026."""
    return open_window(sample)
