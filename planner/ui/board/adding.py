"""Adding to a day of the week: where the line opens, and where the keyboard is afterwards."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from planner.ui.board.day import DayView
from planner.ui.board.days import DaysArea
from planner.ui.board.walk import Walk
from planner.ui.desk import Desk

if TYPE_CHECKING:
    from planner.ui.board.quick_line import QuickLine


class Adding(QObject):
    """One per board. The line is made when it is first wanted."""

    def __init__(self, desk: Desk, area: DaysArea, walk: Walk, board: QWidget) -> None:
        super().__init__(board)
        self._desk, self._area, self._walk, self._board = desk, area, walk, board
        self._line: QuickLine | None = None
        for view in area.days:
            view.add_wanted.connect(lambda view=view: self.begin(view))

    @property
    def line(self) -> QuickLine:
        """The line to type in."""
        if self._line is None:
            from planner.ui.board.quick_line import QuickLine

            self._line = QuickLine(self._desk, self._board)
            self._line.planned.connect(self._planned)
            self._line.left.connect(self.end)
            self._line.stepped.connect(self._step)
        return self._line

    def begin(self, view: DayView | None = None) -> None:
        """Open the line at the foot of a day: this one, the one that was kept with what was typed before,
        the one the keyboard is in, else the next to come.
        """
        wanted = view or self._in_focus() or self._first_to_come()
        if wanted is None:
            self._desk.said.emit("These days have passed. Go on to a week to come.", False)
            return
        kept = self.line.begin()
        self._open(view or self._view_of(kept) or wanted)

    def end(self) -> None:
        """Close the line and return to the cards."""
        self.line.put_away()
        self._walk.focus_here()

    def _open(self, view: DayView) -> None:
        if view.day is None:
            return
        self._area.reveal(view)
        line = self.line
        line.show_day(view.day)
        line.fit()
        foot = view.mapTo(self._board, QPoint(view.width() // 2, view.height()))
        line.stand_over(foot.x())
        line.show()
        line.raise_()
        line.line.setFocus()

    def _step(self, by: int) -> None:
        """Go to another day that is shown and not over."""
        day = self.line.day + timedelta(days=by)
        found = self._view_of(day)
        if found is not None:
            self._open(found)

    def _planned(self, plan_id: int) -> None:
        self.end()
        self._walk.focus_key(f"plan:{plan_id}")

    def _in_focus(self) -> DayView | None:
        return next((view for view in self._open_days() if view.holds(self._walk.cards)), None)

    def _view_of(self, day: date | None) -> DayView | None:
        return next((view for view in self._open_days() if view.day == day), None)

    def _first_to_come(self) -> DayView | None:
        return next(iter(self._open_days()), None)

    def _open_days(self) -> list[DayView]:
        today = self._desk.today
        days = [view for view in self._area.days if view.day is not None and not view.isHidden()]
        return [view for view in days if view.day is not None and view.day >= today]
