"""Conversations, plans and promises as rows of text, for tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.domain.names_hidden import NamesHidden
from planner.library import Library

Rows = Iterator[list[str]]
_BETWEEN = " ::: "
_NAMED = frozenset({"People", "Person"})
_WORDS = frozenset({"Topic", "Notes", "Place", "Purpose", "What", "Note"})
"""Headings of the columns in which names stand, and of those in which they may."""
_WITH = "(:everybody OR EXISTS (SELECT 1 FROM {table} y WHERE y.{link} = c.id AND y.person_id IN"
_WITH += " (SELECT value FROM json_each(:people))))"
_NAMES = (
    "(SELECT group_concat(name, '" + _BETWEEN + "') FROM (SELECT q.name AS name FROM {table} x"
    " JOIN person q ON q.id = x.person_id WHERE x.{link} = c.id ORDER BY x.id))"
)


class TableOf(NamedTuple):
    """One table: the name of its file, its headings and its rows."""

    name: str
    header: tuple[str, ...]
    rows: Rows


def conversations_table(library: Library, people: Sequence[int] | None, *, private: bool) -> TableOf:
    """Every conversation with these people, oldest first; private ones only that they were."""
    header = ("Day", "Starts", "Time Zone", "Minutes", "Channel", "Reached Out", "People", "Topic", "Notes")
    return TableOf("conversations", (*header, "Place", "Private"), _conversations(library, people, private))


def plans_table(library: Library, people: Sequence[int] | None) -> TableOf:
    """Every plan with any of these people, by day."""
    header = ("Day", "Starts", "Time Zone", "Minutes", "Channel", "People", "Purpose", "Place", "Status")
    return TableOf("plans", header, _plans(library, people))


def commitments_table(library: Library, people: Sequence[int] | None) -> TableOf:
    """Every promise of and to these people, by the day it was made."""
    header = ("Person", "Promised By", "What", "Made On", "Due On", "Outcome", "Closed On", "Note")
    return TableOf("commitments", header, _commitments(library, people))


def rows_hidden(table: TableOf, hidden: NamesHidden) -> Rows:
    """The rows of a table with initials for names."""
    how = [
        hidden.name if heading in _NAMED else hidden.shown if heading in _WORDS else str
        for heading in table.header
    ]
    for row in table.rows:
        yield [show(cell) for show, cell in zip(how, row, strict=True)]


def _asked(people: Sequence[int] | None) -> dict[str, object]:
    return {"everybody": people is None, "people": json.dumps(list(people or ()))}


def _conversations(library: Library, people: Sequence[int] | None, private: bool) -> Rows:
    marks = {"table": "participation", "link": "conversation_id"}
    sql = (
        f"SELECT day, starts_at, zone, minutes, channel, reached_out, {_NAMES}, topic, notes, place, private"
        f" FROM conversation c WHERE {_WITH} ORDER BY day, starts_at, id"
    )
    for row in library.rows(sql.format(**marks), _asked(people)):
        shown = private or not row[10]
        yield [
            *(row[0], _clock(row[1], row[2]), row[2], _text(row[3]), row[4], _text(row[5]), _text(row[6])),
            *(row[7] if shown else "", row[8] if shown else "", row[9] if shown else ""),
            "yes" if row[10] else "",
        ]


def _plans(library: Library, people: Sequence[int] | None) -> Rows:
    marks = {"table": "plan_person", "link": "plan_id"}
    sql = (
        f"SELECT day, starts, zone, minutes, channel, {_NAMES}, purpose, place, status FROM plan c"
        f" WHERE {_WITH} ORDER BY day, starts IS NULL, starts, id"
    )
    for row in library.rows(sql.format(**marks), _asked(people)):
        yield [_text(value) for value in row]


def _commitments(library: Library, people: Sequence[int] | None) -> Rows:
    rows = library.rows(
        "SELECT p.name, c.by, c.what, c.made_on, c.due_on, c.outcome, c.closed_on, c.note FROM commitment c"
        " JOIN person p ON p.id = c.person_id WHERE :everybody OR c.person_id IN"
        " (SELECT value FROM json_each(:people)) ORDER BY c.made_on, c.id",
        _asked(people),
    )
    for row in rows:
        yield [_text(value) for value in row]


def _clock(moment: str | None, zone: str) -> str:
    """The local time of day at which something began."""
    if moment is None:
        return ""
    try:
        return f"{datetime.fromisoformat(moment).astimezone(ZoneInfo(zone or 'UTC')):%H:%M}"
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return f"{datetime.fromisoformat(moment):%H:%M}"


def _text(value: object) -> str:
    return "" if value is None else str(value)
