"""A canonical picture of everything in a library, for comparing one moment with another."""

from __future__ import annotations

from typing import Any

from planner.library import Library

INDEXES = tuple(
    f"{word}_search"
    for word in ("person", "conversation", "commitment", "understanding", "note", "initiative")
)
_OWN = ("change", "schema_migration", "forecast", "unfinished")


def dump(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table; the history itself and the search index's inner tables left out."""
    tables = [
        row[0]
        for row in library.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT' ORDER BY name"
        )
    ]
    return {
        table: sorted(library.rows(f"SELECT * FROM {table}"), key=repr)
        for table in tables
        if table not in _OWN
    }


def searchable(library: Library) -> list[tuple[Any, ...]]:
    """Which rows the search indexes know."""
    return [
        (table, *row)
        for table in INDEXES
        for row in library.rows(f"SELECT rowid FROM {table} ORDER BY rowid")
    ]
