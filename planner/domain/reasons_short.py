"""The same reasons in a few words, for a card that has room for one line (DESIGN 4, grid card)."""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

from planner.domain import words
from planner.domain.names import first_name
from planner.domain.reasons import Facts, OpenCommitment, promised, topic_words
from planner.domain.rhythm import State

_NEAR_DAYS = 7
_ROOM_FOR_A_DAY = 34
"""A purpose of up to so many letters leaves room for its day on the line. A convention."""
_SILENT = frozenset({State.DUE, State.OVERDUE, State.QUIET})


class Coming(NamedTuple):
    """The next plan with somebody; `purpose` is '' where none was written."""

    day: date
    starts: time | None
    purpose: str


def in_short(facts: Facts, coming: Coming | None, today: date) -> str:
    """One line: your own overdue promise first, then what is planned soon, then the silence, then the rest.

    '' where nothing is known that the card does not say already.
    """
    return (
        _own_overdue(facts, today)
        or _mending(facts)
        or _planned(coming, today)
        or _their_overdue(facts, today)
        or _silence(facts)
        or _promised(facts, today, yours=True)
        or _promised(facts, today, yours=False)
        or _spoke(facts)
    )


def _own_overdue(facts: Facts, today: date) -> str:
    late = _late(facts, today, yours=True)
    if len(late) > 1:
        return f"{words.small(len(late)).capitalize()} promises of yours are overdue."
    return f"{_begun(promised(late[0].what))} is still open." if late else ""


def _mending(facts: Facts) -> str:
    return "You are mending trust." if facts.mending else ""


def _their_overdue(facts: Facts, today: date) -> str:
    late = _late(facts, today, yours=False)
    if not late:
        return ""
    return f"{_begun(promised(late[0].what))} from {first_name(facts.name)} is overdue."


def _planned(coming: Coming | None, today: date) -> str:
    if coming is None or not coming.purpose or (coming.day - today).days >= _NEAR_DAYS:
        return ""
    purpose = coming.purpose.rstrip(".")
    day = "today" if coming.day == today else words.weekday(coming.day)
    at = f" {coming.starts:%H:%M}" if coming.starts else ""
    return f"{purpose}, {day}{at}." if len(purpose) <= _ROOM_FOR_A_DAY else f"{purpose}."


def _silence(facts: Facts) -> str:
    if facts.state is State.NOT_STARTED:
        return "You have not spoken yet."
    if facts.days_since is None or facts.state not in _SILENT:
        return ""
    if facts.last_topic:
        return f"No word since {topic_words(facts.last_topic)}."
    if facts.they_reached_out:
        return f"{first_name(facts.name)} reached out last; it is your turn."
    return f"No word for {words.count(facts.days_since, 'day')}."


def _promised(facts: Facts, today: date, *, yours: bool) -> str:
    """The day before the words, which may be cut."""
    due = [(each.due_on, each.what) for each in facts.commitments if each.yours is yours and each.due_on]
    if not due:
        return ""
    day, what = min(due)
    near = (day - today).days < _NEAR_DAYS
    by = "today" if day == today else words.long_weekday(day) if near else words.short_day(day, today)
    return f"By {by}{'' if yours else f' from {first_name(facts.name)}'}: {promised(what)}."


def _spoke(facts: Facts) -> str:
    """What the last conversation, which the card names below, was about."""
    return f"{_begun(facts.last_topic.strip().rstrip('.'))}." if facts.last_topic.strip() else ""


def _late(facts: Facts, today: date, *, yours: bool) -> list[OpenCommitment]:
    found = [each for each in facts.commitments if each.yours is yours and each.is_overdue(today)]
    return sorted(found, key=lambda each: (each.due_on or today, each.id))


def _begun(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
