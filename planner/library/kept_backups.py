"""The backups that are kept beside a library: listed, looked into, thinned, and copied to a second folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, tzinfo
from pathlib import Path
from typing import NamedTuple

import apsw

from planner.domain.errors import KnownError
from planner.domain.thinning import worth_keeping
from planner.library.backup import beside, copy_pages, open_unchanging, remove_file
from planner.library.sealed import PUBLISHED_KEY, in_words, seal

_TIME = "%Y-%m-%d %H-%M-%S"
_TIME_LENGTH = len("2026-09-15 06-58-12")


class Backup(NamedTuple):
    """One backup as its name tells it; `at` in the zone asked for, `size` in bytes."""

    path: Path
    at: datetime
    reason: str
    size: int


class Inside(NamedTuple):
    """What a backup holds: how many people and conversations, and the newest change, if any."""

    people: int
    conversations: int
    last_change: str | None
    last_change_at: datetime | None


def backups_in(folder: Path, library: Path, zone: tzinfo | None) -> list[Backup]:
    """The backups of this library in a folder, newest first; none where the folder is not there."""
    found = [_read_name(path, library.stem, zone) for path in folder.glob("*.rapport")]
    return sorted((each for each in found if each), key=lambda each: (each.at, each.path.name), reverse=True)


def _read_name(path: Path, stem: str, zone: tzinfo | None) -> Backup | None:
    if not path.name.startswith(f"{stem} ") or path.is_symlink():
        return None
    rest = path.stem[len(stem) + 1 :]
    try:
        at = datetime.strptime(rest[:_TIME_LENGTH], _TIME).replace(tzinfo=zone)
        return Backup(path, at, rest[_TIME_LENGTH:].strip(), path.stat().st_size)
    except (ValueError, OSError):  # another name, or gone meanwhile
        return None


def thin(folder: Path, library: Path, now: datetime) -> list[Path]:
    """Remove the backups of this library that are no longer worth keeping (see thinning.py); returns them."""
    backups = backups_in(folder, library, now.tzinfo)
    kept = worth_keeping((each.at for each in backups), now)
    gone = [each.path for each in backups if each.at not in kept]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


@contextmanager
def looking(path: Path, key: str = PUBLISHED_KEY) -> Iterator[apsw.Connection]:
    """A connection that only reads a backup and leaves no trace beside it. Raises KnownError for damage.

    A backup that somebody was being erased from when the power went is as it was before that.
    """
    with in_words(path):
        if any(each.exists() for each in beside(path)):
            _put_right(path, key)  # what is immutable is read without its log and its journal
        connection = open_unchanging(path)
        try:
            seal(connection, key)
            yield connection
        finally:
            connection.close()


def _put_right(path: Path, key: str) -> None:
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        seal(connection, key)
        connection.pragma("application_id")
    finally:
        connection.close()


def look_into(path: Path, key: str = PUBLISHED_KEY) -> Inside:
    """What a backup holds. Raises KnownError where it is damaged anywhere."""
    with looking(path, key) as connection:
        if connection.pragma("quick_check") != "ok":
            raise KnownError(f"“{path.name}” is damaged. Choose another backup.")
        people, talks = connection.execute(
            "SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM conversation)"
        ).get
        newest = connection.execute(
            "SELECT label, at FROM change WHERE state = 'done' ORDER BY id DESC LIMIT 1"
        ).get
    label, at = newest or (None, None)
    return Inside(people, talks, label, datetime.fromisoformat(at) if at else None)


def copy_to_second(
    newest: Path, folder: Path, library: Path, now: datetime, key: str = PUBLISHED_KEY
) -> Path | None:
    """Keep a checked copy of a backup in a second folder, too, and thin that one.

    Returns the copy, or None where the folder is not there now (a stick that is not plugged in) or has it
    already. Raises KnownError where the copy cannot be written.
    """
    if not folder.is_dir() or (folder / newest.name).exists():
        return None
    target = folder / newest.name
    part = target.with_name(target.name + ".part")
    with looking(newest, key) as source, in_words(target):
        try:
            remove_file(part)
            copy_pages(source, part, key=key)
            part.replace(target)
        finally:
            remove_file(part)
    thin(folder, library, now)
    return target
