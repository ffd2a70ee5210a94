"""How full one day is: what is planned and took place, and what is set aside."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.library import Library
from planner.queries.days_off import days_off, minutes_aside


class DayLoad(NamedTuple):
    """Minutes of a day. Nothing is set aside on a `holiday`, '' where it is none, nor while `on_leave`."""

    planned_minutes: int
    set_aside_minutes: int
    holiday: str
    on_leave: bool


def day_load(library: Library, day: date, *, without_plan: int = 0) -> DayLoad:
    """The load of a day, one of its plans left out where that is about to be moved."""
    planned = library.value(
        "SELECT (SELECT coalesce(sum(minutes), 0) FROM plan"
        "   WHERE day = :day AND status = 'open' AND id != :without)"
        " + (SELECT coalesce(sum(minutes), 0) FROM conversation c WHERE day = :day"
        "   AND EXISTS (SELECT 1 FROM participation WHERE conversation_id = c.id))",
        {"day": day.isoformat(), "without": without_plan},
    )
    off = days_off(library, day, day)
    return DayLoad(
        planned_minutes=int(planned),
        set_aside_minutes=0 if off.covers(day) else minutes_aside(library)[day.weekday()],
        holiday=off.holiday(day),
        on_leave=off.on_leave(day),
    )
