"""One line without the window, which is opened only where something is to be shown in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from planner.ui.capture.window import CaptureWindow
from planner.ui.desk import Desk
from planner.ui.screen import Subject
from planner.ui.window import Window


class CaptureAlone(QObject):
    """The small window of a library that no window has open. The program ends with the last window."""

    def __init__(self, desk: Desk, open_window: Callable[[Desk, Path], Window]) -> None:
        super().__init__(desk)
        self._desk, self._open_window = desk, open_window
        self._is_alone = True
        self.line = CaptureWindow(desk)
        desk.destroyed.connect(self.line.deleteLater)
        desk.command_wanted.connect(self._run)
        desk.person_wanted.connect(self._show_person)
        desk.filter_wanted.connect(self._show_filter)
        self.line.open()

    def _run(self, command_id: str, subject: Subject) -> None:
        if self._is_alone:
            self._window().run(command_id, subject)

    def _show_person(self, person_id: int) -> None:
        if self._is_alone:
            self._window().places.show_person(person_id)

    def _show_filter(self, wanted: object) -> None:
        if self._is_alone:
            self._window().places.show_filter(wanted)

    def _window(self) -> Window:
        """The window, which hears by itself what is wanted from now on."""
        self._is_alone = False
        return self._open_window(self._desk, self._desk.library.path)
