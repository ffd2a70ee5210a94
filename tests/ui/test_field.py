"""Keys in the frame: a long list in the universal field, undo in a text field, Esc on a sentence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.library import Library
from planner.ui.frame.results import Results
from planner.ui.window import Window

Opened = Callable[[Library], Window]


def typing(window: Window) -> QLineEdit:
    found = window.field.findChild(QLineEdit)
    assert found is not None
    return found


def commands(window: Window) -> Results:
    window.resize(1000, 640)
    window.run("field")
    QTest.keyClicks(typing(window), ">")
    found = window.field.findChild(Results)
    assert found is not None
    return found


def test_a_long_list_ends_within_the_window(window: Window) -> None:
    results = commands(window)
    assert len(results.hits) > len(results.shown) > 5
    assert window.field.rect().contains(results.geometry())


def test_arrows_bring_every_line_into_view(window: Window) -> None:
    results, focused = commands(window), typing(window)
    for number in range(len(results.hits)):
        assert results.current == number
        assert number in results.shown
        QTest.keyClick(focused, Qt.Key.Key_Down)
    assert results.current == results.shown.start == 0
    QTest.keyClick(focused, Qt.Key.Key_Up)
    assert results.current == results.shown[-1] == len(results.hits) - 1


def test_the_wheel_goes_through_the_list(window: Window) -> None:
    results = commands(window)
    place = QPointF(results.rect().center())
    for down in (120, -120, -120):
        event = QWheelEvent(
            place,
            results.mapToGlobal(place),
            QPoint(),
            QPoint(0, down),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(results, event)
    assert results.shown.start == 2
    assert results.current in results.shown


def test_an_empty_text_field_leaves_undo_to_the_library(
    open_window: Opened, library: Library, qtbot: QtBot
) -> None:
    window = open_window(library)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    add_person(library, PersonForm(name="Ana"), today=window.desk.today)
    window.places.go("people")
    QTest.keySequence(window, "Ctrl+F")
    filtering = QApplication.focusWidget()
    assert isinstance(filtering, QLineEdit)
    QTest.keySequence(filtering, "Ctrl+Z")
    assert window.places.current == "first_run"
    name = QApplication.focusWidget()
    assert isinstance(name, QLineEdit)
    QTest.keySequence(name, "Ctrl+Shift+Z")
    assert window.places.current == "plan"


def test_a_text_field_takes_its_own_typing_back_first(window: Window, sample: Library, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    add_person(sample, PersonForm(name="Ana Novak"), today=window.desk.today)
    window.places.go("people")
    QTest.keySequence(window, "Ctrl+F")
    filtering = QApplication.focusWidget()
    assert isinstance(filtering, QLineEdit)
    QTest.keyClicks(filtering, "ana")
    QTest.keySequence(filtering, "Ctrl+Z")
    assert filtering.text() == ""
    assert sample.next_labels()[0] == "Add Ana Novak"


def test_escape_closes_the_sentence_at_the_top(window: Window) -> None:
    window.desk.failed.emit("The disk is full. Nothing was changed; make room and try again.")
    page = window.pages.currentWidget()
    assert page is not None and window.error_line.isVisible()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not window.error_line.isVisible()
