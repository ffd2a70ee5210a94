"""The week by layers as a place of its own: everything of the week board, its cards in lanes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.ui.board.days import DaysArea
from planner.ui.board.lane_walk import LaneWalk
from planner.ui.board.lanes import LanesArea
from planner.ui.board.view import WeekScreen
from planner.ui.board.walk import Walk
from planner.ui.desk import Desk


class LanesScreen(WeekScreen):
    """Where one sees at a glance which layer the week belongs to."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setAccessibleName("Week by layers")
        self.header.show_lanes(True)
        assert isinstance(self.area, LanesArea)
        self.area.lanes_made.connect(self._follow_lanes)
        for day in self.area.days:
            day.dropped.connect(self._drop)

    def _make_area(self) -> DaysArea:
        return LanesArea(self.state, self)

    def _make_walk(self) -> Walk:
        return LaneWalk(self.columns, self._reveal, self)

    def _follow_lanes(self) -> None:
        """A layer was added: listen to its cells too."""
        before = self.columns
        self.columns = (self.engage, *self.area.columns, self.later)
        for column in self.columns:
            if column not in before:
                self._connect_column(column)
        self.walk.lead_through(self.columns)
