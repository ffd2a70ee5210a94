"""Whole copies of a library through SQLite's backup API: safe while it is open and being written to."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import apsw

from planner.domain.errors import KnownError
from planner.library.sealed import APPLICATION_ID, PUBLISHED_KEY, in_words, seal

_PAGES_AT_ONCE = 2_000


def beside(path: Path) -> tuple[Path, ...]:
    """The files that SQLite may keep beside a library: its log, the log's index and a journal."""
    return tuple(path.with_name(path.name + tail) for tail in ("-wal", "-shm", "-journal"))


def remove_file(path: Path) -> None:
    """Remove a library's file and what SQLite keeps beside it; none of it need be there."""
    for each in (path, *beside(path)):
        each.unlink(missing_ok=True)


def backup_to(
    source: apsw.Connection,
    target: Path,
    progress: Callable[[float], bool] | None = None,
    key: str = PUBLISHED_KEY,
) -> Path:
    """Copy the library to `target`, sealed with `key`, check the copy, and only then give it its name.

    `progress` hears the share done, 0 to 1, and stops the copy by returning False. An existing `target`
    is replaced only by a good copy. Raises KnownError where the copy cannot be made or was stopped.
    """
    part = target.with_name(target.name + ".part")
    with in_words(target):
        try:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise KnownError(f"The folder {target.parent} cannot be made. Choose another one.") from error
        part.unlink(missing_ok=True)
        try:
            copy_pages(source, part, progress, key)
            part.chmod(0o600)
            part.replace(target)
        finally:
            remove_file(part)
    return target


def copy_pages(
    source: apsw.Connection,
    part: Path,
    progress: Callable[[float], bool] | None = None,
    key: str = PUBLISHED_KEY,
) -> None:
    """Copy every page, sealed with `key`, to a file that is not there yet, and check that all can be read."""
    copy = apsw.Connection(str(part))
    try:
        seal(copy, key)
        with copy.backup("main", source, "main") as task:
            while not task.done:
                task.step(_PAGES_AT_ONCE)
                share = 1 - task.remaining / max(1, task.page_count)
                if progress and not progress(share):
                    raise KnownError("The backup was stopped. The library is as it was.")
    finally:
        copy.close()
    if not _can_be_read(part, key):
        raise KnownError("The backup could not be read back and was thrown away. The library is as it was.")


def _can_be_read(part: Path, key: str) -> bool:
    """Whether a copy, opened anew, holds what it should: what wrote it has every page in memory still."""
    copy = open_unchanging(part)
    try:
        seal(copy, key)
        return bool(copy.pragma("application_id") == APPLICATION_ID and copy.pragma("quick_check") == "ok")
    except (apsw.NotADBError, apsw.CorruptError, apsw.IOError):
        return False
    finally:
        copy.close()


def open_unchanging(path: Path) -> apsw.Connection:
    """A connection that only reads a file nobody writes to, and leaves no trace beside it."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    return apsw.Connection(f"{path.absolute().as_uri()}?immutable=1", flags=flags)


def automatic_name(library: Path, folder: Path, at: datetime, reason: str) -> Path:
    """Where an automatic backup goes: 'name 2026-09-15 06-58-12 before import.rapport'."""
    name = f"{library.stem} {at:%Y-%m-%d %H-%M-%S} {reason}"
    target = folder / f"{name}.rapport"
    number = 2
    while os.path.lexists(target):
        target = folder / f"{name} {number}.rapport"
        number += 1
    return target


def newest(folder: Path, library: Path) -> Path | None:
    """The newest automatic backup of this library, or None."""
    found = [path for path in folder.glob("*.rapport") if path.name.startswith(f"{library.stem} ")]
    return max(found, key=lambda path: path.stat().st_mtime, default=None)
