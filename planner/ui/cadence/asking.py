"""Asking for the page beside the window: the newest question is answered, older ones are let go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.errors import Cancelled
from planner.ui.desk import Desk
from planner.ui.job import Job

LONG_MS = 300
Question = Callable[[], Callable[[], Any]]
"""Called in the window's thread when its turn comes; answers with the work for the other thread."""


class Asking(QObject):
    """One question at a time; of those that wait only the newest is kept."""

    answered = Signal(object)
    taking_long = Signal()
    settled = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._next: Question | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(LONG_MS)
        self._clock.timeout.connect(self.taking_long)

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._job is not None

    def ask(self, question: Question) -> None:
        """Ask now, or as soon as what is being asked is answered."""
        self._next = question
        if self._job is None:
            self._begin()

    def _begin(self) -> None:
        question, self._next = self._next, None
        if question is None:
            return
        work = question()
        self._job = Job(lambda _tell: work(), self._desk.library.release_thread)
        self._job.finished.connect(self._finish)
        self._clock.start()
        self._job.begin()

    def _finish(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        self._clock.stop()
        job.let_go()
        if job.error is not None and not isinstance(job.error, Cancelled):
            self._next = None
            self.settled.emit()
            self._desk.fail(job.error)
            return
        self.answered.emit(job.result)
        if self._next is not None:
            self._begin()
        else:
            self.settled.emit()
