"""Ctrl+F on every page of people: words narrow as they are typed, Enter leaves the field, Esc clears."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.filters import Filter
from planner.ui.cadence.view import CadenceScreen
from planner.ui.filtering.bar import FilterBar
from planner.ui.window import Window
from tests.journeys.hand import keys, write


@pytest.fixture(params=["plan", "month", "lanes", "people", "timeline", "cadence"])
def page(request: pytest.FixtureRequest, window: Window, qtbot: QtBot) -> QWidget:
    """A page of the window, which has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    if request.param in ("month", "lanes"):
        window.run({"month": "month_view"}.get(request.param, request.param))
    else:
        window.places.go(request.param)
    shown = window.pages.currentWidget()
    if isinstance(shown, CadenceScreen):
        qtbot.waitUntil(lambda: not shown.source.busy)
    shown.setFocus()
    QApplication.processEvents()
    return shown


def filter_of(page: QWidget) -> Filter:
    """The filter of the page that is shown."""
    return next(each for each in page.findChildren(FilterBar)).filter


def test_words_narrow_and_the_keyboard_comes_back(page: QWidget) -> None:
    keys("Ctrl+F")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    write("luca")
    assert filter_of(page).text == "luca"
    keys("Return")
    back = QApplication.focusWidget()
    assert back is not None and not isinstance(back, QLineEdit) and page.isAncestorOf(back)
    keys("Ctrl+F")
    keys("Esc")
    assert not filter_of(page) and not isinstance(QApplication.focusWidget(), QLineEdit)
