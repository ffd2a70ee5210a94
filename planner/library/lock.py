"""One library, one writer: a small file beside the library that a running Rapport holds locked."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from planner.domain.errors import KnownError


class WriterLock:
    """Held by the one program that may write to a library. The system frees it if the program dies.

    It is a file of its own: opening and closing the library itself would drop SQLite's own locks.
    """

    def __init__(self, library: Path) -> None:
        self._path = library.with_name(library.name + "-writer")
        self._name = library.name
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Take the lock. Raises KnownError where another Rapport holds it, or the folder is read-only."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise KnownError(
                f"“{self._name}” lies in a folder that cannot be written to. Nothing was changed; "
                "move it to a folder of your own."
            ) from error
        file = os.fdopen(descriptor, "r+b")
        try:
            _lock(file)
        except OSError as error:
            file.close()
            raise KnownError(
                f"“{self._name}” is open in another Rapport. Nothing was changed; close it there first."
            ) from error
        self._file = file

    def release(self) -> None:
        """Let the lock go; the small file is removed where that is possible."""
        if self._file is None:
            return
        self._path.unlink(missing_ok=True)
        self._file.close()
        self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
