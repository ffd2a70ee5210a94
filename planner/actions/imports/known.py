"""Everybody the library knows, read in a few questions into dictionaries for an import to compare with."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from planner.domain.names import fold
from planner.library import Library
from planner.queries.duplicates import further_uids

TEXTS = ("name", "nickname", "role", "city", "zone", "languages", "pronouns", "birthday", "notes")
NAME_PARTS = ("given_name", "additional_names", "family_name", "prefix", "suffix")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPerson:
    """One person of the library. `points` are (kind, normal form), `tags` folded; `values` by column.

    `preferred` are the kinds of contact points of which one is marked to be used first.
    """

    id: int
    folded: str
    organisation: str
    organisation_folded: str
    layer_id: int | None
    uid: str
    has_photo: bool
    values: dict[str, str]
    points: frozenset[tuple[str, str]]
    preferred: frozenset[str] = frozenset()
    tags: frozenset[str]

    @property
    def name(self) -> str:
        """The name as written."""
        return self.values["name"]

    def of_kind(self, kind: str) -> frozenset[str]:
        """The normal forms of the contact points of one kind."""
        return frozenset(normal for each, normal in self.points if each == kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPeople:
    """Everybody, and the ways to find them; ids in every list ascend, so the oldest comes first.

    `layer_named` finds a layer by its folded name or short name; `layer_of` the single layer that the people
    of an organisation (folded) have. `home` is the owner's time zone, '' while none was chosen.
    """

    people: dict[int, KnownPerson]
    by_uid: dict[str, list[int]]
    by_point: dict[tuple[str, str], list[int]]
    by_name: dict[str, list[int]]
    organisations: dict[str, int]
    layers: dict[int, str]
    layer_named: dict[str, int]
    layer_of: dict[str, int]
    owner_name: str
    own_addresses: frozenset[str]
    home: str


def known_people(library: Library) -> KnownPeople:
    """Read everybody, archived people included: nobody is added twice."""
    people = {person.id: person for person in _people(library)}
    by_uid: defaultdict[str, list[int]] = defaultdict(list)
    by_point: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for person in people.values():
        by_name[person.folded].append(person.id)
        if person.uid:
            by_uid[person.uid].append(person.id)
        for point in person.points:
            by_point[point].append(person.id)
    for uid, identity in further_uids(library):
        if identity in people and identity not in by_uid[uid]:
            by_uid[uid].append(identity)
    owner, zone = library.row("SELECT name, zone FROM owner") or ("", "UTC")
    layers = list(library.rows("SELECT id, name, short_name FROM layer ORDER BY position DESC"))
    return KnownPeople(
        people=people,
        by_uid=by_uid,
        by_point=by_point,
        by_name=by_name,
        organisations={row[0]: row[1] for row in library.rows("SELECT folded, id FROM organisation")},
        layers={identity: name for identity, name, _ in layers},
        layer_named={fold(word): identity for identity, *words in layers for word in words if word},
        layer_of=_layer_of(people.values()),
        owner_name=fold(owner),
        own_addresses=_own_addresses(library),
        home="" if zone == "UTC" else zone,
    )


def nobody_known(library: Library | None) -> KnownPeople:
    """Nobody at all, but the same owner and layers; without a library, an owner of whom nothing is known."""
    if library is not None:
        nobody: dict[str, list[int]] = {}
        points: dict[tuple[str, str], list[int]] = {}
        return replace(
            known_people(library), people={}, by_uid=nobody, by_point=points, by_name=nobody, layer_of={}
        )
    return KnownPeople(
        people={},
        by_uid={},
        by_point={},
        by_name={},
        organisations={},
        layers={},
        layer_named={},
        layer_of={},
        owner_name="",
        own_addresses=frozenset(),
        home="",
    )


def _people(library: Library) -> Iterator[KnownPerson]:
    points: defaultdict[int, set[tuple[str, str]]] = defaultdict(set)
    preferred: defaultdict[int, set[str]] = defaultdict(set)
    for person_id, kind, normal, value, marked in library.rows(
        "SELECT person_id, kind, normal, value, preferred FROM contact_point"
    ):
        points[person_id].add((kind, normal or value))
        if marked:
            preferred[person_id].add(kind)
    tags: defaultdict[int, set[str]] = defaultdict(set)
    for person_id, tag in library.rows("SELECT person_id, tag FROM person_tag"):
        tags[person_id].add(fold(tag))
    columns = (*TEXTS, *NAME_PARTS, "kept_lines")
    rows = library.rows(
        "SELECT p.id, p.folded, coalesce(o.name, ''), coalesce(o.folded, ''), p.layer_id, p.source_uid,"
        f" p.photo IS NOT NULL, {', '.join(f'p.{column}' for column in columns)}"
        " FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id ORDER BY p.id"
    )
    for identity, folded, organisation, organisation_folded, layer_id, uid, has_photo, *texts in rows:
        yield KnownPerson(
            id=identity,
            folded=folded,
            organisation=organisation,
            organisation_folded=organisation_folded,
            layer_id=layer_id,
            uid=uid or "",
            has_photo=bool(has_photo),
            values={column: text or "" for column, text in zip(columns, texts, strict=True)},
            points=frozenset(points.get(identity, ())),
            preferred=frozenset(preferred.get(identity, ())),
            tags=frozenset(tags.get(identity, ())),
        )


def _layer_of(people: Iterable[KnownPerson]) -> dict[str, int]:
    found: defaultdict[str, set[int]] = defaultdict(set)
    for person in people:
        if person.organisation_folded and person.layer_id is not None:
            found[person.organisation_folded].add(person.layer_id)
    return {organisation: next(iter(ids)) for organisation, ids in found.items() if len(ids) == 1}


def _own_addresses(library: Library) -> frozenset[str]:
    text = library.value("SELECT value FROM setting WHERE name = 'own_addresses'")
    given = json.loads(text) if text else []
    return frozenset(form for each in given if (form := str(each).strip().casefold()))
