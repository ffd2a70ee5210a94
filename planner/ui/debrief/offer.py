"""Offers the debrief of a conversation that was just logged, and counts those that wait."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from planner.library import Changed
from planner.ui.desk import Desk

_AT_MOST = 3
"""A change of more conversations than these is an import; nobody is asked about all of it at once."""
_AFTER_START_MS = 400
_COUNTED = 20


class DebriefOffer(QObject):
    """`counted` tells how many conversations wait, first a moment after the start."""

    counted = Signal(int)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fresh = 0
        desk.changed.connect(self._hear)
        QTimer.singleShot(_AFTER_START_MS, self, self.count)

    def take(self) -> int:
        """The conversation that was just logged and waits for its debrief; asked once. 0 for none."""
        fresh, self._fresh = self._fresh, 0
        return fresh

    def count(self) -> None:
        """Tell how many wait, while the library is open."""
        if not self._desk.is_open:
            return
        from planner.queries.debriefs import waiting_debriefs

        self.counted.emit(len(waiting_debriefs(self._desk.library, self._desk.today, _COUNTED)))

    def _hear(self, changed: Changed) -> None:
        if not changed.touches("conversation", "debrief", "participation"):
            return
        self._fresh = 0
        logged = changed.rows.get("conversation", frozenset())
        if logged and len(logged) <= _AT_MOST:
            self._fresh = self._waiting(logged)
        self.count()

    def _waiting(self, logged: frozenset[int | str]) -> int:
        """The newest of these that still waits."""
        from planner.queries.debriefs import waiting_debriefs

        waiting = waiting_debriefs(self._desk.library, self._desk.today, _COUNTED)
        return next((each.conversation_id for each in waiting if each.conversation_id in logged), 0)
