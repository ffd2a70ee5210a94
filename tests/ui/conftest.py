"""What tests of screens and dialogs need: a theme on the application, and a desk on a library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.screen import Subject
from planner.ui.theme import Theme
from planner.ui.window import Window
from tests.conftest import TODAY


@pytest.fixture(autouse=True)
def _no_button_down(qapp: QApplication) -> None:
    """A test begins with no mouse button down: after a double click of QTest one would seem to be."""
    if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        QTest.mouseRelease(QWidget(), Qt.MouseButton.LeftButton)


@pytest.fixture(scope="session")
def _wardrobe(qapp: QApplication) -> Theme:
    theme = Theme(reduced_motion=True)
    theme.apply(qapp)
    return theme


@pytest.fixture
def dressed(_wardrobe: Theme, qapp: QApplication) -> Theme:
    """A light theme that the whole application wears, without motion."""
    _wardrobe.set_dark(False)
    _wardrobe.set_text_scale(1.0)
    return _wardrobe


@pytest.fixture
def desk(library: Library, dressed: Theme, clock: Callable[[], datetime]) -> Iterator[Desk]:
    """A desk on a fresh library."""
    made = Desk(library, dressed, clock)
    yield made
    made.close()


@pytest.fixture
def sample_desk(sample: Library, dressed: Theme, clock: Callable[[], datetime]) -> Iterator[Desk]:
    """A desk on the sample library."""
    made = Desk(sample, dressed, clock)
    yield made
    made.close()


@pytest.fixture
def open_window(
    qtbot: QtBot, dressed: Theme, clock: Callable[[], datetime]
) -> Iterator[Callable[[Library], Window]]:
    """Opens real windows at 1440 x 900 and closes them in the end."""
    windows: list[Window] = []  # somebody must hold them, as `Shown` does

    def opened(library: Library) -> Window:
        desk = Desk(library, dressed, clock)
        window = Window(desk, Memory(None))
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show_first()
        window.show()
        qtbot.waitExposed(window)
        return window

    yield opened
    for window in windows:
        window.desk.close()


@pytest.fixture
def window(open_window: Callable[[Library], Window], sample: Library) -> Window:
    """The window on the sample library on Tuesday 15 September 2026."""
    return open_window(sample)


@pytest.fixture
def heard(sample_desk: Desk) -> list[str]:
    """What the toast says and what is announced."""
    found: list[str] = []
    sample_desk.said.connect(lambda words, _undo: found.append(words))
    sample_desk.announced.connect(found.append)
    return found


@pytest.fixture
def wanted(sample_desk: Desk) -> list[tuple[str, Subject]]:
    """The commands that the board asks for."""
    found: list[tuple[str, Subject]] = []
    sample_desk.command_wanted.connect(lambda command, subject: found.append((command, subject)))
    return found


@pytest.fixture
def said(desk: Desk) -> list[str]:
    """What the toast says."""
    found: list[str] = []
    desk.said.connect(lambda words, _undo: found.append(words))
    return found


@pytest.fixture
def ana(library: Library) -> int:
    """Somebody with a rhythm of two weeks."""
    return add_person(library, PersonForm(name="Ana Ferreira", rhythm_days=14), today=TODAY)


@pytest.fixture
def luca(library: Library) -> int:
    """Somebody without a rhythm of their own."""
    return add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)
