"""How busy the weeks were with the people of the lanes: counted in a thread where they are many."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from planner.queries.lane_heads import Weeks, plans_again, weeks_of
from planner.ui.desk import Desk
from planner.ui.job import Job, Progress

_FEW = 60
"""The weeks of so few people are counted at once."""
_People = tuple[int, ...]


class WeekCount(QObject):
    """`counted` is heard when the weeks are others than before."""

    counted = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._people: _People | None = None
        self._job: Job | None = None
        self.weeks: Weeks | None = None

    def count(self, people: _People) -> None:
        """Count the weeks of these people, where they are not the ones that are known."""
        if people == self._people:
            return
        self._people = people
        library, today = self._desk.library, self._desk.today
        if len(people) <= _FEW:
            self._know(weeks_of(library, people, today))
        elif self._job is None:

            def work(_progress: Progress) -> tuple[_People, Weeks]:
                return people, weeks_of(library, people, today)

            self._job = Job(work, library.release_thread)
            self._job.finished.connect(self._done)
            self._job.begin()

    def forget(self) -> None:
        """Count anew at the next time."""
        self._people = None

    def count_plans(self) -> None:
        """Count the plans alone again; what took place is as it was."""
        if self.weeks is not None and self._people is not None:
            self._know(plans_again(self._desk.library, self._people, self._desk.today, self.weeks))

    def rest(self) -> None:
        """Nobody looks: what is being counted may fail."""
        if self._job is not None:
            self._job.stop()

    def _know(self, weeks: Weeks) -> None:
        self.weeks = weeks
        self.counted.emit()

    def _done(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        job.let_go()
        wanted, self._people = self._people, None
        if job.error is not None:
            if not job.stopped:  # else the library may have been closed meanwhile
                self._desk.fail(job.error)
            return
        people, weeks = job.result
        if people == wanted:
            self._people = people
            self._know(weeks)
        elif wanted is not None:
            self.count(wanted)
