"""Whom a person is connected with, and how."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.connections import KINDS, connection_words
from planner.domain.names import initials
from planner.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Connected:
    """Somebody the person is connected with, and how, in a few words.

    A `directed` connection goes from the person to the other where it is `outwards`. Unknown is None.
    """

    id: int
    person_id: int
    name: str
    initials: str
    hue: str
    how: str
    kind: str
    directed: bool
    outwards: bool
    closeness: int | None
    since: str | None
    note: str


def connections_of(library: Library, person_id: int) -> tuple[Connected, ...]:
    """All connections of one person, as they were added."""
    rows = library.rows(
        "SELECT c.id, p.id, p.name, p.pronouns, coalesce(l.hue, ''), c.kind, c.directed, c.person_id = :id,"
        " c.closeness, c.since, c.note, (SELECT name FROM person WHERE id = :id) FROM connection c"
        " JOIN person p ON p.id = CASE WHEN c.person_id = :id THEN c.other_id ELSE c.person_id END"
        " LEFT JOIN layer l ON l.id = p.layer_id"
        " WHERE :id IN (c.person_id, c.other_id) AND p.trashed_on IS NULL ORDER BY c.id",
        {"id": person_id},
    )
    return tuple(
        Connected(
            id=row[0],
            person_id=row[1],
            name=row[2],
            initials=initials(row[2]),
            hue=row[4],
            how=row[10]
            or connection_words(
                row[5],
                directed=bool(row[6]),
                outwards=bool(row[7]),
                name=row[11],
                other=row[2],
                pronouns=row[3],
                since=row[9],
            ),
            kind=row[5],
            directed=bool(row[6]),
            outwards=bool(row[7]),
            closeness=row[8],
            since=row[9],
            note=row[10],
        )
        for row in rows
    )


def connection_kinds(library: Library) -> list[str]:
    """The kinds to choose from: those offered, then one's own in the order of the alphabet."""
    own = [row[0] for row in library.rows("SELECT DISTINCT kind FROM connection ORDER BY kind")]
    return [*KINDS, *(kind for kind in own if kind not in KINDS)]
