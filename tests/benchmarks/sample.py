"""How fast the sample is written, beside one bare SQLite file that takes the same rows.

    python -m tests.benchmarks.sample [--people N] [--conversations M] [--folder FOLDER]

The bare file is plain, in WAL mode and without indexes; it takes the rows of people, conversations and
participations from memory with `executemany`. The library is sealed, makes its rows, indexes and search
as it goes, and holds contact points and the rest besides. A ratio of 3 or less is the aim.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import apsw

from planner.actions.sample import write_sample
from planner.library import Library

AIM = 3.0
TABLES = ("person", "conversation", "participation")


def written_in(library: Library, people: int, conversations: int) -> float:
    """Seconds to fill a fresh library."""
    started = time.perf_counter()
    write_sample(library, today=date(2026, 9, 15), people=people, conversations=conversations)
    return time.perf_counter() - started


def bare_in(library: Library, file: Path) -> float:
    """Seconds to put the library's rows into a bare file."""
    tables = {name: rows_of(library, name) for name in TABLES}
    connection = apsw.Connection(str(file))
    connection.pragma("journal_mode", "WAL")
    started = time.perf_counter()
    with connection:
        for name, (columns, rows) in tables.items():
            connection.execute(f"CREATE TABLE {name} (id INTEGER PRIMARY KEY, {', '.join(columns[1:])})")
            marks = ", ".join("?" * len(columns))
            connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
    taken = time.perf_counter() - started
    connection.close()
    return taken


def rows_of(library: Library, table: str) -> tuple[list[str], Sequence[tuple[Any, ...]]]:
    """All columns and rows of a table, in memory."""
    columns = [row[1] for row in library.rows(f"PRAGMA table_info({table})")]
    return columns, list(library.rows(f"SELECT * FROM {table} ORDER BY id"))


def main() -> None:
    """Print both times and their ratio."""
    parser = argparse.ArgumentParser(description="The sample's speed beside a bare SQLite file's.")
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--conversations", type=int, default=1_000_000)
    parser.add_argument(
        "--folder", type=Path, help="where the two files are made, instead of a temporary folder"
    )
    given = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(dir=given.folder) as folder,
        Library(Path(folder) / "sample.rapport", clock=lambda: datetime.now(UTC)) as library,
    ):
        sample = written_in(library, given.people, given.conversations)
        bare = bare_in(library, Path(folder) / "bare.sqlite")
    verdict = "within" if sample <= AIM * bare else "above"
    print(f"Sample of {given.people:,} people and {given.conversations:,} conversations: {sample:.2f} s")
    print(f"The same rows into one bare file: {bare:.2f} s")
    print(f"Ratio {sample / bare:.2f}, {verdict} the aim of {AIM:.0f}")


if __name__ == "__main__":
    main()
