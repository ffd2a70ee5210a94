"""How smooth the timeline is on a large library, beside a floor: a bare widget with as many rows, in one run.

    python -m tests.benchmarks.timeline [--people N] [--conversations M] [--runs N] [--folder FOLDER]

Jobs, ours and the floor in turn, each from the event until everything is painted:

opened   the timeline is gone to for the first time and painted; floor: a bare widget made and painted
filled   until every lane in view is known and painted, from the same moment on
across   the line of time is panned by the pointer, a step a frame, through all of the past
down     the lanes are scrolled, from the first to the last
zoomed   the wheel zooms at the pointer, from weeks to years and back
moved    a plan is moved by a day, until it is on the disk and painted; floor: a row in a bare SQLite file

The floor paints a line of text and a dozen circles for each lane in view: the least that a row could show.
Beside the time by the clock stands the work: what the window's thread itself spent.
Aims: 95 of 100 frames of across, down and zoomed in 16 ms, opened in 500 ms, moved in 50 ms. Filled is told
to be known: it reads every conversation of the lanes in view. The exit code says whether all were reached.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter, thread_time

import apsw
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.sample import write_sample
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.start import make_application
from planner.ui.theme import Theme
from planner.ui.timeline.spots import Spot, What
from planner.ui.timeline.view import TimelineScreen
from planner.ui.window import Window
from tests.benchmarks.board import SIZE, Times, _painted, late
from tests.benchmarks.board import timed as by_the_clock

WORK: list[float] = []
"""Milliseconds that the window's thread worked on each of our turns, however busy the machine was."""
FRAMES = frozenset({"across", "down", "zoomed"})
AIMS = {"opened": 500.0, "filled": float("inf"), "moved": 50.0}
A_FRAME = 16.0
STEP, MARKS = 24, 12


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--people", type=int, default=1_000)
    parser.add_argument("--conversations", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--folder", type=Path, help="where the library is made, and kept for the next run")
    wanted = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as temporary:
        folder = wanted.folder or Path(temporary)
        path = folder / f"timeline-{wanted.people}-{wanted.conversations}.rapport"
        now = datetime(2026, 9, 15, 9, 0).astimezone()
        made = path.exists()
        with Library(path, clock=lambda: now) as library:
            if not made:
                write_sample(
                    library, today=now.date(), people=wanted.people, conversations=wanted.conversations
                )
            bench = Bench(library, now, Path(temporary) / "bare.sqlite")
            reached = []
            for name, job in JOBS.items():
                WORK.clear()
                reached.append(tell(name, job(bench, wanted.runs)))
            bench.end()
    return 0 if all(reached) else 1


def tell(name: str, times: Times) -> bool:
    """Print a job's times, and whether its aim was reached: frames by their 95th percentile."""
    ours, bare, slow = statistics.median(times.ours), statistics.median(times.bare), late(times.ours)
    aim = A_FRAME if name in FRAMES else AIMS[name]
    reached = (slow if name in FRAMES else ours) <= aim
    print(
        f"{name:7} median {ours:6.1f} ms, p95 {slow:6.1f}, worst {max(times.ours):6.1f}; "
        f"work {statistics.median(WORK):5.1f} ms, p95 {late(WORK):5.1f}; "
        f"floor {bare:5.1f} ms, p95 {late(times.bare):5.1f}; ratio {ours / bare:5.2f}; "
        f"aim {aim:.0f} ms {'reached' if reached else 'MISSED'} ({len(times.ours)} times)"
    )
    return reached


def timed(work: Callable[[], object]) -> float:
    """Milliseconds until some work is done and painted; what it cost the thread goes to WORK."""
    begun = thread_time()
    clock = by_the_clock(work)
    WORK.append((thread_time() - begun) * 1000)
    return clock


class Floor(QWidget):
    """Rows of plain text with circles, shifted by what is panned."""

    def __init__(self, rows: int, file: Path) -> None:
        super().__init__()
        self.rows, self.shift = rows, 0
        self.resize(*SIZE)
        self.show()
        self.file = apsw.Connection(str(file))
        self.file.pragma("journal_mode", "WAL")
        self.file.pragma("synchronous", "FULL")
        self.file.execute("CREATE TABLE IF NOT EXISTS plan (id INTEGER PRIMARY KEY, name TEXT)")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in range(self.rows):
            y = 60 + 35 * row
            painter.drawText(20, y, f"Somebody {row}")
            for mark in range(MARKS):
                painter.drawEllipse(QPointF((200 + 90 * mark + self.shift) % SIZE[0], y), 4.6, 4.6)
        painter.end()

    def turn(self) -> None:
        """Another frame."""
        self.shift += STEP
        self.update()

    def put(self) -> None:
        """Write a row and show it."""
        with self.file:
            self.file.execute("INSERT INTO plan (name) VALUES ('Somebody')")
        self.turn()


class Bench:
    """The window on the large library, and the floor."""

    def __init__(self, library: Library, now: datetime, bare_file: Path) -> None:
        self.library, self.now, self._bare_file = library, now, bare_file
        self.begun = 0.0
        application = make_application()
        application.installEventFilter(_painted)
        theme = Theme(dark=False, reduced_motion=True)
        theme.apply(application)
        self.desk = Desk(library, theme, lambda: now)
        self.window = Window(self.desk, Memory(None))
        self.window.resize(*SIZE)
        self.window.show_first()
        self.window.show()
        QApplication.processEvents()

    def screen(self) -> TimelineScreen:
        """The timeline, made now if this is the first time."""
        found = self.window.places.go("timeline")
        assert isinstance(found, TimelineScreen)
        return found

    def floor(self) -> Floor:
        """The bare widget, made anew."""
        self._floor = Floor(20, self._bare_file)
        return self._floor

    @property
    def bare(self) -> Floor:
        """The bare widget that is there."""
        return self._floor

    def end(self) -> None:
        """Close both."""
        for widget in (self.window, self._floor):
            widget.close()
            widget.deleteLater()
        self.desk.close()
        QApplication.processEvents()


def opened(bench: Bench, _runs: int) -> Times:
    """The first time."""
    bench.begun = perf_counter()
    ours = timed(bench.screen)
    return Times([ours], [by_the_clock(bench.floor)])


def filled(bench: Bench, _runs: int) -> Times:
    """Until no lane in view is missing."""
    lanes = bench.screen().lanes
    first, last = lanes.in_view
    while any(lanes.lane_of(each) is None for each in range(first, last + 1)):
        QApplication.processEvents()
    timed(lanes.viewport().update)
    return Times([(perf_counter() - bench.begun) * 1000], [by_the_clock(bench.bare.turn)])


def across(bench: Bench, runs: int) -> Times:
    """Panned as by a drag, back to the beginning and forward again."""
    lanes = bench.screen().lanes
    before = lanes.scale
    steps = max(60, 12 * runs)
    way = [-STEP] * (steps // 2) + [STEP] * (steps // 2)
    ours = [timed(lambda by=by: lanes.set_scale(lanes.scale.panned(by))) for by in way]  # type: ignore[misc]
    lanes.set_scale(before)
    return Times(ours, [by_the_clock(bench.bare.turn) for _ in way])


def down(bench: Bench, runs: int) -> Times:
    """Scrolled by two thirds of a lane a frame, then by whole pages, as one who looks for somebody."""
    bar = bench.screen().lanes.verticalScrollBar()
    steps = [STEP] * (10 * runs) + [bar.pageStep()] * (2 * runs)
    ours = [timed(lambda by=by: bar.setValue(bar.value() + by)) for by in steps]  # type: ignore[misc]
    bar.setValue(0)
    QApplication.processEvents()
    return Times(ours, [by_the_clock(bench.bare.turn) for _ in steps])


def zoomed(bench: Bench, runs: int) -> Times:
    """Notch by notch, at a point near the right."""
    lanes = bench.screen().lanes
    before = lanes.scale
    turns = [120] * 12 + [-120] * 24 + [120] * 12
    ours = [timed(lambda by=by: _wheel(bench, by)) for by in turns * max(1, runs // 8)]  # type: ignore[misc]
    lanes.set_scale(before)
    return Times(ours, [by_the_clock(bench.bare.turn) for _ in ours])


def _wheel(bench: Bench, by: int) -> None:
    port, place = bench.screen().lanes.viewport(), QPointF(800, 300)
    event = QWheelEvent(
        place,
        port.mapToGlobal(place),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)


def moved(bench: Bench, runs: int) -> Times:
    """The plan of the first lane, a day later each time."""
    screen, today = bench.screen(), bench.now.date()
    lanes = screen.lanes
    person = lanes.heads[0].person_id
    form = PlanForm(people=(person,), day=today + timedelta(days=2))
    plan_id = plan_conversation(bench.library, form, today=today)
    QApplication.processEvents()
    times = Times([], [])
    for _ in range(runs):
        lane = lanes.store.lane(person)
        assert lane is not None
        plan = next(each for each in lane.plans if each.id == plan_id)
        lanes.go(Spot(0, What.PLAN, plan_id))
        times.ours.append(timed(lambda plan=plan: lanes.moved.emit(plan, plan.day + timedelta(days=1))))  # type: ignore[misc]
        times.bare.append(by_the_clock(bench.bare.put))
    return times


JOBS: dict[str, Callable[[Bench, int], Times]] = {
    "opened": opened,
    "filled": filled,
    "across": across,
    "down": down,
    "zoomed": zoomed,
    "moved": moved,
}


if __name__ == "__main__":
    sys.exit(main())
