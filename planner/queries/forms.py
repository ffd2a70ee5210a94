"""What a form begins with, and what it can tell before it is saved."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, time, timedelta

from planner.domain import rhythm
from planner.domain.channels import Channel, ReachedOut
from planner.domain.commitments import Size, size_of
from planner.domain.errors import KnownError
from planner.domain.rhythm import State
from planner.library import Library
from planner.queries.days_off import days_off
from planner.queries.dues import Dues
from planner.queries.pauses import pauses
from planner.queries.standing import measures
from planner.queries.week import local_time


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """An open plan with everybody it is with."""

    id: int
    people: tuple[int, ...]
    day: date
    starts: time | None
    minutes: int
    channel: Channel
    purpose: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationFacts:
    """A conversation with everybody who took part. What is not known is None or ''."""

    id: int
    people: tuple[int, ...]
    day: date
    starts: time | None
    minutes: int | None
    channel: Channel
    reached_out: ReachedOut | None
    topic: str
    notes: str
    place: str
    private: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRoom:
    """How full a day is, in minutes; nothing is set aside on a holiday or while the owner is on leave."""

    day: date
    planned_minutes: int
    set_aside_minutes: int
    holiday: str = ""
    on_leave: bool = False

    @property
    def left_minutes(self) -> int | None:
        """What is left of the time set aside, below 0 where more is planned; None where nothing is."""
        return self.set_aside_minutes - self.planned_minutes if self.set_aside_minutes else None

    @property
    def kept_free(self) -> str:
        """Why nothing is set aside where that has a reason."""
        return "On leave" if self.on_leave else self.holiday


@dataclass(frozen=True, slots=True, kw_only=True)
class Afterwards:
    """How a relationship will stand after one more conversation; `next_by` None without a rhythm."""

    state: State
    next_by: date | None


_PLAN = (
    "SELECT p.id, p.day, p.starts, p.minutes, p.channel, p.purpose, p.place,"
    " (SELECT json_group_array(person_id) FROM (SELECT person_id FROM plan_person"
    "  WHERE plan_id = p.id ORDER BY id)) FROM plan p WHERE p.status = 'open'"
)


def plan_facts(library: Library, plan_id: int) -> PlanFacts:
    """Raises KnownError where the plan is no longer open."""
    row = library.row(f"{_PLAN} AND p.id = ?", (plan_id,))
    if row is None:
        raise KnownError("This plan is no longer open.")
    return _plan(row)


def plan_on(library: Library, people: tuple[int, ...], day: date) -> PlanFacts | None:
    """The open plan of a day that a conversation with these people would tick off."""
    row = library.row(
        f"{_PLAN} AND p.day = ? AND p.id IN (SELECT plan_id FROM plan_person"
        " WHERE person_id IN (SELECT value FROM json_each(?)))"
        " ORDER BY (SELECT count(*) FROM plan_person x WHERE x.plan_id = p.id"
        "  AND x.person_id IN (SELECT value FROM json_each(?))) DESC, p.starts",
        (day.isoformat(), json.dumps(people), json.dumps(people)),
    )
    return _plan(row) if row else None


def _plan(row: tuple[int, str, str | None, int, str, str, str, str]) -> PlanFacts:
    return PlanFacts(
        id=row[0],
        day=date.fromisoformat(row[1]),
        starts=time.fromisoformat(row[2]) if row[2] else None,
        minutes=row[3],
        channel=Channel(row[4]),
        purpose=row[5],
        place=row[6],
        people=tuple(json.loads(row[7])),
    )


def conversation_facts(library: Library, conversation_id: int) -> ConversationFacts:
    """Raises KnownError where the conversation is no longer there."""
    row = library.row(
        "SELECT c.id, c.day, c.starts_at, c.zone, c.minutes, c.channel, c.reached_out, c.topic, c.notes,"
        " c.place, c.private, (SELECT json_group_array(person_id) FROM (SELECT person_id FROM participation"
        "  WHERE conversation_id = c.id ORDER BY id)) FROM conversation c WHERE c.id = ?",
        (conversation_id,),
    )
    if row is None:
        raise KnownError("This conversation is no longer in the library.")
    return ConversationFacts(
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
        people=tuple(json.loads(row[11])),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseFacts:
    """A promise as a form shows it."""

    person_id: int
    what: str
    due_on: date | None
    size: Size
    note: str


def promise_facts(library: Library, commitment_id: int) -> PromiseFacts:
    """Raises KnownError where the promise is no longer there."""
    row = library.row(
        "SELECT person_id, what, due_on, weight, note FROM commitment WHERE id = ?", (commitment_id,)
    )
    if row is None:
        raise KnownError("This promise is no longer in the library.")
    due_on = date.fromisoformat(row[2]) if row[2] else None
    return PromiseFacts(person_id=row[0], what=row[1], due_on=due_on, size=size_of(row[3]), note=row[4])


def days_ahead(library: Library, first: date, count: int) -> tuple[DayRoom, ...]:
    """How full each of `count` days from `first` on is, plans and conversations together."""
    last = first + timedelta(days=count - 1)
    rows = library.rows(
        "SELECT day, sum(minutes) FROM (SELECT day, minutes FROM plan WHERE status = 'open'"
        " UNION ALL SELECT day, minutes FROM conversation)"
        " WHERE day BETWEEN ? AND ? GROUP BY day",
        (first.isoformat(), last.isoformat()),
    )
    planned = {day: minutes or 0 for day, minutes in rows}
    aside = dict(library.rows("SELECT weekday, minutes FROM time_set_aside"))
    off = days_off(library, first, last)
    days = (first + timedelta(days=each) for each in range(count))
    return tuple(
        DayRoom(
            day=day,
            planned_minutes=planned.get(day.isoformat(), 0),
            set_aside_minutes=0 if off.covers(day) else aside.get(day.weekday(), 0),
            holiday=off.holiday(day),
            on_leave=off.on_leave(day),
        )
        for day in days
    )


def afterwards(library: Library, person_id: int, day: date, today: date) -> Afterwards | None:
    """How things will stand with a person once a conversation of `day` is logged; None for nobody."""
    found = measures(library, today, [person_id])
    if not found:
        return None
    measure = found[0]
    last = max(day, measure.last_day) if measure.last_day else day
    if not measure.rhythm_days:
        return Afterwards(state=State.NO_RHYTHM, next_by=None)
    paused = pauses(library, today, [person_id]).days(measure.own_pauses, last)
    share = rhythm.share_of_rhythm(max(0, (today - last).days), measure.rhythm_days, paused)
    due = Dues(library, today).due(last, measure.rhythm_days, measure.own_pauses)
    return Afterwards(
        state=rhythm.state_of(share, resting=measure.resting, started=True),
        next_by=due.day if due and not measure.resting else None,
    )


def organisation_names(library: Library) -> list[str]:
    """Every organisation by name, for completing a typed one."""
    return [row[0] for row in library.rows("SELECT name FROM organisation ORDER BY folded")]


def places(library: Library) -> list[str]:
    """Places of conversations and plans, the most recent first, for completing a typed one."""
    rows = library.rows(
        "SELECT place FROM (SELECT id, place FROM (SELECT id, place FROM conversation WHERE place <> ''"
        "  ORDER BY id DESC LIMIT 300) UNION ALL SELECT id, place FROM (SELECT id, place FROM plan"
        "  WHERE place <> '' ORDER BY id DESC LIMIT 300)) GROUP BY place ORDER BY max(id) DESC LIMIT 60"
    )
    return [row[0] for row in rows]
