"""How long the first painted window takes, against bare windows with the same page's text, in turn.

    python -m tests.benchmarks.start [--people N] [--runs N] [--work]

One bare window shows the lines of the first page in the sizes and weights that they have there, the other
all of them in one size. Prints the medians and the ratio to each (aim: under 1.5 times the first). With
--people the library is that large; with --work the processor's time is measured instead of the clock's, for
a machine that others use too.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

BARE = """
import json, sys
from importlib.util import find_spec
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget
application = QApplication([])
folder = Path(find_spec("fontpkg_inter").origin).parent / "files"
QFontDatabase.addApplicationFont(str(folder / "Inter[opsz,wght].ttf"))
fonts = {}
def font(size, weight, optical):
    made = fonts.get((size, weight, optical))
    if made is None:
        made = fonts[size, weight, optical] = QFont("Inter")
        made.setPixelSize(size)
        made.setVariableAxis(QFont.Tag("wght"), weight)
        made.setVariableAxis(QFont.Tag("opsz"), optical)
    return made
window = QWidget()
window.resize(1440, 900)
grid = QGridLayout(window)
for number, (text, *shape) in enumerate(json.loads(Path(sys.argv[1]).read_text())):
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(*shape))
    grid.addWidget(label, number % 40, number // 40, Qt.AlignmentFlag.AlignLeft)
window.show()
while not window.isVisible() or not window.windowHandle().isExposed():
    application.processEvents()
application.processEvents()
window.repaint()
print("painted", flush=True)
import os; os._exit(0)
"""

# The program itself, from its command line on; the picture stands where it would begin to wait for a hand.
OURS = """
import gc, os, sys
from planner import app
gc.disable()  # as the program does before it loads Qt, which is loaded here a little sooner
from planner.ui.imports import import_qt
import_qt()
from PySide6.QtWidgets import QApplication
def painted(*_):
    from planner.ui.window import Window
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))
    while not window.isVisible() or not window.windowHandle().isExposed():
        QApplication.processEvents()
    QApplication.processEvents()
    window.repaint()
    late = {"numpy", "pyqtgraph", "highspy", "icalendar", "recurring_ical_events", "qtawesome", "rapidfuzz"}
    print("painted", *sorted(late & set(sys.modules)), flush=True)
    os._exit(0)
QApplication.exec = painted
os.environ[app.LIBRARY_VARIABLE] = sys.argv[1]
app.main([])
"""


# What the first page says: every line of text that is shaped for it, once, with its font.
TEXTS = """
from pathlib import Path
import json
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout
from planner.ui import fonts
from planner.ui.widgets import text
found, one_line, lines = set(), text._one_line, text._lines
def note(words, font):
    axes = (font.variableAxisValue(QFont.Tag(name)) for name in ("wght", "opsz"))
    found.add((words, font.pixelSize(), *axes))
def noting_one(words, role, scale, width):
    shown = text._metrics(role, scale).elidedText(words, Qt.TextElideMode.ElideRight, width)
    note(shown, fonts.font(role, scale))
    return one_line(words, role, scale, width)
def noting_all(words, role, scale, width, most):
    layout = QTextLayout(words, fonts.font(role, scale))
    for each in text._broken(layout, width)[:most]:
        note(words[each.textStart() : each.textStart() + each.textLength()], fonts.font(role, scale))
    return lines(words, role, scale, width, most)
text._one_line, text._lines = noting_one, noting_all
""" + OURS.replace(
    'print("painted", *sorted(late & set(sys.modules)), flush=True)',
    "Path(sys.argv[2]).write_text(json.dumps(sorted(each for each in found if each[0].strip())))",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--people", type=int)
    parser.add_argument("--conversations", type=int)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--work", action="store_true", help="measure the processor's time")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "start.rapport"
        make_library(library, wanted.people, wanted.conversations)
        same, plain = Path(folder) / "same.json", Path(folder) / "plain.json"
        subprocess.run([sys.executable, "-c", TEXTS, library, same], env=surroundings(folder), check=True)
        lines = json.loads(same.read_text())
        plain.write_text(json.dumps([(text, 12, 400, 14) for text, *_ in lines]))
        measure(library, same, plain, wanted.runs, work=wanted.work)


def make_library(path: Path, people: int | None, conversations: int | None) -> None:
    """Write the sample, or a larger one."""
    from planner.actions.sample import write_sample
    from planner.library import Library

    now = datetime.now().astimezone()
    with Library(path, clock=lambda: now) as library:
        write_sample(library, today=now.date(), people=people, conversations=conversations)


def measure(library: Path, same: Path, plain: Path, runs: int, *, work: bool) -> None:
    """Start all three in turn and print what they took; the first two rounds are not counted."""
    programs = ((BARE, same), (BARE, plain), (OURS, library))
    rounds = [tuple(once(*each)[work] for each in programs) for _ in range(runs + 2)][2:]
    names = ("bare window, same letters", "bare window, one size", "Rapport")
    print(f"{len(json.loads(same.read_text()))} lines of text")
    for name, times in zip(names, zip(*rounds, strict=True), strict=True):
        print(f"{name:26s} {statistics.median(times):.3f} s  ({min(times):.3f} to {max(times):.3f})")
    for name, column in zip(names[:2], (0, 1), strict=True):
        ratios = [each[2] / each[column] for each in rounds]
        print(
            f"ratio to {name:26s} {statistics.median(ratios):.2f}  ({min(ratios):.2f} to {max(ratios):.2f})"
        )


def surroundings(folder: Path | str) -> dict[str, str]:
    """As after an installation all modules are compiled already: the uncounted runs see to that."""
    environment = os.environ | {"PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment


def once(program: str, argument: Path) -> tuple[float, float]:
    """Seconds from starting the program until it says that it has painted, and those the processor worked."""
    begun, worked = time.perf_counter(), work_of_children()
    with subprocess.Popen(
        [sys.executable, "-c", program, str(argument)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=surroundings(argument.parent),
    ) as child:
        assert child.stdout is not None
        said = child.stdout.readline().split()
        taken = time.perf_counter() - begun
    argument.with_name(f"{argument.name}-writer").unlink(missing_ok=True)  # left by who ends so suddenly
    if not said or said[0] != "painted":
        raise SystemExit("A window did not appear.")
    if len(said) > 1:
        raise SystemExit(f"Loaded before they are needed: {', '.join(said[1:])}")
    return taken, work_of_children() - worked


def work_of_children() -> float:
    """Seconds the processor worked for programs that have ended; 0.0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


if __name__ == "__main__":
    main()
