"""Putting a backup in the place of a library, so that a crash at any moment leaves one of the two, whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import apsw

from planner.domain.errors import KnownError
from planner.library import backup
from planner.library.kept_backups import looking
from planner.library.sealed import PUBLISHED_KEY, in_words, seal

_OF_THE_MACHINE = (apsw.BusyError, apsw.LockedError, apsw.FullError, apsw.ReadOnlyError)
"""What says nothing of the file: a library that cannot be kept for one of these may be sound."""


def restore(
    library: Path,
    chosen: Path,
    *,
    clock: Callable[[], datetime],
    backups: Path | None = None,
    key: str = PUBLISHED_KEY,
) -> Path | None:
    """Make the library what a backup holds. The library must be closed in this process.

    Both are sealed with `key`. The library as it was is kept first, as a backup that can be restored in turn,
    or, where it is damaged, as the file it is; returns where, or None where there was none. Raises KnownError
    with nothing changed where the backup is damaged or anything cannot be written.
    """
    if chosen.resolve() == library.resolve():
        raise KnownError("A library cannot be restored from itself. Choose a backup.")
    folder = backups if backups is not None else library.parent / "backups"
    part = library.with_name(library.name + ".restored")
    try:
        _checked_copy(chosen, part, key)
        with in_words(library):
            kept = _keep(library, folder, clock(), key)
            put_in_place(part, library)
    finally:
        backup.remove_file(part)
    return kept


def put_in_place(part: Path, target: Path) -> None:
    """Let a file take another one's name at once, private, and reach the disk under it."""
    part.chmod(0o600)
    part.replace(target)
    _sync(target.parent)


def _checked_copy(chosen: Path, part: Path, key: str) -> None:
    backup.remove_file(part)
    if not chosen.is_file():
        raise KnownError(f"There is no backup at {chosen}. Nothing was changed; choose another one.")
    with looking(chosen, key) as source:
        if source.pragma("integrity_check") != "ok":
            raise KnownError(f"“{chosen.name}” is damaged. Nothing was changed; choose another backup.")
        backup.copy_pages(source, part, key=key)


def _keep(library: Path, folder: Path, at: datetime, key: str) -> Path | None:
    """Keep the library as it is. Afterwards its file is whole without the log beside it, which is gone: a log
    left over would be written over the restored pages."""
    if not library.exists():
        return _move_aside(library, folder, at)
    target = backup.automatic_name(library, folder, at, "before restore")
    connection = apsw.Connection(str(library))
    try:
        # A log beside a damaged file stays beside it: closing must not play it in.
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        seal(connection, key)
        backup.backup_to(connection, target, key=key)
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    except (apsw.Error, KnownError) as error:
        if isinstance(error.__cause__ or error, _OF_THE_MACHINE):
            raise
        connection.close()
        return _move_aside(library, folder, at)
    finally:
        connection.close()
    _remove_beside(library)
    return target


def _move_aside(library: Path, folder: Path, at: datetime) -> Path | None:
    """Keep a damaged library as the files that it is; None where only its log is left.

    The library itself is copied, so that it stays in its place until the restored one takes it.
    """
    target = backup.automatic_name(library, folder, at, "damaged").with_suffix(".damaged")
    kept = zip((library, *backup.beside(library)), (target, *backup.beside(target)), strict=True)
    for here, there in kept:
        if here.exists():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            there.write_bytes(here.read_bytes())
            there.chmod(0o600)
    _remove_beside(library)
    return target if library.exists() else None


def _remove_beside(library: Path) -> None:
    for each in backup.beside(library):
        each.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """Let the new name reach the disk, where the system can be asked to."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
