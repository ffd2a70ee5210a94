"""The history without some people: what it says of others stays, and can be taken back as before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import apsw

from planner.library import changes
from planner.library.erasing.recording import Row, read, write
from planner.library.erasing.traces import SOMEBODY, Schema, Traces

_IDENTITY = frozenset(
    {"name", "folded", "given_name", "additional_names", "family_name", "prefix", "suffix", "nickname"}
)
"""Columns of a person that are their own, whoever else is called so."""


def rewrite(connection: apsw.Connection, schema: Schema, traces: Traces) -> None:
    """Take every trace out of every step; a step of which nothing is left goes."""
    without = Without(schema, traces)
    steps = list(connection.execute("SELECT id FROM change ORDER BY id"))
    for (step,) in steps:
        label, changeset = connection.execute("SELECT label, changeset FROM change WHERE id = ?", (step,)).get
        before = list(read(changeset))
        after = list(without.rows(before))
        if after == before:
            told = without.words(label)
            if told != label:
                connection.execute("UPDATE change SET label = ? WHERE id = ?", (told, step))
        elif after:
            connection.execute(
                "UPDATE change SET label = ?, rows = ?, changeset = ? WHERE id = ?",
                (without.label(label), len(after), write(after), step),
            )
        else:
            connection.execute("DELETE FROM change WHERE id = ?", (step,))


class Without:
    """Rows and words as they would be had these people never been written down."""

    def __init__(self, schema: Schema, traces: Traces) -> None:
        self._schema = schema
        self._gone = traces.rows
        self._whole = traces.pattern()
        parts = {part for word in traces.words for part in word.split() if len(part) > 1}
        self._parts = re.compile(
            rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(parts))) or '(?!)'})(?!\w)", re.I
        )

    def words(self, text: str) -> str:
        """The text with nobody of them named in full."""
        return self._whole.sub(SOMEBODY, text) if self._whole else text

    def label(self, label: str) -> str:
        """The label of a step that touched them, where a first name is theirs as well."""
        return self._parts.sub("somebody", self.words(label))

    def rows(self, rows: list[Row]) -> Iterator[Row]:
        """The rows that stay, as they stay; a change of nothing is none."""
        for row in rows:
            if (row.table, row.key) in self._gone:
                continue
            change = partial(self._state, row.table)
            kept = row._replace(old=row.old and change(row.old), new=row.new and change(row.new))
            if kept == row or not _changes_nothing(kept):
                yield kept

    def _state(self, table: str, state: tuple[Any, ...]) -> tuple[Any, ...]:
        columns = self._schema.columns.get(table, ())
        links = {link.place: link.table for link in self._schema.links.get(table, ()) if not link.goes}
        return tuple(
            self._value(table, columns[place] if place < len(columns) else "", links.get(place), value)
            for place, value in enumerate(state)
        )

    def _value(self, table: str, column: str, pointed: str | None, value: Any) -> Any:
        if pointed and (pointed, value) in self._gone:
            return None
        return self.words(value) if isinstance(value, str) and not is_own(table, column) else value


def is_own(table: str, column: str) -> bool:
    """Whether a column names a person themselves, and so is left alone where somebody else is erased."""
    return table == "person" and column in _IDENTITY


def _changes_nothing(row: Row) -> bool:
    if row.operation != "UPDATE" or row.old is None or row.new is None:
        return False
    return all(
        after is apsw.no_change or after == before for before, after in zip(row.old, row.new, strict=True)
    )


def cut_where_it_ends(connection: apsw.Connection) -> int:
    """Try the whole history backwards and let go of the steps that no longer work; return how many went.

    A step that cannot be taken back any more ends the history, with all that is older.
    """
    cut = 0
    for state, turn, order in (("undone", bytes, "id"), ("done", changes.invert, "id DESC")):
        steps = list(connection.execute(f"SELECT id FROM change WHERE state = ? ORDER BY {order}", (state,)))
        works = _works(connection, [step for (step,) in steps], turn)
        for (step,) in steps[works:]:
            connection.execute("DELETE FROM change WHERE id = ?", (step,))
        cut += len(steps) - works
    return cut


def _works(connection: apsw.Connection, steps: list[int], turn: Callable[[bytes], bytes]) -> int:
    """How many of these steps can be applied one after the other; the library is as it was afterwards."""
    connection.execute("SAVEPOINT trial")
    try:
        for number, step in enumerate(steps):
            changeset = connection.execute("SELECT changeset FROM change WHERE id = ?", (step,)).get
            try:
                changes.apply(connection, turn(changeset))
            except (apsw.AbortError, apsw.ConstraintError):
                return number
        return len(steps)
    finally:
        connection.execute("ROLLBACK TO trial")
        connection.execute("RELEASE trial")
