"""How fluid the review of a large address book is: `python -m tests.benchmarks.review [HOW_MANY]`.

Reads that many cards of which half are known with another role, in the window's own screen; then measures
how long the window's thread works on one step of scrolling, one more letter of a search, one tick, all ticks
and all changes. Ends with exit code 1 where a step takes more than its share.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtTest import QTest

from planner.actions.imports import files as import_files
from planner.library import Library
from planner.ui.desk import Desk
from planner.ui.review.view import ReviewScreen
from planner.ui.start import make_application
from planner.ui.theme import Theme
from tests.benchmarks.imports import NOW, TODAY, cards

MOST_MS = {"scroll": 16, "letter": 100, "tick": 50, "tick all": 250, "take all": 250}
"""A frame; what still feels at once; and what may be felt, once, where thousands are meant."""


def main(count: int) -> int:
    """Print the milliseconds of each step; 1 where one of them is too slow."""
    application = make_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Library(folder / "library.rapport", clock=lambda: NOW) as library:
            _known(library, folder, count // 2)
            theme = Theme(reduced_motion=True)
            theme.apply(application)
            desk = Desk(library, theme, lambda: datetime.now(UTC))
            slow = _review(desk, _file(folder, "new", cards(count)), count)
            desk.close()
    return int(slow)


def _known(library: Library, folder: Path, count: int) -> None:
    """Half of them are here already, as somebody else."""
    old = cards(count).replace(b"TITLE:Buyer", b"TITLE:Head of Purchasing")
    review = import_files.review(library, [_file(folder, "old", old)], today=TODAY)
    import_files.save(library, review, now=NOW)


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / f"{name}.vcf"
    path.write_bytes(data)
    return path


def _review(desk: Desk, file: Path, count: int) -> bool:
    screen = ReviewScreen(desk)
    screen.resize(1130, 900)
    screen.show()
    begun = time.perf_counter()
    screen.review_files([file])
    _settle(screen)
    print(f"{count:,} people read and shown in {time.perf_counter() - begun:.1f} s")
    slow = False
    for what, steps in _steps(screen).items():
        took = []
        for step in steps:
            begun = time.thread_time()  # whatever else the machine does meanwhile
            step()
            took.append((time.thread_time() - begun) * 1000)
            _settle(screen)
        slow |= median(took) > MOST_MS[what]
        print(f"{what}: {median(took):.1f} ms, worst {max(took):.1f}; {MOST_MS[what]} are due")
    screen.close()
    return slow


def _steps(screen: ReviewScreen) -> dict[str, list[Callable[[], object]]]:
    bar, view = screen.list.verticalScrollBar(), screen.list

    def scroll() -> None:
        bar.setValue(bar.value() + 120)
        view.viewport().repaint()

    def press(button: object) -> Callable[[], object]:
        return lambda: (button.click(), view.viewport().repaint())  # type: ignore[attr-defined]

    letters = [lambda text="ferreira19"[:end]: screen.search.setText(text) for end in range(1, 11)]
    return {
        "scroll": [scroll] * 60,
        "letter": [*letters, screen.search.clear],
        "tick": [lambda: QTest.keyClick(view, Qt.Key.Key_Space)] * 10,
        "tick all": [press(screen.filters.untick), press(screen.filters.tick)],
        "take all": [press(screen.filters.take)] * 2,
    }


def _settle(screen: ReviewScreen) -> None:
    while not screen.is_settled:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    QCoreApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000))
