"""Whom a filter lets through."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from planner.domain.names import fold
from planner.domain.people_filter import Term, terms_of
from planner.library import Library
from planner.queries.standing import measures

_PEOPLE = (
    "SELECT p.id, p.folded, p.nickname, p.role, coalesce(o.name, ''), p.city, coalesce(l.name, ''),"
    " coalesce(l.short_name, '') FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id"
    " LEFT JOIN layer l ON l.id = p.layer_id WHERE p.trashed_on IS NULL ORDER BY p.folded, p.id"
)


def people_matching(library: Library, text: str, today: date) -> tuple[int, ...]:
    """The people that a filter lets through, by name; all but those in the trash where it is empty.

    Raises KnownError for a filter that cannot be understood.
    """
    terms = terms_of(text)
    if not terms:
        return tuple(
            row[0]
            for row in library.rows("SELECT id FROM person WHERE trashed_on IS NULL ORDER BY folded, id")
        )
    return tuple(_fitting(library, terms, today))


def in_layers(library: Library, layers: Collection[int]) -> frozenset[int]:
    """Everybody in these layers."""
    rows = library.rows(
        "SELECT id FROM person WHERE layer_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(layers)),),
    )
    return frozenset(row[0] for row in rows)


def _fitting(library: Library, terms: tuple[Term, ...], today: date) -> Iterator[int]:
    rows = list(library.rows(_PEOPLE))
    tags = _tags(library)
    states: dict[int, str] = {}
    if any(term.field == "state" for term in terms):
        found = measures(library, today, [row[0] for row in rows])
        states = {each.person_id: fold(each.state.value) for each in found}
    for identity, folded, nickname, role, organisation, city, layer, short in rows:
        said = {
            "name": (folded, fold(nickname)),
            "role": (fold(role),),
            "organisation": (fold(organisation),),
            "city": (fold(city),),
            "layer": (fold(layer), fold(short)),
            "tag": tuple(tags[identity]),
            "state": (states.get(identity, ""),),
        }
        if all(term.fits(said) for term in terms):
            yield identity


def _tags(library: Library) -> defaultdict[int, list[str]]:
    tags: defaultdict[int, list[str]] = defaultdict(list)
    for person, tag in library.rows("SELECT person_id, tag FROM person_tag"):
        tags[person].append(fold(tag))
    return tags
