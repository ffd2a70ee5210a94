"""The one door: every change is one transaction, one recording, one named step of the history."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import apsw

from planner.domain.errors import KnownError
from planner.library import changes
from planner.library.changes import Changed
from planner.library.ids import new_id
from planner.library.sealed import Connections

if TYPE_CHECKING:
    from planner.library.tables_open import SealedDatabase


class Step(NamedTuple):
    """One row of the history, newest last; `state` is done, undone, or dropped (undone and then left)."""

    id: int
    at: datetime
    label: str
    state: str
    rows: int


_NAMING = (
    'SELECT c.cid FROM pragma_foreign_key_list(?) k JOIN pragma_table_info(?) c ON c.name = k."from"'
    " WHERE k.\"table\" = 'person'"
)
_UNRECORDED = frozenset({"change", "schema_migration", "forecast", "unfinished"})


def is_recorded(table: str) -> bool:
    """Whether changes of a table belong to the history: all but the history itself, what is written without
    anybody doing anything, and the search indexes, which their triggers keep right on undo too."""
    return table not in _UNRECORDED and "_search" not in table


class Door:
    """Opens and closes the door of one library; lives as long as the Library."""

    def __init__(self, connections: Connections, clock: Callable[[], datetime]) -> None:
        self._connections = connections
        self._clock = clock
        self._database: SealedDatabase | None = None
        self._inside = threading.local()
        self._naming: dict[str, tuple[int, ...]] = {}

    @property
    def database(self) -> "SealedDatabase":
        """Peewee's side of the library, loaded now if it was not needed before."""
        if self._database is None:
            from planner.library.tables_open import SealedDatabase

            self._database = SealedDatabase(self._connections)
        return self._database

    def forget_thread(self) -> None:
        """Let Peewee forget this thread's connection, before it is closed."""
        if self._database is not None:
            self._database.close()

    @contextmanager
    def change(self, label: str, done: Callable[[Changed], None]) -> Iterator[None]:
        """Run the body in one transaction and record it as the step `label`.

        A change inside a change joins the outer one. An exception rolls everything back and records
        nothing. A body that changed nothing leaves no step. `done` hears what was touched, after the commit.
        """
        if getattr(self._inside, "open", False):
            yield
            return
        from planner.library.tables_open import tables_open

        with self._writing() as connection, self.database.atomic("IMMEDIATE"):
            session = apsw.Session(connection, "main")
            session.table_filter(is_recorded)
            session.attach()
            self._inside.open = True
            try:
                with tables_open(self.database):
                    yield
                changeset = bytes(session.changeset())
            finally:
                self._inside.open = False
                session.close()
            touched = changes.changed_rows(label, changeset, self._names_people)
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
        rows = self._connections.get().execute(
            "SELECT id, at, label, state, rows FROM change ORDER BY id DESC LIMIT ?", (limit,)
        )
        return [
            Step(id=row[0], at=datetime.fromisoformat(row[1]), label=row[2], state=row[3], rows=row[4])
            for row in rows
        ]

    def next_labels(self) -> tuple[str | None, str | None]:
        """What undo would take back and what redo would do again, or None each."""
        connection = self._connections.get()
        undo = connection.execute(
            "SELECT label FROM change WHERE state = 'done' ORDER BY id DESC LIMIT 1"
        ).get
        redo = connection.execute("SELECT label FROM change WHERE state = 'undone' ORDER BY id LIMIT 1").get
        return undo, redo

    @contextmanager
    def _writing(self) -> Iterator[apsw.Connection]:
        connection = self._connections.get()
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
        with self._writing() as connection, self.database.atomic("IMMEDIATE"):
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
        return changes.changed_rows(label, changeset, self._names_people)

    def _names_people(self, table: str) -> tuple[int, ...]:
        """The columns of a table, counted from 0, that point to a person."""
        if table not in self._naming:
            rows = self._connections.get().execute(_NAMING, (table, table))
            self._naming[table] = tuple(row[0] for row in rows)
        return self._naming[table]
