"""`rapport import`: a review, a question, one step, and the figures in JSON."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from planner.cli.json_help import ANSWERS
from tests.cli.conftest import ON, Terminal
from tests.cli.import_files import CARDS, write_files


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return write_files(tmp_path)


def test_the_figures_in_json(terminal: Terminal, files: tuple[Path, Path]) -> None:
    answer = terminal.json("import", *files, "--yes")
    assert list(answer) == list(ANSWERS["import"])
    assert answer == {
        "people_added": 2,
        "people_changed": 0,
        "people_unchanged": 0,
        "conversations_added": 1,
        "messages_added": 0,
        "plans_added": 1,
        "busy_added": 1,
        "problems": [],
    }
    assert terminal.library.stat().st_mode & 0o777 == 0o600
    talk = terminal.json("show", "ana")["conversations"][0]
    assert (talk["day"], talk["minutes"], talk["topic"]) == ("2026-09-01", 30, "The budget")


def test_the_same_files_again_change_nothing(terminal: Terminal, files: tuple[Path, Path]) -> None:
    terminal("import", *files, "--yes")
    again = terminal.json("import", *files, "--yes")
    assert (again.pop("people_unchanged"), again.pop("problems")) == (2, [])
    assert set(again.values()) == {0}
    assert len(terminal.json("history")) == 1
    assert terminal("import", *files, "--yes").startswith("Nothing new in contacts.vcf, calendar.ics.")


def test_one_undo_takes_an_import_back(terminal: Terminal, files: tuple[Path, Path]) -> None:
    said = terminal("import", *files, "--yes")
    assert said == (
        "Imported 2 new people, 1 conversation, 1 plan, 1 busy time. “rapport undo” takes it back.\n"
    )
    terminal("undo")
    assert terminal.json("people") == []


def test_without_yes_and_without_a_terminal_it_shows_but_saves_nothing(
    terminal: Terminal, files: tuple[Path, Path]
) -> None:
    written = terminal("import", *files, code=1)
    assert "New: 2\n  Ana Ferreira  CFO, Norvane\n  Luca Moretti\n" in written
    assert "Noor Haddad" in written
    assert "Events: 1 conversation, 1 plan, 1 busy time" in written
    assert "--yes" in terminal.said
    assert not terminal.library.exists()
    assert "--yes" in terminal.refuses("import", *files, "--json")


def test_the_review_names_what_changes_and_what_is_unsure(
    terminal: Terminal, files: tuple[Path, Path], tmp_path: Path
) -> None:
    terminal("import", files[0], "--yes")
    more = tmp_path / "more.vcf"
    more.write_text(
        CARDS.replace("TITLE:CFO\n", "TITLE:CFO\nTEL:+31 10 555 0100\n").replace("luca@", "other@")
        + "BEGIN:VCARD\nVERSION:3.0\nNOTE:nobody\nEND:VCARD\n",
        "utf-8",
    )
    written = terminal("import", more, code=1)
    assert "Changed: 1\n  Ana Ferreira  " in written and "+31 10 555 0100" in written
    assert "Problems: 1\n  more.vcf, line " in written
    assert "Possibly somebody you know already" in written
    assert "\n  Luca Moretti  Same name as Luca Moretti, other e-mail or number.\n" in written


def test_what_stands_here_stays_unless_it_is_told_otherwise(
    terminal: Terminal, files: tuple[Path, Path], tmp_path: Path
) -> None:
    terminal("import", files[0], "--yes")
    newer = tmp_path / "newer.vcf"
    newer.write_text(CARDS.replace("TITLE:CFO", "TITLE:Chair"), "utf-8")
    written = terminal("import", newer, "--dry-run")
    assert "kept as here (--take-changes): 1\n  Ana Ferreira  Role: CFO here, Chair there\n" in written
    assert terminal.json("import", newer, "--yes")["people_changed"] == 0
    written = terminal("import", newer, "--dry-run", "--take-changes")
    assert "Changed to what the files say: 1\n  Ana Ferreira  Role: CFO here, Chair there\n" in written
    assert terminal.json("import", newer, "--yes", "--take-changes")["people_changed"] == 1
    assert "Chair" in terminal("show", "Ana")
    assert "Nothing new" in terminal("import", newer, "--yes", "--take-changes")


def test_problems_come_with_their_lines(terminal: Terminal, tmp_path: Path) -> None:
    broken = tmp_path / "broken.vcf"
    broken.write_text(CARDS + "BEGIN:VCARD\nVERSION:3.0\nNOTE:nobody\nEND:VCARD\n", "utf-8")
    problem = terminal.json("import", broken, "--yes")["problems"][0]
    assert problem["file"] == "broken.vcf"
    assert problem["line"] == CARDS.count("\n") + 1
    assert problem["words"]


def test_attendees_are_added_where_that_is_asked(terminal: Terminal, files: tuple[Path, Path]) -> None:
    assert terminal.json("import", *files, "--yes", "--attendees")["people_added"] == 3
    assert terminal("show", "noor").startswith("Noor Haddad")


def test_a_file_that_is_no_address_book_is_refused_and_leaves_no_library(
    terminal: Terminal, tmp_path: Path
) -> None:
    other = tmp_path / "recipe.txt"
    other.write_text("Two eggs", "utf-8")
    assert "not an address book" in terminal.refuses("import", other, "--yes")
    assert "no file" in terminal.refuses("import", tmp_path / "missing.vcf", "--yes")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["recipe.txt"]


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1), ("", 1)])
def test_a_terminal_is_asked(terminal: Terminal, files: tuple[Path, Path], answer: str, code: int) -> None:
    ours, theirs = pty.openpty()
    typed = ["--library", str(terminal.library), *ON, "import", *map(str, files)]
    child = subprocess.Popen(
        [sys.executable, "-m", "planner.app", *typed], stdin=theirs, stdout=subprocess.PIPE
    )
    os.write(ours, f"{answer}\n".encode())
    written = child.communicate(timeout=60)[0].decode()
    os.close(ours)
    os.close(theirs)
    assert "Import this? [y/N]" in written
    assert child.returncode == code
    assert terminal.library.exists() == (code == 0)
