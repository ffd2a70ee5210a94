"""A day, time or length typed alone, into a field that takes nothing else. One way to read it everywhere."""

from __future__ import annotations

from datetime import time

from planner.domain.one_line import every_language
from planner.domain.one_line.day_meaning import DayMeaning
from planner.domain.one_line.day_reading import (
    FoundDay,
    FoundLength,
    FoundTime,
    days_in,
    lengths_in,
    times_in,
)
from planner.domain.one_line.text import Line


def day_alone(text: str, *, month_first: bool = False) -> DayMeaning | None:
    """The day that a text says and nothing else, in any language; None for anything else.

    Also a day that the calendar does not have: placing it finds that out. 'Every Monday' is no single day.
    """
    for tables in every_language():
        for typed in (text, f"{min(sorted(tables.days.due), key=len)} {text}"):
            line = Line.typed(typed)
            found = days_in(line, tables, month_first=month_first)
            if len(found) == 1 and _covers(line, found[0], leading=typed is not text):
                return None if found[0].meaning.repeats else found[0].meaning
    return None


def time_alone(text: str) -> time | None:
    """The time that a text says and nothing else; None for anything else."""
    for tables in every_language():
        line = Line.typed(text)
        found = times_in(line, tables)
        if len(found) == 1 and _covers(line, found[0]):
            return found[0].starts
    return None


def minutes_alone(text: str) -> int | None:
    """The length that a text says and nothing else; None for anything else."""
    for tables in every_language():
        line = Line.typed(text)
        found = lengths_in(line, tables)
        if len(found) == 1 and _covers(line, found[0]):
            return found[0].minutes
    return None


def _covers(line: Line, found: FoundDay | FoundTime | FoundLength, *, leading: bool = False) -> bool:
    """Whether all items belong to a find, but for the one put before it and signs behind it."""
    return found.places.start == leading and all(
        not line.items[place].plain[:1].isalnum() for place in range(found.places.stop, len(line))
    )
