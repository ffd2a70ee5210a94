"""Pictures of the backups, the passphrase, and what is shown where a library does not open."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from planner.domain.errors import NotWrittenError
from planner.library import Library
from planner.library.backup import automatic_name
from planner.ui.desk import Desk
from planner.ui.safe.backups_dialog import BackupsDialog
from planner.ui.safe.gate import Trouble, Unlock
from planner.ui.safe.passphrase_dialog import PassphraseDialog
from planner.ui.window import Window

_MADE = (
    (timedelta(days=1, hours=14), "before import"),
    (timedelta(days=3), "by itself"),
    (timedelta(days=16), "before merge"),
    (timedelta(days=260), "by hand"),
)
_DAMAGED = 2
_A_BYTE = 9_000
_LOOKS_MS = 20


@contextmanager
def with_backups(library: Library, clock: Callable[[], datetime]) -> Iterator[Library]:
    """A copy of the sample with backups of several days, one of them damaged; all go with the picture."""
    with TemporaryDirectory() as folder:
        path = library.back_up("for a picture", Path(folder) / "Rapport.rapport")
        with Library(path, clock=clock) as copy:
            newest = copy.back_up("by itself")
            for number, (ago, reason) in enumerate(_MADE):
                made = automatic_name(path, copy.backups, clock() - ago, reason)
                shutil.copy(newest, made)
                if number == _DAMAGED:
                    data = bytearray(made.read_bytes())
                    data[_A_BYTE] ^= 1
                    made.write_bytes(data)
            yield copy


def show_safe(window: Window, screen: str) -> QWidget:
    """The dialog or sheet, shown."""
    desk = window.desk
    made: QWidget
    if screen == "backups":
        made = dialog = BackupsDialog(desk, window)
        dialog.show()
        _wait_until(lambda: dialog.all_looked_into)
        return made
    if screen == "passphrase":
        made = PassphraseDialog(desk, window)
    elif screen == "locked":
        made = Unlock(_Nobody(desk), desk.library.path)
    else:
        name = desk.library.path.name
        error = NotWrittenError(f"“{name}” is damaged. Nothing was changed; restore it from a backup.")
        made = Trouble(_Nobody(desk), desk.library.path, error)
    made.show()
    return made


def _wait_until(there: Callable[[], bool]) -> None:
    waiting, look = QEventLoop(), QTimer()

    def look_again() -> None:
        if there():
            waiting.quit()

    look.timeout.connect(look_again)
    look.start(_LOOKS_MS)
    if not there():
        waiting.exec()


class _Nobody:
    """Opens nothing: a picture is only looked at."""

    def __init__(self, desk: Desk) -> None:
        self.theme = desk.theme
        self._desk = desk

    @property
    def clock(self) -> Callable[[], datetime]:
        """The picture's clock."""
        return lambda: self._desk.now

    def open(self, path: Path, passphrase: str | None = None) -> None:
        """Nothing."""

    def say(self, sentence: str) -> None:
        """Nothing."""
