"""Logging conversations, and changing or removing them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from planner.actions.people import names_in_a_row
from planner.domain.channels import Channel, ReachedOut
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.tables import Conversation, Participation, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationForm:
    """A conversation as a person tells it. `starts` None: the time is not known; so `minutes`, `reached_out`.

    `plan_id` is the plan it ticks off; None looks for an open plan with one of the people on that day.
    """

    people: tuple[int, ...]
    day: date
    starts: time | None = None
    minutes: int | None = None
    channel: Channel = Channel.IN_PERSON
    reached_out: ReachedOut | None = None
    topic: str = ""
    notes: str = ""
    place: str = ""
    private: bool = False
    plan_id: int | None = None


def log_conversation(library: Library, form: ConversationForm, *, now: datetime) -> int:
    """Log a conversation, tick off the plan it fulfils, and return its id.

    Raises KnownError for nobody, a day after `now`'s, or a negative length. A conversation entered later
    with an older day never moves the rhythm's clock back: the clock reads the latest day.
    """
    _check(form, now)
    with library.change(f"Log {noun(form.channel)} with {names_in_a_row(library, form.people)}"):
        conversation = Conversation.create(**_columns(library, form), recorded_at=now.astimezone(UTC))
        _write_people(conversation.id, form)
        _tick_off(library, form, int(conversation.id))
    return int(conversation.id)


def change_conversation(
    library: Library, conversation_id: int, form: ConversationForm, *, now: datetime
) -> None:
    """Write the whole form over a conversation as one step."""
    _check(form, now)
    with library.change(f"Change {noun(form.channel)} with {names_in_a_row(library, form.people)}"):
        row = Conversation.get_or_none(Conversation.id == conversation_id)
        if row is None:
            raise KnownError("This conversation is no longer in the library.")
        Conversation.update(**_columns(library, form)).where(Conversation.id == conversation_id).execute()
        _write_people(conversation_id, form)


def change_notes(library: Library, conversation_id: int, notes: str) -> None:
    """Write the notes of a conversation anew."""
    with library.change(f"Change the notes of {_told(library, conversation_id)}"):
        Conversation.update(notes=notes.strip()).where(Conversation.id == conversation_id).execute()


def change_topic(library: Library, conversation_id: int, topic: str) -> None:
    """Say anew what a conversation was about."""
    bare = " ".join(topic.split())
    with library.change(f"Change the topic of {_told(library, conversation_id)}"):
        Conversation.update(topic=bare).where(Conversation.id == conversation_id).execute()


def _told(library: Library, conversation_id: int) -> str:
    """'a call with Ana Ferreira'. Raises KnownError where it is gone."""
    row = library.row("SELECT channel FROM conversation WHERE id = ?", (conversation_id,))
    if row is None:
        raise KnownError("This conversation is no longer in the library.")
    return f"{noun(Channel(row[0]))} with {names_in_a_row(library, _people_of(library, conversation_id))}"


def remove_conversation(library: Library, conversation_id: int) -> None:
    """Remove a conversation; a plan it had ticked off is open again."""
    people = _people_of(library, conversation_id)
    with library.change(f"Remove a conversation with {names_in_a_row(library, people)}"):
        Plan.update(status="open").where(Plan.conversation == conversation_id).execute()
        Conversation.delete().where(Conversation.id == conversation_id).execute()


def _people_of(library: Library, conversation_id: int) -> list[int]:
    rows = library.rows(
        "SELECT person_id FROM participation WHERE conversation_id = ? ORDER BY id", (conversation_id,)
    )
    return [row[0] for row in rows]


def _check(form: ConversationForm, now: datetime) -> None:
    if not form.people:
        raise KnownError("Say with whom you talked.")
    if form.day > now.date():
        raise KnownError("This day is still to come. Plan the conversation instead of logging it.")
    if form.minutes is not None and form.minutes < 0:
        raise KnownError("A conversation cannot be shorter than nothing.")


def noun(channel: Channel) -> str:
    """'a call', 'a message': one conversation of a channel inside a sentence."""
    return {
        Channel.IN_PERSON: "a conversation",
        Channel.CALL: "a call",
        Channel.VIDEO: "a video call",
        Channel.MESSAGE: "a message",
        Channel.EVENT: "an event",
    }[channel]


def owner_zone(library: Library) -> str:
    """The owner's time zone."""
    return str(library.value("SELECT zone FROM owner") or "UTC")


def _columns(library: Library, form: ConversationForm) -> dict[str, object]:
    zone = owner_zone(library)
    starts_at = None
    if form.starts is not None:
        starts_at = datetime.combine(form.day, form.starts, ZoneInfo(zone))
    return {
        "day": form.day,
        "starts_at": starts_at,
        "zone": zone,
        "minutes": form.minutes,
        "channel": form.channel.value,
        "reached_out": form.reached_out.value if form.reached_out else None,
        "topic": form.topic.strip(),
        "notes": form.notes.strip(),
        "place": form.place.strip(),
        "private": form.private,
    }


def _write_people(conversation_id: int, form: ConversationForm) -> None:
    """Make these the people of a conversation, touching only rows that differ."""
    wanted = dict.fromkeys(form.people)
    columns = (Participation.id, Participation.person, Participation.day)
    known: Any = Participation.select(*columns).where(Participation.conversation == conversation_id).tuples()
    for identity, person_id, day in list(known):
        if person_id not in wanted:
            Participation.delete().where(Participation.id == identity).execute()
            continue
        del wanted[person_id]
        if day != form.day:
            Participation.update(day=form.day).where(Participation.id == identity).execute()
    for person_id in wanted:
        Participation.create(conversation=conversation_id, person=person_id, day=form.day)


def _tick_off(library: Library, form: ConversationForm, conversation_id: int) -> None:
    plan_id = form.plan_id or _matching_plan(library, form)
    if plan_id is not None:
        Plan.update(status="talked", conversation=conversation_id).where(Plan.id == plan_id).execute()


def _matching_plan(library: Library, form: ConversationForm) -> int | None:
    """The open plan of that day with one of these people, the one with most of them first."""
    return library.value(  # type: ignore[no-any-return]
        "SELECT p.id FROM plan p JOIN plan_person x ON x.plan_id = p.id WHERE p.day = ? AND p.status = 'open'"
        " AND x.person_id IN (SELECT value FROM json_each(?)) GROUP BY p.id ORDER BY count(*) DESC, p.starts",
        (form.day.isoformat(), json.dumps(form.people)),
    )
