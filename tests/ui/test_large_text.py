"""With text at 150 % in a window of 1280 x 800 nothing lies over something else, and nothing is cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from planner.library import Library
from planner.queries.people import person_called
from planner.ui.dialogs.change_keys import ChangeKeys
from planner.ui.dialogs.log_dialog import LogDialog
from planner.ui.first_run.view import FirstRunScreen
from planner.ui.people.view import PeopleScreen
from planner.ui.person.view import PersonScreen
from planner.ui.screen import Subject
from planner.ui.theme import Theme
from planner.ui.window import Window


@pytest.fixture(autouse=True)
def _large(dressed: Theme) -> Iterator[None]:
    dressed.set_text_scale(1.5)
    yield
    dressed.set_text_scale(1.0)


@pytest.fixture
def small(window: Window) -> Window:
    window.resize(1280, 800)
    return window


def settle() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


def place(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())


def test_a_long_title_leaves_room_for_what_is_said_beside_it(small: Window) -> None:
    small.capture()
    assert small.captured is not None
    small.captured.body.line.setText(
        "Lunch with Ana yesterday 1h about Q3 budget; she will send it by Friday"
    )
    settle()
    view = small.captured.body.reading
    title, said = view.head_widths()
    assert title > 100 and said > 100
    assert title + said < view.width() - 16
    small.captured.close()


def test_the_list_of_keys_ends_above_the_buttons(small: Window) -> None:
    page = ChangeKeys(small.desk, small)
    page.show()
    settle()
    assert place(page.list, page).bottom() < place(page.says, page).top()
    assert place(page.every, page).bottom() < place(page.primary, page).top()
    assert page.height() <= small.height()
    page.reject()


def test_the_first_page_needs_no_scrolling_sideways(
    open_window: Callable[[Library], Window], library: Library
) -> None:
    window = open_window(library)
    window.resize(1280, 800)
    settle()
    page = window.places.screen("first_run")
    assert isinstance(page, FirstRunScreen)
    area = page.findChild(QScrollArea)
    assert area is not None and area.horizontalScrollBar().maximum() == 0


def test_every_field_of_a_conversation_has_its_height(small: Window) -> None:
    dialog = LogDialog(small.desk, Subject(), small)
    dialog.show()
    settle()
    notes = dialog.form["notes"]
    assert notes.height() >= notes.sizeHint().height()
    assert dialog.height() <= small.height()
    dialog.reject()


def test_every_action_on_several_people_is_there_whole(small: Window) -> None:
    screen = small.places.go("people")
    assert isinstance(screen, PeopleScreen)
    settle()
    screen.grid.choose(screen.grid.people[:2])
    settle()
    places = [place(each, screen) for each in screen._bar.buttons.values()]
    assert all(screen.rect().contains(each) for each in places)
    assert all(each.width() >= each.sizeHint().width() for each in screen._bar.buttons.values())
    assert all(left.right() < right.left() for left, right in pairwise(places))
    assert screen._bar._label.width() > 150, "who they are begins to be told"


def test_a_sheet_of_facts_stays_within_the_window(small: Window) -> None:
    small.places.show_person(person_called(small.desk.library, "Beatrix Keller").id)
    settle()
    page = small.places.screen("person")
    assert isinstance(page, PersonScreen)
    page.side.trust.band.click()  # out of sight, below the panels that are seen
    settle()
    sheet = page.sheet.sheet.toRect().translated(page.sheet.mapTo(small, QPoint(0, 0)))
    assert sheet.height() > 200
    assert small.rect().contains(sheet)
