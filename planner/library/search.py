"""Full-text search, through Peewee's web-search parser: what holds the words, the newest first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.domain.names import fold
from planner.domain.searching import Asked, asked, goes_on

if TYPE_CHECKING:
    from planner.library.library import Library


class Index(NamedTuple):
    """What is indexed of a table, where its rows name their people, and what day they are of ('': none)."""

    columns: tuple[str, ...]
    people_in: str
    by: str = "id"
    day: str = ""


INDEXED: dict[str, Index] = {
    "conversation": Index(("topic", "notes"), "participation", "conversation_id", "day"),
    "commitment": Index(("what", "note"), "commitment", day="made_on"),
    "understanding": Index(("learned",), "understanding", day="learned_on"),
    "note": Index(("words",), "note", day="on_day"),
    "initiative": Index(("name", "goal", "next_what"), "stand", "initiative_id"),
}
"""The tables with an index of their own, beside that of people."""

_SHORTEST = 2
_INDEXED_BEGINNING = 3
"""The longest beginning of a word that has an index of its own (see the schema's `prefix='2 3'`)."""
_TRIED = 400
_FEW = 600
_AT_ONCE = 60
_NEAR = 500


class Where(NamedTuple):
    """What a row must fulfil beside holding the words: SQL about `t`, the table's row; whom it must be about
    (None: anybody); and the day it must lie before.
    """

    condition: str = "1"
    parameters: Mapping[str, Any] = {}
    people: tuple[int, ...] | None = None
    before: str = ""


def people(library: Library, query: str, limit: int = 50) -> list[int]:
    """Ids of people whose name, role, organisation or notes match, best first; [] for an empty query."""
    words = _expression(asked(query))
    if not words:
        return []
    found = library.rows(
        "SELECT rowid FROM person_search WHERE person_search MATCH ?"
        " ORDER BY bm25(person_search, 10, 3, 3, 1) LIMIT ?",
        (words, limit),
    )
    return [row[0] for row in found]


def holding(library: Library, table: str, wanted: Asked, limit: int, where: Where | None = None) -> list[int]:
    """Ids of the rows of a table (one of INDEXED) that hold the words, the newest entered first.

    Nothing is ranked and nothing counted, so that a word in every second row is answered as soon as a rare
    one.
    """
    if not _expression(wanted):
        return []
    search = _Search(library, table, wanted, where or Where())
    if where and where.before and (found := search.newest(limit, near=True)) and len(found) == limit:
        return found
    return search.newest(limit, near=False)


def newest(library: Library, table: str, limit: int, where: Where) -> list[int]:
    """Ids of the rows that fulfil a condition, whatever their words, the newest by day first."""
    return _Search(library, table, Asked(), where).listed(limit)


class _Search:
    """One question to one index."""

    def __init__(self, library: Library, table: str, wanted: Asked, where: Where) -> None:
        self._library, self._table, self._wanted, self._where = library, table, wanted, where
        self._index = f"{table}_search"
        texts = " || ' ' || ".join(f"t.{column}" for column in INDEXED[table].columns)
        self._shown = f"t.id, {texts}"
        self._matched = f"{self._index}.{self._index} MATCH :words AND {where.condition}"
        self._few = self._those_of_few() if where.people is not None else None

    @property
    def _is_thin(self) -> bool:
        """Whether the newest hits of a shorter beginning help nobody: most are about others, or need not hold
        the word.
        """
        return self._wanted.either or (self._where.people is not None and self._few is None)

    def listed(self, limit: int) -> list[int]:
        """Ids without a look at their words."""
        parameters: dict[str, Any] = {**self._where.parameters, "limit": limit}
        ids = ""
        if self._few is not None:
            ids, parameters["few"] = " AND t.id IN (SELECT value FROM json_each(:few))", json.dumps(self._few)
        elif self._where.people is not None:
            ids, parameters["people"] = self._about("t.id"), json.dumps(self._where.people)
        rows = self._library.rows(
            f"SELECT t.id FROM {self._table} t WHERE {self._where.condition}{ids}"
            f" ORDER BY t.{INDEXED[self._table].day or 'id'} DESC LIMIT :limit",
            parameters,
        )
        return [row[0] for row in rows]

    def newest(self, limit: int, *, near: bool) -> list[int]:
        """Ids, the newest first; `near` begins at those that lie shortly before the day asked for.

        A beginning longer than the index knows is looked for among what begins with its first letters: the
        newest hits of a common word are there at once. Where they are too few, everything is gone through.
        """
        if len(self._wanted.beginning) > _INDEXED_BEGINNING and not self._is_thin:
            quickly = self._among(_expression(self._wanted.cut(_INDEXED_BEGINNING)), limit, near)
            if quickly is not None:
                return quickly
        rows = self._rows(_expression(self._wanted), near)
        return [row[0] for row in islice(rows, limit)]

    def _among(self, shorter: str, limit: int, near: bool) -> list[int] | None:
        """Those of a shorter expression that hold the whole word; None where they are too thinly sown."""
        fits = goes_on(self._wanted.typing).search
        found: list[int] = []
        for tried, (identity, text) in enumerate(self._rows(shorter, near)):
            if fits(fold(text)):
                found.append(identity)
                if len(found) == limit:
                    return found
            if tried == _TRIED:
                return None
        return found

    def _rows(self, words: str, near: bool) -> Iterator[tuple[Any, ...]]:
        """Id and text of the rows that match, the newest first, read as they come."""
        return self._gone_through(words, near) if self._few is None else self._tried(words, self._few)

    def _gone_through(self, words: str, near: bool) -> Iterator[tuple[Any, ...]]:
        """From the index to the rows."""
        parameters = {**self._where.parameters, "words": words}
        matched, parameters = self._narrowed(self._matched, parameters, near)
        return self._library.rows(
            f"SELECT {self._shown} FROM {self._index} CROSS JOIN {self._table} t"
            f" ON t.id = {self._index}.rowid WHERE {matched} ORDER BY {self._index}.rowid DESC",
            parameters,
        )

    def _tried(self, words: str, few: list[int]) -> Iterator[tuple[Any, ...]]:
        """From the few rows that come into consideration to the index."""
        sql = (
            f"SELECT {self._shown} FROM json_each(:few) few CROSS JOIN {self._index}"
            f" ON {self._index}.rowid = few.value CROSS JOIN {self._table} t ON t.id = few.value"
            f" WHERE {self._matched} ORDER BY t.id DESC"
        )
        parameters = {**self._where.parameters, "words": words}
        for first in range(0, len(few), _AT_ONCE):
            at_once = json.dumps(few[first : first + _AT_ONCE])
            yield from self._library.rows(sql, {**parameters, "few": at_once})

    def _narrowed(self, matched: str, parameters: dict[str, Any], near: bool) -> tuple[str, dict[str, Any]]:
        """The same about the people meant alone, and with `near` from shortly before the day asked for."""
        if self._where.people is not None:
            matched += self._about(f"{self._index}.rowid")
            parameters["people"] = json.dumps(self._where.people)
        if near:
            matched += f" AND {self._index}.rowid <= :newest"
            parameters["newest"] = self._newest_before()
        return matched, parameters

    def _about(self, identity: str) -> str:
        """That a row is about the people meant."""
        shape = INDEXED[self._table]
        return (
            f" AND EXISTS (SELECT 1 FROM {shape.people_in} x WHERE x.{shape.by} = {identity}"
            " AND +x.person_id IN (SELECT value FROM json_each(:people)))"
        )

    def _newest_before(self) -> int:
        """The newest id among those that lie shortly before a day, for rows entered day by day."""
        found = self._library.value(
            f"SELECT max(id) FROM (SELECT id FROM {self._table} WHERE {INDEXED[self._table].day} < ?"
            f" ORDER BY {INDEXED[self._table].day} DESC LIMIT {_NEAR})",
            (self._where.before,),
        )
        return int(found or 0)

    def _those_of_few(self) -> list[int] | None:
        """The ids that are about the people meant, the newest first, where they are so few that each can be
        tried: a word in every second row is in none of theirs too late.
        """
        shape, people = INDEXED[self._table], json.dumps(self._where.people)
        theirs = f"FROM {shape.people_in} WHERE person_id IN (SELECT value FROM json_each(?))"
        if (
            self._library.value(f"SELECT count(*) FROM (SELECT 1 {theirs} LIMIT {_FEW + 1})", (people,))
            > _FEW
        ):
            return None
        return sorted(
            {row[0] for row in self._library.rows(f"SELECT {shape.by} {theirs}", (people,))}, reverse=True
        )


def _expression(wanted: Asked) -> str:
    """The words as an index asks for them, '' for none; the last one may go on.

    A single letter that is only beginning is left out: it stands in nearly everything.
    """
    from playhouse import fts_parser  # Peewee's: a start that searches nothing does without it

    text, beginning = wanted.words, wanted.beginning
    if beginning.isascii() and 0 < len(beginning) < _SHORTEST:
        text, beginning = text[: -len(beginning)].rstrip("\"'"), ""
    words: str = fts_parser.parse(text)
    if words.strip() in ("", '""'):
        return ""
    return f"{words} *" if beginning and words[-1] not in ")*" else words
