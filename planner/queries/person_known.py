"""All that is known of one person: the page, trust, understanding, what was given, how much one depends."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from planner.library import Changed, Library
from planner.queries.favours import Given, favours_of
from planner.queries.person import PersonPage, Recent, person_page
from planner.queries.reliance import Assessed, reliance_of
from planner.queries.touched import people_touched
from planner.queries.trust import Trust, trust_of
from planner.queries.understanding import Understanding, understanding_of

Part = TypeVar("Part")

_TRUST = frozenset(
    {"person", "commitment", "evidence", "own_view", "favour", "debrief", "participation", "conversation"}
    | {"repair"}
)
_UNDERSTANDING = frozenset({"person", "understanding", "question", "layer"})
_PAGE = frozenset(
    {"person", "layer", "organisation", "person_tag", "contact_point", "conversation", "participation"}
    | {"plan", "plan_person", "commitment", "connection", "note", "trip", "repair", "leave", "absence"}
    | {"owner", "setting"}
)
WATCHED = _TRUST | _UNDERSTANDING | _PAGE | {"reliance"}
"""The tables that say something of a person."""
_ANYBODYS = frozenset({"person", "layer", "commitment", "connection", "question", "trip", "owner", "setting"})
"""Tables of which a row about somebody else may matter, too: names, what is usual of promises, questions."""
_OWN = frozenset(
    {"contact_point", "note", "understanding", "evidence", "own_view", "favour", "debrief", "reliance"}
)
"""Tables whose rows belong to one person each and that people_touched knows nothing of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonKnown:
    """Everything about one person, from one moment; `given` is all that was ever given, newest first."""

    page: PersonPage
    trust: Trust
    understanding: Understanding
    given: tuple[Given, ...]
    reliance: tuple[Assessed, ...]


def person_known(
    library: Library,
    person_id: int,
    today: date,
    *,
    recent: Recent | None = None,
    known: PersonKnown | None = None,
    touched: Collection[str] = (),
) -> PersonKnown:
    """Ask for everything, or where `known` is how it was, only for what hangs on the tables `touched` since.

    Raises KnownError where the person is no longer there.
    """

    def part(ask: Callable[[], Part], kept: Callable[[PersonKnown], Part], tables: Collection[str]) -> Part:
        return ask() if known is None or not set(tables).isdisjoint(touched) else kept(known)

    return PersonKnown(
        page=part(
            lambda: person_page(
                *(library, person_id, today),
                recent=recent,
                known=known.page if known else None,
                touched=touched,
            ),
            lambda each: each.page,
            _PAGE,
        ),
        trust=part(lambda: trust_of(library, person_id, today), lambda each: each.trust, _TRUST),
        understanding=part(
            lambda: understanding_of(library, person_id, today),
            lambda each: each.understanding,
            _UNDERSTANDING,
        ),
        given=part(lambda: favours_of(library, person_id), lambda each: each.given, ("favour",)),
        reliance=part(lambda: reliance_of(library, person_id), lambda each: each.reliance, ("reliance",)),
    )


def tables_touched(library: Library, changed: Changed, person_id: int) -> frozenset[str]:
    """The tables of a change by which anything that is known of one person may be otherwise now."""
    tables = frozenset(changed.rows) & WATCHED
    if not tables or tables <= _ANYBODYS or person_id in changed.people:
        return tables
    people = people_touched(library, changed)
    if people is None or person_id in people or _owns(library, changed, tables & _OWN, person_id):
        return tables
    return tables & _ANYBODYS


def _owns(library: Library, changed: Changed, tables: Collection[str], person_id: int) -> bool:
    """Whether a row of these tables that was changed, and is still there, is the person's."""
    return any(
        library.value(
            f"SELECT 1 FROM {table} WHERE person_id = ? AND id IN (SELECT value FROM json_each(?))",
            (person_id, json.dumps(list(changed.rows[table]))),
        )
        for table in tables
    )
