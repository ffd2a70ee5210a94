"""Everything that a typed search finds, a few of each kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from planner.domain.searching import Asked, asked
from planner.library import Library
from planner.queries.people import Named
from planner.queries.search.narrowing import narrowed
from planner.queries.search.people import people_found
from planner.queries.search.texts import FoundText, Searching, Text


class Most(NamedTuple):
    """How many of each kind are wanted."""

    people: int
    texts: Mapping[Text, int]

    @classmethod
    def each(cls, number: int) -> Most:
        """As many of every kind."""
        return cls(number, dict.fromkeys(Text, number))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was asked, and found; `problem` is the sentence for a filter that means nothing here."""

    asked: Asked
    people: tuple[Named, ...] = ()
    texts: Mapping[Text, tuple[FoundText, ...]]
    problem: str = ""

    def __bool__(self) -> bool:
        return bool(self.people or any(self.texts.values()))


def look(library: Library, text: str, *, today: date, most: Most, private: bool = False) -> Found:
    """What holds the words and fits the filters. Private texts are among it only where `private` says so.

    A filter that means nothing here finds nothing; the answer has the sentence that says why.
    """
    wanted = asked(text)
    within = narrowed(library, wanted.filters, today)
    search = Searching(library, wanted, within, private=private)
    return Found(
        asked=wanted,
        people=tuple(people_found(library, wanted, within, most.people)) if wanted and most.people else (),
        texts={kind: tuple(search.found(kind, number)) for kind, number in most.texts.items() if number},
        problem=within.problem,
    )
