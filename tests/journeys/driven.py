"""Rapport itself with a hand inside: `python -m tests.journeys.driven` takes the program's own arguments.

Each line on the standard input is one gesture; each answer is 'done', and 'ready' once the window is there:

    drag X Y X Y      press on a card at the first point of the window and let it go at the second
    abandon X Y X Y   carry it there and press Esc
    keys Ctrl+Z       press keys
    write WORDS       type words where the keyboard is
    minimize          put the window away
    look              answered by 'shown' or 'away', the place, and the files that are being reviewed there
"""

from __future__ import annotations

import sys
from threading import Thread

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication

from planner.app import main
from planner.ui.capture.window import CaptureWindow
from planner.ui.start import make_application
from planner.ui.window import Window
from tests.journeys import hand

_LOOK_MS = 20


class Gestures(QObject):
    """Does in the window's thread what is read in another."""

    read = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.read.connect(self._do)
        self._wait()

    def _wait(self) -> None:
        window = _window()
        if window is None:
            QTimer.singleShot(_LOOK_MS, self._wait)
            return
        window.activateWindow()
        print("ready", flush=True)
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.read.emit(line)

    def _do(self, line: str) -> None:
        gesture, *rest = line.split()
        window = _window()
        assert window is not None
        if gesture == "keys":
            hand.keys(rest[0])
        elif gesture == "write":
            hand.write(line.removeprefix("write ").rstrip("\n"))
        elif gesture == "minimize":
            window.showMinimized()
        elif gesture == "look":
            print(_seen(window), flush=True)
            return
        else:
            x, y, to_x, to_y = map(int, rest)
            move = hand.drag if gesture == "drag" else hand.abandon
            move(window, QPoint(x, y), QPoint(to_x, to_y))
        print("done", flush=True)


def _seen(window: Window) -> str:
    """What somebody in front of the screen would tell."""
    files = getattr(window.pages.currentWidget(), "chosen_files", ())
    return " ".join(
        ["away" if window.isMinimized() else "shown", window.places.current, *(each.name for each in files)]
    )


def _window() -> Window | CaptureWindow | None:
    found = (each for each in QApplication.topLevelWidgets() if isinstance(each, Window | CaptureWindow))
    return next((each for each in found if each.isVisible()), None)


if __name__ == "__main__":
    make_application()
    gestures = Gestures()
    sys.exit(main(sys.argv[1:]))
