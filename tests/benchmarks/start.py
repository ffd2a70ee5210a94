"""How long the first painted window takes, against a bare window with as much text in the same typeface.

    python -m tests.benchmarks.start [--people N] [--runs N]

Prints both medians and their ratio (aim: under 1.5). With --people the library is that large.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

BARE = """
import sys
from importlib.util import find_spec
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget
application = QApplication([])
folder = Path(find_spec("fontpkg_inter").origin).parent / "files"
QFontDatabase.addApplicationFont(str(folder / "Inter[opsz,wght].ttf"))
font = QFont("Inter")
font.setPixelSize(12)
application.setFont(font)
window = QWidget()
window.resize(1440, 900)
grid = QGridLayout(window)
for number, line in enumerate(open(sys.argv[1], encoding="utf-8").read().splitlines()):
    grid.addWidget(QLabel(line), number % 40, number // 40, Qt.AlignmentFlag.AlignLeft)
window.show()
while not window.isVisible() or not window.windowHandle().isExposed():
    application.processEvents()
application.processEvents()
window.repaint()
print("painted", flush=True)
import os; os._exit(0)
"""

OURS = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from planner.ui.start import Opening, Shown, make_application
application = make_application()
opening = Opening(
    library=Path(sys.argv[1]),
    memory=None,
    clock=lambda: datetime(2026, 9, 15, 9, tzinfo=timezone.utc),
    make_sample=Path,
)
shown = Shown(opening)
shown.open(Path(sys.argv[1]))
while not shown.window.isVisible() or not shown.window.windowHandle().isExposed():
    application.processEvents()
application.processEvents()
shown.window.repaint()
late = {"numpy", "pyqtgraph", "highspy", "icalendar", "recurring_ical_events", "qtawesome", "rapidfuzz"}
heavy = sorted(late & set(sys.modules))
print("painted", *heavy, flush=True)
import os; os._exit(0)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--people", type=int)
    parser.add_argument("--conversations", type=int)
    parser.add_argument("--runs", type=int, default=9)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "start.rapport"
        text = Path(folder) / "text.txt"
        text.write_text(
            "\n".join(make_library(library, wanted.people, wanted.conversations)), encoding="utf-8"
        )
        measure(library, text, wanted.runs)


def make_library(path: Path, people: int | None, conversations: int | None) -> list[str]:
    """Write the sample and return the lines of text that its first page shows."""
    from planner.actions.sample import write_sample
    from planner.library import Library
    from planner.queries.week import week_board

    today = date(2026, 9, 15)
    with Library(path, clock=lambda: datetime(2026, 9, 15, 9, tzinfo=UTC)) as library:
        write_sample(library, today=today, people=people, conversations=conversations)
        board = week_board(library, today)
    cards = [card for day in board.days for card in day.cards] + list(board.later[:5])
    shown = [*board.engage.people[:6], *(card.standing for card in cards)]
    lines = [line for each in shown for line in (each.name, each.role, each.organisation, each.state_words)]
    return lines + [each.reason for each in board.engage.people[:6]] + [card.why for card in cards]


def measure(library: Path, text: Path, runs: int) -> None:
    bare, ours = [], []
    for _ in range(2):
        once(BARE, text)
        once(OURS, library)
    for _ in range(runs):
        bare.append(once(BARE, text))
        ours.append(once(OURS, library))
    ratios = [b / a for a, b in zip(bare, ours, strict=True)]
    print(f"bare window  {statistics.median(bare):.3f} s  ({min(bare):.3f} to {max(bare):.3f})")
    print(f"Rapport      {statistics.median(ours):.3f} s  ({min(ours):.3f} to {max(ours):.3f})")
    print(f"ratio        {statistics.median(ratios):.2f}  ({min(ratios):.2f} to {max(ratios):.2f})")


def once(program: str, argument: Path) -> float:
    """Seconds from starting the program until it says that it has painted."""
    # As after an installation, all modules are compiled already: the first two, uncounted runs see to that.
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(argument.parent / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, str(argument)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    ) as child:
        assert child.stdout is not None
        said = child.stdout.readline().split()
        taken = time.perf_counter() - begun
    if not said or said[0] != "painted":
        raise SystemExit("A window did not appear.")
    if len(said) > 1:
        raise SystemExit(f"Loaded before they are needed: {', '.join(said[1:])}")
    return taken


if __name__ == "__main__":
    main()
