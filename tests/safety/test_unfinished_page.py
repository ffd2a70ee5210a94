"""P1 for a person's page: what is being typed in one of its fields survives a crash, and is shown again where
it was typed. What a crash leaves is a copy of the library's files, taken while the field is open."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.notes import add_note, remove_note
from planner.actions.people import PersonForm, add_person, change_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.domain.angles import Angle
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.kept.keeping import Keeping
from planner.ui.kept.row import KeptRow
from planner.ui.person.stream_row import Mark
from planner.ui.person.view import PersonScreen
from planner.ui.start import _offer_unfinished
from planner.ui.theme import Theme
from planner.ui.widgets.add_row import AddRow
from planner.ui.widgets.in_place import InPlace
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.safety.breaking import kept_places
from tests.ui.conftest import _no_button_down, _wardrobe, ana, desk, dressed, open_window
from tests.ui.person_pages import Opener, go_to

__all__ = ["_no_button_down", "_wardrobe", "ana", "desk", "dressed", "open_window"]

Crash = Callable[[Library], Desk]


@pytest.fixture
def opened(qtbot: QtBot) -> Opener:
    """Opens a person's page in a window that the keyboard is in."""
    windows: list[PersonScreen] = []

    def open_page(desk: Desk, person_id: int) -> PersonScreen:
        screen = PersonScreen(desk)
        windows.append(screen)
        qtbot.addWidget(screen)
        screen.resize(1292, 848)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow)
        screen.setFocus()
        screen.show_person(person_id)
        return screen

    return open_page


@pytest.fixture
def crash(tmp_path: Path, dressed: Theme, clock: Callable[[], datetime]) -> Iterator[Crash]:
    """Ends the program and begins anew: a desk on the files as they are in this moment."""
    number, begun = count(), list[Desk]()

    def begin_anew(library: Library) -> Desk:
        pause()
        folder = tmp_path / f"after {next(number)}"
        folder.mkdir()
        for file in library.path.parent.glob(f"{library.path.name}*"):
            if file.is_file():
                shutil.copy(file, folder)
        begun.append(Desk(Library(folder / library.path.name, clock=clock), dressed, clock))
        return begun[-1]

    yield begin_anew
    for each in begun:
        each.close()
        each.library.close()


def pause() -> None:
    """What the two seconds after the last key bring."""
    focused = QApplication.focusWidget()
    field: QWidget | None = focused
    while field is not None and not isinstance(field, InPlace | AddRow):
        field = field.parentWidget()
    assert field is not None
    keeping = field.findChild(Keeping)
    assert keeping is not None and keeping._clock.isActive()
    keeping._clock.timeout.emit()


def editor_of(field: InPlace) -> QWidget:
    assert field.editor is not None
    return field.editor


def said(field: QWidget) -> str:
    """What stands below the field about where its words come from; '' for nothing."""
    return next((each.said.text() for each in field.findChildren(KeptRow) if each.isVisible()), "")


def shown(qtbot: QtBot, field: Callable[[], InPlace | AddRow | None]) -> InPlace | AddRow:
    """A field once it is open."""

    def is_open() -> bool:
        found = field()
        return found is not None and found.is_open

    qtbot.waitUntil(is_open)
    found = field()
    assert found is not None
    return found


def test_half_a_paragraph_comes_back_in_its_field(
    desk: Desk, library: Library, ana: int, opened: Opener, crash: Crash, qtbot: QtBot
) -> None:
    change_person(library, ana, PersonForm(name="Ana Ferreira", as_a_person="Sails."))
    screen, steps = opened(desk, ana), library.history()
    about = screen.side.as_person.about
    about.begin()
    QTest.keyClicks(editor_of(about), " Her sister moved to")
    assert not kept_places(library)  # not at every key
    again = crash(library)
    assert again.library.history() == steps
    page = opened(again, ana)
    field = shown(qtbot, lambda: page.side.as_person.about)
    assert isinstance(field, InPlace)
    editor = editor_of(field)
    assert isinstance(editor, QPlainTextEdit) and editor.toPlainText() == "Sails. Her sister moved to"
    assert said(field) == f"Kept from Tue 15 Sep, {NOW:%H:%M}, not saved yet."
    QTest.keyClicks(editor, " Porto")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert field.value == "Sails. Her sister moved to Porto" and not said(field)
    assert not kept_places(again.library)


@pytest.mark.parametrize("way", ["Esc", "afresh"])
def test_what_is_put_back_is_kept_no_longer(
    desk: Desk, library: Library, ana: int, opened: Opener, crash: Crash, qtbot: QtBot, way: str
) -> None:
    field = opened(desk, ana).side.as_person.about
    field.begin()
    QTest.keyClicks(editor_of(field), "Half")
    again = crash(library)
    page = opened(again, ana)
    back = shown(qtbot, lambda: page.side.as_person.about)
    assert isinstance(back, InPlace)
    if way == "Esc":
        QTest.keyClick(editor_of(back), Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(back.findChild(KeptRow).afresh, Qt.MouseButton.LeftButton)
    assert not back.is_open and back.value == "" and not kept_places(again.library)
    assert again.library.next_labels() == library.next_labels()


def test_a_note_of_last_year_is_changed_where_it_stands(
    desk: Desk, library: Library, ana: int, opened: Opener, crash: Crash, qtbot: QtBot
) -> None:
    add_note(library, ana, "Likes the sea.", on=TODAY - timedelta(days=500))
    screen = opened(desk, ana)
    screen._show_year_only(False)
    go_to(screen, Mark.NOTE)
    QTest.keyClick(screen.stream, Qt.Key.Key_F2)
    field = screen.stream.findChild(InPlace)
    assert field is not None
    QTest.keyClicks(editor_of(field), " And the moun")
    page = opened(crash(library), ana)
    back = shown(qtbot, lambda: page.stream.findChild(InPlace))
    assert isinstance(back, InPlace) and back.typed() == {"text": "Likes the sea. And the moun"}
    sheet = back.parentWidget()
    assert said(back) and sheet is not None and sheet.height() >= editor_of(back).height() + back.below


def test_what_is_private_stays_closed_until_it_is_opened(
    desk: Desk, library: Library, ana: int, opened: Opener, crash: Crash, qtbot: QtBot
) -> None:
    add_note(library, ana, "She is ill.", on=TODAY, private=True)
    screen = opened(desk, ana)
    go_to(screen, Mark.NOTE)
    assert screen.stream.change_row()
    field = screen.stream.findChild(InPlace)
    assert field is not None
    QTest.keyClicks(editor_of(field), " Nobody els")
    again = crash(library)
    told: list[str] = []
    again.said.connect(lambda words, _undoable: told.append(words))
    page = opened(again, ana)
    qtbot.waitUntil(lambda: bool(told))
    assert page.stream.findChild(InPlace) is None and "private" in told[0]
    go_to(page, Mark.NOTE)
    assert page.stream.change_row()
    back = page.stream.findChild(InPlace)
    assert back is not None and back.typed() == {"text": "She is ill. Nobody els"}


def test_a_line_that_adds_comes_back_with_what_was_chosen(
    desk: Desk, library: Library, ana: int, opened: Opener, crash: Crash, qtbot: QtBot
) -> None:
    row = opened(desk, ana).side.commitments.add
    row.begin()
    QTest.keyClicks(row.line, "The cost figures by Fri")
    row.segments["by"].choose("they")
    again = crash(library)
    page = opened(again, ana)
    back = shown(qtbot, lambda: page.side.commitments.add)
    assert isinstance(back, AddRow) and said(back)
    assert back.line.text() == "The cost figures by Fri" and back.picked == {"by": "they"}
    QTest.keyClicks(back.line, "day")
    QTest.keyClick(back.line, Qt.Key.Key_Return)
    assert again.library.value("SELECT what FROM commitment") == "The cost figures"
    assert not kept_places(again.library) and not said(back)


@pytest.mark.parametrize(
    ("opener", "button"),
    [
        ("views", "I see it differently"),
        (f"angle {Angle.FEAR}", "Add what you learned"),
        ("dimension ability", "Add a fact"),
    ],
)
def test_a_line_in_a_sheet_opens_its_sheet_again(
    desk: Desk,
    library: Library,
    ana: int,
    opened: Opener,
    crash: Crash,
    qtbot: QtBot,
    opener: str,
    button: str,
) -> None:
    def line(page: PersonScreen) -> AddRow | None:
        if page._sheet is None or not page._sheet.isVisible():
            return None
        return next(each for each in page._sheet.findChildren(AddRow) if each.part == button)

    screen = opened(desk, ana)
    under = screen.side.findChildren(QAbstractButton, opener)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in under))
    next(each for each in under if each.isVisible()).click()
    row = line(screen)
    assert row is not None
    row.begin()
    QTest.keyClicks(row.line, "She told me herself, on the way to the")
    again = crash(library)
    page = opened(again, ana)
    back = shown(qtbot, lambda: line(page))
    assert isinstance(back, AddRow) and said(back)
    assert back.line.text() == "She told me herself, on the way to the"
    QTest.keyClick(back.line, Qt.Key.Key_Escape)
    assert not kept_places(again.library)


def test_where_the_row_is_gone_the_words_are_offered_as_a_note(
    desk: Desk, library: Library, ana: int, opened: Opener, crash: Crash, qtbot: QtBot
) -> None:
    note = add_note(library, ana, "Likes the sea.", on=TODAY)
    screen = opened(desk, ana)
    go_to(screen, Mark.NOTE)
    assert screen.stream.change_row()
    field = screen.stream.findChild(InPlace)
    assert field is not None
    QTest.keyClicks(editor_of(field), " And the moun")
    again = crash(library)
    remove_note(again.library, note)
    wanted: list[str] = []
    again.command_wanted.connect(lambda command, _subject: wanted.append(command))
    opened(again, ana)
    qtbot.waitUntil(lambda: bool(wanted))
    assert wanted == ["note"] and kept_places(again.library) == [f"note {ana} 0 0"]
    assert "Likes the sea. And the moun" in again.library.value("SELECT words FROM unfinished")


@pytest.mark.parametrize("which", ["words", "line"])
def test_what_was_only_shown_again_is_not_saved_by_going_on(
    desk: Desk, library: Library, ana: int, opened: Opener, crash: Crash, qtbot: QtBot, which: str
) -> None:
    luca = add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)

    def field_of(page: PersonScreen) -> InPlace | AddRow:
        return page.side.as_person.about if which == "words" else page.side.commitments.add

    field = field_of(opened(desk, ana))
    field.begin()
    QTest.keyClicks(field.line if isinstance(field, AddRow) else editor_of(field), "Half a tho")
    again = crash(library)
    steps = again.library.history()
    page = opened(again, ana)
    shown(qtbot, lambda: field_of(page))
    page.stream.setFocus(Qt.FocusReason.TabFocusReason)
    assert not field_of(page).is_open
    page.show_person(luca)
    page.show_person(ana)
    shown(qtbot, lambda: field_of(page))
    page.show_person(luca)
    assert not field_of(page).is_open
    assert again.library.history() == steps and len(kept_places(again.library)) == 1
    page.show_person(ana)
    back = shown(qtbot, lambda: field_of(page))
    assert back.typed()["text"] == "Half a tho"
    QTest.keyClicks(back.line if isinstance(back, AddRow) else editor_of(back), "ught")
    page.show_person(luca)
    assert len(again.library.history()) == len(steps) + 1 and not kept_places(again.library)


def test_leaving_a_field_saves_it_and_keeps_nothing(
    desk: Desk, library: Library, ana: int, opened: Opener
) -> None:
    plan_conversation(library, PlanForm(people=(ana,), day=TODAY), today=TODAY)
    screen = opened(desk, ana)
    purpose = screen.side.next.purpose
    purpose.begin()
    QTest.keyClicks(editor_of(purpose), "The exit costs")
    pause()
    assert kept_places(library)
    screen.stream.setFocus(Qt.FocusReason.TabFocusReason)
    assert purpose.value == "The exit costs" and not kept_places(library)


def test_after_the_start_the_page_is_offered(
    desk: Desk,
    library: Library,
    ana: int,
    opened: Opener,
    crash: Crash,
    open_window: Callable[[Library], Window],
    qtbot: QtBot,
) -> None:
    field = opened(desk, ana).side.as_person.about
    field.begin()
    QTest.keyClicks(editor_of(field), "Her sister")
    window = open_window(crash(library).library)
    assert _offer_unfinished(window)
    assert window.toast.words == "An unfinished text about Ana was kept."
    qtbot.mouseClick(window.toast.findChild(QWidget, "open"), Qt.MouseButton.LeftButton)
    page = window.places.screen("person")
    assert isinstance(page, PersonScreen)
    back = shown(qtbot, lambda: page.side.as_person.about)
    assert back.typed() == {"text": "Her sister"}
