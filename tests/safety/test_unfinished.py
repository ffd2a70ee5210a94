"""P1 for what is not saved yet: a note or a form that is being typed survives a crash and is offered back."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, Point, add_person, change_person
from planner.domain.channels import ReachedOut
from planner.domain.unfinished import Place
from planner.library import Library
from planner.queries.unfinished import kept_of, newest_unfinished
from planner.ui.desk import Desk
from planner.ui.dialogs.log_dialog import LogDialog
from planner.ui.dialogs.note_dialog import NoteDialog
from planner.ui.dialogs.person_dialog import PersonDialog
from planner.ui.dialogs.plan_dialog import PlanDialog
from planner.ui.dialogs.promise_dialog import PromiseDialog
from planner.ui.safe import locking
from planner.ui.screen import Subject
from planner.ui.start import _offer_unfinished
from planner.ui.theme import Theme
from planner.ui.widgets.buttons import Button
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.safety.breaking import break_off, kept_places, pause
from tests.ui.conftest import _wardrobe, ana, dressed, open_window, window
from tests.ui.dialog_hands import bare_window, type_into

__all__ = ["_wardrobe", "ana", "dressed", "open_window", "window"]

CHILD = """
import sys, datetime, pathlib
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.dialogs.note_dialog import NoteDialog
from planner.ui.start import make_application
from planner.ui.theme import Theme
application = make_application()
library = Library(pathlib.Path(sys.argv[1]), clock=lambda: datetime.datetime(2026, 9, 15, 9, 20))
desk = Desk(library, Theme(), library.clock)
dialog = NoteDialog(desk, int(sys.argv[2]), None)
dialog.show()
QTest.keyClicks(dialog.form["words"].field, "Her sister moved to Porto")
def look():
    if library.value("SELECT count(*) FROM unfinished"):
        print("kept", flush=True)
look_often = QTimer()
look_often.timeout.connect(look)
look_often.start(50)
application.exec()
"""


UI = Path(__file__).parents[2] / "planner" / "ui"
LETS_TYPE = re.compile(
    r"(\b(LineEditor|LinesEditor|QLineEdit|QPlainTextEdit|QTextEdit|OwnLine|FieldLine|InPlace|AddRow)\()"
    r"|editor=LineEditor|class \w+\((QLineEdit|QPlainTextEdit|QTextEdit|OwnLine|LineEditor)\)"
)
KEEPS = re.compile(r"\b(KeptTyping|Keeping|KeptLine|KeptReview|Asked)\(|\.part\b")
NOT_KEPT = {
    **dict.fromkeys(("dialogs/editors.py", "dialogs/tokens.py", "dialogs/points.py"), "parts of kept forms"),
    **dict.fromkeys(("widgets/own_line.py", "widgets/in_place.py"), "parts of what is kept"),
    **dict.fromkeys(("field/line.py", "field/reading_view.py"), "a row of the line, which is kept"),
    **dict.fromkeys(("dialogs/tag_dialog.py", "dialogs/filter_dialog.py"), "a word or two"),
    **dict.fromkeys(("people/add_line.py", "first_run/form.py"), "a name"),
    **dict.fromkeys(("dialogs/why_not_dialog.py", "exporting/people_choice.py"), "looks for a name"),
    **dict.fromkeys(("filtering/popover.py", "filtering/field.py", "dialogs/change_keys.py"), "a search"),
    **dict.fromkeys(("safe/gate.py", "safe/passphrase_dialog.py"), "a passphrase, which nobody keeps"),
    "safe/somebody_dialog.py": "looks for a name",
    "dialogs/aside_dialog.py": "a region",
    "tidy/erase_dialog.py": "a word that confirms",
    "frame/bug_dialog.py": "only to read",
    "about/dialog.py": "only to read",
    "person/depend_panel.py": "a figure",
}
"""Where something can be typed and is not kept, and why. Whatever holds a thought is kept."""


@pytest.fixture
def desk(library: Library, dressed: Theme, clock: Callable[[], datetime]) -> Iterator[Desk]:
    """A desk on a fresh library."""
    made = Desk(library, dressed, clock)
    yield made
    made.close()


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """A window for dialogs to be modal to."""
    return bare_window(qtbot)


def test_a_note_survives_a_killed_program(library: Library, desk: Desk, ana: int, ground: QWidget) -> None:
    command = [sys.executable, "-c", CHILD, str(library.path), str(ana)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    assert child.stdout is not None
    assert child.stdout.readline() == "kept\n"
    child.kill()
    child.communicate()
    dialog = NoteDialog(desk, ana, ground)
    assert dialog.form["words"].value() == "Her sister moved to Porto"


def test_whatever_can_be_typed_in_keeps_it_or_is_said_not_to() -> None:
    texts = {str(file.relative_to(UI)): file.read_text("utf-8") for file in UI.rglob("*.py")}
    lets_type = {name for name, text in texts.items() if LETS_TYPE.search(text)}
    keeps = {name for name, text in texts.items() if KEEPS.search(text)}
    assert lets_type - keeps == set(NOT_KEPT)


def test_keeping_is_no_step_of_the_history(library: Library, desk: Desk, ana: int, ground: QWidget) -> None:
    steps = library.history()
    dialog = NoteDialog(desk, ana, ground)
    QTest.keyClicks(dialog.form["words"].field, "Half a")
    break_off(dialog)
    assert kept_places(library) and library.history() == steps


@pytest.mark.parametrize("end", ["save", "reject"])
def test_saved_or_cancelled_is_not_kept_any_more(
    library: Library, desk: Desk, ana: int, ground: QWidget, end: str
) -> None:
    dialog = NoteDialog(desk, ana, ground)
    QTest.keyClicks(dialog.form["words"].field, "Whole")
    pause(dialog)
    assert kept_places(library)
    getattr(dialog, end)()
    assert not kept_places(library)
    assert NoteDialog(desk, ana, ground).form["words"].value() == ""


def test_start_afresh_forgets_it(library: Library, desk: Desk, ana: int, ground: QWidget) -> None:
    dialog = NoteDialog(desk, ana, ground)
    QTest.keyClicks(dialog.form["words"].field, "Old")
    break_off(dialog)
    again = NoteDialog(desk, ana, ground)
    again.show()
    afresh = next(each for each in again.findChildren(Button) if each.text() == "Start afresh")
    afresh.click()
    assert again.form["words"].value() == "" and not kept_places(library)
    assert not afresh.isVisible()


def test_a_conversation_comes_back_with_every_field(desk: Desk, ana: int, ground: QWidget) -> None:
    dialog = LogDialog(desk, Subject(people=(ana,)), ground)
    type_into(dialog, "topic", "The budget")
    type_into(dialog, "starts", "14:30")
    dialog.form["day"].show_value(date(2026, 9, 11))
    dialog.form["reached_out"].show_value(ReachedOut.THEY)
    break_off(dialog)
    again = LogDialog(desk, Subject(people=(ana,)), ground).form.peek()
    assert again["topic"] == "The budget" and f"{again['starts']:%H:%M}" == "14:30"
    assert again["day"] == date(2026, 9, 11) and again["people"] == (ana,)
    assert again["reached_out"] is ReachedOut.THEY


def test_only_what_was_typed_comes_back_over_what_is_known_now(
    library: Library, desk: Desk, ana: int, ground: QWidget
) -> None:
    dialog = PersonDialog(desk, ana, ground)
    type_into(dialog, "city", "Porto")
    dialog.form["points"].show_value([Point(kind="email", value="ana@example.com")])
    break_off(dialog)
    change_person(library, ana, PersonForm(name="Ana Ferreira", role="Chief Financial Officer"))
    again = PersonDialog(desk, ana, ground).form.peek()
    assert (again["city"], again["role"]) == ("Porto", "Chief Financial Officer")
    assert again["points"] == (Point(kind="email", value="ana@example.com"),)


def test_after_the_start_the_newest_is_offered(window: Window, qtbot: QtBot) -> None:
    library = window.desk.library
    assert not _offer_unfinished(window)
    person = add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)
    dialog = NoteDialog(window.desk, person, window)
    QTest.keyClicks(dialog.form["words"].field, "Her sister")
    break_off(dialog)
    assert _offer_unfinished(window)
    assert window.toast.words == "An unfinished note about Ana was kept."
    opened: list[str] = []

    def look() -> None:
        found = next(each for each in window.findChildren(NoteDialog) if each.isVisible())
        opened.append(found.form["words"].value())
        found.reject()

    QTimer.singleShot(0, look)
    qtbot.mouseClick(window.toast.findChild(QWidget, "open"), Qt.MouseButton.LeftButton)
    assert opened == ["Her sister"] and not kept_places(library)


def test_a_commitment_comes_back(desk: Desk, ana: int, ground: QWidget) -> None:
    dialog = PromiseDialog(desk, ana, ground)
    type_into(dialog, "what", "The outage review")
    type_into(dialog, "due_on", "18 Sep")
    break_off(dialog)
    again = PromiseDialog(desk, ana, ground).form.peek()
    assert (again["what"], again["due_on"]) == ("The outage review", date(2026, 9, 18))


def test_a_plan_comes_back(desk: Desk, ana: int, ground: QWidget) -> None:
    dialog = PlanDialog(desk, Subject(people=(ana,)), ground)
    type_into(dialog, "purpose", "The exit costs")
    break_off(dialog)
    assert kept_places(desk.library) == [f"new_plan {ana} 0 0"]
    again = PlanDialog(desk, Subject(people=(ana,)), ground)
    assert again.form["purpose"].value() == "The exit costs"
    again.save()
    assert kept_places(desk.library) == []


def test_locking_keeps_what_is_typed_in_that_moment(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    path = window.desk.library.path
    begun: list[Path] = []
    monkeypatch.setattr(locking, "begin_anew", begun.append)  # it would end the tests
    person = add_person(window.desk.library, PersonForm(name="Ana Ferreira"), today=TODAY)
    dialog = NoteDialog(window.desk, person, window)
    QTest.keyClicks(dialog.form["words"].field, "Half a word")
    locking.lock(window)
    assert begun == [path]
    with Library(path, clock=lambda: NOW) as library:
        kept = kept_of(library, Place("note", (person,)))
    assert kept is not None and "Half a word" in kept.words


def test_who_is_gone_is_not_offered(library: Library, desk: Desk, ana: int, ground: QWidget) -> None:
    dialog = NoteDialog(desk, ana, ground)
    QTest.keyClicks(dialog.form["words"].field, "Half")
    break_off(dialog)
    assert newest_unfinished(library) is not None
    library.undo()
    assert newest_unfinished(library) is None
