"""Whose place in a list a change may have altered."""

from __future__ import annotations

import json

from planner.library import Changed, Library

MANY = 2_000
"""From so many rows or people on it is quicker to ask for everybody than for each."""

_EVERYBODY = frozenset({"layer", "leave"})
"""Tables of which one row may speak of everybody."""
_ASKED = {
    **{table: (table, "id") for table in ("person_tag", "participation", "plan_person", "commitment")},
    **{table: (table, "id") for table in ("stand", "absence", "repair")},
    "conversation": ("participation", "conversation_id"),
    "plan": ("plan_person", "plan_id"),
    "initiative": ("stand", "initiative_id"),
}
"""For each table the one that names its people, and the column there that holds its row's id."""

WATCHED = frozenset({"person", "organisation", *_EVERYBODY, *_ASKED})
"""The tables that say something about people in lists."""


def people_touched(library: Library, changed: Changed) -> frozenset[int] | None:
    """The people of whom a list may now say something else; None where that may be everybody."""
    rows = {table: keys for table, keys in changed.rows.items() if table in WATCHED}
    if not _EVERYBODY.isdisjoint(rows) or sum(map(len, rows.values())) > MANY:
        return None
    found = {each for each in (*changed.people, *rows.get("person", ())) if isinstance(each, int)}
    for table, keys in rows.items():
        if table in _ASKED:
            found |= _asked(library, "person_id", *_ASKED[table], keys)
        elif table == "organisation":
            found |= _asked(library, "id", "person", "organisation_id", keys)
    return frozenset(found) if len(found) <= MANY else None


def _asked(
    library: Library, person: str, table: str, column: str, keys: frozenset[int | str]
) -> frozenset[int]:
    rows = library.rows(
        f"SELECT DISTINCT {person} FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))",
        (json.dumps(list(keys)),),
    )
    return frozenset(row[0] for row in rows)
