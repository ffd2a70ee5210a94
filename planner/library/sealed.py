"""Opening a sealed file: the cipher, the pragmas, and what SQLite's refusals mean in words."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import apsw

from planner.domain.errors import KnownError, NotWrittenError

APPLICATION_ID = 0x52505254
"""'RPRT' in the file's header."""

# A published key: it hides nothing. It is there so that every page carries a seal that notices damage.
# It is the SHA-256 of "Rapport library: the seal everybody knows".
PUBLISHED_KEY = "raw:29e9e59ead50664fc2f4a2038c9fb341e0c3400f63af392036d1d8343794635d"

_PRAGMAS = (
    ("synchronous", "FULL"),
    ("foreign_keys", "ON"),
    ("secure_delete", "ON"),
    ("cache_size", -32_000),
    ("temp_store", "MEMORY"),
    ("query_only", "ON"),
)


def key_of(passphrase: str | None) -> str:
    """The driver's key for a passphrase: it derives the cipher's key from it by Argon2id, with the file's own
    salt. None is the published key. However its letters were composed, a passphrase is the same."""
    if passphrase is None:
        return PUBLISHED_KEY
    from unicodedata import normalize

    return (
        f"passphrase:{normalize('NFC', passphrase)}"  # the driver takes one that begins with raw: for bytes
    )


def seal(connection: apsw.Connection, key: str = PUBLISHED_KEY) -> None:
    """Set cipher and key on a fresh connection; must come before anything is read."""
    connection.pragma("cipher", "aegis")
    connection.pragma("key", key)


def looks_sealed(path: Path) -> bool:
    """Whether a file begins as a sealed one does, under whatever key: the driver leaves the page's size in
    the clear, between the salt and the cipher text."""
    try:
        with path.open("rb") as file:
            head = file.read(24)
    except OSError:
        return False
    if head.startswith(b"SQLite format 3"):
        return False  # in the clear
    return head[16:18] == b"\x10\x00" and head[21:24] == b"\x40\x20\x20"


class Connections:
    """The connections to one sealed file, one a thread, each made at its first use.

    Reading needs nothing but these: Peewee joins in at the first change (see tables_open.py), because
    loading it takes longer than showing the week. `check` raises where another file, or none, lies there by
    now: a thread that comes later neither reads that nor makes a new one.
    """

    def __init__(
        self,
        path: Path,
        busy_seconds: float,
        key: str = PUBLISHED_KEY,
        check: Callable[[], object] = lambda: None,
    ) -> None:
        self.path = path
        self.key = key
        self._busy_milliseconds = int(busy_seconds * 1000)
        self._check = check
        self._mine = threading.local()

    def get(self) -> apsw.Connection:
        """This thread's connection."""
        found: apsw.Connection | None = getattr(self._mine, "connection", None)
        if found is None:
            found = self._mine.connection = self._open()
        return found

    def close(self) -> None:
        """Close this thread's connection, if it has one."""
        found: apsw.Connection | None = getattr(self._mine, "connection", None)
        if found is not None:
            self._mine.connection = None
            found.close()

    def _open(self) -> apsw.Connection:
        self._check()
        connection = apsw.Connection(str(self.path), flags=apsw.SQLITE_OPEN_READWRITE)
        try:
            connection.set_busy_timeout(self._busy_milliseconds)
            seal(connection, self.key)
            # APSW binds no dates; STRICT columns hold them as text.
            connection.convert_binding = lambda _cursor, _number, value: str(value)
            for name, value in _PRAGMAS:
                connection.pragma(name, value)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite refuses because of the machine or the file into one sentence.

    Raises NotWrittenError; of a question asked it says that the file was not read.
    """
    try:
        yield
    except KnownError:
        raise
    except Exception as error:
        cause = _driver_error(error)
        sentence = next((words for kind, words in _SENTENCES if isinstance(cause, kind)), None)
        if sentence is None:
            raise
        raise NotWrittenError(sentence.format(name=path.name, folder=path.parent)) from error


def _driver_error(error: BaseException) -> BaseException:
    """The driver's own error behind the one that Peewee makes of it, at times in two layers."""
    found: BaseException | None = error
    while found is not None and not isinstance(found, apsw.Error):
        found = found.__context__
    return found or error


_SENTENCES: tuple[tuple[Any, str], ...] = (
    (
        apsw.NotADBError,
        "“{name}” is not a Rapport library, or its beginning is damaged. Nothing was changed; "
        "open another library, or restore this one from a backup.",
    ),
    (
        apsw.CorruptError,
        "“{name}” is damaged. Nothing was changed; restore it from a backup.",
    ),
    (
        (apsw.BusyError, apsw.LockedError),
        "“{name}” is in use by another program. Nothing was changed; close it there and try again.",
    ),
    (
        (apsw.ReadOnlyError, apsw.PermissionsError, apsw.AuthError),
        "“{name}” cannot be written to. Nothing was changed; allow writing to it or copy it elsewhere.",
    ),
    (
        apsw.FullError,
        "The disk is full. Nothing was changed; make room and try again.",
    ),
    (
        apsw.CantOpenError,
        "“{name}” cannot be opened in {folder}. Nothing was changed; check that the folder is there.",
    ),
    (
        apsw.IOError,
        "The disk did not answer, or “{name}” is damaged. Nothing was changed; try again, "
        "or restore it from a backup.",
    ),
)
