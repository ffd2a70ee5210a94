"""What the library knows of events: what came from calendars, and what was talked or planned anyhow."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from planner.actions.imports.times import in_utc, zone_of
from planner.domain.names import fold
from planner.domain.uids import Of, uid_of
from planner.library import Library

TODOS = "imported_todos"
"""The setting that remembers what to-dos became."""

_STAMP = re.compile(r" (\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?/\d*)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntry:
    """A row that came from a calendar: `table` is conversation, plan, busy_time or commitment.

    `stamp` is when the calendar said it would be; `open` is False for a plan that was talked or let go, and
    for a commitment that ended.
    """

    table: str
    id: int
    stamp: str
    open: bool = True
    people: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A conversation or plan of the library, to notice the same one in a calendar.

    `starts` is UTC, None where the time is not known; `by_hand` says that it came from no calendar.
    """

    day: str
    starts: datetime | None
    people: frozenset[int]
    channel: str
    title: str
    by_hand: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCalendar:
    """What came from calendars, by its key, and every conversation and plan of the days in question.

    `promises` are all open ones: person, whose it is, and what, folded.
    """

    entries: dict[str, KnownEntry]
    talks: tuple[Talk, ...]
    promises: frozenset[tuple[int, str, str]] = frozenset()


NOTHING_KNOWN = KnownCalendar(entries={}, talks=())


def stamped(key: str, stamp: str) -> str:
    """The source of a plan: its event, and when the calendar said it would be.

    A plan that was moved here can so be told from an event that was moved in the calendar.
    """
    return f"{key} {stamp}"


def known_calendar(library: Library, keys: Iterable[str], days: Iterable[str], home: str) -> KnownCalendar:
    """Read what was imported under these keys, all plans, and the conversations of these days."""
    wanted = set(keys)
    asked = {"keys": json.dumps(list(wanted)), "days": json.dumps(sorted(set(days)))}
    entries: dict[str, KnownEntry] = {}
    for identity, key, day, starts, minutes in library.rows(
        "SELECT id, source_uid, day, starts_at, minutes FROM busy_time"
        " WHERE source_uid IN (SELECT value FROM json_each(:keys))",
        {"keys": asked["keys"]},
    ):
        stamp = f"{starts or day}/{'' if minutes is None else minutes}"
        entries[key] = KnownEntry(table="busy_time", id=identity, stamp=stamp)
    plans = list(_read_plans(library, entries, home))
    talks = (*plans, *_read_conversations(library, entries, asked))
    commitments = dict(_read_commitments(library))
    entries.update((key, entry) for key, entry in commitments.items() if key in wanted)
    return KnownCalendar(talks=talks, entries=entries, promises=frozenset(_open_promises(library)))


def _read_plans(library: Library, entries: dict[str, KnownEntry], home: str) -> Iterator[Talk]:
    rows = library.rows(
        "SELECT p.id, p.source_uid, p.day, p.starts, p.zone, p.minutes, p.status, p.channel, p.purpose,"
        " group_concat(q.person_id) FROM plan p LEFT JOIN plan_person q ON q.plan_id = p.id GROUP BY p.id"
    )
    for identity, source, day, starts, zone, minutes, status, channel, title, joined in rows:
        people = _ids(joined)
        begins = _plan_start(day, starts, zone or home)
        found = _STAMP.search(source) if source else None
        key = source or f"{uid_of(Of.PLAN, identity)}#"  # the name under which it goes out to calendars
        if found:
            key = key[: found.start()]
        stamp = found[1] if found else f"{in_utc(begins)}/{minutes}" if begins else f"{day}/"
        entries[key] = KnownEntry(
            table="plan", id=identity, stamp=stamp, open=status == "open", people=people
        )
        if status != "let go":
            yield Talk(
                day=day, starts=begins, people=people, channel=channel, title=title, by_hand=not source
            )


def _read_commitments(library: Library) -> Iterator[tuple[str, KnownEntry]]:
    """What to-dos became, by key; a commitment that was removed here is not known any more."""
    known = {row[0]: row for row in library.rows("SELECT id, person_id, outcome IS NULL FROM commitment")}
    for key, (identity, stamp) in remembered_todos(library).items():
        if identity in known:
            _, person, is_open = known[identity]
            people = frozenset({int(person)})
            entry = KnownEntry(
                table="commitment", id=identity, stamp=stamp, open=bool(is_open), people=people
            )
            yield key, entry


def _open_promises(library: Library) -> Iterator[tuple[int, str, str]]:
    for person, by, what in library.rows("SELECT person_id, by, what FROM commitment WHERE outcome IS NULL"):
        yield person, by, fold(what)


def remembered_todos(library: Library) -> dict[str, tuple[int, str]]:
    """Which commitment each to-do became, and what its calendar said then; a setting remembers it, since a
    commitment has no column for where it came from."""
    text = library.value("SELECT value FROM setting WHERE name = ?", (TODOS,))
    found = json.loads(text) if text else {}
    return {key: (int(identity), str(stamp)) for key, (identity, stamp) in found.items()}


def _read_conversations(
    library: Library, entries: dict[str, KnownEntry], asked: dict[str, Any]
) -> Iterator[Talk]:
    rows = library.rows(
        "SELECT c.id, c.source_uid, c.day, c.starts_at, c.channel, c.topic, group_concat(p.person_id)"
        " FROM conversation c LEFT JOIN participation p ON p.conversation_id = c.id WHERE c.id IN ("
        " SELECT id FROM conversation WHERE day IN (SELECT value FROM json_each(:days)) UNION"
        " SELECT id FROM conversation WHERE source_uid IN (SELECT value FROM json_each(:keys)))"
        " GROUP BY c.id",
        asked,
    )
    for identity, source, day, starts, channel, title, joined in rows:
        people = _ids(joined)
        if source:
            entries[source] = KnownEntry(table="conversation", id=identity, stamp="", people=people)
        begins = datetime.fromisoformat(starts) if starts else None
        yield Talk(day=day, starts=begins, people=people, channel=channel, title=title, by_hand=not source)


def _plan_start(day: str, starts: str | None, zone: str) -> datetime | None:
    if starts is None:
        return None
    local = datetime.combine(date.fromisoformat(day), time.fromisoformat(starts), zone_of(zone) or UTC)
    return local.astimezone(UTC)


def _ids(joined: str | None) -> frozenset[int]:
    return frozenset(map(int, joined.split(","))) if joined else frozenset()
