"""Likely duplicates among everybody, the likeliest first."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from planner.domain.duplicates import Entry, Likeness, likeness, pairs
from planner.domain.errors import Cancelled
from planner.domain.names import fold
from planner.library import Library

NOT_THE_SAME = "not the same person:"
"""Settings that begin so hold two ids of people who are kept apart."""
MERGED = "merged:"
"""A setting that begins so holds whom an entry became, and its UID in the address book."""
CARD = "card:"
"""A setting that begins so holds an id and a further UID of theirs in an address book."""
MOST = 200
"""So many pairs are told; who merges these may ask again."""
_STEPS = 500


class Pair(NamedTuple):
    """Two who are likely one person: ids and names, what is known of each in a line, how sure, and why."""

    one: int
    two: int
    names: tuple[str, str]
    known: tuple[str, str]
    hues: tuple[str, str]
    strength: int
    why: str


def likely_duplicates(
    library: Library, progress: Callable[[float], bool] | None = None, most: int = MOST
) -> tuple[Pair, ...]:
    """The likeliest pairs, those in the trash and those kept apart left out.

    Takes a moment for thousands of people; `progress` hears the share done and stops it by returning False,
    which raises Cancelled.
    """
    from rapidfuzz import fuzz  # loaded only when names are compared

    def alike(one: str, two: str) -> float:
        return fuzz.ratio(one, two) / 100

    known_apart = set(apart(library))
    entries = _entries(library)
    wanted = [each for each in pairs(entries) if (each[0].id, each[1].id) not in known_apart]
    found = []
    for number, (one, two) in enumerate(wanted):
        if number % _STEPS == 0 and progress and not progress(number / len(wanted)):
            raise Cancelled
        if said := likeness(one, two, alike):
            found.append((-said.strength, one.name, one.id, two.id, said))
    return _told(library, sorted(found)[:most])


def _told(library: Library, found: list[tuple[int, str, int, int, Likeness]]) -> tuple[Pair, ...]:
    known = {
        identity: (name, ", ".join(each for each in facts if each), hue or "")
        for identity, name, hue, *facts in library.rows(
            "SELECT p.id, p.name, l.hue, p.role, o.name, p.city FROM person p"
            " LEFT JOIN organisation o ON o.id = p.organisation_id LEFT JOIN layer l ON l.id = p.layer_id"
        )
    }
    told = []
    for _, _, one, two, said in found:
        names, facts, hues = zip(known[one], known[two], strict=True)
        told.append(Pair(one, two, names, facts, hues, said.strength, said.why))
    return tuple(told)


def _entries(library: Library) -> list[Entry]:
    points: defaultdict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    written: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for person_id, kind, normal, value in library.rows(
        "SELECT person_id, kind, normal, value FROM contact_point ORDER BY position DESC"
    ):
        known = normal.lstrip("+") if kind == "phone" else normal
        points[person_id][kind].add(known)
        if kind == "phone":
            written[person_id][known] = value
    return [
        Entry(
            id=identity,
            name=folded,
            organisation=organisation or "",
            birthday=birthday if birthday and not birthday.startswith("--") else "",
            emails=frozenset(points[identity]["email"]) if identity in points else frozenset(),
            phones=frozenset(points[identity]["phone"]) if identity in points else frozenset(),
            nickname=fold(nickname),
            written=tuple(written[identity].items()) if identity in written else (),
        )
        for identity, folded, nickname, organisation, birthday in library.rows(
            "SELECT p.id, p.folded, p.nickname, o.folded, p.birthday FROM person p"
            " LEFT JOIN organisation o ON o.id = p.organisation_id WHERE p.trashed_on IS NULL ORDER BY p.id"
        )
    ]


def pair_name(one: int, two: int) -> str:
    """The name of the setting that keeps two people apart."""
    return f"{NOT_THE_SAME}{min(one, two)}:{max(one, two)}"


def apart(library: Library) -> list[tuple[int, int]]:
    """Every two of whom you said that they are two people, the smaller id first."""
    names = library.rows("SELECT name FROM setting WHERE name GLOB ?", (f"{NOT_THE_SAME}*",))
    found = [name.removeprefix(NOT_THE_SAME).split(":") for (name,) in names]
    return [(int(one), int(two)) for one, two in found]


def card_name(person: int, uid: str) -> str:
    """The name of the setting that remembers a further UID under which somebody is in an address book."""
    return f"{CARD}{person}:{uid}"


def further_uids(library: Library) -> Iterator[tuple[str, int]]:
    """Every UID in an address book, beside a person's own, with whom it means: of cards that you said are
    theirs, and of entries that were merged into theirs."""
    names = library.rows("SELECT name, value FROM setting WHERE name GLOB ?", (f"{MERGED}*",))
    into = {int(name.removeprefix(MERGED)): json.loads(value) for name, value in names}

    def became(person: int) -> int:
        while person in into:
            person = into[person]["into"]
        return person

    yield from ((each["uid"], became(entry)) for entry, each in into.items() if each["uid"])
    for (name,) in library.rows("SELECT name FROM setting WHERE name GLOB ?", (f"{CARD}*",)):
        person, _, uid = name.removeprefix(CARD).partition(":")
        yield uid, became(int(person))
