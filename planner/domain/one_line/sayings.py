"""Finds which form of sentence a clause has, among the sayings of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from planner.domain.one_line.language import Language, Saying
from planner.domain.one_line.patterns import compiled
from planner.domain.one_line.reading import saying_classes
from planner.domain.one_line.text import Line

_CLOSING = frozenset({".", "!", "?", ",", ")"})


class Said(NamedTuple):
    """A clause in the form of a saying; `parts` are the items of each `{name}` in it."""

    saying: Saying
    clause: Line
    parts: dict[str, range]
    stop: int
    """Behind which item the form ends; the clause's end but for what was told."""


def said_in(clause: Line, language: Language, table: str) -> Iterator[Said]:
    """The sayings of a table (plans, promises, told, learned, rests) that a clause has the form of."""
    for saying, pattern in _compiled(language, table):
        if found := pattern.match(clause.plain):
            yield Said(saying, clause, _parts(found, clause), clause.place(found.end() - 1) + 1)


def begins_sentence(rest: Line, language: Language) -> bool:
    """Whether words behind 'and' are a sentence of their own: who does what, for certain."""
    for table in ("promises", "learned", "rests"):
        for said in said_in(rest, language, table):
            is_mine = said.saying.form.startswith("{me}?")
            if is_mine or ({"they", "me", "p"} & said.parts.keys() and "people" not in said.parts):
                return True
    return any(True for _ in said_in(rest, language, "rests"))


def without_end(clause: Line) -> Line:
    """The clause without the signs that close it."""
    stop = len(clause)
    while stop and clause.items[stop - 1].plain in _CLOSING:
        stop -= 1
    return clause.part(range(stop))


def _parts(found: re.Match[str], clause: Line) -> dict[str, range]:
    return {
        name: clause.places(*found.span(name))
        for name, text in found.groupdict().items()
        if text and name != "all"
    }


@lru_cache(maxsize=32)
def _compiled(language: Language, table: str) -> tuple[tuple[Saying, re.Pattern[str]], ...]:
    classes = saying_classes(language)
    sayings: tuple[Saying, ...] = getattr(language, table)
    return tuple(
        (saying, compiled(saying.form + ("" if table == "told" else " $"), classes)) for saying in sayings
    )
