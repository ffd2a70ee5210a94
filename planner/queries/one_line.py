"""What a typed line means in a library: whom it names there, and what the library itself makes likely."""

from __future__ import annotations

import json
import locale
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import NamedTuple

from planner.domain.channels import Channel
from planner.domain.names import first_name, fold
from planner.domain.one_line import LANGUAGES, tables_of
from planner.domain.one_line.logged import channel_choices
from planner.domain.one_line.moments import when_words
from planner.domain.one_line.rows import Kind, Row, RowKind, Statement, Understood, When
from planner.domain.one_line.understanding import understand
from planner.library import Library
from planner.queries.forms import plan_on
from planner.queries.known_names import known_names
from planner.queries.quick_add import usual_channel
from planner.queries.week import local_time

_MONTH_FIRST = ("en_US", "English_United States")
_TALKS = (Kind.CONVERSATION, Kind.PLAN)


class Speech(NamedTuple):
    """The languages a line may be in, the preferred one first, and whether '9/10' is in September."""

    languages: tuple[str, ...]
    month_first: bool


def speech(library: Library, system: str | None = None) -> Speech:
    """How this library's owner writes: as chosen, else any language, the system's first.

    The setting “language” names one language, “date order” is “day first” or “month first”. `system` is
    the name of the system's locale, read from it where it is not given.
    """
    named = system if system is not None else locale.getlocale()[0] or ""
    chosen, order = _setting(library, "language"), _setting(library, "date order")
    if chosen in LANGUAGES:
        languages: tuple[str, ...] = (chosen,)
    else:
        own = {"de": "de", "german": "de"}.get(named.split("_")[0].casefold(), "en")
        languages = (own, *(each for each in LANGUAGES if each != own))
    month_first = order == "month first" or (order != "day first" and named.startswith(_MONTH_FIRST))
    return Speech(languages, month_first)


def _setting(library: Library, name: str) -> str:
    text = library.value("SELECT value FROM setting WHERE name = ?", (name,))
    return str(json.loads(text)) if text else ""


def understand_line(library: Library, text: str, *, now: datetime, system: str | None = None) -> Understood:
    """What a line means. Never raises for what is typed; nothing is written."""
    owns = speech(library, system)
    understood = understand(
        text,
        [tables_of(code) for code in owns.languages],
        known_names(library),
        now=now,
        latest=lambda people: last_days(library, people),
        month_first=owns.month_first,
    )
    return replace(
        understood, statements=tuple(_likelier(library, each, now.date()) for each in understood.statements)
    )


def last_days(library: Library, people: Collection[int]) -> Mapping[int, date]:
    """The day of the last conversation with each of these people; those without one are left out."""
    rows = library.rows(
        "SELECT person_id, max(day) FROM participation"
        " WHERE person_id IN (SELECT value FROM json_each(?)) GROUP BY person_id",
        (json.dumps(list(people)),),
    )
    return {person_id: date.fromisoformat(day) for person_id, day in rows}


# What the library makes likely


def _likelier(library: Library, statement: Statement, today: date) -> Statement:
    """A conversation or plan with the way one usually talks, and the time that plan or calendar tell."""
    if statement.kind not in _TALKS or not statement.people:
        return statement
    rows = [_row(library, statement, row, today) for row in statement.rows]
    return replace(statement, rows=tuple(rows))


def _row(library: Library, statement: Statement, row: Row, today: date) -> Row:
    if row.kind is RowKind.CHANNEL and not row.spans:
        return _as_usual(library, statement, row)
    if row.kind is RowKind.WHEN:
        return _timed(library, statement, row, today)
    return row


def _as_usual(library: Library, statement: Statement, row: Row) -> Row:
    channel: Channel = usual_channel(library, statement.people[0])
    name = statement.all(RowKind.PEOPLE)[0].words
    return replace(
        row,
        value=channel,
        words=channel.value.capitalize(),
        choices=channel_choices(channel),
        guess=f"it is not said how; {channel.value} as last time with {first_name(name)}",
    )


def _timed(library: Library, statement: Statement, row: Row, today: date) -> Row:
    """The time of a past conversation from an open plan of that day, or from the calendar."""
    when: When = row.value
    found = None
    if when.starts is None and statement.kind is Kind.CONVERSATION:
        plan = plan_on(library, statement.people, when.day)
        found = (plan.starts, "your plan") if plan and plan.starts else _in_calendar(library, statement)
    starts, guess = (found[0], _guessed(row, *found)) if found else (when.starts, row.guess)
    timed = When(when.day, starts)
    words = when_words(timed, today, statement.kind, statement.minutes)
    return replace(row, value=timed, words=words, guess=guess)


def _guessed(row: Row, starts: time, source: str) -> str:
    said = f"{starts:%H:%M} is a guess from {source}"
    return f"{row.guess}; {said}" if row.guess else said


def _in_calendar(library: Library, statement: Statement) -> tuple[time, str] | None:
    """The time of a calendar entry of that day that names one of the people, or the meal."""
    day = statement.day
    assert day is not None
    channel = statement.all(RowKind.CHANNEL)[0].words
    wanted = {fold(first_name(row.words)) for row in statement.all(RowKind.PEOPLE)}
    wanted |= {fold(channel.partition(", ")[2])} - {""}
    rows = library.rows(
        "SELECT title, starts_at, zone FROM busy_time WHERE day = ? AND starts_at IS NOT NULL"
        " ORDER BY starts_at",
        (day.isoformat(),),
    )
    for title, starts_at, zone in rows:
        local = local_time(starts_at, zone)
        if local and wanted & set(fold(title).replace(",", " ").split()):
            return time.fromisoformat(local), "your calendar"
    return None


# What stands beside a row


def aside(library: Library, understood: Understood, place: int, row: Row) -> str:
    """What is worth knowing beside a row of the statement at `place`: why it is a guess, or a fact, or ''."""
    if row.guess:
        return f"{row.guess[0].upper()}{row.guess[1:]}"
    statement = understood.statements[place]
    if row.kind is RowKind.PEOPLE and len(row.value) == 1 and row.spans:
        return _only_one(library, understood, row)
    if row.kind is RowKind.TOPIC and statement.people:
        return _used_before(library, statement, row)
    if row.kind is RowKind.COMMITMENT:
        name = first_name(statement.all(RowKind.PEOPLE)[0].words)
        return f"You to {name}" if statement.by_you else f"{name} to you"
    return ""


def _only_one(library: Library, understood: Understood, row: Row) -> str:
    """'The only Ana you know', where one name was typed."""
    typed = understood.text[row.spans[0].start : row.spans[0].end].lstrip("@")
    word = fold(typed)
    alone = len(known_names(library).called(word)) == 1
    return f"The only {first_name(row.words)} you know" if alone and fold(row.words) != word else ""


def _used_before(library: Library, statement: Statement, row: Row) -> str:
    times = library.value(
        "SELECT count(*) FROM participation x JOIN conversation c ON c.id = x.conversation_id"
        " WHERE x.person_id = ? AND c.private = 0 AND c.topic = ? COLLATE NOCASE",
        (statement.people[0], row.value),
    )
    if not times:
        return ""
    often = {1: "once", 2: "twice"}.get(times, f"{times} times")
    return f"Used {often} before with {first_name(statement.all(RowKind.PEOPLE)[0].words)}"
