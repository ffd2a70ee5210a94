"""Looks for words in all that the program has written, behind the seal that hides them from a plain look."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import apsw

from planner.actions.erasing import every_backup
from planner.library import Library
from planner.library.sealed import seal


def needles_in(library: Library, needles: Iterable[str]) -> set[tuple[str, str]]:
    """Every file in which a needle is, and the needle: rows, steps, index words, pages, log, other files."""
    wanted = tuple(needles)
    with tempfile.TemporaryDirectory() as folder:
        return {
            (where, needle)
            for where, data in _places(library, Path(folder), wanted)
            for needle in wanted
            if needle.casefold().encode() in data.lower()
        }


def _places(library: Library, folder: Path, needles: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    kept = [library.path, *every_backup(library)]
    for path in kept:
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            yield log.name, " ".join(needles).encode()  # its pages are sealed, and may hold anything
        copy = folder / path.name
        for each in (path, log):
            if each.exists():
                shutil.copy(each, folder / each.name)
        connection = apsw.Connection(str(copy))
        seal(connection)
        yield path.name, words_of(connection)
        connection.pragma("journal_mode", "DELETE")
        connection.pragma("rekey", "")  # the same pages without the seal: what lies free shows as well
        connection.close()
        yield path.name, copy.read_bytes()
    for path in library.path.parent.rglob("*"):
        if path.is_file() and path not in kept:
            yield path.name, path.read_bytes()


def words_of(connection: apsw.Connection) -> bytes:
    """Every row of every table and every word of the indexes of an opened library."""
    parts = []
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE '%STRICT'")]
    for table in tables:
        parts += [repr(row) for row in connection.execute(f"SELECT * FROM {table}")]
    for (table,) in list(connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE '%USING fts5%'")):
        connection.execute(f"CREATE VIRTUAL TABLE temp.v_{table} USING fts5vocab(main, {table}, row)")
        parts += [row[0] for row in connection.execute(f"SELECT term FROM temp.v_{table}")]
        connection.execute(f"DROP TABLE temp.v_{table}")
    return "\n".join(parts).encode()
