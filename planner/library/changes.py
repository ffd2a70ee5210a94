"""What a change touched, read from SQLite's own recording of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

import apsw


class Changed(NamedTuple):
    """The rows that one step touched: table name to primary keys; `label` names the step."""

    label: str
    rows: Mapping[str, frozenset[int | str]]

    def __bool__(self) -> bool:
        return bool(self.rows)

    def touches(self, *tables: str) -> bool:
        """Whether any row of one of these tables was touched."""
        return any(table in self.rows for table in tables)


def changed_rows(label: str, changeset: bytes) -> Changed:
    """Read which rows a changeset touches; works for the changeset and its inverse alike."""
    touched: defaultdict[str, set[int | str]] = defaultdict(set)
    for row in apsw.Changeset.iter(changeset):
        values = (row.new if row.op == "INSERT" else row.old) or ()
        key = values[min(row.pk_columns)]
        if isinstance(key, int | str):
            touched[row.name].add(key)
    return Changed(label=label, rows={table: frozenset(keys) for table, keys in touched.items()})


def apply(connection: apsw.Connection, changeset: bytes) -> None:
    """Apply a changeset whole or not at all.

    Cascades are part of the recording, so SQLite's own cascades stand still meanwhile.

    Raises apsw.AbortError where a row is no longer as the changeset expects it.
    """
    apsw.Changeset.apply(
        changeset,
        connection,
        conflict=lambda _reason, _row: apsw.SQLITE_CHANGESET_ABORT,
        flags=apsw.SQLITE_CHANGESETAPPLY_FKNOACTION,
    )


def invert(changeset: bytes) -> bytes:
    """The changeset that takes this one back."""
    return bytes(apsw.Changeset.invert(changeset))
