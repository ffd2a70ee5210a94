"""The history read row by row, and one step of its middle taken back where nothing later depends on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import apsw

from planner.domain.errors import KnownError
from planner.library import changes
from planner.library.changes import RowChange
from planner.library.ids import SMALLEST_ID

if TYPE_CHECKING:
    from planner.library.library import Library


class Recorded(NamedTuple):
    """A step that is done, with its recording."""

    id: int
    at: datetime
    label: str
    changeset: bytes


def recorded_steps(library: Library, *, before: int | None = None, after: int = 0) -> Iterator[Recorded]:
    """The steps that are done, newest first: those older than `before`, and newer than `after`, by id."""
    rows = library.rows(
        "SELECT id, at, label, changeset FROM change WHERE state = 'done' AND id > ?"
        " AND (? IS NULL OR id < ?) ORDER BY id DESC",
        (after, before, before),
    )
    for identity, at, label, changeset in rows:
        yield Recorded(identity, datetime.fromisoformat(at), label, changeset)


def rows_of_step(
    library: Library, step: Recorded, wanted: changes.Wanted = lambda *_: True
) -> Iterator[RowChange]:
    """The rows that a step touched and that are wanted, with their values."""

    @cache
    def columns(table: str) -> tuple[str, ...]:
        return tuple(row[0] for row in library.rows("SELECT name FROM pragma_table_info(?)", (table,)))

    return changes.row_changes(step.changeset, columns, wanted)


def recorded_step(library: Library, step_id: int) -> Recorded:
    """A step that is done. Raises KnownError where it is not."""
    row = library.row("SELECT at, label, changeset FROM change WHERE id = ? AND state = 'done'", (step_id,))
    if row is None:
        raise KnownError("This step has been undone, or is no longer in the history.")
    return Recorded(step_id, datetime.fromisoformat(row[0]), row[1], row[2])


def take_back(library: Library, step: Recorded) -> None:
    """Apply the inverse of a step to how things are now; inside a change, which records it as its own step.

    Raises KnownError, naming the first later step that builds on it, where a row is no longer as the step
    left it or something else has come to hang on it.
    """
    try:
        changes.apply(library.connection, changes.invert(step.changeset))
    except (apsw.AbortError, apsw.ConstraintError) as error:
        raise KnownError(refusal(step, first_built_on(library, step))) from error


def refusal(step: Recorded, later: Recorded | None) -> str:
    """Why a step cannot be taken back by itself."""
    if later is None:
        because = "because what it touched is no longer as it was"
    else:
        because = f"because “{later.label}” came later and builds on it; take that back first"
    return f"“{step.label}” cannot be taken back by itself, {because}. Nothing was changed."


def first_built_on(library: Library, step: Recorded) -> Recorded | None:
    """The newest later step that touched a row of this one, or points to a row that this one added."""
    touched: set[tuple[str, int | str]] = set()
    added: set[object] = set()
    for row in rows_of_step(library, step):
        touched.add((row.table, row.key))
        if row.before is None and isinstance(row.key, int) and row.key >= SMALLEST_ID:
            added.add(row.key)
    for later in recorded_steps(library, after=step.id):
        if any(_builds_on(row, touched, added) for row in rows_of_step(library, later)):
            return later
    return None


def _builds_on(row: RowChange, touched: set[tuple[str, int | str]], added: set[object]) -> bool:
    """No two rows of any tables share an id, so that a value that is one points to its row."""
    return (row.table, row.key) in touched or not added.isdisjoint((row.after or {}).values())
