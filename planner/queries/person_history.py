"""What changed about one person, and when: read from the recordings of the history's steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from planner.library import Library
from planner.library.changes import RowChange
from planner.library.history import Recorded, recorded_steps, rows_of_step
from planner.queries.step_words import told

_MOST_LINES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonStep:
    """One step that touched a person: when, what it is called, and what it did to them, line by line.

    `rows` is how many of the rows that it touched are theirs.
    """

    id: int
    at: datetime
    label: str
    lines: tuple[str, ...]
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonHistory:
    """The newest steps about a person, newest first; `older` is the id to go on from, None at the end."""

    steps: tuple[PersonStep, ...]
    older: int | None


def person_history(
    library: Library, person_id: int, today: date, *, limit: int = 100, before: int | None = None
) -> PersonHistory:
    """The steps that are done and touched a person or what belongs to them, older than the step `before`."""
    belongs = _Belonging(library, person_id)
    found: list[PersonStep] = []
    for step in recorded_steps(library):
        mine = belongs.rows(step)
        if not mine or (before is not None and step.id >= before):
            continue
        if len(found) == limit:
            return PersonHistory(steps=tuple(found), older=found[-1].id)
        found.append(_step(library, step, mine, today))
    return PersonHistory(steps=tuple(found), older=None)


def _step(library: Library, step: Recorded, rows: list[RowChange], today: date) -> PersonStep:
    lines = list(dict.fromkeys(line for row in rows for line in told(library, row, today)))
    if len(lines) > _MOST_LINES:
        rest = len(lines) - _MOST_LINES + 1
        lines = [*lines[: _MOST_LINES - 1], f"and {rest} more"]
    return PersonStep(id=step.id, at=step.at, label=step.label, lines=tuple(lines), rows=len(rows))


class _Belonging:
    """Knows which rows belong to a person; learns of those that are gone from the steps, newest first."""

    _THROUGH = {"participation": ("conversation", "conversation_id"), "plan_person": ("plan", "plan_id")}

    def __init__(self, library: Library, person_id: int) -> None:
        self._library, self._person_id = library, person_id
        self._naming = _naming(library)
        self._known: set[tuple[str, int | str]] = {("person", person_id)}
        for table, columns in self._naming.items():
            for column in columns:
                self._learn_from(table, column)

    def rows(self, step: Recorded) -> list[RowChange]:
        """The rows of a step that belong to the person, as they were made: ids follow the clock."""
        for row in rows_of_step(self._library, step, self._names_them):
            self._learn(row)
        mine = rows_of_step(self._library, step, lambda table, key, _: (table, key) in self._known)
        return sorted(mine, key=lambda row: (row.table != "person", str(row.key)))

    def _names_them(self, table: str, _key: int | str, values: Sequence[Any]) -> bool:
        return table in self._naming and self._person_id in values

    def _learn(self, row: RowChange) -> None:
        values = row.before or row.after or {}
        if any(values.get(column) == self._person_id for column in self._naming[row.table]):
            self._known.add((row.table, row.key))
            if row.table in self._THROUGH:
                table, through = self._THROUGH[row.table]
                self._known.add((table, values[through]))

    def _learn_from(self, table: str, column: str) -> None:
        for key in self._keys(table, "id", column):
            self._known.add((table, key))
        if table in self._THROUGH:
            other, through = self._THROUGH[table]
            self._known.update((other, key) for key in self._keys(table, through, column))

    def _keys(self, table: str, wanted: str, column: str) -> Iterator[int]:
        rows = self._library.rows(f"SELECT {wanted} FROM {table} WHERE {column} = ?", (self._person_id,))
        return (row[0] for row in rows)


def _naming(library: Library) -> dict[str, list[str]]:
    """The columns of every table that hold the id of a person; forecasts are no part of the history."""
    rows = library.rows(
        'SELECT m.name, k."from" FROM sqlite_schema m, pragma_foreign_key_list(m.name) k'
        " WHERE m.type = 'table' AND k.\"table\" = 'person' AND m.name <> 'forecast'"
    )
    found: dict[str, list[str]] = {}
    for table, column in rows:
        found.setdefault(table, []).append(column)
    return found
