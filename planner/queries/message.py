"""Whom a message goes to: the first e-mail address of each, and what was talked about last."""

from __future__ import annotations

import json
from collections.abc import Sequence

from planner.domain.message import Addressee
from planner.library import Library


def addressees(library: Library, people: Sequence[int]) -> list[Addressee]:
    """These people in this order; the topic of a private conversation stays out of it."""
    rows = library.rows(
        "SELECT p.id, p.name, coalesce(l.hue, ''),"
        " coalesce((SELECT value FROM contact_point WHERE person_id = p.id AND kind = 'email'"
        "  ORDER BY position, id LIMIT 1), ''),"
        " coalesce((SELECT CASE WHEN c.private = 0 THEN c.topic ELSE '' END FROM participation x"
        "  JOIN conversation c ON c.id = x.conversation_id WHERE x.person_id = p.id"
        "  ORDER BY x.day DESC, c.starts_at DESC, c.id DESC LIMIT 1), '')"
        " FROM person p LEFT JOIN layer l ON l.id = p.layer_id"
        " WHERE p.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(people)),),
    )
    found = {row[0]: Addressee(name=row[1], hue=row[2], email=row[3], topic=row[4]) for row in rows}
    return [found[each] for each in people if each in found]


def owner_name(library: Library) -> str:
    """How the owner signs; '' where not known."""
    return str(library.value("SELECT name FROM owner LIMIT 1") or "")
