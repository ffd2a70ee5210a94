"""Conversations that wait for their debrief, and what debriefs said of trust."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from planner.domain.channels import Channel
from planner.domain.debrief import WAITS_DAYS, TrustMark
from planner.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A conversation nobody said anything about yet. The topic of a private one is ''."""

    conversation_id: int
    day: date
    channel: Channel
    topic: str
    people: tuple[tuple[int, str], ...]


_WAITING = (
    "SELECT c.id, c.day, c.channel, CASE WHEN c.private = 0 THEN c.topic ELSE '' END,"
    " (SELECT json_group_array(json_array(p.id, p.name)) FROM participation x"
    "  JOIN person p ON p.id = x.person_id AND p.trashed_on IS NULL WHERE x.conversation_id = c.id)"
    " FROM conversation c"
)


def waiting_debriefs(library: Library, today: date, limit: int = 20) -> tuple[Waiting, ...]:
    """The conversations of the last fourteen days without a debrief, newest first."""
    rows = library.rows(
        f"{_WAITING} WHERE c.day BETWEEN ? AND ?"
        " AND EXISTS (SELECT 1 FROM participation x JOIN person p ON p.id = x.person_id"
        "  WHERE x.conversation_id = c.id AND p.trashed_on IS NULL)"
        " AND NOT EXISTS (SELECT 1 FROM debrief d WHERE d.conversation_id = c.id)"
        " ORDER BY c.day DESC, c.starts_at DESC, c.id DESC LIMIT ?",
        ((today - timedelta(days=WAITS_DAYS)).isoformat(), today.isoformat(), limit),
    )
    return tuple(map(_waiting, rows))


def waiting_of(library: Library, conversation_id: int) -> tuple[Waiting, ...]:
    """One conversation, of whatever day and debriefed or not; none where nobody was there."""
    found = map(_waiting, library.rows(f"{_WAITING} WHERE c.id = ?", (conversation_id,)))
    return tuple(each for each in found if each.people)


def marks_given(library: Library, conversation_id: int) -> dict[int, TrustMark]:
    """What was said of trust after one conversation, by person."""
    rows = library.rows(
        "SELECT person_id, trust FROM debrief WHERE conversation_id = ? AND trust IS NOT NULL",
        (conversation_id,),
    )
    return {person_id: TrustMark(mark) for person_id, mark in rows}


def _waiting(row: tuple[Any, ...]) -> Waiting:
    return Waiting(
        conversation_id=row[0],
        day=date.fromisoformat(row[1]),
        channel=Channel(row[2]),
        topic=row[3],
        people=tuple((identity, name) for identity, name in json.loads(row[4])),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What one conversation did to trust."""

    conversation_id: int
    day: date
    mark: TrustMark
    topic: str


def marks_of(library: Library, person_id: int) -> tuple[Marked, ...]:
    """What the conversations with one person did to trust, newest first; the topic of a private one is ''."""
    rows = library.rows(
        "SELECT c.id, c.day, d.trust, CASE WHEN c.private = 0 THEN c.topic ELSE '' END FROM debrief d"
        " JOIN conversation c ON c.id = d.conversation_id WHERE d.person_id = ? AND d.trust IS NOT NULL"
        " ORDER BY c.day DESC, c.id DESC",
        (person_id,),
    )
    return tuple(
        Marked(conversation_id=row[0], day=date.fromisoformat(row[1]), mark=TrustMark(row[2]), topic=row[3])
        for row in rows
    )
