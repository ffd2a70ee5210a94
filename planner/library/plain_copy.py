"""A copy of a library without its seal: plain SQLite that other tools open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import apsw

from planner.library import backup
from planner.library.sealed import APPLICATION_ID, PUBLISHED_KEY, in_words, seal

Statement = tuple[str, Sequence[Any]]
"""SQL and its parameters."""
Functions = Mapping[str, Callable[[str], str]]
"""What statements may call, by name."""

_COPIED = 0.7
"""The share of the work after which the pages are there; opening them up takes the rest."""


def plain_copy(
    source: apsw.Connection,
    target: Path,
    before: Sequence[Statement],
    progress: Callable[[float], bool] | None = None,
    key: str = PUBLISHED_KEY,
    functions: Functions | None = None,
) -> None:
    """Copy the library to `target`, a new file, and run `before` on the copy before it is handed over.

    `before` may call `functions` of a text, which leave NULL as it is.

    The copy has no search indexes: older SQLites cannot read them, and every row is there without them.
    Nothing that `before` deletes is left in the file's free pages.
    """
    with in_words(target):
        backup.copy_pages(
            source, target, (lambda share: progress(share * _COPIED)) if progress else None, key
        )
        copy = apsw.Connection(str(target))
        try:
            seal(copy, key)
            for name, of_text in (functions or {}).items():
                copy.create_scalar_function(name, _of_any(of_text), 1, deterministic=True)
            _open_up(copy, before)
        finally:
            copy.close()


def _of_any(of_text: Callable[[str], str]) -> Callable[..., Any]:
    """The function for whatever stands in a column."""

    def of_any(*values: Any) -> Any:
        (value,) = values
        return of_text(value) if isinstance(value, str) else value

    return of_any


def _open_up(copy: apsw.Connection, before: Sequence[Statement]) -> None:
    copy.pragma("secure_delete", "ON")
    copy.pragma("journal_mode", "DELETE")
    copy.pragma("foreign_keys", "ON")
    with copy:
        _drop_search(copy)
        for sql, parameters in before:
            copy.execute(sql, parameters)
    copy.pragma("rekey", "")
    copy.execute("VACUUM")
    if copy.pragma("application_id") != APPLICATION_ID or copy.pragma("quick_check") != "ok":
        raise apsw.CorruptError("the copy could not be read back")


def _drop_search(copy: apsw.Connection) -> None:
    """Drop the search indexes and everything that keeps them right."""
    for (name,) in list(copy.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")):
        copy.execute(f"DROP TRIGGER {name}")
    indexes = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%'"
    for (name,) in list(copy.execute(indexes)):
        copy.execute(f"DROP TABLE {name}")
