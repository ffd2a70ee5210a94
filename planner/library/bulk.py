"""Filling a fresh library with many rows at once: its beginning, not a step of its history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

import apsw

from planner.library.library import Library
from planner.library.sealed import in_words

_AT_ONCE = 20_000
_LARGE_SEARCH_MEMORY = 32 << 20
_USUAL_SEARCH_MEMORY = 1 << 20

Statement = tuple[str, Sequence[Any]]
"""SQL and its parameters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows for one table, read once and as they come."""

    table: str
    columns: tuple[str, ...]
    rows: Iterable[Sequence[Any]]


def fill(
    library: Library,
    batches: Iterable[Batch],
    first: Iterable[Statement] = (),
    told: Callable[[int], None] = lambda _written: None,
) -> None:
    """Run `first`, then write every batch, in one transaction; indexes and search are made at the end.

    Ids and text forms are the caller's; rows that others point to come first. `told` hears now and then how
    many rows are written; whatever it raises stops everything, with nothing written.
    """
    with in_words(library.path), _writing(library) as connection:
        for statement, parameters in first:
            connection.execute(statement, parameters)
        waiting = _take_away(connection)
        _insert(connection, batches, told)
        _make_search(connection)
        for statement in waiting:
            connection.execute(statement)


@contextmanager
def _writing(library: Library) -> Iterator[apsw.Connection]:
    connection = library.connection
    connection.pragma("query_only", "OFF")
    connection.pragma("foreign_keys", "OFF")
    _leave_log(connection)
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    finally:
        connection.pragma("journal_mode", "WAL")
        connection.pragma("foreign_keys", "ON")
        connection.pragma("query_only", "ON")


def _leave_log(connection: apsw.Connection) -> None:
    """Write pages once, straight into the file, where nobody else has it open; just as safe, only faster."""
    patience = connection.pragma("busy_timeout")
    connection.set_busy_timeout(0)
    try:
        connection.pragma("journal_mode", "DELETE")
    except (apsw.BusyError, apsw.LockedError):
        pass  # others read along: the write-ahead log stays
    finally:
        connection.set_busy_timeout(patience)


def _take_away(connection: apsw.Connection) -> list[str]:
    """Drop triggers and indexes, and return the statements that make them again."""
    found = list(
        connection.execute(
            "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger')"
            " AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name"
        )
    )
    for kind, name, _ in found:
        connection.execute(f"DROP {kind} {name}")
    return [sql for _, _, sql in found]


def _insert(connection: apsw.Connection, batches: Iterable[Batch], told: Callable[[int], None]) -> None:
    written = 0
    for batch in batches:
        marks = ", ".join("?" * len(batch.columns))
        statement = f"INSERT INTO {batch.table} ({', '.join(batch.columns)}) VALUES ({marks})"
        rows = iter(batch.rows)
        while chunk := list(islice(rows, _AT_ONCE)):
            connection.executemany(statement, chunk)
            written += len(chunk)
            told(written)


_SEARCHED = {
    "person": (
        "name, role, organisation, notes",
        "SELECT p.id, p.name || ' ' || p.nickname, p.role, coalesce(o.name, '') || ' ' || p.city,"
        " p.notes || ' ' || p.as_a_person"
        " FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id ORDER BY p.id",
    ),
    "conversation": (
        "topic, notes",
        "SELECT id, topic, notes FROM conversation WHERE topic <> '' OR notes <> '' ORDER BY id",
    ),
    "commitment": ("what, note", "SELECT id, what, note FROM commitment"),
    "understanding": ("learned", "SELECT id, learned FROM understanding"),
    "note": ("words", "SELECT id, words FROM note"),
    "initiative": ("name, goal, next_what", "SELECT id, name, goal, next_what FROM initiative"),
}


def _make_search(connection: apsw.Connection) -> None:
    """Make the search indexes from their tables, as their triggers would have."""
    connection.execute(_search_memory(_LARGE_SEARCH_MEMORY))
    for table, (columns, rows) in _SEARCHED.items():
        connection.execute(f"DELETE FROM {table}_search")
        connection.execute(f"INSERT INTO {table}_search (rowid, {columns}) {rows}")
    connection.execute(_search_memory(_USUAL_SEARCH_MEMORY))


def _search_memory(size: int) -> str:
    """How many bytes of new words are gathered before they are written."""
    return f"INSERT INTO conversation_search (conversation_search, rank) VALUES ('hashsize', {size})"
