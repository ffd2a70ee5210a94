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


def natural(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """Every row as it reads without its id: two ways to the same end leave the same.

    What a row points to stands in its place. How many steps a plan took there is left out.
    """
    found = dump(library)
    columns = {each: [row[1] for row in library.rows(f"PRAGMA table_info({each})")] for each in found}
    points = {
        each: {row[3]: row[2] for row in library.rows(f"PRAGMA foreign_key_list({each})")} for each in found
    }
    rows = {
        table: {row[0]: dict(zip(columns[table], row, strict=True)) for row in each}
        for table, each in found.items()
    }

    def told(table: str, row: dict[str, Any], depth: int = 0) -> tuple[Any, ...]:
        return tuple(
            told(points[table][column], rows[points[table][column]][value], depth + 1)
            if column in points[table] and value is not None and depth < _DEEPEST
            else value
            for column, value in row.items()
            if column not in _CHANCE and not (column in points[table] and depth >= _DEEPEST)
        )

    return {
        table: sorted((told(table, row) for row in each.values()), key=repr) for table, each in rows.items()
    }


_CHANCE = frozenset({"id", "sequence"})
_DEEPEST = 2
