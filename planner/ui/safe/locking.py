"""Locking: the process becomes a new one that knows nothing, and asks for the passphrase.

Memory that was handed back to the system by another way may still hold what was read; a new process image
cannot.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from planner.ui.job import wait_for_all

if TYPE_CHECKING:
    from planner.ui.window import Window

IDLE_MINUTES = 10
"""Without a key or a move of the mouse for so long, an encrypted library locks itself."""

_LOOK_EVERY_MS = 5_000
_ASLEEP_S = 30
_SIGNS = frozenset(
    {
        *(QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel),
        *(QEvent.Type.TouchBegin, QEvent.Type.DragMove, QEvent.Type.InputMethod),
    }
)


def lock(window: Window) -> None:
    """Close the window, give everything back, and begin anew as a program that has opened nothing yet."""
    library = window.desk.library
    _keep_what_is_open(window)
    window.desk.memory.remember_window(window)
    window.hide()
    wait_for_all()
    library.close()
    begin_anew(library.path)


def _keep_what_is_open(window: Window) -> None:
    """Keep what is being typed, and take copied words off the clipboard."""
    from planner.ui.frame.copied import CopiedWords

    window.desk.ending.emit()
    for copied in window.findChildren(CopiedWords):
        copied.clear()


def begin_anew(library: Path) -> None:
    """Become the program that was started, on this library; does not return."""
    arguments = [sys.executable, *named_anew(sys.orig_argv[1:], library)]
    if sys.platform == "win32":  # exec there returns to the shell before the new program has begun
        import subprocess

        subprocess.Popen(arguments, close_fds=True)
        os._exit(0)
    os.execv(sys.executable, arguments)


def named_anew(arguments: Sequence[str], library: Path) -> list[str]:
    """The arguments of a start with this library in place of the one that they name: another one may have
    been opened since. Files that they name were shown already."""
    kept, skipped, files = [], False, False
    for each in arguments:
        files = each == "open" or (files and not each.startswith("-"))
        if not (skipped or files or each in ("--sample", "--library") or each.startswith("--library=")):
            kept.append(each)
        skipped = each == "--library"
    return [*kept, "--library", str(library.absolute())]


class LockWhenIdle(QObject):
    """Locks an encrypted library after minutes without a sign of anybody, and after the laptop has slept."""

    def __init__(self, window: Window, minutes: float = IDLE_MINUTES) -> None:
        super().__init__(window)
        self._window = window
        self._seconds = minutes * 60
        self._seen = self._looked = time.monotonic()
        self._wall = window.desk.now
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_EVERY_MS)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in _SIGNS:
            self._seen = time.monotonic()
        return False

    def look(self) -> None:
        """Lock if it is time, and if the library is not closed already."""
        if not self._window.desk.is_open:
            self._timer.stop()
            return
        now, wall = time.monotonic(), self._window.desk.now
        # Asleep, one clock stood still or both went on without a look; either way nobody was here.
        slept = (
            max(now - self._looked, (wall - self._wall).total_seconds()) > _LOOK_EVERY_MS / 1000 + _ASLEEP_S
        )
        self._looked, self._wall = now, wall
        if slept or now - self._seen >= self._seconds:
            self._timer.stop()
            lock(self._window)
