"""What journeys need: windows on files, as the program opens them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.actions.sample import write_sample
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.start import Opening, Shown
from planner.ui.theme import Theme
from planner.ui.widgets.focus_ring import FocusRing
from planner.ui.window import Window
from tests.conftest import NOW, TODAY


class OpenOn(Protocol):
    """Opens the active window on a library's file, as its one writer unless it only looks."""

    def __call__(self, path: Path, *, looking: bool = False) -> Window:
        """The window, shown."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The sample's file, closed."""
    file = tmp_path / "sample.rapport"
    with Library(file, clock=lambda: NOW) as library:
        write_sample(library, today=TODAY)
    return file


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """A light theme that the whole application wears, without motion."""
    made = Theme(reduced_motion=True)
    made.apply(qapp)
    return made


@pytest.fixture
def open_on(theme: Theme, clock: Callable[[], datetime], qtbot: QtBot) -> Iterator[OpenOn]:
    """Opens windows; `close` ends one as quitting does."""
    opened: list[Window] = []

    def on(path: Path, *, looking: bool = False) -> Window:
        library = Library(path, clock=clock)
        if not looking:
            library.claim()
        window = Window(Desk(library, theme, clock), Memory(None))
        opened.append(window)
        window.resize(1440, 900)
        window.show_first()
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield on
    for window in opened:
        if window.isVisible():
            close(window)
        window.deleteLater()


def close(window: Window) -> None:
    """Close the window, and the file with it."""
    window.close()
    window.desk.close()
    window.desk.library.close()


@pytest.fixture
def shown(
    tmp_path: Path, clock: Callable[[], datetime], theme: Theme, qapp: QApplication, qtbot: QtBot
) -> Iterator[Shown]:
    """The program on a new library, as it is started."""

    def make_sample() -> Path:
        path = tmp_path / "sample.rapport"
        with Library(path, clock=clock) as library:
            if not library.value("SELECT count(*) FROM person"):
                write_sample(library, today=TODAY)
        return path

    rings = set(qapp.findChildren(FocusRing))
    opening = Opening(
        library=tmp_path / "mine.rapport",
        memory=tmp_path / "memory.ini",
        clock=clock,
        make_sample=make_sample,
    )
    made = Shown(opening)
    made.open(opening.library)
    yield made
    window = window_of(made)
    window.close()
    window.desk.close()
    window.desk.library.close()
    window.deleteLater()
    for ring in set(qapp.findChildren(FocusRing)) - rings:
        ring.deleteLater()
    theme.apply(qapp)


def window_of(shown: Shown) -> Window:
    assert shown.window is not None
    return shown.window
