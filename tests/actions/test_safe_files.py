"""Files that are whole or not there at all, private, and never over another one unasked."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.actions.exports.safe_files import being_made, write_file, write_folder
from planner.domain.errors import KnownError


def failing(error: Exception) -> Iterator[bytes]:
    """Half a file, and then what goes wrong."""
    yield b"half"
    raise error


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_private_whatever_the_system_s_habit(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert write_file(tmp_path / "a", [b"one", b"", b"two"], replace=False) == 6
        write_folder(tmp_path / "b", [("c", b"x")], replace=False)
    finally:
        os.umask(before)
    assert (tmp_path / "a").read_bytes() == b"onetwo"
    assert mode(tmp_path / "a") == mode(tmp_path / "b" / "c") == 0o600
    assert mode(tmp_path / "b") == 0o700
    assert names(tmp_path) == ["a", "b"]


def test_what_is_there_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_text("old")
    with pytest.raises(KnownError, match=r"“a” is there already\. Nothing was written"):
        write_file(target, [b"new"], replace=False)
    assert (target.read_text(), names(tmp_path)) == ("old", ["a"])
    write_file(target, [b"new"], replace=True)
    assert (target.read_text(), names(tmp_path)) == ("new", ["a"])


def test_a_file_that_came_meanwhile_stays_too(tmp_path: Path) -> None:
    target = tmp_path / "a"

    def pieces() -> Iterator[bytes]:
        target.write_text("somebody else's")
        yield b"ours"

    with pytest.raises(KnownError, match="is there already"):
        write_file(target, pieces(), replace=False)
    assert (target.read_text(), names(tmp_path)) == ("somebody else's", ["a"])


def test_a_disk_without_second_names_keeps_the_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_arguments: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    write_file(tmp_path / "a", [b"one"], replace=False)
    with pytest.raises(KnownError, match="is there already"):
        write_file(tmp_path / "a", [b"two"], replace=False)
    assert ((tmp_path / "a").read_bytes(), names(tmp_path)) == (b"one", ["a"])


@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize("error", [RuntimeError("a bug"), KeyboardInterrupt()])
def test_half_a_file_is_none(tmp_path: Path, error: Exception, replace: bool) -> None:
    if replace:
        (tmp_path / "a").write_text("old")
    with pytest.raises(type(error)):
        write_file(tmp_path / "a", failing(error), replace=replace)
    assert names(tmp_path) == (["a"] if replace else [])
    assert not replace or (tmp_path / "a").read_text() == "old"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full. Nothing is lost"),
        (errno.EIO, "“a” cannot be written. Nothing is lost"),
    ],
)
def test_what_the_disk_refuses_is_said(tmp_path: Path, number: int, words: str) -> None:
    with pytest.raises(KnownError, match=words):
        write_file(tmp_path / "a", failing(OSError(number, "")), replace=False)
    assert names(tmp_path) == []


def test_a_full_disk_is_said_by_a_real_one() -> None:
    full = Path("/dev/full")
    if full.exists():
        with pytest.raises(KnownError):
            write_file(full, [b"x"], replace=False)


def test_folders_in_the_place_of_files_and_the_other_way_round(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnownError, match=r"is a folder\. Nothing was written"):
        write_file(tmp_path, [b"x"], replace=True)
    with pytest.raises(KnownError, match=r"is a file\. Nothing was written"):
        write_folder(tmp_path / "file", [("a", b"x")], replace=True)
    with pytest.raises(KnownError, match="There is no folder"):
        write_file(tmp_path / "none" / "a", [b"x"], replace=False)
    with pytest.raises(KnownError, match="There is no folder"):
        write_folder(tmp_path / "none" / "a", [("a", b"x")], replace=False)


def test_a_folder_gets_all_files_or_none(tmp_path: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "a", b"1"
        raise RuntimeError("a bug")

    for target in (tmp_path / "new", tmp_path / "old"):
        (tmp_path / "old").mkdir(exist_ok=True)
        with pytest.raises(RuntimeError):
            write_folder(target, files(), replace=False)
    assert names(tmp_path) == ["old"]
    assert names(tmp_path / "old") == []


def test_a_folder_that_is_there_keeps_its_files(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with pytest.raises(KnownError, match="“a” is there already"):
        write_folder(tmp_path, [("b", b"2"), ("a", b"1")], replace=False)
    assert names(tmp_path) == ["a"]
    assert write_folder(tmp_path, [("b", b"2"), ("a", b"1")], replace=True) == 2
    assert ((tmp_path / "a").read_text(), (tmp_path / "b").read_text()) == ("1", "2")


def test_a_name_that_points_elsewhere_is_replaced_and_not_what_it_points_to(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("precious")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(KnownError, match="is there already"):
        write_file(tmp_path / "link", [b"x"], replace=False)
    write_file(tmp_path / "link", [b"x"], replace=True)
    assert ((tmp_path / "real").read_text(), (tmp_path / "link").read_text()) == ("precious", "x")


def test_making_a_file_under_another_name_first(tmp_path: Path) -> None:
    with being_made(tmp_path / "a", replace=False) as part:
        part.write_text("x")
        assert not (tmp_path / "a").exists()
    assert names(tmp_path) == ["a"]
