"""The line above the month: which one, how full it is, and the button that plans."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.domain import words
from planner.queries.month import MonthBoard
from planner.ui.board.header import WeekHeader
from planner.ui.desk import Desk


class MonthHeader(WeekHeader):
    """Previous, today, next; 'September 2026'; what is planned of the time set aside in its days."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent, span="month")

    def show_month(self, board: MonthBoard) -> None:
        """Say which month it is and how full."""
        self.title.setText(words.month_title(board.first))
        self.show_planned(board.planned_minutes, board.set_aside_minutes)
