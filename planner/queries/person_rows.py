"""The rows of one person's page: ways to reach them, conversations, plans and promises."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from planner.domain.channels import Channel, ReachedOut
from planner.domain.commitments import Size, size_of
from planner.library import Library
from planner.queries.week import local_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One way to reach a person."""

    id: int
    kind: str
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A conversation, seen from one person. What is not known is None or ''."""

    id: int
    day: date
    starts: time | None
    minutes: int | None
    channel: Channel
    reached_out: ReachedOut | None
    topic: str
    notes: str
    place: str
    private: bool
    others: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An open plan, seen from one person; `trip` is where you are on a trip that day, '' at home."""

    id: int
    day: date
    starts: time | None
    minutes: int
    channel: Channel
    purpose: str
    place: str
    others: tuple[tuple[int, str], ...]
    trip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A commitment; `outcome` is None while it is open. `moved_from` is its day before it was moved."""

    id: int
    yours: bool
    what: str
    made_on: date
    due_on: date | None
    outcome: str | None
    closed_on: date | None
    size: Size = Size.NORMAL
    note: str = ""
    moved_from: date | None = None
    conversation_id: int | None = None


def points_of(library: Library, person_id: int) -> tuple[Point, ...]:
    """The ways to reach one person."""
    rows = library.rows(
        "SELECT id, kind, label, value FROM contact_point WHERE person_id = ? ORDER BY position, id",
        (person_id,),
    )
    return tuple(Point(id=row[0], kind=row[1], label=row[2], value=row[3]) for row in rows)


def _others(text: str, person_id: int) -> tuple[tuple[int, str], ...]:
    return tuple((identity, name) for identity, name in json.loads(text) if identity != person_id)


class Recent(NamedTuple):
    """How much of the past is wanted: since a day, and at most so many."""

    since: date
    most: int


def talks_of(library: Library, person_id: int, recent: Recent | None = None) -> tuple[Talk, ...]:
    """The conversations with one person, newest first; all of them, or the recent ones."""
    rows = library.rows(
        "SELECT c.id, c.day, c.starts_at, c.zone, c.minutes, c.channel, c.reached_out, c.topic, c.notes,"
        " c.place, c.private, (SELECT json_group_array(json_array(p.id, p.name)) FROM participation y"
        "  JOIN person p ON p.id = y.person_id WHERE y.conversation_id = c.id)"
        " FROM participation x JOIN conversation c ON c.id = x.conversation_id"
        " WHERE x.person_id = ? AND x.day >= ? ORDER BY x.day DESC, c.starts_at DESC, c.id DESC LIMIT ?",
        (person_id, recent.since.isoformat() if recent else "", recent.most if recent else -1),
    )
    return tuple(
        Talk(
            id=row[0],
            day=date.fromisoformat(row[1]),
            starts=time.fromisoformat(found) if (found := local_time(row[2], row[3])) else None,
            minutes=row[4],
            channel=Channel(row[5]),
            reached_out=ReachedOut(row[6]) if row[6] else None,
            topic=row[7],
            notes=row[8],
            place=row[9],
            private=bool(row[10]),
            others=_others(row[11], person_id),
        )
        for row in rows
    )


def plans_of(library: Library, person_id: int) -> tuple[Planned, ...]:
    """The open plans with one person, by day."""
    rows = library.rows(
        "SELECT p.id, p.day, p.starts, p.minutes, p.channel, p.purpose, p.place,"
        " (SELECT json_group_array(json_array(q.id, q.name)) FROM plan_person y"
        "  JOIN person q ON q.id = y.person_id WHERE y.plan_id = p.id),"
        " (SELECT t.place FROM trip t WHERE p.day BETWEEN t.first_day AND t.last_day ORDER BY t.first_day)"
        " FROM plan_person x JOIN plan p ON p.id = x.plan_id"
        " WHERE x.person_id = ? AND p.status = 'open' ORDER BY p.day, p.starts IS NULL, p.starts",
        (person_id,),
    )
    return tuple(
        Planned(
            id=row[0],
            day=date.fromisoformat(row[1]),
            starts=time.fromisoformat(row[2]) if row[2] else None,
            minutes=row[3],
            channel=Channel(row[4]),
            purpose=row[5],
            place=row[6],
            others=_others(row[7], person_id),
            trip=row[8] or "",
        )
        for row in rows
    )


def promises_of(library: Library, person_id: int) -> tuple[Promise, ...]:
    """All promises of both, the open ones first, by day."""
    rows = library.rows(
        "SELECT c.id, c.by, c.what, c.made_on, c.due_on, c.outcome, c.closed_on, c.weight, c.note, f.due_on,"
        " c.conversation_id"
        " FROM commitment c LEFT JOIN commitment f ON f.id = c.follows_id WHERE c.person_id = ?"
        " ORDER BY c.outcome IS NOT NULL, c.due_on IS NULL, c.due_on, c.made_on DESC",
        (person_id,),
    )
    return tuple(
        Promise(
            id=row[0],
            yours=row[1] == "you",
            what=row[2],
            made_on=date.fromisoformat(row[3]),
            due_on=date.fromisoformat(row[4]) if row[4] else None,
            outcome=row[5],
            closed_on=date.fromisoformat(row[6]) if row[6] else None,
            size=size_of(row[7]),
            note=row[8],
            moved_from=date.fromisoformat(row[9]) if row[9] else None,
            conversation_id=row[10],
        )
        for row in rows
    )
