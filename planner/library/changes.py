"""What a change touched, read from SQLite's own recording of it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import apsw


class Changed(NamedTuple):
    """The rows that one step touched: table name to primary keys; `label` names the step.

    `people` are the ids of those whom added, removed or moved rows name: of a row that is gone, nobody
    could ask it any more.
    """

    label: str
    rows: Mapping[str, frozenset[int | str]]
    people: frozenset[int] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.rows)

    def touches(self, *tables: str) -> bool:
        """Whether any row of one of these tables was touched."""
        return any(table in self.rows for table in tables)


def changed_rows(label: str, changeset: bytes, naming: Callable[[str], Sequence[int]]) -> Changed:
    """Read which rows a changeset touches; works for the changeset and its inverse alike.

    `naming` tells which columns of a table, counted from 0, hold the id of a person.
    """
    touched: defaultdict[str, set[int | str]] = defaultdict(set)
    people: set[int] = set()
    for row in _rows(changeset):
        values = (row.new if row.op == "INSERT" else row.old) or ()
        key = values[min(row.pk_columns)]
        if isinstance(key, int | str):
            touched[row.name].add(key)
        for column in naming(row.name):
            people.update(each for each in (values[column], _moved_to(row, column)) if isinstance(each, int))
    rows = {table: frozenset(keys) for table, keys in touched.items()}
    return Changed(label=label, rows=rows, people=frozenset(people))


class RowChange(NamedTuple):
    """One row that a step touched, by column: None before where it was added, None after where removed.

    Of a row that was changed both hold only the columns that differ.
    """

    table: str
    key: int | str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


Wanted = Callable[[str, int | str, Sequence[Any]], bool]
"""Hears a row's table, key and values (those that are recorded), and says whether it is wanted."""


def row_changes(
    changeset: bytes, columns: Callable[[str], Sequence[str]], wanted: Wanted = lambda *_: True
) -> Iterator[RowChange]:
    """The rows of a changeset that are wanted; `columns` tells the columns of a table in their order."""
    for row in _rows(changeset):
        values = (row.new if row.op == "INSERT" else row.old) or ()
        key = values[min(row.pk_columns)]
        if wanted(row.name, key, values):
            names = columns(row.name)
            before, after = _by_column(names, row.old), _by_column(names, row.new)
            if row.op == "UPDATE" and before is not None and after is not None:
                before = {name: value for name, value in before.items() if name in after}
            yield RowChange(row.name, key, before, after)


def _by_column(names: Sequence[str], values: Sequence[Any] | None) -> dict[str, Any] | None:
    """The values by column, without those that a change leaves as they are."""
    if values is None:
        return None
    return {name: value for name, value in zip(names, values, strict=False) if value is not apsw.no_change}


def _rows(changeset: bytes) -> Iterator[Any]:
    return iter(apsw.Changeset.iter(changeset))


def _moved_to(row: Any, column: int) -> object:
    """The new value of an updated row's column, where it has one."""
    return row.new[column] if row.op == "UPDATE" and row.new else None


def apply(connection: apsw.Connection, changeset: bytes) -> None:
    """Apply a changeset whole or not at all.

    Cascades are part of the recording, so SQLite's own cascades stand still meanwhile.

    Forecasts about people who leave with it go too: they are no part of the recording, and would hold the
    people back.

    Raises apsw.AbortError where a row is no longer as the changeset expects it.
    """
    gone = [(row.old[0],) for row in _rows(changeset) if row.name == "person" and row.op == "DELETE"]
    if gone and connection.table_exists("main", "forecast"):  # a backup may be older than they are
        connection.executemany("DELETE FROM forecast WHERE person_id = ?", gone)
    apsw.Changeset.apply(
        changeset,
        connection,
        conflict=lambda _reason, _row: apsw.SQLITE_CHANGESET_ABORT,
        flags=apsw.SQLITE_CHANGESETAPPLY_FKNOACTION,
    )


def invert(changeset: bytes) -> bytes:
    """The changeset that takes this one back."""
    return bytes(apsw.Changeset.invert(changeset))
