"""One person: who they are, how the relationship stands, and everything that happened, newest first."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time

from planner.domain.channels import Channel, ReachedOut
from planner.domain.commitments import Size, size_of
from planner.domain.errors import KnownError
from planner.domain.strip import Strip, cadence_strip
from planner.library import Library
from planner.queries.connections import Connected, connections_of
from planner.queries.notes import DatedNote, notes_of
from planner.queries.standing import Standing, standings
from planner.queries.week import local_time


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One way to reach a person."""

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
    """An open plan, seen from one person."""

    id: int
    day: date
    starts: time | None
    minutes: int
    channel: Channel
    purpose: str
    place: str
    others: tuple[tuple[int, str], ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Everything the person page shows, from one moment."""

    standing: Standing
    layer_id: int | None
    own_rhythm_days: int | None
    pronouns: str
    languages: str
    zone: str
    birthday: str | None
    likes_to_talk: str
    as_a_person: str
    notes: str
    photo: bytes | None
    archived: bool
    resting_until: date | None
    points: tuple[Point, ...]
    tags: tuple[str, ...]
    plans: tuple[Planned, ...]
    talks: tuple[Talk, ...]
    promises: tuple[Promise, ...]
    connections: tuple[Connected, ...]
    dated_notes: tuple[DatedNote, ...] = ()
    year: Strip | None

    @property
    def contact_days(self) -> tuple[date, ...]:
        """The days on which you talked, oldest first, each once."""
        return tuple(sorted({talk.day for talk in self.talks}))


_PERSON = """
SELECT layer_id, rhythm_days, pronouns, languages, zone, birthday, likes_to_talk, as_a_person, notes, photo,
    archived, resting_until
FROM person WHERE id = ?
"""


def person_page(library: Library, person_id: int, today: date) -> PersonPage:
    """Raises KnownError where the person is no longer there."""
    row = library.row(_PERSON, (person_id,))
    if row is None:
        raise KnownError("This person is no longer in the library.")
    standing = standings(library, today, [person_id])[person_id]
    talks = _talks(library, person_id)
    return PersonPage(
        standing=standing,
        layer_id=row[0],
        own_rhythm_days=row[1],
        pronouns=row[2],
        languages=row[3],
        zone=row[4],
        birthday=row[5],
        likes_to_talk=row[6],
        as_a_person=row[7],
        notes=row[8],
        photo=row[9],
        archived=bool(row[10]),
        resting_until=date.fromisoformat(row[11]) if row[11] else None,
        points=_points(library, person_id),
        tags=tuple(
            row[0]
            for row in library.rows(
                "SELECT tag FROM person_tag WHERE person_id = ? ORDER BY tag", (person_id,)
            )
        ),
        plans=_plans(library, person_id),
        talks=talks,
        promises=_promises(library, person_id),
        connections=connections_of(library, person_id),
        dated_notes=notes_of(library, person_id),
        year=_year(standing, talks, today),
    )


def _year(standing: Standing, talks: tuple[Talk, ...], today: date) -> Strip | None:
    """The strip over about twelve months."""
    if not standing.rhythm_days:
        return None
    return cadence_strip(
        [(talk.day, talk.reached_out) for talk in talks if talk.day <= today],
        today=today,
        rhythm_days=standing.rhythm_days,
        share=standing.share,
        state=standing.state,
        intervals=max(1, min(52, 365 // standing.rhythm_days)),
    )


def _points(library: Library, person_id: int) -> tuple[Point, ...]:
    rows = library.rows(
        "SELECT kind, label, value FROM contact_point WHERE person_id = ? ORDER BY position, id", (person_id,)
    )
    return tuple(Point(kind=row[0], label=row[1], value=row[2]) for row in rows)


def _others(text: str, person_id: int) -> tuple[tuple[int, str], ...]:
    return tuple((identity, name) for identity, name in json.loads(text) if identity != person_id)


def _talks(library: Library, person_id: int) -> tuple[Talk, ...]:
    rows = library.rows(
        "SELECT c.id, c.day, c.starts_at, c.zone, c.minutes, c.channel, c.reached_out, c.topic, c.notes,"
        " c.place, c.private, (SELECT json_group_array(json_array(p.id, p.name)) FROM participation y"
        "  JOIN person p ON p.id = y.person_id WHERE y.conversation_id = c.id)"
        " FROM participation x JOIN conversation c ON c.id = x.conversation_id"
        " WHERE x.person_id = ? ORDER BY c.day DESC, c.starts_at DESC, c.id DESC",
        (person_id,),
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


def _plans(library: Library, person_id: int) -> tuple[Planned, ...]:
    rows = library.rows(
        "SELECT p.id, p.day, p.starts, p.minutes, p.channel, p.purpose, p.place,"
        " (SELECT json_group_array(json_array(q.id, q.name)) FROM plan_person y"
        "  JOIN person q ON q.id = y.person_id WHERE y.plan_id = p.id)"
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
        )
        for row in rows
    )


def _promises(library: Library, person_id: int) -> tuple[Promise, ...]:
    rows = library.rows(
        "SELECT c.id, c.by, c.what, c.made_on, c.due_on, c.outcome, c.closed_on, c.weight, c.note, f.due_on"
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
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who uses this library."""

    name: str
    city: str
    zone: str


def owner(library: Library) -> Owner:
    """The library's owner."""
    row = library.row("SELECT name, city, zone FROM owner") or ("", "", "UTC")
    return Owner(name=row[0], city=row[1], zone=row[2])


def newest_change(library: Library) -> datetime | None:
    """When something was last changed."""
    text = library.value("SELECT at FROM change ORDER BY id DESC LIMIT 1")
    return datetime.fromisoformat(text) if text else None
