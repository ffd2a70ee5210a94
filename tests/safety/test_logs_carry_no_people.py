"""P20: what Rapport says of itself carries no people: crash reports, settings, what the print queue hears."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person
from planner.app import main
from planner.cli.run import FAILED, run
from planner.library import Library
from planner.ui import crash
from planner.ui.brief.dialog import BriefDialog
from planner.ui.brief.printing import printer_for_a4
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.theme import Theme
from planner.ui.window import Window
from tests.conftest import NOW, TODAY
from tests.ui.conftest import _wardrobe, dressed

__all__ = ["_wardrobe", "dressed"]

NAME, NOTE = "Xenophilius Quibbler-Needle", "zxq7 the needle in the note"
NEEDLES = ("Xenophilius", "Quibbler", "zxq7")


@pytest.fixture
def told(library: Library) -> int:
    """Somebody whose name and note are found again wherever they go."""
    person = add_person(library, PersonForm(name=NAME, notes=NOTE, city=NAME), today=TODAY)
    log_conversation(library, ConversationForm(people=(person,), day=TODAY, topic=NOTE, notes=NOTE), now=NOW)
    return person


def carries_nobody(text: str) -> bool:
    return not any(needle.casefold() in text.casefold() for needle in NEEDLES)


def break_with(note: str) -> None:
    """A bug whose message and whose variables hold a note."""
    name = f"{NAME}: {note}"
    raise ValueError(name)


def test_the_report_of_a_bug_in_the_window_names_places_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    said: list[str] = []
    crash.install(lambda *told: said.extend(told))
    try:
        break_with(NOTE)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    written = capsys.readouterr()
    assert "ValueError" in written.err and "break_with" in written.err
    assert carries_nobody(written.err + written.out + "".join(said))


def test_the_report_of_a_bug_in_a_command_names_its_place_alone(
    library: Library, told: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """The one bug that is always there: a composition root whose clock fails with a note in its hands."""
    del told

    class Doors:
        library = property(lambda self: break_with(NOTE))

        @staticmethod
        def now() -> datetime:
            break_with(NOTE)
            return NOW

    assert run(["today"], Doors()) == FAILED  # type: ignore[arg-type]
    written = capsys.readouterr()
    assert "Rapport itself failed (ValueError in" in written.err
    assert carries_nobody(written.err + written.out)


def test_a_damaged_library_is_told_of_without_its_people(
    tmp_path: Path, told: int, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    del told
    copy = library.back_up("by hand", to=tmp_path / "copy.rapport")
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 0xFF
    copy.write_bytes(data)
    capsys.readouterr()
    assert main(["--library", str(copy), "check"]) != 0
    written = capsys.readouterr()
    assert carries_nobody(written.err + written.out)


def test_what_the_window_remembers_is_nobody(
    tmp_path: Path, told: int, library: Library, dressed: Theme, clock: Callable[[], datetime], qtbot: QtBot
) -> None:
    file = tmp_path / "config" / "window.ini"
    memory = Memory(file)
    desk = Desk(library, dressed, clock)
    window = Window(desk, memory)
    qtbot.addWidget(window)
    window.show_first()
    window.show()
    window.places.show_person(told)
    window.places.go("people")
    memory.remember_look(dressed)
    window.close()
    desk.close()
    QSettings(str(file), QSettings.Format.IniFormat).sync()
    written = file.read_text("utf-8")
    assert "geometry" in written
    assert carries_nobody(written)


def test_the_print_queue_hears_no_name(told: int, desk: Desk, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = BriefDialog(desk, [told], parent)
    printer = printer_for_a4()
    assert dialog.pages and carries_nobody(printer.docName() + printer.creator())
    assert printer.docName() == "Rapport"
    dialog.reject()


@pytest.fixture
def desk(library: Library, dressed: Theme, clock: Callable[[], datetime]) -> Desk:
    return Desk(library, dressed, clock)
