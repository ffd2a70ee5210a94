"""Initiatives, trips, the calendar's busy times, leave, and what the owner chose."""

from __future__ import annotations

from planner.domain.whole.shape import (
    Field,
    Is,
    Scope,
    Section,
    day,
    flag,
    identity,
    link,
    needed,
    number,
    text,
    zone,
)

SECTIONS: tuple[Section, ...] = (
    Section(
        "initiatives",
        "initiative",
        "something to be decided or carried out",
        (
            identity(),
            needed("name", "its name"),
            text("goal", "its goal"),
            day("next_on", "the next date"),
            text("next_what", "what happens then"),
            flag("archived", "no longer listed"),
            needed("created_on", "the day it was made", Is.DAY),
        ),
        only="id IN (SELECT initiative_id FROM stand"
        " WHERE person_id IN (SELECT value FROM json_each(:people)))",
    ),
    Section(
        "stands",
        "stand",
        "where a person stands on an initiative",
        (
            identity(),
            link("initiative", "initiatives", "the initiative"),
            link("person", "people", "who"),
            text("now", "unaware, resistant, neutral, supportive or leading", None),
            text("hoped", "where they are hoped to stand", None),
            day("on_day", "when it was noted"),
            text("reason", "why"),
        ),
    ),
    Section(
        "trips",
        "trip",
        "a journey of yours",
        (
            identity(),
            needed("place", "where to"),
            text("zone", "its IANA time zone"),
            needed("first_day", "the first day", Is.DAY),
            needed("last_day", "the last day", Is.DAY),
            text("lodging", "where you stay"),
        ),
        scope=Scope.NEVER,
    ),
    Section(
        "busy_times",
        "busy_time",
        "a calendar entry without people",
        (
            identity(),
            needed("day", "its day", Is.DAY),
            Field("starts_at", "starts_at", Is.MOMENT, "when it begins; null for the whole day", None),
            zone("its IANA time zone"),
            number("minutes", "how long"),
            text("title", "what it is"),
            text("source_uid", "the event of a calendar that it came from", None),
        ),
        scope=Scope.NEVER,
    ),
    Section(
        "leaves",
        "leave",
        "days on which you are away",
        (
            identity(),
            needed("first_day", "the first day", Is.DAY),
            needed("last_day", "the last day", Is.DAY),
            text("note", "a note"),
        ),
        scope=Scope.NEVER,
    ),
    Section(
        "time_set_aside",
        "time_set_aside",
        "minutes for conversations on a weekday",
        (
            needed("weekday", "0 for Monday to 6", Is.NUMBER),
            needed("minutes", "how many", Is.NUMBER),
        ),
        scope=Scope.NEVER,
    ),
    Section(
        "saved_filters",
        "saved_filter",
        "a filter kept under a name",
        (
            identity(),
            needed("place", "where it is used"),
            needed("name", "its name"),
            needed("rule", "what it lets through, as that place writes it"),
            number("position", "its place", 0),
        ),
        scope=Scope.NEVER,
    ),
    Section(
        "settings",
        "setting",
        "what was chosen for this library",
        (needed("name", "its name"), needed("value", "its value, as JSON in a text")),
        scope=Scope.NEVER,
    ),
    Section(
        "unfinished",
        "unfinished",
        "words typed and not saved yet",
        (
            needed("place", "where they were typed"),
            needed("words", "the words"),
            needed("at", "when", Is.MOMENT),
        ),
        scope=Scope.NEVER,
        personal=True,
    ),
)
