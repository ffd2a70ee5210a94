"""P18: nothing takes the keyboard without a name that assistive technology can say; every drag has a key.

That a drag, a key and a menu leave the same library is tried in tests/journeys/test_a_week_three_ways.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from planner.actions.sample import write_sample
from planner.library import Library
from planner.queries.people import recent_people
from planner.ui import picture_screens
from planner.ui.desk import Desk
from planner.ui.theme import Theme
from planner.ui.wanted_picture import SCREENS, Wanted
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.safety.windows import settle, shown_window


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The sample library, which no screen changes here."""
    with Library(tmp_path_factory.mktemp("named") / "sample.rapport", clock=lambda: NOW) as made:
        write_sample(made, today=TODAY)
        yield made


@pytest.fixture
def window(library: Library, qapp: QApplication) -> Iterator[Window]:
    theme = Theme(reduced_motion=True)
    theme.apply(qapp)
    with shown_window(Desk(library, theme, lambda: NOW)) as made:
        yield made


@pytest.mark.parametrize("screen", SCREENS)
def test_whatever_takes_the_keyboard_has_a_name(screen: str, window: Window) -> None:
    person = recent_people(window.desk.library, 1)[0].id
    over = picture_screens._go(window, Wanted(screen=screen, file=Path("x.png"), person_id=person))
    settle()
    assert nameless(over if over is not None else window) == []
    if over is not None:
        over.close()


def test_a_widget_without_a_name_is_found(window: Window) -> None:
    added = QWidget(window)
    added.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    added.show()
    assert len(nameless(window)) == 1


def nameless(within: QWidget) -> list[str]:
    """Focusable, visible, and without anything that a screen reader could say."""
    found = []
    for widget in within.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled() and not said(widget):
            parent = widget.parentWidget()
            found.append(f"{type(widget).__name__} in {type(parent).__name__}")
    return found


def said(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface.text(QAccessible.Text.Name)
