"""Erasing people for good: one transaction, then the file is written anew so that no free page remembers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import apsw

from planner.domain.errors import KnownError
from planner.library.changes import Changed
from planner.library.erasing.history import Without, cut_where_it_ends, is_own, rewrite
from planner.library.erasing.traces import Schema, Traces, schema_of, traces_of
from planner.library.sealed import PUBLISHED_KEY, in_words, seal

UNFINISHED = "erasing"
"""This setting is there from the erasing until the file has been written anew."""


class Erased(NamedTuple):
    """What was erased: the rows by table, how many of the oldest steps of the history went with them, the ids
    of the people and of all entries that had become one of them, and whether the file was written anew."""

    changed: Changed
    steps_lost: int
    people: frozenset[int]
    is_finished: bool = False


def erase(connection: apsw.Connection, people: Iterable[int]) -> Erased:
    """Erase people with everything about them alone, and their names wherever others are written about.

    It is one transaction: a kill leaves all or nothing. `finish` must follow; where it does not, the next
    start does it.
    """
    with _writing(connection):
        connection.execute("BEGIN IMMEDIATE")
        try:
            schema = schema_of(connection)
            traces = traces_of(connection, schema, people)
            _remove_words(connection, schema, traces)
            _remove_rows(connection, traces)
            rewrite(connection, schema, traces)
            lost = cut_where_it_ends(connection)
            _forget_searched(connection)
            connection.execute(
                "INSERT OR REPLACE INTO setting (name, value) VALUES (?, 'true')", (UNFINISHED,)
            )
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # some errors of the disk have ended it already
                connection.execute("ROLLBACK")
            raise
    return Erased(_changed(traces), lost, traces.people)


def finish(connection: apsw.Connection) -> None:
    """Write the file anew and empty its log: of what was erased no page is left.

    Raises apsw.BusyError where somebody else reads along; then it can be done later.
    """
    with _writing(connection):
        connection.execute("VACUUM")
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        connection.execute("DELETE FROM setting WHERE name = ?", (UNFINISHED,))
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)


def erase_in_copy(path: Path, people: Iterable[int], key: str = PUBLISHED_KEY) -> None:
    """Erase people in a backup as in the library itself; it keeps its date. Raises KnownError."""
    made = path.stat()
    with in_words(path):
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            seal(connection, key)
            connection.pragma("foreign_keys", "ON")
            connection.pragma("secure_delete", "ON")
            connection.pragma("temp_store", "MEMORY")
            connection.pragma("journal_mode", "DELETE")
            erase(connection, people)
            finish(connection)
            if connection.pragma("quick_check") != "ok":
                raise KnownError(f"“{path.name}” is damaged; remove it by hand.")
        finally:
            connection.close()
    os.utime(path, ns=(made.st_atime_ns, made.st_mtime_ns))


@contextmanager
def _writing(connection: apsw.Connection) -> Iterator[None]:
    before = connection.pragma("query_only")
    connection.pragma("query_only", "OFF")
    try:
        yield
    finally:
        connection.pragma("query_only", "ON" if before else "OFF")


def _remove_words(connection: apsw.Connection, schema: Schema, traces: Traces) -> None:
    """Put nobody's name where they are named in what is said of others."""
    without = Without(schema, traces)

    def named_by_nobody(*text: object) -> str:
        return without.words(str(text[0]))

    connection.create_scalar_function("without_them", named_by_nobody, 1)
    try:
        for table, columns in schema.columns.items():
            for column in columns:
                if not is_own(table, column) and traces.words:
                    holds = " OR ".join(f"instr(lower({column}), lower(?))" for _ in traces.words)
                    connection.execute(
                        f"UPDATE OR REPLACE {table} SET {column} = without_them({column})"
                        f" WHERE typeof({column}) = 'text' AND ({holds})",
                        traces.words,
                    )
    finally:
        connection.create_scalar_function("without_them", None, 1)


def _remove_rows(connection: apsw.Connection, traces: Traces) -> None:
    """Remove the rows; what points to them goes or lets go as the tables say."""
    for table in ("conversation", "plan", "person", "organisation"):
        rows = [(key,) for of, key in traces.rows if of == table]
        connection.executemany(f"DELETE FROM {table} WHERE id = ?", rows)
    settings = [(key,) for of, key in traces.rows if of == "setting"]
    connection.executemany("DELETE FROM setting WHERE name = ?", settings)
    for person in traces.people:
        if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'unfinished'").get:
            connection.execute(
                "DELETE FROM unfinished WHERE instr(place, :it) OR instr(words, :it)", {"it": str(person)}
            )


def _forget_searched(connection: apsw.Connection) -> None:
    """A search index keeps the words of removed rows until its parts are joined."""
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%fts5%'")
    for (table,) in list(tables):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def _changed(traces: Traces) -> Changed:
    rows: dict[str, set[int | str]] = {}
    for table, key in traces.rows:
        rows.setdefault(table, set()).add(key)
    found = {table: frozenset(keys) for table, keys in rows.items()}
    return Changed("Erase", {**found, "person": frozenset(traces.people)}, traces.people)
