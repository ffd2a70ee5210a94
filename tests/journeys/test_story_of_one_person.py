"""One person from the first word to the last: met, promised to, kept, found twice, made one, and erased."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.library import Library
from planner.queries.people import person_called
from planner.ui.debrief.dialog import DebriefDialog
from planner.ui.dialogs.log_dialog import LogDialog
from planner.ui.dialogs.person_dialog import PersonDialog
from planner.ui.dialogs.promise_dialog import PromiseDialog
from planner.ui.screen import Subject
from planner.ui.tidy.duplicates_view import DuplicatesScreen
from planner.ui.tidy.erase_dialog import EraseDialog
from planner.ui.tidy.merge_dialog import MergeDialog
from planner.ui.tidy.trash_view import TrashScreen
from planner.ui.window import Window
from tests.conftest import TODAY
from tests.dump import dump
from tests.journeys.conftest import OpenOn, close
from tests.journeys.hand import answer, button_called, click, keys, write
from tests.looking import needles_in

INES = "Ines Quillfeather"


def test_one_person_from_the_first_word_to_the_last(open_on: OpenOn, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "mine.rapport"
    window = open_on(path)
    add_person(window.desk.library, PersonForm(name="Luca Steiner"), today=TODAY)
    before = dump(window.desk.library)
    meet(window, qtbot)
    look_back(window, qtbot)
    promise_and_keep(window, qtbot)
    make_one_of_two(window, qtbot)
    backup = window.desk.library.back_up("by hand")
    assert {path.name, backup.name} <= written(window.desk.library), "the look finds her while she is there"
    put_into_the_trash(window)
    erase(window, qtbot)
    close(window)

    again = open_on(path)
    assert dump(again.desk.library) == before, "nothing is left but what was there before"
    assert backup.exists()
    assert written(again.desk.library) == set(), "and nowhere once she is erased, backups neither"
    keys("Ctrl+Z")
    assert again.desk.library.value("SELECT count(*) FROM person") == 0, "older steps can still be taken back"
    assert again.desk.library.problems() == []


def written(library: Library) -> set[str]:
    """The files of a library in which her name stands."""
    return {where for where, _ in needles_in(library, ["Quillfeather"])}


def ines(window: Window) -> int:
    return person_called(window.desk.library, INES).id


def to_the_front(window: Window, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def meet(window: Window, qtbot: QtBot) -> None:
    """Add her by name, and log the first conversation from her page."""

    def name(dialog: QDialog) -> None:
        assert isinstance(dialog, PersonDialog)
        write(INES)
        keys("Return")

    def talk(dialog: QDialog) -> None:
        assert isinstance(dialog, LogDialog)
        write("The harbour permit")
        keys("Return")

    answer(qtbot, name, lambda: keys("Ctrl+Shift+N"))
    to_the_front(window, qtbot)
    window.places.show_person(ines(window))
    answer(qtbot, talk, lambda: keys("L"))
    to_the_front(window, qtbot)
    assert window.desk.library.value("SELECT topic FROM conversation") == "The harbour permit"


def look_back(window: Window, qtbot: QtBot) -> None:
    """Twenty seconds: the key for trust, one thing learned."""

    def three_keys(dialog: QDialog) -> None:
        assert isinstance(dialog, DebriefDialog)
        assert dialog.title.text() == "How was it with Ines?"
        keys("Up")
        write("Her crew must be safe")
        keys("Return")

    answer(qtbot, three_keys, lambda: window.run("debrief"))
    to_the_front(window, qtbot)
    assert window.desk.library.value("SELECT trust FROM debrief") == "up"
    assert window.desk.library.value("SELECT learned FROM understanding") == "Her crew must be safe"


def promise_and_keep(window: Window, qtbot: QtBot) -> None:
    """C notes what you promised; it is kept on the page of all commitments."""

    def words(dialog: QDialog) -> None:
        assert isinstance(dialog, PromiseDialog)
        write("The tide tables")
        keys("Return")

    answer(qtbot, words, lambda: keys("C"))
    to_the_front(window, qtbot)
    keys("Ctrl+Shift+C")
    assert window.places.current == "commitments"
    promise = window.desk.library.value("SELECT id FROM commitment")
    window.run("kept", Subject(people=(ines(window),), commitment_id=promise))
    assert window.desk.library.value("SELECT outcome FROM commitment") == "kept"


def make_one_of_two(window: Window, qtbot: QtBot) -> None:
    """Her name was noted a second time; the two become one, with everything of both."""
    form = PersonForm(name="I. Quillfeather", city="Faro", notes="Knows the pilots.")
    add_person(window.desk.library, form, today=TODAY)
    window.run("go_duplicates")
    page = window.places.screen("duplicates")
    assert isinstance(page, DuplicatesScreen)
    qtbot.waitUntil(lambda: bool(page.sheets) and not page.work.running)
    to_the_front(window, qtbot)

    def one(dialog: QDialog) -> None:
        assert isinstance(dialog, MergeDialog)
        keys("Return")

    answer(qtbot, one, lambda: click(button_called(page, "Compare and merge")))
    qtbot.waitUntil(lambda: not page.sheets and not page.work.running)
    row = window.desk.library.row("SELECT name, city, notes FROM person WHERE id = ?", (ines(window),))
    assert row == (INES, "Faro", "Knows the pilots.")
    assert window.desk.library.value("SELECT count(*) FROM person") == 2


def put_into_the_trash(window: Window) -> None:
    """From her page, which closes."""
    window.places.go("people")
    window.places.show_person(ines(window))
    window.run("remove")
    assert window.places.current == "people"
    assert window.toast.words == f"Moved {INES} to the trash"


def erase(window: Window, qtbot: QtBot) -> None:
    """For good, once her name is typed."""
    window.run("go_trash")
    page = window.places.screen("trash")
    assert isinstance(page, TrashScreen)
    to_the_front(window, qtbot)

    def confirm(dialog: QDialog) -> None:
        assert isinstance(dialog, EraseDialog) and dialog.backups
        write(INES)
        keys("Return")

    answer(qtbot, confirm, lambda: click(button_called(page, "Erase for good …")))
    qtbot.waitUntil(lambda: not page.work.running)
    QApplication.processEvents()
    assert window.toast.words.startswith(f"Erased {INES} for good. Out of 3 automatic backups too.")
    assert page.nothing.isVisible()
