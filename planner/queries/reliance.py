"""How much the owner depends on people, as it was assessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.domain.criticality import Criticality, Reliance, criticality
from planner.library import Library

_COLUMNS = "on_day, importance, alternatives, hours_per_week, benefit_to_you, benefit_to_them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """One assessment, of a day: what was said, and what comes of it."""

    id: int
    on: date
    reliance: Reliance
    note: str
    criticality: Criticality


def reliance_of(library: Library, person_id: int) -> tuple[Assessed, ...]:
    """All assessments of one person, newest first: the first is the one that counts."""
    rows = library.rows(
        f"SELECT id, note, {_COLUMNS} FROM reliance WHERE person_id = ? ORDER BY on_day DESC, id DESC",
        (person_id,),
    )
    return tuple(
        Assessed(
            id=row[0],
            note=row[1],
            on=date.fromisoformat(row[2]),
            reliance=(said := _reliance(row[3:])),
            criticality=criticality(said),
        )
        for row in rows
    )


def criticality_of_everybody(library: Library) -> dict[int, Criticality]:
    """The newest assessment of everybody who has one, by person; nobody archived or in the trash."""
    rows = library.rows(
        f"SELECT r.person_id, max(on_day), {_COLUMNS.removeprefix('on_day, ')} FROM reliance r"
        " JOIN person p ON p.id = r.person_id WHERE p.archived = 0 AND p.trashed_on IS NULL"
        " GROUP BY r.person_id"
    )
    return {row[0]: criticality(_reliance(row[2:])) for row in rows}


def _reliance(row: tuple[float | None, ...]) -> Reliance:
    importance, alternatives, hours, to_you, to_them = row
    return Reliance(
        importance=importance,
        alternatives=None if alternatives is None else int(alternatives),
        hours_per_week=hours,
        benefit_to_you=to_you,
        benefit_to_them=to_them,
    )
