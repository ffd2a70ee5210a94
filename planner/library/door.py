"""The one door: every change is one transaction, one recording, one named step of the history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import apsw
import peewee

from planner.domain.errors import KnownError
from planner.library import changes
from planner.library.changes import Changed
from planner.library.ids import new_id
from planner.library.sealed import SealedDatabase
from planner.library.tables import TABLES

RECORDED = frozenset(table._meta.table_name for table in TABLES) - {"change"}

_open: ContextVar[SealedDatabase | None] = ContextVar("open_library", default=None)


class _OpenLibrary(peewee.DatabaseProxy):
    """The library whose door is open here: what the tables of tables.py write to and read from."""

    __slots__ = ("_Model", "_callbacks", "obj")

    def __getattr__(self, name: str) -> Any:
        database = _open.get()
        if database is None:
            raise RuntimeError("A table was used outside `with library.change(...)`.")
        return getattr(database, name)


_proxy = _OpenLibrary()
for _table in TABLES:
    _table.bind(_proxy, bind_refs=False, bind_backrefs=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One row of the history, newest last; `state` is done, undone, or dropped (undone and then left)."""

    id: int
    at: datetime
    label: str
    state: str
    rows: int


class Door:
    """Opens and closes the door of one library; lives as long as the Library."""

    def __init__(self, database: SealedDatabase, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    @contextmanager
    def change(self, label: str, done: Callable[[Changed], None]) -> Iterator[None]:
        """Run the body in one transaction and record it as the step `label`.

        A change inside a change joins the outer one. An exception rolls everything back and records
        nothing. A body that changed nothing leaves no step. `done` hears what was touched, after the commit.
        """
        if _open.get() is self._database:
            yield
            return
        with self._writing() as connection, self._database.atomic("IMMEDIATE"):
            session = apsw.Session(connection, "main")
            session.table_filter(lambda name: name in RECORDED)
            session.attach()
            token = _open.set(self._database)
            try:
                yield
                changeset = bytes(session.changeset())
            finally:
                _open.reset(token)
                session.close()
            touched = changes.changed_rows(label, changeset)
            if touched:
                self._record(connection, touched, changeset)
        if touched:
            done(touched)

    def undo(self) -> Changed | None:
        """Take the newest done step back; None where there is none. Raises KnownError if it cannot be."""
        return self._apply("state = 'done' ORDER BY id DESC", "undone", changes.invert)

    def redo(self) -> Changed | None:
        """Do the step undone last again; None where there is none."""
        return self._apply("state = 'undone' ORDER BY id", "done", lambda changeset: changeset)

    def history(self, limit: int) -> list[Step]:
        """The newest `limit` steps, newest first."""
        rows = self._database.connection().execute(
            "SELECT id, at, label, state, rows FROM change ORDER BY id DESC LIMIT ?", (limit,)
        )
        return [
            Step(id=row[0], at=datetime.fromisoformat(row[1]), label=row[2], state=row[3], rows=row[4])
            for row in rows
        ]

    def next_labels(self) -> tuple[str | None, str | None]:
        """What undo would take back and what redo would do again, or None each."""
        connection = self._database.connection()
        undo = connection.execute(
            "SELECT label FROM change WHERE state = 'done' ORDER BY id DESC LIMIT 1"
        ).get
        redo = connection.execute("SELECT label FROM change WHERE state = 'undone' ORDER BY id LIMIT 1").get
        return undo, redo

    @contextmanager
    def _writing(self) -> Iterator[apsw.Connection]:
        connection = self._database.connection()
        connection.pragma("query_only", "OFF")
        try:
            yield connection
        finally:
            connection.pragma("query_only", "ON")

    def _record(self, connection: apsw.Connection, touched: Changed, changeset: bytes) -> None:
        connection.execute("UPDATE change SET state = 'dropped' WHERE state = 'undone'")
        newest: int = connection.execute("SELECT coalesce(max(id), 0) FROM change").get
        connection.execute(
            "INSERT INTO change (id, at, label, state, rows, changeset) VALUES (?, ?, ?, 'done', ?, ?)",
            (
                max(new_id(), newest + 1),
                self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                touched.label,
                sum(map(len, touched.rows.values())),
                changeset,
            ),
        )

    def _apply(self, which: str, state: str, turn: Callable[[bytes], bytes]) -> Changed | None:
        with self._writing() as connection, self._database.atomic("IMMEDIATE"):
            row = connection.execute(f"SELECT id, label, changeset FROM change WHERE {which} LIMIT 1").get
            if row is None:
                return None
            identity, label, changeset = row
            try:
                changes.apply(connection, turn(changeset))
            except (apsw.AbortError, apsw.ConstraintError) as error:
                raise KnownError(
                    f"“{label}” cannot be taken back or done again, because something it touched is no "
                    "longer as it was. Nothing was changed."
                ) from error
            connection.execute("UPDATE change SET state = ? WHERE id = ?", (state, identity))
        return changes.changed_rows(label, changeset)
