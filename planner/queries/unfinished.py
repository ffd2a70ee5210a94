"""What was typed and neither saved nor cancelled before the program ended."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from planner.domain.unfinished import Place, read_place
from planner.library import Library
from planner.queries.people import Named, named


class Kept(NamedTuple):
    """What a form held, in its own writing, and when that was kept."""

    words: str
    at: datetime


class Unfinished(NamedTuple):
    """A form to go on with, and the people it is about."""

    place: Place
    people: tuple[Named, ...]


def kept_of(library: Library, place: Place) -> Kept | None:
    """What was kept of this form."""
    row = library.row("SELECT words, at FROM unfinished WHERE place = ?", (place.text(),))
    return Kept(row[0], datetime.fromisoformat(row[1])) if row else None


def kept_parts(library: Library, place: Place) -> list[Place]:
    """The parts of a place in which something was kept, the newest first."""
    sql = "SELECT place FROM unfinished WHERE place LIKE ? ORDER BY at DESC"
    return [read_place(text) for (text,) in library.rows(sql, (f"{place.text()} %",))]


def newest_unfinished(library: Library) -> Unfinished | None:
    """The form that was typed in last and can still be opened: whom and what it is about is there."""
    for (text,) in library.rows("SELECT place FROM unfinished ORDER BY at DESC"):
        place = read_place(text)
        people = tuple(named(library, place.people))
        if len(people) == len(place.people) and _there(library, place):
            return Unfinished(place, people)
    return None


def _there(library: Library, place: Place) -> bool:
    wanted = (
        ("conversation", place.conversation_id),
        ("plan", place.plan_id),
        ("commitment", place.commitment_id),
    )
    return all(library.value(f"SELECT 1 FROM {table} WHERE id = ?", (key,)) for table, key in wanted if key)
