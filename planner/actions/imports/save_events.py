"""Writes the conversations, plans and busy times of an import. Inside a change only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Any

from planner.actions.imports.calendar import KnownEntry, stamped
from planner.actions.imports.channels import channel_of
from planner.actions.imports.events import Fate
from planner.actions.imports.reading import Progress, tell
from planner.actions.imports.review import Becomes
from planner.actions.imports.times import in_utc, stamp_of, where_it_is, where_you_are
from planner.actions.imports.todos import (
    NewCommitment,
    add_commitments,
    change_commitments,
    promised_by,
)
from planner.domain.channels import ReachedOut
from planner.domain.week import DEFAULT_MINUTES
from planner.exchange.drafts import TodoDraft
from planner.library import Library
from planner.library.ids import new_ids
from planner.library.tables import BusyTime, Conversation, Participation, Plan, PlanPerson

_CONVERSATION = (
    *("id", "day", "starts_at", "zone", "minutes", "channel", "reached_out"),
    *("topic", "place", "recorded_at", "source_uid"),
)
_PLAN = (
    *("id", "day", "starts", "zone", "minutes", "channel"),
    *("purpose", "place", "created_on", "source_uid"),
)
_BUSY = ("id", "day", "starts_at", "zone", "minutes", "title", "source_uid")

Row = tuple[Any, ...]


class EventsWriter:
    """Adds rows in bulk. A description is not kept: it may hold what was not written for these notes."""

    def __init__(self, library: Library, home: str, today: date, now: datetime) -> None:
        self._library = library
        self._home = home
        self._day, self._today = today, today.isoformat()
        self._now = in_utc(now)

    def write(self, fates: Iterable[Fate], progress: Progress | None) -> None:
        """Write what every event becomes."""
        sorted_out: dict[Becomes, list[Fate]] = {each: [] for each in Becomes}
        for fate in fates:
            sorted_out[fate.becomes].append(fate)
        talks, plans = sorted_out[Becomes.CONVERSATION], sorted_out[Becomes.PLAN]
        self._add_conversations(talks)
        tell(progress, 0.4)
        self._add_plans(plans)
        tell(progress, 0.7)
        self._add("busy_time", _BUSY, self._busy, sorted_out[Becomes.BUSY])
        add_commitments(self._library, [_promise(fate) for fate in sorted_out[Becomes.COMMITMENT]], self._day)
        for fate in (*talks, *plans):
            if fate.event.existing is not None:  # was busy time until its people were known
                BusyTime.delete().where(BusyTime.id == fate.event.existing.id).execute()
        changed = sorted_out[Becomes.CHANGED]
        for fate in changed:
            if fate.event.draft.todo is None:
                self._change(fate)
        change_commitments(self._library, _changed_promises(changed), self._day)
        tell(progress, 1.0)

    def _add(
        self, table: str, columns: tuple[str, ...], row: Callable[[int, Fate], Row], fates: list[Fate]
    ) -> list[int]:
        ids = new_ids(len(fates))
        self._library.add_rows(table, columns, (row(i, fate) for i, fate in zip(ids, fates, strict=True)))
        return ids

    def _add_conversations(self, fates: list[Fate]) -> None:
        ids = self._add("conversation", _CONVERSATION, self._conversation, fates)
        rows = [
            (i, person, where_it_is(fate.event.draft, self._home).day.isoformat())
            for i, fate in zip(ids, fates, strict=True)
            for person in fate.people
        ]
        numbered = ((i, *row) for i, row in zip(new_ids(len(rows)), rows, strict=True))
        self._library.add_rows("participation", ("id", "conversation_id", "person_id", "day"), numbered)

    def _add_plans(self, fates: list[Fate]) -> None:
        ids = self._add("plan", _PLAN, self._plan, fates)
        rows = [(i, person) for i, fate in zip(ids, fates, strict=True) for person in fate.people]
        numbered = ((i, *row) for i, row in zip(new_ids(len(rows)), rows, strict=True))
        self._library.add_rows("plan_person", ("id", "plan_id", "person_id"), numbered)

    def _conversation(self, identity: int, fate: Fate) -> Row:
        draft = fate.event.draft
        when = where_it_is(draft, self._home)
        return (
            *(identity, when.day.isoformat(), when.instant, when.zone, draft.minutes),
            *(channel_of(draft, len(fate.people)).value, _reached_out(fate)),
            *(draft.title, draft.place, self._now, fate.event.key),
        )

    def _plan(self, identity: int, fate: Fate) -> Row:
        draft = fate.event.draft
        when = where_you_are(draft, self._home)
        return (
            *(identity, when.day.isoformat(), when.clock, when.zone, draft.minutes or DEFAULT_MINUTES),
            *(channel_of(draft, len(fate.people)).value, draft.title, draft.place, self._today),
            stamped(fate.event.key, stamp_of(draft)),
        )

    def _busy(self, identity: int, fate: Fate) -> Row:
        draft = fate.event.draft
        when = where_you_are(draft, self._home)
        return (
            *(identity, when.day.isoformat(), when.instant, when.zone),
            *(draft.minutes, draft.title, fate.event.key),
        )

    def _change(self, fate: Fate) -> None:
        draft, entry = fate.event.draft, fate.event.existing
        assert entry is not None
        when = where_you_are(draft, self._home)
        if entry.table == "busy_time":
            BusyTime.update(
                day=when.day, starts_at=when.instant, zone=when.zone, minutes=draft.minutes
            ).where(BusyTime.id == entry.id).execute()
        elif entry.table == "plan":
            if entry.stamp != stamp_of(draft):
                length = {"minutes": draft.minutes} if draft.minutes else {}
                Plan.update(
                    day=when.day,
                    starts=when.clock,
                    zone=when.zone,
                    source_uid=stamped(fate.event.key, stamp_of(draft)),
                    sequence=Plan.sequence + 1,
                    **length,
                ).where(Plan.id == entry.id).execute()
            for person in fate.joining:
                PlanPerson.create(plan=entry.id, person=person)
        else:
            day = Conversation.get_by_id(entry.id).day
            for person in fate.joining:
                Participation.create(conversation=entry.id, person=person, day=day)


def _promise(fate: Fate) -> NewCommitment:
    event = fate.event
    assert event.draft.todo is not None
    by = promised_by(yours=event.yours)
    return NewCommitment(
        key=event.key, person=fate.people[0], by=by, what=event.draft.title, todo=event.draft.todo
    )


def _changed_promises(fates: Iterable[Fate]) -> Iterator[tuple[str, KnownEntry, TodoDraft]]:
    for fate in fates:
        entry, todo = fate.event.existing, fate.event.draft.todo
        if entry is not None and todo is not None:
            yield fate.event.key, entry, todo


def _reached_out(fate: Fate) -> str | None:
    """Who invited, reached out; where nobody known did, it is not known."""
    if fate.event.yours:
        return ReachedOut.YOU.value
    return ReachedOut.THEY.value if fate.organiser in fate.people else None
