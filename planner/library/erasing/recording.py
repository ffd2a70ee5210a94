"""Changesets written anew: SQLite can read one and turn it round, but not change what stands in it.

The form is that of https://www.sqlite.org/session/ (a table header, then its rows), which does not change.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import apsw

_OPERATIONS = {"INSERT": 18, "DELETE": 9, "UPDATE": 23}


class Row(NamedTuple):
    """One recorded row: its table with the places of its key, what was done, and the values by column.

    What a change leaves alone is `apsw.no_change`; `old` of an added row is None, `new` of one removed.
    """

    table: str
    keys: frozenset[int]
    operation: str
    indirect: bool
    old: tuple[Any, ...] | None
    new: tuple[Any, ...] | None

    @property
    def key(self) -> int | str:
        """The row's primary key; no table has one of two columns."""
        values = self.old if self.old is not None else self.new
        assert values is not None
        found: int | str = values[min(self.keys)]
        return found

    @property
    def states(self) -> Iterator[tuple[Any, ...]]:
        """The values before and after, as far as they are recorded."""
        return (each for each in (self.old, self.new) if each is not None)


def read(changeset: bytes) -> Iterator[Row]:
    """The rows of a changeset in their order."""
    for row in apsw.Changeset.iter(changeset):
        yield Row(row.name, frozenset(row.pk_columns), row.op, row.indirect, row.old, row.new)


def write(rows: Iterable[Row]) -> bytes:
    """A changeset of these rows; those of one table stand together."""
    parts: list[bytes] = []
    table = ""
    for row in rows:
        if row.table != table:
            table = row.table
            parts.append(_header(row))
        parts.append(bytes((_OPERATIONS[row.operation], row.indirect)))
        parts += (_record(state) for state in row.states)
    return b"".join(parts)


def _header(row: Row) -> bytes:
    count = len(next(row.states))
    keys = bytes(int(place in row.keys) for place in range(count))
    return b"T" + _length(count) + keys + row.table.encode() + b"\0"


def _record(values: Sequence[Any]) -> bytes:
    return b"".join(map(_value, values))


def _value(value: Any) -> bytes:
    if value is apsw.no_change:
        return b"\0"
    if value is None:
        return b"\5"
    if isinstance(value, int):
        return b"\1" + struct.pack(">q", value)
    if isinstance(value, float):
        return b"\2" + struct.pack(">d", value)
    kind, data = (b"\3", value.encode()) if isinstance(value, str) else (b"\4", bytes(value))
    return kind + _length(len(data)) + data


def _length(number: int) -> bytes:
    """SQLite's variable-length integer: seven bits a byte, the highest bit says that more follow."""
    found = bytes((number & 0x7F,))
    while number := number >> 7:
        found = bytes((number & 0x7F | 0x80,)) + found
    return found
