"""What a step of the history did to one row, in words: 'Role: CIO → CTO', 'Promise: The figures'."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from planner.domain import words
from planner.domain.commitments import size_of
from planner.library import Library
from planner.library.changes import RowChange

_LONGEST = 90
_UNKNOWN = "not known yet"


class _Kind(NamedTuple):
    """How rows of a table are told: by a noun, the column with their words, and what may change of them."""

    noun: str
    says: str
    labels: Mapping[str, str]


_KINDS: dict[str, _Kind] = {
    "person": _Kind(
        "",
        "name",
        {
            "name": "Name",
            "pronouns": "Pronouns",
            "role": "Role",
            "organisation_id": "Organisation",
            "layer_id": "Layer",
            "city": "City",
            "zone": "Time zone",
            "languages": "Languages",
            "birthday": "Birthday",
            "likes_to_talk": "How they like to talk",
            "as_a_person": "As a person",
            "notes": "Notes",
            "rhythm_days": "Rhythm in days",
            "resting_until": "Rests until",
            "photo": "Photo",
            "archived": "Archived",
            "trashed_on": "In the trash since",
            "not_to_contact": "Not to be contacted",
        },
    ),
    "contact_point": _Kind("Way to reach", "value", {"value": "is", "label": "label"}),
    "person_tag": _Kind("Tag", "tag", {}),
    "conversation": _Kind(
        "Conversation",
        "topic",
        {
            "day": "day",
            "channel": "how",
            "minutes": "minutes",
            "reached_out": "who reached out",
            "topic": "about",
            "notes": "notes",
            "place": "where",
            "private": "private",
        },
    ),
    "plan": _Kind(
        "Plan",
        "purpose",
        {
            "day": "day",
            "starts": "time",
            "minutes": "minutes",
            "channel": "how",
            "purpose": "what for",
            "place": "where",
            "status": "now",
        },
    ),
    "attempt": _Kind("Try to talk", "kind", {"on_day": "day", "channel": "how", "kind": "came of it"}),
    "commitment": _Kind(
        "Promise",
        "what",
        {
            "what": "words",
            "due_on": "by",
            "outcome": "now",
            "weight": "weight",
            "note": "note",
        },
    ),
    "understanding": _Kind(
        "Learned",
        "learned",
        {"learned": "words", "angle": "angle", "learned_on": "day", "source": "from", "private": "private"},
    ),
    "note": _Kind("Note", "words", {"words": "words", "on_day": "day", "private": "private"}),
    "evidence": _Kind(
        "Fact",
        "what",
        {
            "what": "words",
            "dimension": "about",
            "speaks_for": "speaks for",
            "weight": "weight",
            "source": "from",
            "on_day": "day",
            "private": "private",
        },
    ),
    "favour": _Kind("Given", "what", {"what": "words", "by": "by", "kind": "kind", "on_day": "day"}),
    "connection": _Kind("Connection", "kind", {"kind": "kind", "note": "note", "since": "since"}),
    "own_view": _Kind("Your view", "kind", {"value": "is", "fact": "because"}),
    "reliance": _Kind("How much you depend", "note", {"importance": "importance", "hours_per_week": "hours"}),
    "repair": _Kind("Mending trust", "why", {"ended_on": "ended", "why": "because"}),
    "debrief": _Kind("Debrief, trust", "trust", {"trust": "trust"}),
    "absence": _Kind("Away", "first_day", {"first_day": "from", "last_day": "to"}),
    "stand": _Kind("Stand", "now", {"now": "now", "hoped": "hoped", "reason": "because"}),
}
_DAYS = frozenset(
    {
        *("day", "due_on", "closed_on", "learned_on", "on_day", "ended_on"),
        *("first_day", "last_day", "resting_until", "trashed_on"),
    }
)
_FLAGS = frozenset({"private", "archived", "not_to_contact", "speaks_for"})
_EMPTY = {"outcome": "open", "due_on": "no day", "layer_id": "none", "organisation_id": "none"}
_NAMED = {"layer_id": "layer", "organisation_id": "organisation"}
_PRIVATE = frozenset({"conversation", "understanding", "note", "evidence"})


def told(library: Library, row: RowChange, today: date) -> tuple[str, ...]:
    """What happened to a row, a line for each thing; nothing of what is private but that it was touched."""
    kind = _KINDS.get(row.table)
    if kind is None:
        return ()
    if row.table in _PRIVATE and _is_private(library, row):
        return (f"{kind.noun}: private",)
    show = _Shown(library, today)
    if row.before is None or row.after is None:
        return _came_or_went(kind, row, show)
    return _changed(kind, row, show)


class _Shown(NamedTuple):
    """Shows the values of columns in words."""

    library: Library
    today: date

    def value(self, column: str, value: Any) -> str:
        """'not known yet' for what is not there; long words are cut."""
        if value in (None, ""):
            return _EMPTY.get(column, _UNKNOWN)
        if column in _NAMED:
            found = self.library.value(f"SELECT name FROM {_NAMED[column]} WHERE id = ?", (value,))
            return str(found or "one that is gone")
        if column in _DAYS:
            return words.short_day(date.fromisoformat(str(value)), self.today)
        if column in _FLAGS:
            return "yes" if value else "no"
        if column == "weight":
            return size_of(value).value
        text = "a picture" if isinstance(value, bytes) else " ".join(str(value).split())
        return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _came_or_went(kind: _Kind, row: RowChange, show: _Shown) -> tuple[str, ...]:
    values = row.after if row.before is None else row.before
    said = show.value(kind.says, (values or {}).get(kind.says))
    said = kind.noun if said == _UNKNOWN else f"{kind.noun}: {said}"
    if row.table == "person":
        return ()
    return (said if row.before is None else f"Removed. {said}",)


def _changed(kind: _Kind, row: RowChange, show: _Shown) -> tuple[str, ...]:
    before, after = row.before or {}, row.after or {}
    lines = [
        f"{label}: {show.value(column, before.get(column))} → {show.value(column, after[column])}"
        for column, label in kind.labels.items()
        if column in after
    ]
    if row.table == "person":
        return tuple(lines)
    now = show.library.value(f"SELECT {kind.says} FROM {row.table} WHERE id = ?", (row.key,))
    named = f"{kind.noun} “{show.value(kind.says, now)}”, " if now else f"{kind.noun}, "
    return tuple(f"{named}{line}" for line in lines)


def _is_private(library: Library, row: RowChange) -> bool:
    """Whether it was or is private; what cannot be asked any more counts as private."""
    said = [values["private"] for values in (row.before, row.after) if values and "private" in values]
    if not said:
        said = [library.value(f"SELECT private FROM {row.table} WHERE id = ?", (row.key,))]
    return any(each is None or each for each in said)
