"""Reading what can still be read of a damaged library into a new one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import apsw

from planner.domain.errors import KnownError
from planner.library.backup import remove_file
from planner.library.door import is_recorded
from planner.library.library import Library
from planner.library.sealed import in_words, key_of, seal

_LARGEST = 2**63 - 1


class Salvaged(NamedTuple):
    """What was saved: people, all rows, and the rows that were left behind because what they belong to is
    lost. How many rows could not be read at all nobody can know; `damaged_places` counts the gaps."""

    people: int
    rows: int
    left_behind: int
    damaged_places: int


def salvage(
    damaged: Path, target: Path, *, clock: Callable[[], datetime], passphrase: str | None = None
) -> Salvaged:
    """Write a new library at `target` with every row of `damaged` that its seal says is true.

    The damaged file is only read. The history is not taken over: its steps may rest on rows that are lost.
    Raises KnownError where nothing can be read, or `target` is there already.
    """
    if target.exists():
        raise KnownError(f"“{target.name}” is there already. Nothing was changed; choose another name.")
    with in_words(damaged):
        source = apsw.Connection(str(damaged), flags=apsw.SQLITE_OPEN_READONLY)
        try:
            seal(source, key_of(passphrase))
            tables = _tables(source)
            with Library(target, clock=clock, passphrase=passphrase) as library:
                return _pour(source, tables, library)
        except BaseException:
            remove_file(target)
            raise
        finally:
            source.close()


def _tables(source: apsw.Connection) -> list[str]:
    try:
        found = source.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%'")
        return [name for (name,) in found if is_recorded(name)]
    except apsw.Error as error:
        raise KnownError(
            "The beginning of the library is damaged, and with it the plan of all the rest: nothing can be "
            "read from it. Nothing was changed; restore a backup."
        ) from error


def _pour(source: apsw.Connection, tables: list[str], library: Library) -> Salvaged:
    connection = library.connection
    gaps = rows = 0
    connection.pragma("query_only", "OFF")
    connection.pragma("foreign_keys", "OFF")
    try:
        with connection:
            for table in tables:
                reader = _Reader(source, table)
                columns = reader.columns_also_in(connection)
                if not columns:
                    continue
                connection.execute(f"DELETE FROM {table}")  # the first rows of a new library
                places = ", ".join("?" * len(columns))
                sql = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({places})"
                connection.executemany(sql, reader.rows(columns))
                rows += connection.execute(f"SELECT count(*) FROM {table}").get
                gaps += reader.gaps
            left = _drop_orphans(connection)
    finally:
        connection.pragma("foreign_keys", "ON")
        connection.pragma("query_only", "ON")
    people: int = library.value("SELECT count(*) FROM person")
    return Salvaged(people, rows - left, left, gaps)


def _drop_orphans(connection: apsw.Connection) -> int:
    """Remove rows that point to rows which are lost, until none does."""
    dropped = 0
    while True:
        orphans = {(row[0], row[1]) for row in connection.execute("PRAGMA foreign_key_check") if row[1]}
        if not orphans:
            return dropped
        for table, rowid in orphans:
            connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
        dropped += len(orphans)


class _Reader:
    """Reads one table around its damaged places."""

    def __init__(self, source: apsw.Connection, table: str) -> None:
        self._source = source
        self._table = table
        self.gaps = 0

    def columns_also_in(self, target: apsw.Connection) -> list[str]:
        there = {row[1] for row in target.execute(f"PRAGMA table_info({self._table})")}
        return [
            row[1] for row in self._source.execute(f"PRAGMA table_info({self._table})") if row[1] in there
        ]

    def rows(self, columns: list[str]) -> Iterator[tuple[Any, ...]]:
        """Every row that can be read, in the order of their ids."""
        names = ", ".join(columns)
        at_least = -_LARGEST
        while True:
            try:
                for row in self._source.execute(
                    f"SELECT rowid, {names} FROM {self._table} WHERE rowid >= ? ORDER BY rowid", (at_least,)
                ):
                    at_least = row[0] + 1
                    yield row[1:]
                return
            except apsw.Error:
                self.gaps += 1
                beyond = self._first_readable_after(at_least)
                if beyond is None:
                    return
                at_least = beyond

    def _first_readable_after(self, after: int) -> int | None:
        """The smallest id above `after` from which reading goes on, or None: a step that doubles until it is
        past the damaged page, then halves to its edge.

        Every search is for "this id or more", never "more than": the latter would look into the damaged page.
        """
        step, unreadable = 1, after
        while after + step < _LARGEST:
            if self._is_readable(after + step):
                return self._edge(unreadable, after + step)
            unreadable = after + step
            step *= 2
        return None

    def _edge(self, unreadable: int, readable: int) -> int:
        while readable - unreadable > 1:
            middle = (readable + unreadable) // 2
            if self._is_readable(middle):
                readable = middle
            else:
                unreadable = middle
        return readable

    def _is_readable(self, rowid: int) -> bool:
        try:
            self._source.execute(
                f"SELECT * FROM {self._table} WHERE rowid >= ? ORDER BY rowid LIMIT 1", (rowid,)
            ).fetchall()
        except apsw.Error:
            return False
        return True
