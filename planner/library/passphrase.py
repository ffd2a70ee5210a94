"""Setting, changing and removing the passphrase of a library and of its backups."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import apsw

from planner.domain.errors import KnownError
from planner.library import backup
from planner.library.kept_backups import backups_in, looking
from planner.library.library import Library
from planner.library.restore import put_in_place
from planner.library.sealed import in_words, key_of

Progress = Callable[[float], bool]
"""Hears the share done, 0 to 1, and answers False to stop while the library is still as it was."""

SHORTEST = 8
"""Characters of the shortest passphrase that is taken."""


def set_passphrase(
    path: Path,
    old: str | None,
    new: str | None,
    *,
    clock: Callable[[], datetime],
    backups: Path | None = None,
    progress: Progress | None = None,
) -> int:
    """Write the library anew under the passphrase `new`, and its backups after it; None is no passphrase.

    The library must be closed in this process. A crash at any moment leaves it under exactly one of the two;
    backups that it did not come to are rewritten by `seal_backups`. Returns how many backups are under the
    old passphrase still, because they are damaged or cannot be written. Raises KnownError with nothing
    changed for a wrong or too short passphrase and where the file cannot be written.
    """
    if new is not None and len(new.strip()) < SHORTEST:
        raise KnownError(
            f"A passphrase needs at least {SHORTEST} characters; a few words are easiest to keep."
        )
    part = path.with_name(path.name + ".rekeyed")
    with Library(path, clock=clock, create=False, passphrase=old) as library:
        library.claim()
        folder = backups if backups is not None else library.backups
        try:
            with in_words(path):
                backup.remove_file(part)
                backup.copy_pages(library.connection, part, progress, key_of(new))
                # Raises where somebody reads along: a log left over would be of the old key.
                library.connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            library.release_thread()
            put_in_place(part, path)
        finally:
            backup.remove_file(part)
    return seal_backups(folder, path, old, new, now=clock())


def is_passphrase_of(library: Library, typed: str) -> bool:
    """Whether this is what the open library is locked with, however its letters were composed."""
    return key_of(typed) == library.key


def seal_backups(folder: Path, library: Path, old: str | None, new: str | None, *, now: datetime) -> int:
    """Write every backup that opens with `old` anew under `new`; returns how many could not be."""
    left = 0
    for each in backups_in(folder, library, now.tzinfo):
        if _opens(each.path, key_of(new)):
            continue
        try:
            _rewrite(each.path, key_of(old), key_of(new))
        except (KnownError, OSError):
            left += 1
    return left


def _opens(path: Path, key: str) -> bool:
    try:
        with looking(path, key) as connection:
            connection.pragma("application_id")
    except KnownError:
        return False
    return True


def _rewrite(path: Path, old: str, new: str) -> None:
    part = path.with_name(path.name + ".part")
    with looking(path, old) as source:
        try:
            backup.remove_file(part)
            backup.copy_pages(source, part, key=new)
            put_in_place(part, path)
        finally:
            backup.remove_file(part)
