"""The days of the week board, and what is planned with whom."""

from __future__ import annotations

from planner.library import Library
from planner.ui.board.column import Column
from planner.ui.board.view import WeekScreen


def day(board: WeekScreen, number: int) -> Column:
    """A day of the week, from Monday as 0."""
    return board.area.days[number]


def plan_of(library: Library, name: str) -> tuple[str, str, int, str] | None:
    """Day, start, minutes and channel of a person's open plan in September."""
    return library.row(
        "SELECT p.day, p.starts, p.minutes, p.channel FROM plan p JOIN plan_person x ON x.plan_id = p.id"
        " JOIN person q ON q.id = x.person_id WHERE q.name = ? AND p.status = 'open' ORDER BY p.day",
        (name,),
    )  # type: ignore[return-value]
