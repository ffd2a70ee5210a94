"""The commands that make and look after files: sample, check, backup."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Terminal


def test_sample_writes_a_new_library(terminal: Terminal, tmp_path: Path) -> None:
    said = terminal("sample", tmp_path / "new.rapport")
    assert said.startswith("Wrote 41 people and ")
    new = Terminal(terminal._capsys, tmp_path / "new.rapport")
    assert len(new.json("people")) == 41
    assert not terminal.library.exists()


def test_sample_leaves_what_is_there_alone(terminal: Terminal, tmp_path: Path) -> None:
    there = tmp_path / "diary.txt"
    there.write_text("Dear diary", "utf-8")
    assert "there already" in terminal.refuses("sample", there)
    assert there.read_text("utf-8") == "Dear diary"


def test_a_sample_that_cannot_be_written_leaves_no_file(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.refuses("sample", tmp_path / "new.rapport", "--people", "3")
    assert list(tmp_path.iterdir()) == []


def test_check_says_that_a_library_is_whole(sample_terminal: Terminal) -> None:
    assert sample_terminal("check") == "“mine.rapport” is whole: 41 people.\n"


def test_check_says_what_is_damaged(sample_terminal: Terminal) -> None:
    data = bytearray(sample_terminal.library.read_bytes())
    data[-3000] ^= 1
    sample_terminal.library.write_bytes(data)
    assert "backup" in sample_terminal.refuses("check")


def test_backup_writes_a_copy_that_opens(sample_terminal: Terminal, tmp_path: Path) -> None:
    copy = tmp_path / "copy.rapport"
    assert sample_terminal("backup", copy) == f"Wrote a checked copy to {copy}.\n"
    assert len(Terminal(sample_terminal._capsys, copy).json("people")) == 41
    assert copy.stat().st_mode & 0o777 == 0o600


def test_backup_into_a_folder_and_beside_the_library(sample_terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    sample_terminal("backup", folder)
    sample_terminal("backup")
    assert [each.suffix for each in folder.iterdir()] == [".rapport"]
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_backup_never_writes_over_something(sample_terminal: Terminal, tmp_path: Path) -> None:
    there = tmp_path / "diary.txt"
    there.write_text("Dear diary", "utf-8")
    assert "there already" in sample_terminal.refuses("backup", there)
    assert "there already" in sample_terminal.refuses("backup", sample_terminal.library)
    assert there.read_text("utf-8") == "Dear diary"
