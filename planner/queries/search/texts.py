"""What was written down: conversations, notes, what was understood, promises and initiatives."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from planner.domain import angles
from planner.domain.angles import Angle
from planner.domain.channels import Channel
from planner.domain.commitments import Outcome
from planner.domain.searching import Asked
from planner.domain.snippets import Snippet, snippet
from planner.library import Library
from planner.library import search as index
from planner.queries.search.narrowing import Narrowed

_LOOKED_AT = 40
"""Of at least so many hits, those entered last, the newest by day are shown first."""


class Text(StrEnum):
    """What a text is; also the table it stands in."""

    CONVERSATION = "conversation"
    NOTE = "note"
    UNDERSTANDING = "understanding"
    COMMITMENT = "commitment"
    INITIATIVE = "initiative"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """One text that holds the words. `words` is the part around them, `title` what stands above it.

    `day` is when it was, was noted or promised, or of an initiative what is next; `people` are whom it is
    about, each as (id, name). The last fields tell what only one kind of text has.
    """

    kind: Text
    id: int
    day: date | None
    title: str
    words: Snippet
    people: tuple[tuple[int, str], ...]
    private: bool = False
    channel: Channel | None = None
    by_you: bool = False
    due_on: date | None = None
    outcome: Outcome | None = None
    angle: Angle | None = None


class Searching:
    """One search of the texts of a library. `private` tells whether private ones are unlocked."""

    def __init__(self, library: Library, wanted: Asked, narrowed: Narrowed, *, private: bool) -> None:
        self._library, self._wanted, self._narrowed, self._private = library, wanted, narrowed, private

    def found(self, kind: Text, limit: int) -> list[FoundText]:
        """The texts of a kind, newest first."""
        if self._narrowed.problem or not self._can_be(kind):
            return []
        ids = self._ids(kind, max(limit, _LOOKED_AT))
        reading = _READINGS[kind]
        return [reading(self, *row) for row in self._rows(kind, ids, limit)]

    def _can_be(self, kind: Text) -> bool:
        """Whether the filters leave anything of this kind: only conversations have a channel."""
        if self._narrowed.channels is not None and kind is not Text.CONVERSATION:
            return False
        return not (self._narrowed.by_day and kind is Text.INITIATIVE)

    def _ids(self, kind: Text, limit: int) -> list[int]:
        where = index.Where(
            condition=" AND ".join(self._conditions(kind)) or "1",
            parameters=self._parameters(),
            people=self._narrowed.people,
            before=_iso(self._narrowed.before),
        )
        if self._wanted.terms:
            return index.holding(self._library, kind.value, self._wanted, limit, where)
        return index.newest(self._library, kind.value, limit, where) if self._wanted.filters else []

    def _conditions(self, kind: Text) -> Iterator[str]:
        day = index.INDEXED[kind].day
        if not self._private and kind in _PRIVATE:
            yield "t.private = 0"
        if self._narrowed.first:
            yield f"t.{day} >= :first"
        if self._narrowed.before:
            yield f"t.{day} < :before"
        if self._narrowed.channels is not None:
            yield "t.channel IN (SELECT value FROM json_each(:channels))"
        if kind is Text.INITIATIVE:
            yield "t.archived = 0"
        elif self._library.value("SELECT EXISTS (SELECT 1 FROM person WHERE trashed_on IS NOT NULL)"):
            yield _NOT_IN_TRASH[kind is Text.CONVERSATION]

    def _parameters(self) -> dict[str, str]:
        return {
            "first": _iso(self._narrowed.first),
            "before": _iso(self._narrowed.before),
            "channels": json.dumps(sorted(self._narrowed.channels or ())),
        }

    def _rows(self, kind: Text, ids: Sequence[int], limit: int) -> Iterator[tuple[Any, ...]]:
        return self._library.rows(f"{_SELECTS[kind]} LIMIT ?", (json.dumps(ids), limit))

    def part(self, *texts: str) -> Snippet:
        """The part of some texts, together, that holds what was asked for."""
        joined = " ".join(each.rstrip(".") + "." for each in texts[:-1] if each)
        return snippet(f"{joined} {texts[-1]}".strip().rstrip("."), self._wanted)


_PRIVATE = (Text.CONVERSATION, Text.NOTE, Text.UNDERSTANDING)
_NOT_IN_TRASH = {
    True: "EXISTS (SELECT 1 FROM participation y JOIN person p ON p.id = y.person_id"
    " WHERE y.conversation_id = t.id AND p.trashed_on IS NULL)",
    False: "EXISTS (SELECT 1 FROM person p WHERE p.id = t.person_id AND p.trashed_on IS NULL)",
}
_AMONG = "t.id IN (SELECT value FROM json_each(?))"
_OF_ONE = "json_array(json_array(p.id, p.name)) FROM {table} t JOIN person p ON p.id = t.person_id"
_SELECTS: dict[Text, str] = {
    Text.CONVERSATION: "SELECT t.id, t.day, t.private, t.topic, t.notes, t.channel,"
    " (SELECT json_group_array(json_array(p.id, p.name)) FROM participation x"
    "  JOIN person p ON p.id = x.person_id WHERE x.conversation_id = t.id AND p.trashed_on IS NULL)"
    f" FROM conversation t WHERE {_AMONG} ORDER BY t.day DESC, t.id DESC",
    Text.NOTE: f"SELECT t.id, t.on_day, t.private, t.words, {_OF_ONE.format(table='note')}"
    f" WHERE {_AMONG} ORDER BY t.on_day DESC, t.id DESC",
    Text.UNDERSTANDING: "SELECT t.id, t.learned_on, t.private, t.learned, t.angle, p.pronouns,"
    f" {_OF_ONE.format(table='understanding')} WHERE {_AMONG} ORDER BY t.learned_on DESC, t.id DESC",
    Text.COMMITMENT: "SELECT t.id, t.made_on, t.by, t.what, t.note, t.due_on, t.outcome,"
    f" {_OF_ONE.format(table='commitment')} WHERE {_AMONG}"
    " ORDER BY t.outcome IS NOT NULL, coalesce(t.due_on, t.made_on) DESC, t.id DESC",
    Text.INITIATIVE: "SELECT t.id, t.next_on, t.name, t.goal, t.next_what,"
    " (SELECT json_group_array(json_array(p.id, p.name)) FROM stand x JOIN person p ON p.id = x.person_id"
    "  WHERE x.initiative_id = t.id AND p.trashed_on IS NULL)"
    f" FROM initiative t WHERE {_AMONG} ORDER BY t.next_on IS NULL, t.next_on, t.folded",
}


def _talk(
    search: Searching,
    identity: int,
    day: str,
    private: int,
    topic: str,
    notes: str,
    channel: str,
    people: str,
) -> FoundText:
    return FoundText(
        kind=Text.CONVERSATION,
        id=identity,
        day=_day(day),
        title=topic,
        words=search.part(topic, notes),
        people=_people(people),
        private=bool(private),
        channel=Channel(channel),
    )


def _note(search: Searching, identity: int, day: str, private: int, words: str, people: str) -> FoundText:
    return FoundText(
        kind=Text.NOTE,
        id=identity,
        day=_day(day),
        title="",
        words=search.part(words),
        people=_people(people),
        private=bool(private),
    )


def _understood(
    search: Searching,
    identity: int,
    day: str,
    private: int,
    learned: str,
    angle: str,
    pronouns: str,
    people: str,
) -> FoundText:
    about = _people(people)
    return FoundText(
        kind=Text.UNDERSTANDING,
        id=identity,
        day=_day(day),
        title=angles.title(Angle(angle), about[0][1], pronouns),
        words=search.part(learned),
        people=about,
        private=bool(private),
        angle=Angle(angle),
    )


def _promise(
    search: Searching,
    identity: int,
    day: str,
    by: str,
    what: str,
    note: str,
    due_on: str | None,
    outcome: str | None,
    people: str,
) -> FoundText:
    return FoundText(
        kind=Text.COMMITMENT,
        id=identity,
        day=_day(day),
        title=what,
        words=search.part(what, note),
        people=_people(people),
        by_you=by == "you",
        due_on=_day(due_on),
        outcome=Outcome(outcome) if outcome else None,
    )


def _initiative(
    search: Searching, identity: int, day: str | None, name: str, goal: str, what: str, people: str
) -> FoundText:
    return FoundText(
        kind=Text.INITIATIVE,
        id=identity,
        day=_day(day),
        title=name,
        words=search.part(name, goal, what),
        people=_people(people),
    )


_READINGS: dict[Text, Callable[..., FoundText]] = {
    Text.CONVERSATION: _talk,
    Text.NOTE: _note,
    Text.UNDERSTANDING: _understood,
    Text.COMMITMENT: _promise,
    Text.INITIATIVE: _initiative,
}


def _people(text: str) -> tuple[tuple[int, str], ...]:
    return tuple((identity, name) for identity, name in json.loads(text))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
