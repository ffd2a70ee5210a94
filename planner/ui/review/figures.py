"""What the import would do after every tick, worked out off the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from planner.actions.imports.files import Choices, Review
from planner.actions.imports.settle import settled
from planner.ui.job import Job
from planner.ui.review.telling import Outcome

_PAUSE_MS = 30


class Figures(QObject):
    """Asked anew while still at work, it answers the newest question only."""

    found = Signal(object)  # Outcome

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._question: tuple[Review, Choices] | None = None
        self._job: Job | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._begin)

    @property
    def settled(self) -> bool:
        """Whether the newest question was answered."""
        return self._question is None and self._job is None

    def ask(self, review: Review, choices: Choices) -> None:
        """Work out what an import with these choices would do; `found` tells."""
        self._question = (review, choices)
        if self._job is None:
            self._pause.start(_PAUSE_MS)

    def forget(self) -> None:
        """Answer nothing that was asked so far."""
        self._question = None
        self._pause.stop()
        if self._job is not None:
            self._job.stop()

    def _begin(self) -> None:
        if self._question is None or self._job is not None:
            return
        review, choices = self._question
        self._question = None
        self._job = Job(lambda _tell: Outcome.of(settled(review, choices)))
        self._job.finished.connect(self._finish)
        self._job.begin()

    def _finish(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        job.let_go()
        if job.error is not None:
            raise job.error
        if self._question is not None:
            self._begin()
        elif not job.stopped:
            self.found.emit(job.result)
