"""A library that cannot be used is refused in one sentence with exit code 1, and no byte of it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest

from planner.library.sealed import seal
from tests.cli.conftest import Terminal

COMMANDS = (
    ["today"],
    ["people", "--json"],
    ["show", "Ana"],
    ["find", "budget"],
    ["history"],
    ["plan", "Ana Ferreira", "--on", "friday"],
    ["log", "Ana Ferreira"],
    ["promise", "Ana Ferreira", "--by", "me", "an answer"],
    ["undo"],
    ["redo"],
    ["check"],
    ["backup"],
)


@contextmanager
def _nothing_changes(folder: Path) -> Iterator[None]:
    before = _contents(folder)
    yield
    assert _contents(folder) == before


def _contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def _newer(library: Path) -> None:
    connection = apsw.Connection(str(library))
    seal(connection)
    connection.pragma("user_version", 99)
    connection.close()


def _foreign(library: Path) -> None:
    library.write_bytes(b"A photograph, perhaps." * 1000)


def _of_another_program(library: Path) -> None:
    library.unlink()
    connection = apsw.Connection(str(library))
    connection.execute("CREATE TABLE song (title)")
    connection.close()


def _damaged(library: Path) -> None:
    data = bytearray(library.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 + 100] ^= 1
    library.write_bytes(data)


def _cut_short(library: Path) -> None:
    library.write_bytes(library.read_bytes()[:6000])


def _read_only(library: Path) -> None:
    library.chmod(0o400)


def _missing(library: Path) -> None:
    library.unlink()


def _empty(library: Path) -> None:
    library.write_bytes(b"")


def _folder(library: Path) -> None:
    library.unlink()
    library.mkdir()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (_newer, "newer Rapport"),
        (_foreign, "not a Rapport library"),
        (_of_another_program, ""),
        (_damaged, "damaged"),
        (_cut_short, "damaged"),
        (_read_only, "read-only"),
        (_missing, "There is no library yet"),
        (_empty, "There is no library yet"),
        (_folder, "is a folder"),
    ],
)
def test_no_command_works_on_it_or_changes_it(
    sample_terminal: Terminal, tmp_path: Path, harm: Callable[[Path], None], words: str
) -> None:
    harm(sample_terminal.library)
    for command in COMMANDS:
        with _nothing_changes(tmp_path):
            assert words in sample_terminal.refuses(*command)


@pytest.mark.parametrize("harm", [_newer, _foreign, _of_another_program, _read_only, _folder])
def test_nothing_is_imported_into_it(
    sample_terminal: Terminal, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    harm(sample_terminal.library)
    cards = tmp_path / "one.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD\n", "utf-8")
    with _nothing_changes(tmp_path):
        sample_terminal.refuses("import", cards, "--yes")


def test_a_missing_library_says_how_to_begin(terminal: Terminal) -> None:
    assert "rapport import" in terminal.refuses("log", "Ana")
    assert "rapport import" in terminal.refuses("today")


def test_another_program_that_writes_is_waited_for_and_then_said(sample_terminal: Terminal) -> None:
    connection = apsw.Connection(str(sample_terminal.library))
    seal(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        assert "in use by another program" in sample_terminal.refuses("log", "Ana Ferreira")
        assert sample_terminal.json("people")
    finally:
        connection.close()
