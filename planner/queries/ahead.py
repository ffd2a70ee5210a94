"""Asking a large library in a thread of its own while the window is still being loaded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from threading import Thread

from planner.domain.errors import KnownError
from planner.library import Library
from planner.queries.timely import Shares, nearly_due, timely

_LARGE_BYTES = 20_000_000
"""From this size on, asking everybody takes longer than beginning a thread."""

# What undo and redo would act on: the same as long as nothing changes.
_MARK = """
SELECT (SELECT max(id) FROM change WHERE state = 'done'), (SELECT min(id) FROM change WHERE state = 'undone')
"""


class Ahead:
    """The library that a window is about to show, with what it will ask first already on its way."""

    def __init__(self, library: Library, today: date) -> None:
        self.library = library
        self._today = today
        self._found: tuple[object, str] | None = None
        self._thread = Thread(target=self._ask, name="asking ahead")
        self._thread.start()

    def shares(self) -> Shares | None:
        """What `timely` would answer; None where the library or the day is another one by now."""
        self._thread.join()
        if self._found is None or self.library.clock().date() != self._today:
            return None
        mark, nearly = self._found
        return timely(self.library, self._today, nearly) if self.library.row(_MARK) == mark else None

    def _ask(self) -> None:
        try:
            mark = self.library.row(_MARK)
            nearly = nearly_due(self.library, self._today)
            # A step that was made in between is not known to be in the answer.
            self._found = (mark, nearly) if self.library.row(_MARK) == mark else None
        except KnownError:
            pass  # the window will ask again, and say it
        finally:
            self.library.release_thread()


def ahead_of(path: Path, clock: Callable[[], datetime]) -> Ahead | None:
    """Open a large library and begin to ask it; None for a small one, and for one that is not there."""
    try:
        large = path.stat().st_size >= _LARGE_BYTES
    except OSError:
        return None
    if not large:
        return None
    try:
        return Ahead(Library(path, clock=clock, create=False), clock().date())
    except KnownError:
        return None  # the window will say it
