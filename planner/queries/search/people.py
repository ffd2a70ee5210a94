"""People by their names, then by their facts; where nobody is called so, those a slip of typing away."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping

from planner.domain.names import fold
from planner.domain.one_line.names import PARTICLE, NameIndex
from planner.domain.searching import Asked
from planner.library import Library
from planner.library import search as index
from planner.queries.known_names import known_names
from planner.queries.people import Named, named
from planner.queries.search.narrowing import Narrowed

_COMPARED = 120
"""Of so many of equal rank one asks whom one talked to last."""


def people_found(library: Library, wanted: Asked, narrowed: Narrowed, limit: int) -> list[Named]:
    """Best first: by name, of two alike whom you talked to last; then by role, organisation, city, notes."""
    if narrowed.by_day or narrowed.channels is not None or narrowed.problem:
        return []
    among = None if narrowed.people is None else frozenset(narrowed.people)
    words = _words(wanted)
    if not words:
        return [] if among is None else _those(library, sorted(among)[:limit])
    names = known_names(library)
    by_name = _without(names, wanted, _called(names, words, _begun))
    found = _ordered(library, names, words, _within(by_name, among))
    if len(found) < limit:
        facts = index.people(library, wanted.words, limit + len(found))
        found += [each for each in facts if each not in by_name and (among is None or each in among)]
    if not found:
        found = _ordered(library, names, words, _within(_called(names, words, _nearly), among))
    return _those(library, found[:limit])


def _those(library: Library, people: Iterable[int]) -> list[Named]:
    """Nobody from the trash."""
    trashed = {row[0] for row in library.rows("SELECT id FROM person WHERE trashed_on IS NOT NULL")}
    return named(library, (each for each in people if each not in trashed))


def _words(wanted: Asked) -> list[str]:
    """The words that a name must have, longest first: it leaves the fewest people."""
    return sorted(wanted.terms, key=len, reverse=True)


def _within(people: Mapping[int, int], among: Collection[int] | None) -> dict[int, int]:
    return {each: rank for each, rank in people.items() if among is None or each in among}


def _without(names: NameIndex, wanted: Asked, people: dict[int, int]) -> dict[int, int]:
    """The same without those whose name has a word to be left out."""
    others = {each for word in wanted.without for each in names.called(word)}
    return {each: rank for each, rank in people.items() if each not in others}


Naming = Callable[[NameIndex, str], Mapping[int, int]]
"""Whom a word can mean, with a rank: 0 is best."""


def _called(names: NameIndex, words: list[str], naming: Naming) -> dict[int, int]:
    """Whose name has all of the words, with the sum of their ranks."""
    found: dict[int, int] = dict(naming(names, words[0]))
    for word in words[1:]:
        more = naming(names, word)
        found = {each: rank + more[each] for each, rank in found.items() if each in more}
    return found


def _begun(names: NameIndex, word: str) -> Mapping[int, int]:
    """Everybody with this word, or one that begins so, in their name; whole words come before."""
    whole = {each: rank for each, rank in names.called(word).items() if rank != PARTICLE}
    return {**{each: rank + 1 for each, rank in names.begun(word, shortest=1).items()}, **whole}


def _nearly(names: NameIndex, word: str) -> Mapping[int, int]:
    return _begun(names, word) or names.near(word)


def _ordered(library: Library, names: NameIndex, words: list[str], people: Mapping[int, int]) -> list[int]:
    """By rank, then whom one talked to last, then by name."""
    best = sorted(people, key=people.__getitem__)[:_COMPARED]
    rows = library.rows(
        "SELECT value, (SELECT max(day) FROM participation WHERE person_id = value) FROM json_each(?)",
        (json.dumps(best),),
    )
    last = {person: day or "" for person, day in rows}
    folded = {each: fold(names.person(each).name) for each in best}
    whole = " ".join(words)
    best.sort(key=folded.__getitem__)
    best.sort(key=last.__getitem__, reverse=True)
    best.sort(key=lambda each: (folded[each] != whole, people[each]))
    return best
