"""The initiatives and where people stand on them."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.domain.stands import Stand
from planner.library import Library


class InitiativeFacts(NamedTuple):
    """One initiative, with today's stand of each of its people (None: not known yet)."""

    id: int
    name: str
    goal: str
    next_what: str
    next_on: date | None
    stands: tuple[Stand | None, ...]


class Standpoint(NamedTuple):
    """Where a person stands today and where you hope, since when, and why you think so."""

    now: Stand | None
    hoped: Stand | None
    on_day: date | None
    reason: str


def initiatives(library: Library) -> tuple[InitiativeFacts, ...]:
    """Those under way, the one with the nearest next date first, those without one last, by name."""
    stands = _stands(library)
    rows = library.rows(
        "SELECT id, name, goal, next_what, next_on FROM initiative WHERE archived = 0"
        " ORDER BY next_on IS NULL, next_on, folded, id"
    )
    return tuple(
        InitiativeFacts(
            id=row[0],
            name=row[1],
            goal=row[2],
            next_what=row[3],
            next_on=date.fromisoformat(row[4]) if row[4] else None,
            stands=tuple(stands.get(row[0], ())),
        )
        for row in rows
    )


def standpoints(library: Library, initiative_id: int) -> dict[int, Standpoint]:
    """Where the people of an initiative stand, by person id."""
    rows = library.rows(
        "SELECT person_id, now, hoped, on_day, reason FROM stand WHERE initiative_id = ?", (initiative_id,)
    )
    return {
        row[0]: Standpoint(
            Stand(row[1]) if row[1] else None,
            Stand(row[2]) if row[2] else None,
            date.fromisoformat(row[3]) if row[3] else None,
            row[4],
        )
        for row in rows
    }


def _stands(library: Library) -> dict[int, list[Stand | None]]:
    found: dict[int, list[Stand | None]] = {}
    for initiative_id, now in library.rows("SELECT initiative_id, now FROM stand"):
        found.setdefault(initiative_id, []).append(Stand(now) if now else None)
    return found
