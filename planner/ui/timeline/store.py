"""The lanes that are known: those in view are asked for first, those around them while nobody waits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from planner.library import Library
from planner.queries.lane_heads import LaneHead, talk_count
from planner.queries.lanes import Away, lanes
from planner.ui.desk import Desk
from planner.ui.job import Job, Progress
from planner.ui.timeline.lane import Lane, cut, with_past

AT_ONCE, TALKS_AT_ONCE = 24, 8_000
"""So few lanes with so few conversations are asked for without a thread: the first picture is whole."""
_AROUND = 64
_IN_THREAD = 4
"""So many lanes come from the thread together."""
_AHEAD_DAYS = 560


class LaneStore(QObject):
    """Holds lanes by person. `came` is heard when more of them are known.

    Lanes further away than _AROUND from those in view are not asked for: a thousand people cost as little
    as twenty.
    """

    came = Signal()

    def __init__(self, desk: Desk, parent: QObject, *, talks_at_once: int = TALKS_AT_ONCE) -> None:
        super().__init__(parent)
        self._desk = desk
        self._talks_at_once = talks_at_once
        self._lanes: dict[int, Lane] = {}
        self._past: dict[int, Lane] = {}
        self._order: Sequence[LaneHead] = ()
        self._view = (0, 0)
        self._job: Job | None = None
        self._generation = self._asked_in = 0
        self.trips: tuple[Away, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._ask_in_thread)

    def lane(self, person_id: int) -> Lane | None:
        """A person's lane, if it is known by now."""
        return self._lanes.get(person_id)

    def show(self, order: Sequence[LaneHead]) -> None:
        """Take over whose lanes there are, in their order."""
        self._order = order

    def forget(self, people: Iterable[int] | None, *, past: bool = True) -> None:
        """Ask for some people again, or for everybody; without the `past` only for what lies ahead."""
        self._generation += 1
        for each in (*self._lanes, *self._past) if people is None else people:
            lane = self._lanes.pop(each, None)
            if past:
                self._past.pop(each, None)
            elif lane is not None:
                self._past[each] = lane

    def see(self, first: int, last: int) -> None:
        """Lanes number `first` to `last` are in view: know them, at once where they are few."""
        self._view = (first, last)
        missing = self._missing(first, last)
        if missing and self._job is None and self._are_soon_there(missing):
            self._ask(missing)
        if self._missing(first - _AROUND, last + _AROUND):
            self._later.start(0)

    def _are_soon_there(self, people: Sequence[int]) -> bool:
        """Whether asking for these lanes keeps nobody waiting."""
        if len(people) > AT_ONCE:
            return False
        whole = [each for each in people if each not in self._past]
        return not whole or talk_count(self._desk.library, whole) <= self._talks_at_once

    def know(self, people: Iterable[int]) -> None:
        """Know the lanes of these people now, as for a table that is copied."""
        missing = [each for each in people if each not in self._lanes]
        for begin in range(0, len(missing), _IN_THREAD):
            self._ask(missing[begin : begin + _IN_THREAD])

    def rest(self) -> None:
        """Nobody looks: ask for nothing more."""
        self._later.stop()
        if self._job is not None:
            self._job.stop()

    @property
    def waiting(self) -> bool:
        """Whether lanes are being asked for."""
        return self._job is not None or self._later.isActive()

    def _ask(self, people: Sequence[int]) -> None:
        """Ask for lanes now; of those whose past is known only for what lies ahead."""
        library, today = self._desk.library, self._desk.today
        whole = [each for each in people if each not in self._past]
        if whole:
            self._take(_asked(library, whole, today))
        if known := [each for each in people if each in self._past]:
            found, trips = _asked(library, known, today, past=False)
            self._take(({each: with_past(lane, self._past.pop(each)) for each, lane in found.items()}, trips))

    def _missing(self, first: int, last: int) -> list[int]:
        part = self._order[max(0, first) : last + 1]
        return [each.person_id for each in part if each.person_id not in self._lanes]

    def _ask_in_thread(self) -> None:
        """The nearest lanes that are missing."""
        if self._job is not None:
            return
        first, last = self._view
        missing = self._missing(first, last) or self._missing(last, last + _AROUND)
        missing = (missing or self._missing(first - _AROUND, first)[::-1])[:_IN_THREAD]
        if not missing:
            return
        library, today = self._desk.library, self._desk.today

        def work(_progress: Progress) -> tuple[dict[int, Lane], tuple[Away, ...]]:
            return _asked(library, missing, today)

        self._asked_in = self._generation
        self._job = Job(work, library.release_thread)
        self._job.finished.connect(self._done)
        self._job.begin()

    def _done(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        job.let_go()
        if job.error is not None:
            if not job.stopped:  # else the library may have been closed meanwhile
                self._desk.fail(job.error)
            return
        if self._asked_in == self._generation:
            self._take(job.result)
            self.came.emit()
        if not job.stopped:
            self._later.start(0)

    def _take(self, found: tuple[dict[int, Lane], tuple[Away, ...]]) -> None:
        lanes_found, self.trips = found
        self._lanes.update(lanes_found)


def _asked(
    library: Library, people: Sequence[int], today: date, *, past: bool = True
) -> tuple[dict[int, Lane], tuple[Away, ...]]:
    found = lanes(library, people, today, ahead_days=_AHEAD_DAYS, past=past)
    return cut(found), found.trips


def furthest(today: date) -> date:
    """The last day for which due windows are worked out."""
    return today + timedelta(days=_AHEAD_DAYS)
