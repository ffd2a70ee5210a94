"""Where trust is being mended after a breach."""

from datetime import date
from typing import NamedTuple

from planner.domain.repair import Mending
from planner.library import Library

_KEPT = (
    "(SELECT count(*) FROM commitment c WHERE c.person_id = r.person_id AND c.by = 'you'"
    " AND c.outcome = 'kept' AND c.closed_on >= r.begun_on AND c.closed_on <= coalesce(r.ended_on, '9999'))"
)


def mending(library: Library) -> dict[int, Mending]:
    """Everybody with whom trust is being mended, by person id."""
    rows = library.rows(f"SELECT r.person_id, r.begun_on, {_KEPT} FROM repair r WHERE r.ended_on IS NULL")
    return {
        person_id: Mending(begun_on=date.fromisoformat(begun_on), kept=kept)
        for person_id, begun_on, kept in rows
    }


class RepairTrack(NamedTuple):
    """A time of mending: why, since and until when (None: open), and how many promises were kept."""

    id: int
    begun_on: date
    ended_on: date | None
    why: str
    kept: int


def repairs_of(library: Library, person_id: int) -> tuple[RepairTrack, ...]:
    """All times of mending with one person, newest first."""
    rows = library.rows(
        f"SELECT r.id, r.begun_on, r.ended_on, r.why, {_KEPT} FROM repair r WHERE r.person_id = ?"
        " ORDER BY r.begun_on DESC, r.id DESC",
        (person_id,),
    )
    return tuple(
        RepairTrack(
            id=row[0],
            begun_on=date.fromisoformat(row[1]),
            ended_on=date.fromisoformat(row[2]) if row[2] else None,
            why=row[3],
            kept=row[4],
        )
        for row in rows
    )
