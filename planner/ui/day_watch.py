"""Notices that another day has begun while a screen is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from planner.ui.desk import Desk

_MINUTE = 60_000


class DayWatch(QObject):
    """Looks at the clock once a minute; `turned` when today is another day than before."""

    turned = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._day = desk.today
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look at the clock now."""
        if self._desk.today != self._day:
            self._day = self._desk.today
            self.turned.emit()
