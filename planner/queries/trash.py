"""Who is in the trash, and until when."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from planner.domain import words
from planner.domain.names import first_name
from planner.domain.trash import goes_on
from planner.library import Library


class InTrash(NamedTuple):
    """Somebody in the trash, with how much there is about them; from the day `goes_on` they may be erased."""

    id: int
    name: str
    role: str
    organisation: str
    hue: str
    trashed_on: date
    goes_on: date
    days_left: int
    conversations: int
    commitments: int


def in_trash(library: Library, today: date) -> tuple[InTrash, ...]:
    """Everybody in the trash; who goes first comes first."""
    rows = library.rows(
        "SELECT p.id, p.name, p.role, coalesce(o.name, ''), coalesce(l.hue, ''), p.trashed_on,"
        " (SELECT count(*) FROM participation x WHERE x.person_id = p.id),"
        " (SELECT count(*) FROM commitment x WHERE x.person_id = p.id)"
        " FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id"
        " LEFT JOIN layer l ON l.id = p.layer_id"
        " WHERE p.trashed_on IS NOT NULL ORDER BY p.trashed_on, p.folded, p.id"
    )
    return tuple(_told(row, today) for row in rows)


def _told(row: tuple[int, str, str, str, str, str, int, int], today: date) -> InTrash:
    since = date.fromisoformat(row[5])
    left = (goes_on(since) - today).days
    return InTrash(*row[:5], since, goes_on(since), max(0, left), *row[6:])


def due_to_go(library: Library, today: date) -> tuple[InTrash, ...]:
    """Those who have been in the trash for their 30 days."""
    return tuple(each for each in in_trash(library, today) if not each.days_left)


def what_goes(library: Library, people: Iterable[int]) -> str:
    """What erasing these people takes away, in sentences."""
    everybody = list(people)
    theirs = (json.dumps(everybody),)
    name = library.value("SELECT name FROM person WHERE id = ?", everybody[:1]) or ""
    whom = first_name(name) if len(everybody) == 1 else "them"
    among = "person_id IN (SELECT value FROM json_each(?))"
    shared = library.value(
        f"SELECT count(DISTINCT conversation_id) FROM participation WHERE {among} AND EXISTS (SELECT 1 FROM"
        " participation x WHERE x.conversation_id = participation.conversation_id AND x.person_id NOT IN"
        " (SELECT value FROM json_each(?)))",
        theirs * 2,
    )
    counted = [
        words.count(left, one, many)
        for table, one, many in _GOES
        if (
            left := library.value(f"SELECT count(*) FROM {table} WHERE {among}", theirs)
            - shared * (table == _TALKS)
        )
    ]
    is_one = len(counted) == 1 and counted[0].startswith("1 ")
    said = f"With {whom} {'goes' if is_one else 'go'} {words.in_a_row(counted)}." if counted else ""
    if shared:
        stays = (
            "1 conversation with others stays" if shared == 1 else f"{shared} conversations with others stay"
        )
        said += f" {stays}, without {whom}."
    return said.strip() or f"Nothing hangs on {whom}."


_TALKS = "participation"
_GOES = (
    (_TALKS, "conversation", "conversations"),
    ("plan_person", "plan", "plans"),
    ("commitment", "commitment", "commitments"),
    ("understanding", "thing learned", "things learned"),
    ("note", "note", "notes"),
)
