"""P8: a restore really restores, and can be taken back. P9: backups are listed, looked into and thinned."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw
import pytest

from planner.actions.people import PersonForm, add_person
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library import restore as restoring
from planner.library.kept_backups import backups_in, copy_to_second, look_into, thin
from planner.library.restore import restore
from planner.library.sealed import seal

NOW = datetime(2026, 9, 15, 10, tzinfo=UTC)


def at_work(path: Path) -> Library:
    return Library(path, clock=lambda: NOW)


def add(library: Library, name: str) -> None:
    add_person(library, PersonForm(name=name), today=NOW.date())


def names(path: Path) -> list[str]:
    with at_work(path) as library:
        assert library.problems() == []
        return [row[0] for row in library.rows("SELECT name FROM person ORDER BY name")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.rapport"


@pytest.fixture
def backup(path: Path) -> Path:
    """A backup with Ana; the library has Luca, too."""
    with at_work(path) as library:
        add(library, "Ana")
        made = library.back_up("by hand")
        add(library, "Luca")
    return made


def test_a_restore_brings_the_backup_back_and_can_be_taken_back(path: Path, backup: Path) -> None:
    before = restore(path, backup, clock=lambda: NOW)
    assert names(path) == ["Ana"]
    assert before is not None and before.name == "work 2026-09-15 10-00-00 before restore.rapport"
    restore(path, before, clock=lambda: NOW)
    assert names(path) == ["Ana", "Luca"]
    assert names(backup) == ["Ana"]


def broken_off(backup: Path, folder: Path) -> Path:
    """The backup as a loss of power leaves it in the middle of a change: half written, with a journal."""
    connection = apsw.Connection(str(backup))
    seal(connection)
    connection.pragma("journal_mode", "DELETE")
    connection.pragma("cache_size", 10)
    connection.execute("BEGIN; DELETE FROM person; CREATE TABLE more (words TEXT) STRICT")
    connection.executemany("INSERT INTO more VALUES (?)", [("x" * 4000,)] * 200)
    for each in backup.parent.glob(f"{backup.name}*"):
        shutil.copy(each, folder / each.name)
    connection.execute("ROLLBACK")
    connection.close()
    return folder / backup.name


def test_a_backup_that_was_broken_off_in_is_as_it_was_before(
    path: Path, backup: Path, tmp_path: Path
) -> None:
    half = broken_off(backup, tmp_path)
    assert half.with_name(f"{half.name}-journal").exists()
    assert look_into(half).people == 1
    assert not half.with_name(f"{half.name}-journal").exists()
    restore(path, half, clock=lambda: NOW)
    assert names(path) == ["Ana"]


def leave_a_log(path: Path) -> None:
    """Add Tobias and die."""
    crash = (
        "import os, sys; from datetime import *; from pathlib import Path;"
        "from planner.library import Library; from planner.actions.people import *;"
        "library = Library(Path(sys.argv[1]), clock=lambda: datetime.now(UTC));"
        "add_person(library, PersonForm(name='Tobias'), today=date(2026, 9, 15)); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", crash, str(path)], check=False)
    assert path.with_name("work.rapport-wal").stat().st_size > 0


def test_a_log_left_over_by_a_crash_is_kept_and_does_not_spoil_the_restore(path: Path, backup: Path) -> None:
    leave_a_log(path)
    before = restore(path, backup, clock=lambda: NOW)
    assert names(path) == ["Ana"]
    assert before is not None and names(before) == ["Ana", "Luca", "Tobias"]


def test_a_damaged_library_is_kept_as_it_is(path: Path, backup: Path) -> None:
    path.write_bytes(b"x" * 9_000)
    path.with_name("work.rapport-wal").write_bytes(b"left over")
    kept = restore(path, backup, clock=lambda: NOW)
    assert names(path) == ["Ana"]
    assert kept is not None and kept.suffix == ".damaged" and kept.read_bytes() == b"x" * 9_000


def test_a_log_left_over_beside_a_damaged_library_does_not_spoil_the_restore(
    path: Path, backup: Path, tmp_path: Path
) -> None:
    """The log of a crash is whole and would be played into whatever file lies there next."""
    leave_a_log(path)
    data = bytearray(path.read_bytes())
    data[100] ^= 1
    path.write_bytes(data)
    log = path.with_name("work.rapport-wal").read_bytes()
    kept = restore(path, backup, clock=lambda: NOW)
    assert not path.with_name("work.rapport-wal").exists()
    assert names(path) == ["Ana"]
    assert kept is not None and kept.with_name(kept.name + "-wal").read_bytes() == log, "kept, too"


def test_broken_off_before_the_restored_file_is_there_nothing_of_the_old_is_lost(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was only in the log is in the file before the log goes."""
    leave_a_log(path)

    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(restoring, "put_in_place", broken_off)
    with pytest.raises(KeyboardInterrupt):
        restore(path, backup, clock=lambda: NOW)
    monkeypatch.undo()
    assert names(path) == ["Ana", "Luca", "Tobias"]


def test_a_library_that_somebody_reads_is_not_restored(path: Path, backup: Path) -> None:
    with at_work(path) as library:
        reader = library.connection.execute("SELECT name FROM person")
        next(reader)
        with at_work(path) as writer:
            add(writer, "Tobias")
        with pytest.raises(KnownError, match="in use by another program"):
            restore(path, backup, clock=lambda: NOW)
        reader.close()
    assert names(path) == ["Ana", "Luca", "Tobias"]


def test_a_restored_file_and_its_name_have_reached_the_disk(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: list[Path] = []
    really = os.fsync

    def noted(descriptor: int) -> None:
        reached.append(Path(f"/proc/self/fd/{descriptor}").resolve())
        really(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    restore(path, backup, clock=lambda: NOW)
    assert reached == [path.parent.resolve()]


def test_a_vanished_library_comes_back(path: Path, backup: Path) -> None:
    path.unlink()
    assert restore(path, backup, clock=lambda: NOW) is None
    assert names(path) == ["Ana"]


def test_a_damaged_backup_changes_nothing(path: Path, backup: Path) -> None:
    data = bytearray(backup.read_bytes())
    data[len(data) // 2] ^= 1
    backup.write_bytes(data)
    with pytest.raises(KnownError, match="damaged"):
        restore(path, backup, clock=lambda: NOW)
    assert names(path) == ["Ana", "Luca"]
    assert sorted(each.name for each in path.parent.iterdir()) == ["backups", "work.rapport"]


def test_a_restored_library_is_private(path: Path, backup: Path) -> None:
    backup.chmod(0o644)
    restore(path, backup, clock=lambda: NOW)
    assert path.stat().st_mode & 0o777 == 0o600


def test_killed_while_restoring_the_library_is_one_of_the_two(path: Path, backup: Path) -> None:
    work = (
        "import sys; from datetime import *; from pathlib import Path;"
        "from planner.library.restore import restore;"
        "restore(Path(sys.argv[1]), Path(sys.argv[2]), clock=lambda: datetime.now(UTC))"
    )
    whole = path.read_bytes()
    for number in range(6):
        child = subprocess.Popen([sys.executable, "-c", work, str(path), str(backup)])
        try:
            child.wait(0.15 + 0.03 * number)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        assert names(path) in (["Ana"], ["Ana", "Luca"])
        path.write_bytes(whole)


def test_backups_are_listed_newest_first_with_why_and_what_is_in_them(path: Path, backup: Path) -> None:
    shutil.copy(backup, backup.with_name("work 2026-09-14 09-30-00 before import.rapport"))
    shutil.copy(backup, backup.with_name("other 2026-09-14 09-30-00 by hand.rapport"))
    (backup.parent / "work of art.rapport").touch()
    found = backups_in(backup.parent, path, UTC)
    assert [(each.at.day, each.reason) for each in found] == [(15, "by hand"), (14, "before import")]
    assert found[0].size == backup.stat().st_size
    inside = look_into(backup)
    assert (inside.people, inside.last_change) == (1, "Add Ana")
    assert sorted(each.suffix for each in backup.parent.iterdir()) == [".rapport"] * 4


def test_thinning_leaves_what_is_worth_keeping_and_what_is_not_ours(path: Path, backup: Path) -> None:
    for days in range(3, 400):
        at = NOW - timedelta(days=days)
        (backup.parent / f"work {at:%Y-%m-%d %H-%M-%S} by itself.rapport").touch()
    ours = backup.parent / "holiday pictures.rapport"
    ours.touch()
    thin(backup.parent, path, NOW)
    left = backups_in(backup.parent, path, UTC)
    assert left[0].path == backup
    assert 20 < len(left) < 32
    assert ours.exists()


def test_a_second_folder_has_a_copy_when_it_is_there(path: Path, backup: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    assert copy_to_second(backup, stick, path, NOW) is None
    stick.mkdir()
    copy = copy_to_second(backup, stick, path, NOW)
    assert copy == stick / backup.name and names(copy) == ["Ana"]
    assert copy_to_second(backup, stick, path, NOW) is None
    assert [each.name for each in backup.parent.iterdir()] == [backup.name]
