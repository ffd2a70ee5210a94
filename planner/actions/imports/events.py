"""What each calendar entry becomes: a conversation, a plan, busy time, or what it already is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from planner.actions.imports.attendees import Attendance
from planner.actions.imports.calendar import KnownCalendar, Talk
from planner.actions.imports.channels import channel_of
from planner.actions.imports.review import Becomes, EventReview
from planner.actions.imports.times import is_over, stamp_of, where_you_are
from planner.actions.imports.todos import promised_by, stamp_of_todo
from planner.domain.names import fold
from planner.exchange.drafts import EventDraft, TodoDraft

SAME_TIME = timedelta(minutes=2)
"""Two entries with the same people that begin this close together are one. A convention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What becomes of an event once it is settled who is there; `joining` come to what is there already.

    `organiser` is the id that the event's organiser has in the library, None for nobody known.
    """

    event: EventReview
    becomes: Becomes
    people: tuple[int, ...] = ()
    organiser: int | None = None
    joining: tuple[int, ...] = ()


def key_of(draft: EventDraft) -> str:
    """What an event is recognised by at the next import."""
    return f"{draft.uid}#{draft.instance}"


def review_events(
    events: Iterable[tuple[str, EventDraft]],
    attendance: Attendance,
    calendar: KnownCalendar,
    today: date,
    now: datetime | None,
) -> Iterator[EventReview]:
    """One review an event, what it becomes still open; the same event of two calendars comes once."""
    seen: set[str] = set()
    for file, draft in events:
        key = key_of(draft)
        if key in seen:
            continue
        seen.add(key)
        guests = attendance.guests(draft)
        yield EventReview(
            key=key,
            file=file,
            draft=draft,
            becomes=Becomes.LEFT_OUT,
            invited=guests.invited,
            organiser=guests.organiser,
            yours=guests.yours,
            occupies=not (draft.free or guests.declined),
            over=is_over(draft, today, now),
            existing=calendar.entries.get(key),
        )


def proposed(
    events: Sequence[EventReview], stays: Mapping[int, int | None], calendar: KnownCalendar, home: str
) -> tuple[EventReview, ...]:
    """The events with what each becomes if nobody chooses anything."""
    return tuple(
        replace(fate.event, becomes=fate.becomes, people=fate.people)
        for fate in fates(events, stays, calendar, home)
    )


def fates(
    events: Sequence[EventReview], stays: Mapping[int, int | None], calendar: KnownCalendar, home: str
) -> Iterator[Fate]:
    """What becomes of each event. `stays` says of people who are not in the library yet under which id they
    will be, None for not at all; whoever it does not name is there.
    """
    talks = _Talks(calendar)
    for event in events:
        going = (stays.get(person, person) for person in event.invited)
        people = tuple(dict.fromkeys(person for person in going if person is not None))
        organiser = event.organiser and stays.get(event.organiser, event.organiser)
        yield replace(_fate(event, people, talks, home), organiser=organiser)


def _fate(event: EventReview, people: tuple[int, ...], talks: _Talks, home: str) -> Fate:
    if event.draft.todo is not None:
        return _todo_fate(event, event.draft.todo, people, talks)
    entry = event.existing
    if entry and (entry.table != "busy_time" or not people):
        joining = tuple(each for each in people if each not in entry.people and each > entry.id)
        joining = joining if entry.open else ()
        moved = entry.open and entry.table != "conversation" and entry.stamp != stamp_of(event.draft)
        if joining:
            talks.add(_talk(event, (*entry.people, *joining), home))
        becomes = Becomes.CHANGED if moved or joining else Becomes.ALREADY
        return Fate(event=event, becomes=becomes, people=people, joining=joining)
    if not people:
        return Fate(event=event, becomes=Becomes.BUSY if event.occupies else Becomes.LEFT_OUT)
    talk = _talk(event, people, home)
    if talks.has(talk):
        return Fate(event=event, becomes=Becomes.ALREADY, people=people)
    talks.add(talk)
    becomes = Becomes.CONVERSATION if event.over else Becomes.PLAN
    return Fate(event=event, becomes=becomes, people=people)


def _todo_fate(event: EventReview, todo: TodoDraft, people: tuple[int, ...], talks: _Talks) -> Fate:
    """A to-do is a promise between you and one person: who asked for it, else the first who is there."""
    entry = event.existing
    if entry is not None and entry.table == "commitment":
        changed = entry.open and entry.stamp != stamp_of_todo(todo)
        becomes = Becomes.CHANGED if changed else Becomes.ALREADY
        return Fate(event=event, becomes=becomes, people=tuple(entry.people))
    whom = (event.organiser,) if event.organiser in people else people[:1]
    if not whom or todo.cancelled:
        return Fate(event=event, becomes=Becomes.LEFT_OUT, people=people)
    by = promised_by(yours=event.yours)
    if todo.done_on is None and talks.has_promise(whom[0], by, event.draft.title):
        return Fate(event=event, becomes=Becomes.ALREADY, people=whom)
    return Fate(event=event, becomes=Becomes.COMMITMENT, people=whom)


def _talk(event: EventReview, people: Iterable[int], home: str) -> Talk:
    together = frozenset(people)
    starts = event.draft.starts
    return Talk(
        day=where_you_are(event.draft, home).day.isoformat(),
        starts=starts.astimezone(UTC) if starts else None,
        people=together,
        channel=channel_of(event.draft, len(together)).value,
        title=event.draft.title,
        by_hand=False,
    )


class _Talks:
    """Every conversation and plan that there is or will be, to notice one that comes a second time."""

    def __init__(self, known: KnownCalendar) -> None:
        self._timed: defaultdict[tuple[frozenset[int], datetime], list[Talk]] = defaultdict(list)
        self._all_day: set[tuple[frozenset[int], str, str]] = set()
        self._promises = known.promises
        for talk in known.talks:
            self.add(talk)

    def has_promise(self, person: int, by: str, what: str) -> bool:
        """Whether somebody noted this very promise by hand."""
        return (person, by, fold(what)) in self._promises

    def add(self, talk: Talk) -> None:
        if talk.starts is None:
            self._all_day.add((talk.people, talk.day, talk.title))
        else:
            self._timed[talk.people, talk.starts.replace(minute=0, second=0, microsecond=0)].append(talk)

    def has(self, talk: Talk) -> bool:
        if talk.starts is None:
            return (talk.people, talk.day, talk.title) in self._all_day
        hours = {
            (talk.starts + near).replace(minute=0, second=0, microsecond=0)
            for near in (-SAME_TIME, timedelta(), SAME_TIME)
        }
        return any(
            _alike(talk, other) for hour in hours for other in self._timed.get((talk.people, hour), ())
        )


def _alike(talk: Talk, other: Talk) -> bool:
    """Whether two with the same people are one: what was entered by hand may name another channel."""
    if talk.starts is None or other.starts is None or abs(talk.starts - other.starts) > SAME_TIME:
        return False
    return other.by_hand or talk.channel == other.channel
