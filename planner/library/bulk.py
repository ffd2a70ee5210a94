"""Filling a fresh library with many rows at once: its beginning, not a step of its history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import apsw

from planner.domain.errors import KnownError
from planner.library.library import Library
from planner.library.sealed import in_words

_AT_ONCE = 20_000

Statement = tuple[str, Sequence[Any]]
"""SQL and its parameters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows for one table, read once and as they come; `count` is how many there will be, about."""

    table: str
    columns: tuple[str, ...]
    rows: Iterable[Sequence[Any]]
    count: int


def fill(
    library: Library,
    batches: Iterable[Batch],
    first: Iterable[Statement] = (),
    progress: Callable[[float], bool] | None = None,
) -> None:
    """Run `first`, then write every batch, in one transaction; indexes and search are made at the end.

    Ids and text forms are the caller's; rows that others point to come first. `progress` hears the share
    done, 0 to 1, and stops everything by returning False: then KnownError, with nothing written.
    """
    with in_words(library.path), _writing(library) as connection:
        for statement, parameters in first:
            connection.execute(statement, parameters)
        waiting = _take_away(connection)
        _insert(connection, list(batches), progress)
        _make_search(connection)
        for statement in waiting:
            connection.execute(statement)


@contextmanager
def _writing(library: Library) -> Iterator[apsw.Connection]:
    connection = library.database.connection()
    connection.pragma("query_only", "OFF")
    connection.pragma("foreign_keys", "OFF")
    try:
        with library.database.atomic("IMMEDIATE"):
            yield connection
    finally:
        connection.pragma("foreign_keys", "ON")
        connection.pragma("query_only", "ON")


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


def _insert(
    connection: apsw.Connection, batches: list[Batch], progress: Callable[[float], bool] | None
) -> None:
    total = max(1, sum(batch.count for batch in batches))
    written = 0

    def told(rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[Any]]:
        nonlocal written
        for row in rows:
            written += 1
            if written % _AT_ONCE == 0 and progress and not progress(min(0.99, written / total)):
                raise KnownError("The writing was stopped. The library is as it was.")
            yield row

    for batch in batches:
        marks = ", ".join("?" * len(batch.columns))
        connection.executemany(
            f"INSERT INTO {batch.table} ({', '.join(batch.columns)}) VALUES ({marks})", told(batch.rows)
        )
    if progress:
        progress(1.0)


def _make_search(connection: apsw.Connection) -> None:
    """Make the two search indexes from their tables, as their triggers would have."""
    for statement in (
        "DELETE FROM person_search",
        "DELETE FROM conversation_search",
        "INSERT INTO person_search (rowid, name, role, organisation, notes)"
        " SELECT p.id, p.name || ' ' || p.nickname, p.role, coalesce(o.name, '') || ' ' || p.city,"
        " p.notes || ' ' || p.as_a_person"
        " FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id ORDER BY p.id",
        "INSERT INTO conversation_search (rowid, topic, notes)"
        " SELECT id, topic, notes FROM conversation WHERE topic <> '' OR notes <> '' ORDER BY id",
    ):
        connection.execute(statement)
