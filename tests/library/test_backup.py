"""P9: backups are whole, checked after they were written, private, and never in the way of the library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.tables import Person
from tests.dump import dump
from tests.safety.disk import placed_under_sqlite


def add(library: Library, name: str) -> None:
    with library.change(f"Add {name}"):
        Person.create(name=name, folded=name.casefold(), created_on=date(2026, 9, 15))


def test_a_backup_holds_everything_and_the_history(library: Library, clock: Callable[[], datetime]) -> None:
    add(library, "Ana")
    path = library.back_up("before import")
    assert path.name == "test 2026-09-15 07-20-00 before import.rapport"
    add(library, "Luca")
    with Library(path, clock=clock) as copy:
        assert copy.problems() == []
        assert [row[0] for row in copy.rows("SELECT name FROM person")] == ["Ana"]
        copy.undo()
        assert copy.value("SELECT count(*) FROM person") == 0


def test_two_backups_in_one_second_are_two_files(library: Library) -> None:
    assert library.back_up("by hand") != library.back_up("by hand")


def test_a_stopped_backup_leaves_nothing(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "a.rapport"
    with pytest.raises(KnownError, match="was stopped"):
        library.back_up("", target, progress=lambda _share: False)
    assert list(target.parent.iterdir()) == []


def test_a_backup_never_replaces_the_library(library: Library) -> None:
    before = dump(library)
    with pytest.raises(KnownError, match="cannot replace the library itself"):
        library.back_up("", library.path)
    assert dump(library) == before


def test_a_good_backup_replaces_an_older_one(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "copies" / "a.rapport"
    library.back_up("", target)
    add(library, "Ana")
    library.back_up("", target)
    with Library(target, clock=library.clock) as copy:
        assert copy.value("SELECT count(*) FROM person") == 1


def test_the_newest_backup_is_known(library: Library) -> None:
    assert library.newest_backup_at() is None
    library.back_up("by hand")
    assert library.newest_backup_at() is not None


@pytest.mark.parametrize("page", [0, 3, -1])
def test_a_backup_that_did_not_arrive_as_it_was_written_does_not_count(
    page: int, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    """A disk that says it took everything, and turns one bit of one page."""
    seen = 0

    def spoils(file: str, data: bytes) -> bytes:
        nonlocal seen
        if not file.endswith(".part") or len(data) < 4096:
            return data
        seen += 1
        return data if seen - 1 != page else data[:2_000] + bytes([data[2_000] ^ 1]) + data[2_001:]

    with placed_under_sqlite() as disk, Library(tmp_path / "a.rapport", clock=clock) as library:
        add(library, "Ana")
        disk.spoils = spoils
        if page < 0:
            assert library.back_up("by hand").exists() and seen > 10, "the same way, nothing spoilt"
            return
        with pytest.raises(KnownError, match="could not be read back and was thrown away"):
            library.back_up("by hand")
        assert list(library.backups.iterdir()) == []
        assert library.newest_backup_at() is None
