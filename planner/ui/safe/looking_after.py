"""What happens by itself while a window is open: backups when they are due, locking when nobody is there."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from planner.actions.backups import back_up_if_due
from planner.domain.errors import DisplacedError, KnownError
from planner.library.place import odd_place
from planner.ui.job import Job, Progress

if TYPE_CHECKING:
    from planner.ui.window import Window

_TOLD = "odd-place"
_EVERY_MS = 10 * 60 * 1000


class LookingAfter(QObject):
    """Backs up in a thread: soon after the start, then whenever it is due. Lives as long as the window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None
        self._said = ""
        timer = QTimer(self)
        timer.timeout.connect(self.back_up)
        timer.start(_EVERY_MS)
        self._tell_place()
        self.back_up()
        if window.desk.library.is_encrypted:
            from planner.ui.safe.locking import LockWhenIdle

            LockWhenIdle(window)

    def back_up(self) -> None:
        """Back up now if it is due."""
        library = self._window.desk.library
        if self._job is None:

            def work(_told: Progress) -> Path | None:
                return back_up_if_due(library)

            self._job = Job(work, leave=library.release_thread)
            self._job.finished.connect(self._backed_up)  # no longer, once the window is gone
            self._job.finished.connect(self._job.let_go)
            self._job.begin()

    def _backed_up(self) -> None:
        job, self._job = self._job, None
        assert job is not None
        if isinstance(job.error, DisplacedError):
            return  # a copy is offered already
        if isinstance(job.error, KnownError):
            if str(job.error) != self._said:  # once is enough
                self._said = str(job.error)
                self._window.desk.failed.emit(f"No backup could be made. {self._said}")
        elif job.error is not None:
            raise job.error
        elif job.result is not None:
            self._window.show_home()

    def _tell_place(self) -> None:
        """Say, once for each library, what is odd about where it lies; each time, that a clock is behind."""
        desk = self._window.desk
        behind = desk.library.clock_is_behind()
        sentence = odd_place(desk.library.path)
        if behind:
            desk.failed.emit(behind)
        elif sentence and desk.memory.view(_TOLD) != (mark := _mark(desk.library.path)):
            desk.memory.remember_view(_TOLD, mark)
            desk.failed.emit(sentence)


def _mark(path: Path) -> str:
    """A path without its words: the window's memory holds nothing of people, and folders bear names."""
    return sha256(str(path).encode()).hexdigest()[:16]
