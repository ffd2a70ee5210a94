"""P3 and P4 for a restore and a new passphrase: whatever the disk does, one of the two libraries is there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from planner.domain.errors import KnownError, PassphraseNeededError
from planner.library import Library
from planner.library.passphrase import set_passphrase
from planner.library.restore import restore
from tests.safety.disk import placed_under_sqlite
from tests.safety.test_full_and_failing_disk import NOW, Failing, add, opened

STRIDE, FEW = 29, 97
"""Every so many reads, writes or syncs is tried: fewer where a passphrase makes each try slow."""
WORDS = "correct horse battery"


def begun(folder: Path) -> tuple[Path, Path]:
    """A library with two people, and a backup of it with one."""
    folder.mkdir()
    path = folder / "mine.rapport"
    with opened(path) as library:
        add(library)
        backup = library.back_up("by hand")
        add(library)
    return path, backup


def people_in(path: Path, passphrase: str | None = None) -> int:
    with Library(path, clock=lambda: NOW, create=False, passphrase=passphrase) as library:
        library.claim()
        assert library.problems() == []
        return int(library.value("SELECT count(*) FROM person"))


def tried(
    folder: Path,
    kind: str,
    work: Callable[[Path, Path], object],
    check: Callable[[Path], None],
    stride: int = STRIDE,
) -> int:
    """Do the work with an error of the disk here, there and everywhere; how often until there was none."""
    for number in count(1):
        path, backup = begun(folder / str(number))
        with placed_under_sqlite() as disk:
            disk.fails = failed = Failing(
                "write" if kind == "full" else kind, 1 + stride * (number - 1), full=kind == "full"
            )
            try:
                work(path, backup)
            except KnownError as error:
                assert kind != "full" or "The disk is full. Nothing was changed" in str(error)
            disk.fails = lambda _kind: None
        check(path)
        assert people_in_backup(backup) == 1
        unfinished = (".part", ".restored", ".rekeyed")
        assert not [each.name for each in path.parent.rglob("*") if each.name.endswith(unfinished)]
        if not failed.happened:
            return number
    raise AssertionError


def people_in_backup(backup: Path) -> int:
    for passphrase in (None, WORDS):
        with suppress(PassphraseNeededError):
            return people_in(backup, passphrase)
    raise AssertionError("neither opens the backup")


@pytest.mark.parametrize("kind", ["write", "sync", "read", "full"])
def test_a_restore_leaves_the_old_or_the_restored(kind: str, tmp_path: Path) -> None:
    ends: list[int] = []
    times = tried(
        tmp_path,
        kind,
        lambda path, backup: restore(path, backup, clock=lambda: NOW),
        lambda path: ends.append(people_in(path)),
    )
    assert set(ends) <= {1, 2} and ends[-1] == 1 and times > 1


@pytest.mark.parametrize("kind", ["write", "sync", "read", "full"])
def test_a_new_passphrase_leaves_exactly_one_that_opens(kind: str, tmp_path: Path) -> None:
    ends: list[str] = []

    def check(path: Path) -> None:
        opening = []
        for passphrase in (None, WORDS):
            with suppress(PassphraseNeededError):
                assert people_in(path, passphrase) == 2
                opening.append(passphrase or "none")
        (only,) = opening
        ends.append(only)

    times = tried(
        tmp_path, kind, lambda path, _backup: set_passphrase(path, None, WORDS, clock=lambda: NOW), check, FEW
    )
    assert ends[-1] == WORDS and times > 1
