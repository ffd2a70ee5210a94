"""One piece of work in a thread of its own."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from PySide6.QtCore import QThread, Signal

Progress = Callable[[float], bool]
"""Hears the share done, 0 to 1, and answers False to stop."""

_SMALLEST_MOVE = 0.004


class Job(QThread):
    """One piece of work in a thread of its own; `finished` is heard when it is done.

    It outlives whoever began it, since Qt aborts the program where a running thread is destroyed; the
    program waits for it at its end. `leave` is called in the thread after the work.
    """

    moved = Signal(float)

    def __init__(self, work: Callable[[Progress], Any], leave: Callable[[], None] | None = None) -> None:
        super().__init__()
        self._work = work
        self._leave = leave
        self._told = -1.0
        self.stopped = False
        self.result: Any = None
        self.error: BaseException | None = None

    def begin(self) -> None:
        """Start."""
        _alive.add(self)
        self.start()

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self.stopped = True

    def let_go(self) -> None:
        """Forget the job, once it is finished."""
        _alive.discard(self)
        self.wait()
        self.deleteLater()

    def run(self) -> None:
        try:
            with _collector_at_rest():
                self.result = self._work(self._tell)
        except BaseException as error:
            self.error = error
        finally:
            if self._leave is not None:
                self._leave()

    def _tell(self, share: float) -> bool:
        if abs(share - self._told) >= _SMALLEST_MOVE:
            self._told = share
            self.moved.emit(share)
        return not self.stopped


_alive: set[Job] = set()


def wait_for_all() -> None:
    """Let every job end, at its next step."""
    _end_all()


@atexit.register
def _end_all() -> None:
    for job in tuple(_alive):
        job.stop()
        job.wait()


_at_rest = 0
_counting = Lock()


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep Python from looking for cycles while hundreds of thousands of objects are being made: each look
    stops every thread, the window's too, for some 150 ms."""
    global _at_rest
    with _counting:
        _at_rest += 1
        gc.disable()
    try:
        yield
    finally:
        with _counting:
            _at_rest -= 1
            if not _at_rest:
                gc.enable()
