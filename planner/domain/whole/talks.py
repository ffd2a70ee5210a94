"""Conversations, plans and promises."""

from __future__ import annotations

from planner.domain.channels import Channel, ReachedOut
from planner.domain.whole.shape import (
    Field,
    Is,
    Section,
    day,
    flag,
    identity,
    link,
    may_link,
    needed,
    number,
    one_of,
    real,
    text,
    zone,
)

_PERSON = link("person", "people", "who")
_CHANNEL = one_of("channel", "in person, call, video, message or event", Channel)
_SOURCE = text("source_uid", "the event of a calendar that it came from", None)

SECTIONS: tuple[Section, ...] = (
    Section(
        "conversations",
        "conversation",
        "a conversation that took place",
        (
            identity(),
            needed("day", "its day where it took place", Is.DAY),
            Field("starts_at", "starts_at", Is.MOMENT, "when it began", None),
            zone("the IANA time zone in which it took place"),
            number("minutes", "how long it was"),
            _CHANNEL,
            one_of("reached_out", "you or they", ReachedOut, None),
            text("topic", "what it was about"),
            text("notes", "notes"),
            text("place", "where"),
            flag("private", "marked private"),
            needed("recorded_at", "when it was written down", Is.MOMENT),
            _SOURCE,
        ),
        only="id IN (SELECT conversation_id FROM participation"
        " WHERE person_id IN (SELECT value FROM json_each(:people)))",
        hidden=("topic", "notes", "place"),
    ),
    Section(
        "participations",
        "participation",
        "a person who took part in a conversation",
        (identity(), link("conversation", "conversations", "the conversation"), _PERSON),
    ),
    Section(
        "plans",
        "plan",
        "a conversation intended",
        (
            identity(),
            needed("day", "its day", Is.DAY),
            Field("starts", "starts", Is.CLOCK, "its time; null while it is open", None),
            zone("the IANA time zone in which it is meant"),
            number("minutes", "how long it is meant to be", 30),
            _CHANNEL,
            text("purpose", "what it is for"),
            text("place", "where"),
            text("status", "open, talked or let go", "open"),
            may_link("conversation", "conversations", "what it became"),
            needed("created_on", "the day it was made", Is.DAY),
            _SOURCE,
            number("sequence", "how often it was changed, for calendars", 0),
        ),
        only="id IN (SELECT plan_id FROM plan_person"
        " WHERE person_id IN (SELECT value FROM json_each(:people)))",
    ),
    Section(
        "plan_people",
        "plan_person",
        "a person with whom a plan is",
        (identity(), link("plan", "plans", "the plan"), _PERSON),
    ),
    Section(
        "commitments",
        "commitment",
        "a promise, yours or theirs",
        (
            identity(),
            _PERSON,
            one_of("by", "who promised: you or they", ReachedOut),
            needed("what", "what was promised"),
            needed("made_on", "the day of the promise", Is.DAY),
            day("due_on", "the day it is due"),
            text("outcome", "kept, kept late, renegotiated, broken or released; null while it is open", None),
            day("closed_on", "the day it ended"),
            may_link("conversation", "conversations", "where it was made"),
            real("weight", "how much it weighs as evidence", 1.0),
            may_link("follows", "commitments", "the promise that it renews"),
            text("note", "a note"),
        ),
    ),
    Section(
        "debriefs",
        "debrief",
        "what a conversation did to trust with one person",
        (
            identity(),
            link("conversation", "conversations", "the conversation"),
            _PERSON,
            needed("on_day", "its day", Is.DAY),
            text("trust", "up, same or down; null where it was not said", None),
            flag("skipped", "passed over"),
        ),
    ),
    Section(
        "attempts",
        "attempt",
        "a try to talk that came to nothing",
        (
            identity(),
            _PERSON,
            needed("on_day", "its day", Is.DAY),
            _CHANNEL,
            needed("kind", "unanswered, cancelled or no-show"),
        ),
    ),
)
