"""A person's page in a window of its own, and the rows of its stream."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.person.stream_model import ROW
from planner.ui.person.stream_row import Mark
from planner.ui.person.view import PersonScreen
from planner.ui.widgets.in_place import InPlace

Opener = Callable[[Desk, int], PersonScreen]


def page_opener(qtbot: QtBot) -> Opener:
    """Opens a person's page in a window of the usual size."""
    windows: list[QWidget] = []  # Qt keeps no window that Python forgets

    def open_page(desk: Desk, person_id: int) -> PersonScreen:
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(1292, 848)
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        screen = PersonScreen(desk)
        row.addWidget(screen)
        screen.show_person(person_id)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        screen.setFocus()
        return screen

    return open_page


def person_called(library: Library, name: str) -> int:
    """The person of this name."""
    return int(library.value("SELECT id FROM person WHERE name = ?", (name,)))


def rows(screen: PersonScreen) -> list[str]:
    """The titles in the stream, from the top."""
    model = screen.stream.rows
    return [model.index(place).data(ROW).title for place in range(model.rowCount())]


def go_to(screen: PersonScreen, mark: Mark) -> None:
    """Choose the first row of a kind, with the focus in the list."""
    model = screen.stream.rows
    place = next(place for place in range(model.rowCount()) if model.index(place).data(ROW).mark is mark)
    screen.stream.setFocus()
    screen.stream.setCurrentIndex(model.index(place))


def type_into(field: InPlace, text: str) -> None:
    """Begin to change a field and type over what is there."""
    field.begin()
    editor = field.editor
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, text)
