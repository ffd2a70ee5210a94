"""A window that is shown for a test and gone after it, with everything that Qt put off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent

from planner.ui.desk import Desk
from planner.ui.memory import Memory
from planner.ui.window import Window


@contextmanager
def shown_window(desk: Desk) -> Iterator[Window]:
    """The window on a desk, which is closed with it."""
    made = Window(desk, Memory(None))
    made.resize(1280, 800)
    made.show_first()
    made.show()
    yield made
    made.close()
    made.deleteLater()
    desk.close()
    settle()


def settle() -> None:
    """Let go of what waits to be deleted."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()
