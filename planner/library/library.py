"""A library while it is open."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic, sleep
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import apsw

from planner.domain.errors import DisplacedError, KnownError, PassphraseNeededError
from planner.library import backup, schema
from planner.library.changes import Changed
from planner.library.door import Door, Step
from planner.library.lock import WriterLock
from planner.library.place import SamePlace
from planner.library.sealed import PUBLISHED_KEY, Connections, in_words, key_of, looks_sealed

if TYPE_CHECKING:
    from planner.library.erasing import Erased
    from planner.library.plain_copy import Functions

Listener = Callable[[Changed], None]
Statement = tuple[str, Sequence[Any]]
"""SQL and its parameters."""


class Library:
    """One `*.rapport` file, open.

    Reading is free; writing goes through `change`. Every thread gets a connection of its own at its first
    use and gives it back with `release_thread`. A file that is missing is made unless `create` is False.

    Raises KnownError, with nothing changed, for a file that is not a library, was written by a newer
    Rapport, or is damaged, in use or read-only; PassphraseNeededError for one that `passphrase` (None: none)
    does not open.
    """

    def __init__(
        self,
        path: Path,
        *,
        clock: Callable[[], datetime],
        create: bool = True,
        backups: Path | None = None,
        busy_seconds: float = 3.0,
        passphrase: str | None = None,
    ) -> None:
        self.path = path
        self.clock = clock
        self.passphrase = passphrase
        self.backups = backups if backups is not None else path.parent / "backups"
        self.displaced: Callable[[DisplacedError], object] = lambda _error: None
        """Hears of it when the file is no longer in its place, before the error is raised."""
        self._listeners: list[Listener] = []
        self._lock = WriterLock(path)
        _check_file(path, create)
        self._place = SamePlace(path)
        self._busy_seconds = busy_seconds
        self._connections = Connections(path, busy_seconds, key_of(passphrase), self._check_place)
        self._door = Door(self._connections, clock)
        with in_words(path):
            try:
                self._open()
            except apsw.NotADBError as error:
                self.release_thread()
                raise _locked(path, passphrase) if looks_sealed(path) else error from error
            except BaseException:
                self.release_thread()
                raise

    def _open(self) -> None:
        connection = self.connection
        version = schema.version_of(connection, self.path.name)
        self._write_ahead(connection)  # only now: it writes to the file
        if schema.migrate(self._door, connection, version, lambda: self.back_up("before update")):
            self.path.chmod(0o600)
        if not version:
            from planner.library import first_rows  # only a new library needs them
            from planner.library.home_zone import home_zone

            first_rows.write(connection, home_zone())

    def _write_ahead(self, connection: apsw.Connection) -> None:
        """Give the file a log beside it. SQLite does not wait by itself for others that begin the file."""
        until = monotonic() + self._busy_seconds
        while True:
            try:
                connection.pragma("journal_mode", "WAL")
                return
            except apsw.BusyError:
                if monotonic() >= until:
                    raise
                sleep(0.02)

    @property
    def connection(self) -> apsw.Connection:
        """This thread's connection to the file. Reading goes through `rows`, writing through `change`."""
        return self._connections.get()

    # Reading

    def rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a question in SQL, as tuples, read as they come."""
        with in_words(self.path):
            yield from self.connection.execute(sql, parameters)

    def row(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""
        return next(iter(self.rows(sql, parameters)), None)

    def value(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """The first column of the first row, or None."""
        row = self.row(sql, parameters)
        return None if row is None else row[0]

    # Writing

    @contextmanager
    def change(self, label: str) -> Iterator[None]:
        """One named, undoable step: everything in the body, or nothing (see door.py).

        Raises DisplacedError, before the body, where the file was moved, removed or replaced meanwhile.
        """
        self._check_place()
        with in_words(self.path), self._door.change(label, self._tell):
            yield

    def add_rows(self, table: str, columns: Sequence[str], rows: Iterator[Sequence[Any]]) -> None:
        """Add many rows at once, inside a change: raw, so ids and text forms are the caller's."""
        marks = ", ".join("?" * len(columns))
        self.connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)

    def undo(self) -> Changed | None:
        """Take the newest step back; None where there is nothing to undo."""
        return self._step(self._door.undo)

    def redo(self) -> Changed | None:
        """Do again what was undone last; None where there is nothing to redo."""
        return self._step(self._door.redo)

    def _step(self, step: Callable[[], Changed | None]) -> Changed | None:
        self._check_place()
        with in_words(self.path):
            changed = step()
        if changed:
            self._tell(changed)
        return changed

    def history(self, limit: int = 200) -> list[Step]:
        """The newest steps, newest first."""
        return self._door.history(limit)

    def next_labels(self) -> tuple[str | None, str | None]:
        """The labels that undo and redo would act on, or None each."""
        return self._door.next_labels()

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Hear of every change, undo and redo after its commit, in the thread that made it.

        Returns the function that stops the listening.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self, changed: Changed) -> None:
        for listener in tuple(self._listeners):
            listener(changed)

    def erase(self, people: Iterable[int]) -> Erased:
        """Erase people for good, from the history and every page of the file too; this cannot be undone.

        A kill or an error of the disk leaves all or nothing; where only the file could not be written anew,
        `claim` does it at the next start.
        """
        from planner.library import erasing

        self._check_place()
        with in_words(self.path):
            erased = erasing.erase(self.connection, people)
        finished = self._finish_erasing()
        self._tell(erased.changed)
        return erased._replace(is_finished=finished)

    def _finish_erasing(self) -> bool:
        """Write the file anew after erasing; where others read along or the disk is full, it can wait."""
        from planner.library import erasing

        try:
            erasing.finish(self.connection)
        except _CAN_WAIT:
            return False
        return True

    def _check_place(self) -> None:
        try:
            self._place.check()
        except DisplacedError as error:
            self.displaced(error)
            raise

    # Keeping

    def back_up(
        self, reason: str, to: Path | None = None, progress: Callable[[float], bool] | None = None
    ) -> Path:
        """Write a checked copy, to `to` or among the automatic backups, and return where it is.

        Those that are no longer worth keeping beside a new automatic one go (see thinning.py).
        """
        target = to or backup.automatic_name(self.path, self.backups, self.clock(), reason)
        if target.resolve() == self.path.resolve():
            raise KnownError("A backup cannot replace the library itself. Choose another name.")
        made = backup.backup_to(self.connection, target, progress, self._connections.key)
        if to is None:
            from planner.library.kept_backups import thin

            thin(self.backups, self.path, self.clock())
        return made

    @property
    def key(self) -> str:
        """The driver's key of this library, for looking into its backups."""
        return self._connections.key

    @property
    def is_encrypted(self) -> bool:
        """Whether a passphrase locks the library; the seal alone hides nothing."""
        return self._connections.key != PUBLISHED_KEY

    def plain_copy(
        self,
        to: Path,
        before: Sequence[Statement] = (),
        progress: Callable[[float], bool] | None = None,
        *,
        functions: Functions | None = None,
    ) -> None:
        """Write a copy without the seal to a new file, after the statements of `before` ran on it, which may
        call these functions."""
        from planner.library.plain_copy import plain_copy  # few people ever ask for one

        plain_copy(self.connection, to, before, progress, self._connections.key, functions)

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Let everything read in the body be of one moment, whatever others write meanwhile."""
        connection = self.connection
        connection.execute("BEGIN")
        try:
            yield
        finally:
            connection.execute("COMMIT")

    def erase_in_backup(self, path: Path, people: Iterable[int]) -> None:
        """Erase people in one of its backups too. Raises KnownError where that one cannot be written."""
        from planner.library import erasing

        erasing.erase_in_copy(path, people, self._connections.key)

    def newest_backup_at(self) -> datetime | None:
        """When the newest automatic backup was made, in the clock's zone; None where there is none."""
        path = backup.newest(self.backups, self.path)
        return None if path is None else datetime.fromtimestamp(path.stat().st_mtime, self.clock().tzinfo)

    def clock_is_behind(self) -> str:
        """A sentence where this computer's clock is a day or more before the newest change, else ''.

        Nothing goes wrong then: steps keep their order. But what is due is counted from today's date.
        """
        newest = self.value("SELECT max(at) FROM change")
        if newest is None or datetime.fromisoformat(newest) - self.clock() < timedelta(days=1):
            return ""
        return (
            f"The clock of this computer says {self.clock():%d.%m.%Y}, but something here was changed later. "
            "Nothing is lost; set the clock right, because what is due is counted from today."
        )

    def problems(self) -> list[str]:
        """Everything that is wrong with the file, in words; empty is good."""
        found: list[str] = []
        try:
            found += [row[0] for row in self.rows("PRAGMA integrity_check") if row[0] != "ok"]
            found += [
                f"A row of {row[0]} points to a {row[2]} that is not there."
                for row in self.rows("PRAGMA foreign_key_check")
            ]
            wrong = self.value(
                "SELECT count(*) FROM participation p JOIN conversation c ON c.id = p.conversation_id"
                " WHERE p.day <> c.day"
            )
            found += [f"{wrong} conversations and their people differ in their day."] if wrong else []
        except (KnownError, apsw.Error) as error:
            found.append(str(error))
        return found

    def claim(self) -> None:
        """Become the one writer of this library until it is closed. Raises KnownError if another is."""
        self._lock.take()
        if self.value("SELECT 1 FROM setting WHERE name = 'erasing'"):
            self._finish_erasing()

    def release_thread(self) -> None:
        """Give back this thread's connection; for workers at their end."""
        self._door.forget_thread()
        self._connections.close()

    def close(self) -> None:
        """Close this thread's connection and let the writer's lock go."""
        self.release_thread()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


_CAN_WAIT = (apsw.BusyError, apsw.LockedError, apsw.FullError, apsw.IOError, apsw.CantOpenError)


def _locked(path: Path, passphrase: str | None) -> KnownError:
    if passphrase is None:
        return PassphraseNeededError(
            f"“{path.name}” is locked with a passphrase. Enter it to open the library."
        )
    return PassphraseNeededError(
        f"This passphrase does not open “{path.name}”. Nothing was changed; try again. Nobody can open it "
        "without the right one."
    )


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise KnownError(f"“{path.name}” is a folder. Choose a library file.")
    if path.exists():
        if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(
            path, os.W_OK
        ):
            raise KnownError(
                f"“{path.name}” is read-only. Nothing was changed; allow writing to it or copy it elsewhere."
            )
        return
    if not create:
        raise KnownError(f"There is no library at {path}. Nothing was changed; check the name.")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Made here, before SQLite knows the file, so that it is private from its first byte.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise KnownError(f"No library can be made in {path.parent}. Choose another folder.") from error
