"""The keyboard's way over the lanes: sideways through the days of a lane, up and down through its lanes."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from planner.ui.board.walk import Walk

DAYS = 7


class LaneWalk(Walk):
    """Columns are: To engage, seven cells for each lane from the top, Later."""

    def _step(self, number: int, way: int, height: int) -> None:
        """Left and right within the lane, past its ends to the columns beside the days."""
        last = len(self._columns) - 1
        if number in (0, last):
            self._enter(way, height)
            return
        lane, day = divmod(number - 1, DAYS)
        while 0 <= (day := day + way) < DAYS:
            to = 1 + lane * DAYS + day
            if self._open(to):
                self._stand_near(to, height)
                return
        beside = 0 if way < 0 else last
        if self._open(beside):
            self._stand_near(beside, height)

    def _enter(self, way: int, height: int) -> None:
        """Come into the days from a side: the nearest card of the first day that has some, else across."""
        days = range(DAYS) if way > 0 else reversed(range(DAYS))
        for day in days:
            cells = [to for to in range(1 + day, len(self._columns) - 1, DAYS) if self._open(to)]
            if cells:
                self._stand_near(min(cells, key=lambda to: self._away(to, height)), height)
                return
        across = len(self._columns) - 1 if way > 0 else 0
        if self._open(across):
            self._stand_near(across, height)

    def _over(self, number: int, way: int) -> None:
        """Up and down: the same day of the next lane that has cards there, else the nearest day."""
        last = len(self._columns) - 1
        if number in (0, last):
            return
        lane, day = divmod(number - 1, DAYS)
        while 0 <= (lane := lane + way) < (last - 1) // DAYS:
            row = [1 + lane * DAYS + each for each in range(DAYS)]
            found = [to for to in row if self._open(to)]
            if found:
                to = min(found, key=lambda to: abs((to - 1) % DAYS - day))
                cards = self._columns[to].cards
                cards.focus_row(0 if way > 0 else cards.column.rowCount() - 1)
                self._reveal(self._columns[to])
                return

    def _away(self, number: int, height: int) -> int:
        cell = self._columns[number]
        y = cell.mapFromGlobal(QPoint(0, height)).y()
        return max(0, -y, y - cell.height())
