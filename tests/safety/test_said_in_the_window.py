"""P1, P3, P5, P7, P19 and P20 in the window: what is in the way is said, with a way out, without people."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import apsw
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.actions.people import PersonForm, add_person
from planner.library import Library, place
from planner.library.passphrase import set_passphrase
from planner.ui import crash
from planner.ui.dialogs.kept_typing import KeptTyping
from planner.ui.dialogs.note_dialog import NoteDialog
from planner.ui.dialogs.person_dialog import PersonDialog
from planner.ui.frame.bug_dialog import BugDialog
from planner.ui.frame.copied import CopiedWords
from planner.ui.job import wait_for_all
from planner.ui.safe.gate import Trouble, Unlock
from planner.ui.safe.looking_after import LookingAfter
from planner.ui.start import Shown
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.journeys.conftest import shown, theme, window_of
from tests.journeys.test_another_library import is_free
from tests.journeys.test_safe import names, press, then
from tests.safety.test_place import moved, removed, replaced

__all__ = ["shown", "theme"]

NAME = "Xenophilius Quibbler"


def add(window: Window, name: str) -> int | None:
    return window.desk.do(
        lambda: add_person(window.desk.library, PersonForm(name=name), today=TODAY), "Added"
    )


# The file is gone from its place


@pytest.mark.parametrize("harm", [replaced, removed, moved])
def test_a_copy_is_offered_where_the_file_is_gone_and_is_what_one_goes_on_with(
    harm: Callable[[Path, Path], None], shown: Shown, tmp_path: Path
) -> None:
    window = window_of(shown)
    add(window, "Ana")
    harm(window.desk.library.path, tmp_path)
    assert add(window, "Luca") is None
    line = window.error_line
    assert "since it was opened" in line.text and "Save a copy now" in line.text
    assert line.isVisible() and line.offer.text() == "Save a copy …" and line.offer.isVisible()
    line.offer.click()
    asked = window.findChild(QFileDialog)
    assert asked is not None
    asked.fileSelected.emit(str(tmp_path / "rescued.rapport"))
    asked.close()
    rescued = window_of(shown).desk.library
    assert rescued.path == tmp_path / "rescued.rapport" and names(rescued) == ["Ana"]
    assert add(window_of(shown), "Luca") is not None
    assert rescued.problems() == []


def test_a_dialog_says_it_too_and_keeps_what_was_typed(shown: Shown, tmp_path: Path) -> None:
    window = window_of(shown)
    add(window, "Ana")
    moved(window.desk.library.path, tmp_path)
    dialog = PersonDialog(window.desk, None, window)
    dialog.open()
    next(each for each in dialog.findChildren(QWidget) if each.accessibleName() == "Name").setText("Luca")
    dialog.primary.click()
    assert dialog.isVisible() and "since it was opened" in dialog.problem.words
    dialog.reject()
    assert window.error_line.offer.text() == "Save a copy …"


def test_every_place_can_still_be_looked_at(shown: Shown, tmp_path: Path, qtbot: QtBot) -> None:
    """What asks in a thread of its own finds no file; the window shows what it has and offers the copy."""
    window = window_of(shown)
    ana = add(window, "Ana")
    assert ana is not None
    qtbot.waitUntil(lambda: window.findChild(LookingAfter) is not None)
    wait_for_all()
    moved(window.desk.library.path, tmp_path)
    for each in ("people", "commitments", "timeline", "cadence", "duplicates", "trash", "plan"):
        window.places.go(each)
        qtbot.wait(60)  # until a thread had the time to ask
    window.places.show_person(ana)
    window.run("suggest")
    window.run("field")
    window.field.findChild(QLineEdit).setText("budget")
    qtbot.wait(300)
    wait_for_all()
    assert window.error_line.offer.text() == "Save a copy …"
    assert not window.desk.library.path.exists()


def test_what_is_said_otherwise_offers_nothing(shown: Shown) -> None:
    window = window_of(shown)
    window.desk.offered.emit("It is gone.", "Save a copy …", lambda _window: None)
    window.desk.failed.emit("The disk is full. Nothing was changed; make room and try again.")
    assert window.error_line.isVisible() and not window.error_line.offer.isVisible()


# Damage that comes while it is open


HARM = """
import sys
with open(sys.argv[1], "r+b") as file:
    for page in range(1, int(sys.argv[2])):
        file.seek(page * 4096 + 50)
        file.write(b"x")
"""


def test_damage_that_a_thread_meets_is_said_and_is_no_bug(shown: Shown, qtbot: QtBot) -> None:
    """P5: by another program, since to open the file here would let go of SQLite's own locks."""
    window = window_of(shown)
    add(window, "Ana")
    qtbot.waitUntil(lambda: window.findChild(LookingAfter) is not None)
    wait_for_all()
    library = window.desk.library
    library.connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    pages = library.connection.pragma("page_count")
    subprocess.run([sys.executable, "-c", HARM, str(library.path), str(pages)], check=True)
    window.places.go("cadence")
    qtbot.waitUntil(lambda: "damaged" in window.error_line.text)
    assert not window.error_line.offer.isVisible()


# A full disk


def test_a_full_disk_is_said_in_the_editor_which_keeps_what_was_typed_until_there_is_room(
    shown: Shown,
) -> None:
    """P3: SQLite itself finds no room for another page."""
    window = window_of(shown)
    add(window, "Ana")
    connection = window.desk.library.connection
    connection.pragma("max_page_count", connection.pragma("page_count"))
    note = ("Her sister moved to Porto. " * 1_000).strip()
    dialog = NoteDialog(window.desk, window.desk.library.value("SELECT id FROM person"), window)
    dialog.open()
    dialog.form["words"].field.setPlainText(note)
    dialog.primary.click()
    assert dialog.problem.words == "The disk is full. Nothing was changed; make room and try again."
    assert dialog.isVisible() and dialog.form["words"].value() == note
    assert window.desk.library.value("SELECT count(*) FROM note") == 0
    connection.pragma("max_page_count", 1_000_000)
    dialog.primary.click()
    assert not dialog.isVisible()
    assert window.desk.library.value("SELECT words FROM note") == note
    assert window.desk.library.problems() == []


# What does not open


def test_a_read_only_library_is_explained(shown: Shown, tmp_path: Path) -> None:
    path = tmp_path / "dvd.rapport"
    Library(path, clock=lambda: NOW).close()
    path.chmod(0o400)
    assert explained(shown, path).startswith("“dvd.rapport” is read-only. Nothing was changed;")


def test_a_folder_that_cannot_be_written_to_is_explained(shown: Shown, tmp_path: Path) -> None:
    """As on a read-only disk, which tests of an administrator cannot have: the lock has no place."""
    path = tmp_path / "dvd.rapport"
    Library(path, clock=lambda: NOW).close()
    (tmp_path / "dvd.rapport-writer").mkdir()
    assert "lies in a folder that cannot be written to" in explained(shown, path)


def test_a_library_that_a_command_is_writing_to_is_explained(shown: Shown, tmp_path: Path) -> None:
    path = tmp_path / "busy.rapport"
    with Library(path, clock=lambda: NOW) as library:
        library.claim()
        assert "is open in another Rapport" in explained(shown, path)
        # also where the passphrase had to be asked for first
    set_passphrase(path, None, "correct horse battery", clock=lambda: NOW)
    with Library(path, clock=lambda: NOW, passphrase="correct horse battery") as library:
        library.claim()

        def enter(sheet: QWidget) -> None:
            assert isinstance(sheet, Unlock)
            sheet.field.setText("correct horse battery")
            then(Trouble, lambda trouble: press(trouble, "Quit"))
            sheet.enter()

        then(Unlock, enter)
        assert not shown.open_or_ask(path)


@pytest.mark.parametrize("gone", ["file", "folder"])
def test_a_library_that_vanished_between_starts_is_made_anew_or_explained(
    gone: str, shown: Shown, tmp_path: Path
) -> None:
    folder = tmp_path / "stick"
    if gone == "file":
        assert shown.open_or_ask(folder / "mine.rapport")
        assert window_of(shown).places.current == "first_run"
    else:
        folder.write_text("no longer a folder")
        assert "No library can be made in" in explained(shown, folder / "mine.rapport")


def explained(shown: Shown, path: Path) -> str:
    """The sentence that is shown in place of a window; then one gives up."""
    said: list[str] = []

    def look(sheet: QWidget) -> None:
        assert isinstance(sheet, Trouble)
        said.append(sheet.sentence.text())
        press(sheet, "Quit")

    then(Trouble, look)
    assert not shown.open_or_ask(path)
    return said[0]


# Odd places


def test_a_network_drive_is_told_of_once(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(place, "_mounts", lambda: [f"server:/home {tmp_path} nfs4 rw 0 0"])
    shown.open(tmp_path / "far.rapport")
    window = window_of(shown)
    qtbot.waitUntil(lambda: "lies on a network drive" in window.error_line.text)
    shown.open(tmp_path / "mine.rapport")
    qtbot.waitUntil(lambda: is_free(tmp_path / "far.rapport"))
    shown.open(tmp_path / "far.rapport")
    again = window_of(shown)
    qtbot.waitUntil(lambda: again.findChild(LookingAfter) is not None)
    assert "network" not in again.error_line.text


# What looks after the window


def test_the_window_as_it_is_opened_is_looked_after(shown: Shown, qtbot: QtBot) -> None:
    """P9 and P13: it backs up by itself and takes copied words off the clipboard."""
    window = window_of(shown)
    for kind in (LookingAfter, CopiedWords):
        qtbot.waitUntil(lambda kind=kind: window.findChild(kind) is not None)


def test_what_was_being_typed_is_offered_at_the_next_start(
    shown: Shown, tmp_path: Path, qtbot: QtBot
) -> None:
    """P1: by the program itself, soon after its window is there."""
    window = window_of(shown)
    ana = add(window, "Ana")
    assert ana is not None
    dialog = NoteDialog(window.desk, ana, window)
    QTest.keyClicks(dialog.form["words"].field, "Half a word")
    for typing in dialog.findChildren(KeptTyping):
        typing.keep()
    shown.open(tmp_path / "other.rapport")
    qtbot.waitUntil(lambda: is_free(tmp_path / "mine.rapport"))
    shown.open(tmp_path / "mine.rapport")
    again = window_of(shown)
    qtbot.waitUntil(lambda: "Ana" in again.toast.words and again.toast.isVisible())


# Bugs


def break_with(note: str) -> None:
    """A bug whose message and whose variables hold a note."""
    name = f"{NAME}: {note}"
    raise ValueError(name)


@pytest.fixture
def hooked(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> Shown:
    for module, name in ((sys, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, name, getattr(module, name))  # put back afterwards
    crash.install(shown.tell_bug)
    return shown


def test_a_bug_is_said_once_and_its_places_can_be_copied(
    hooked: Shown, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    window = window_of(hooked)
    for _ in range(3):
        QTimer.singleShot(0, lambda: break_with("zxq7"))
    qtbot.waitUntil(window.error_line.isVisible)
    assert window.error_line.text == crash.SENTENCE
    window.error_line.offer.click()
    dialog = window.findChild(BugDialog)
    assert dialog is not None and dialog.isVisible()
    told = dialog.places.toPlainText()
    assert "break_with" in told and "ValueError" in told and "Python 3" in told
    dialog.primary.click()
    assert QGuiApplication.clipboard().text() == told
    written = capsys.readouterr().err
    assert written.count("ValueError in") == 1
    assert "Quibbler" not in told + written and "zxq7" not in told + written


PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from planner.ui.start import make_application
from planner.app import main
application = make_application()
def break_with(note):
    raise ValueError(note)
def look():
    window = next(each for each in application.topLevelWidgets() if hasattr(each, "places"))
    print(window.error_line.text)
    application.quit()
QTimer.singleShot(700, lambda: break_with("Xenophilius Quibbler"))
QTimer.singleShot(900, look)
sys.exit(main(sys.argv[1:]))
"""


def test_the_program_as_it_is_started_reports_bugs_without_people(tmp_path: Path) -> None:
    places = {each: str(tmp_path) for each in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "--library", str(tmp_path / "mine.rapport")],
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        umask=0o022,
    )
    made = [each for each in tmp_path.rglob("*") if each.suffix != ".rapport-writer"]
    assert {".rapport", ".ini"} <= {each.suffix for each in made}
    for each in made:  # P19: also what Qt writes, whatever the system's habit
        assert stat.S_IMODE(each.stat().st_mode) == (0o700 if each.is_dir() else 0o600), each
    assert done.stdout.strip() == crash.SENTENCE
    assert "ValueError in" in done.stderr and "break_with" in done.stderr
    assert "Quibbler" not in done.stderr
    assert done.returncode == 0


def test_what_a_thread_breaks_with_is_reported_alike(
    hooked: Shown, qtbot: QtBot, capsys: pytest.CaptureFixture[str], clock: Callable[[], datetime]
) -> None:
    del clock
    from threading import Thread

    thread = Thread(target=break_with, args=("zxq7",))
    thread.start()
    thread.join()
    window = window_of(hooked)
    qtbot.waitUntil(lambda: window.error_line.text == crash.SENTENCE)
    written = capsys.readouterr().err
    assert "break_with" in written and "zxq7" not in written
