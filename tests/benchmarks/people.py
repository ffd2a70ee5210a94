"""How fast 10,000 people scroll and are filtered, beside a bare list of plain rows in the same run.

    python -m tests.benchmarks.people [--people N] [--conversations M] [--frames N]

Scrolls the people screen of a large library in each density, by turns of the wheel and by leaps of the
scroll bar to places never seen before, and a bare QListView of as many rows of text beside it. A frame is
everything from the scroll bar's step until the window is painted. Then types a filter letter by letter: a
keystroke is everything until the chips are counted and the people are painted. Prints the slowest frames of
a hundred (p95), the slowest keystrokes, and the ratios. All of it is time of the processor, so that other
programs do not count.

Aims: a frame under 16 ms (p95), a keystroke under 50 ms.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from time import perf_counter, process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QListView

from planner.actions.sample import write_sample
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.people.look import Look
from planner.ui.people.sheet import Density
from planner.ui.people.view import PeopleScreen
from planner.ui.start import make_application
from planner.ui.theme import Theme
from planner.ui.window import Window

FRAME_MS, KEY_MS = 16.0, 50.0
TODAY = date(2026, 9, 15)
NOW = datetime(2026, 9, 15, 8, tzinfo=UTC)
WHEEL = 120
TYPED = ("a", "an", "ana", "ana ", "ana f", "l", "lu", "luc", "x", "xy", "e", "er", "er r")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--conversations", type=int, default=1_000_000)
    parser.add_argument("--frames", type=int, default=200)
    parser.add_argument("--library", type=Path, help="one that is there already, instead of a new sample")
    wanted = parser.parse_args()
    application = make_application()
    theme = Theme(reduced_motion=True)
    theme.apply(application)
    with tempfile.TemporaryDirectory() as folder:
        path = wanted.library or Path(folder) / "people.rapport"
        with Library(path, clock=lambda: NOW) as library:
            if wanted.library is None:
                write_sample(library, today=TODAY, people=wanted.people, conversations=wanted.conversations)
            return 0 if measure(application, Desk(library, theme, lambda: NOW), wanted.frames) else 1


def measure(application: QApplication, desk: Desk, frames: int) -> bool:
    """Print all figures; whether every aim is reached."""
    window = Window(desk, Memory(None))
    window.resize(1440, 900)
    window.show_first()
    window.show()
    begun = perf_counter()
    people = window.places.go("people")
    assert isinstance(people, PeopleScreen)
    settle(application)
    print(
        f"{len(people.grid.people):,} people; the screen opened in {1000 * (perf_counter() - begun):.0f} ms"
    )
    bare = bare_list(people)
    plain = {how: p95(frames_of(application, bare, steps)) for how, steps in ways(bare, frames).items()}
    slowest = 0.0
    for density in Density:
        people.see(Look(density=density))
        settle(application)
        for how, steps in ways(people.grid, frames).items():
            ours = p95(frames_of(application, people.grid, steps))
            slowest = max(slowest, ours)
            print(
                f"{density:9} {how:6} p95 {ours:5.2f} ms a frame, plain rows {plain[how]:5.2f} ms, "
                f"ratio {ours / plain[how]:.1f}"
            )
        print(
            f"{density:9} whole after a leap: median {statistics.median(leaps(application, people)):.1f} ms"
        )
    people.see(Look())
    keys = keystrokes(application, people)
    worst = max(keys.values())
    shown = ", ".join(f"“{typed}” {took:.0f}" for typed, took in keys.items())
    print(f"keystrokes: slowest {worst:.1f} ms, median {statistics.median(keys.values()):.1f} ms ({shown})")
    print(f"frames: slowest p95 {slowest:.2f} ms, allowed {FRAME_MS:.0f}; keystrokes allowed {KEY_MS:.0f} ms")
    window.close()
    return slowest <= FRAME_MS and worst <= KEY_MS


def bare_list(people: PeopleScreen) -> QListView:
    """The same people as plain rows of text, as large as the sheet."""
    view = QListView()
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    model = QStringListModel([people.grid.names[each] for each in people.grid.people], view)
    view.setModel(model)
    view.resize(people.grid.size())
    view.show()
    return view


def ways(view: QAbstractScrollArea, frames: int) -> dict[str, list[int]]:
    """Places of the scroll bar to go to: three turns of the wheel down at a time, and leaps anywhere."""
    most = view.verticalScrollBar().maximum()
    chance = Random(1)
    return {
        "wheel": [min(most, WHEEL * step) for step in range(1, frames + 1)],
        "leap": [chance.randrange(most) for _ in range(frames)],
    }


def frames_of(application: QApplication, view: QAbstractScrollArea, places: Iterable[int]) -> list[float]:
    """Milliseconds of each frame."""
    view.verticalScrollBar().setValue(0)
    settle(application)
    return [
        timed(application, lambda place=place: view.verticalScrollBar().setValue(place)) for place in places
    ]


def leaps(application: QApplication, people: PeopleScreen) -> list[float]:
    """Milliseconds from a leap until the last card in view is painted, in as many frames as it takes."""
    bar = people.grid.verticalScrollBar()
    chance = Random(2)
    found = []
    for _ in range(40):
        begun = process_time()
        bar.setValue(chance.randrange(bar.maximum()))
        application.processEvents()
        while not people.grid.is_complete:
            application.processEvents()
        found.append(1000 * (process_time() - begun))
    return found


def keystrokes(application: QApplication, people: PeopleScreen) -> dict[str, float]:
    """Milliseconds of each keystroke, by what is typed then; the median of three."""
    line = people.filter_bar.field.line
    people.filter_bar.open_field()
    settle(application)
    found: dict[str, list[float]] = {typed: [] for typed in TYPED}
    for _ in range(3):
        for typed in TYPED:
            found[typed].append(timed(application, lambda typed=typed: line.setText(typed)))
        line.clear()
        settle(application)
    return {typed: statistics.median(times) for typed, times in found.items()}


def timed(application: QApplication, step: Callable[[], object]) -> float:
    """Milliseconds of a step until everything is painted."""
    begun = process_time()
    step()
    application.processEvents()
    return 1000 * (process_time() - begun)


def p95(times: list[float]) -> float:
    """The time that 95 of a hundred stay below."""
    return statistics.quantiles(times, n=20)[-1]


def settle(application: QApplication) -> None:
    """Let everything be laid out and painted."""
    for _ in range(4):
        application.processEvents()


if __name__ == "__main__":
    sys.exit(main())
