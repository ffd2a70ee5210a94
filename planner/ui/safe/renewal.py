"""Closing the open library, doing something to its file, and opening it again in the same place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.domain.errors import KnownError
from planner.ui.job import wait_for_all

if TYPE_CHECKING:
    from planner.ui.start import Shown


def renew(shown: Shown, work: Callable[[], object], said: str, passphrase: str | None) -> None:
    """Run `work` while nobody has the library open, then open it under `passphrase` and say `said`.

    Where the work cannot be done, the library opens as it was, and the window says why.
    """
    before = shown.window
    if before is None:
        return
    library = before.desk.library
    path, was = library.path, library.passphrase
    sentence = ""
    QApplication.setQuitOnLastWindowClosed(False)
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        shown.put_away()
        wait_for_all()
        library.close()
        try:
            work()
        except KnownError as error:
            sentence, passphrase = str(error), was
        shown.open(path, passphrase)
    finally:
        QApplication.restoreOverrideCursor()
        QApplication.setQuitOnLastWindowClosed(True)
    assert shown.window is not None
    if sentence:
        shown.window.desk.failed.emit(sentence)
    else:
        shown.window.desk.said.emit(said, False)
