"""Meet somebody, debrief, promise and keep: by mouse and keys in the real window, and back by Undo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.domain.debrief import TrustMark
from planner.library import Library
from planner.queries.debriefs import marks_of
from planner.queries.trust import trust_of
from planner.queries.understanding import understanding_of
from planner.ui.debrief.dialog import DebriefDialog
from planner.ui.dialogs.log_dialog import LogDialog
from planner.ui.person.view import PersonScreen
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.dump import dump
from tests.journeys.conftest import OpenOn, close
from tests.journeys.hand import answer, button_called, click, keys, write


def test_a_promise_made_in_a_debrief_is_kept(open_on: OpenOn, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "mine.rapport"
    with Library(path, clock=lambda: NOW) as library:
        ngozi = add_person(library, PersonForm(name="Ngozi Okafor", pronouns="she/her"), today=TODAY)
    window = open_on(path)
    window.places.show_person(ngozi)
    begun = dump(window.desk.library)
    meet(window, qtbot)
    debrief(window, ngozi, qtbot)
    keep(window, ngozi)
    put_her_role_right(window, ngozi)
    told = dump(window.desk.library)
    close(window)

    again = open_on(path)
    assert dump(again.desk.library) == told
    for _ in range(4):
        keys("Ctrl+Z")
    assert dump(again.desk.library) == begun


def page_of(window: Window) -> PersonScreen:
    """The page that is shown."""
    page = window.places.screen("person")
    assert isinstance(page, PersonScreen) and window.places.current == "person"
    return page


def meet(window: Window, qtbot: QtBot) -> None:
    """L on her page logs a conversation; the page and the toast know of it at once."""

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, LogDialog)
        write("What the regulator asked")
        keys("Return")

    answer(qtbot, fill_in, lambda: keys("L"))
    assert window.toast.words == "Logged a conversation with Ngozi Okafor"
    stream = page_of(window).stream.rows
    assert stream.row(stream.index(1)).title == "What the regulator asked"  # type: ignore[union-attr]


def debrief(window: Window, person_id: int, qtbot: QtBot) -> None:
    """The toast offers it; one key, one line learned, one line promised."""

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, DebriefDialog) and dialog.sheet is not None
        keys("Up")
        write("Reads the small print herself")
        QTest.keyClicks(dialog.sheet.form_fields["promised"].field, "the cost figures by Friday")
        keys("Return")

    answer(qtbot, fill_in, lambda: click(button_called(window.toast, "Debrief")))
    assert [each.mark for each in marks_of(window.desk.library, person_id)] == [TrustMark.UP]
    assert understanding_of(window.desk.library, person_id, TODAY).summary == "1 of 8 angles fresh"
    page = page_of(window)
    assert [row.promise.what for row in page.side.commitments.rows] == ["the cost figures"]
    assert page.side.understanding.side.text() == "1 of 8 angles fresh"


def keep(window: Window, person_id: int) -> None:
    """K on the promise in the stream; how her trust can be judged changes with it."""
    page = page_of(window)
    click(button_called(page.tabs, "Commitments 1"))
    page.stream.setFocus()
    page.stream.setCurrentIndex(page.stream.rows.index(0))
    keys("K")
    assert trust_of(window.desk.library, person_id, TODAY).yours.sentence == (
        "You kept 1 of 1 promise to her"
    )
    assert not page.side.commitments.rows
    assert page.side.commitments.side.text() == "1 of 1 kept"


def put_her_role_right(window: Window, person_id: int) -> None:
    """A click on the role, typing, and going elsewhere."""
    page = page_of(window)
    click(page.header.role.text)
    write("Risk officer")
    page.stream.setFocus()
    assert window.desk.library.value("SELECT role FROM person WHERE id = ?", (person_id,)) == "Risk officer"
