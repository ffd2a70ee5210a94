"""The JSON of one typed line: its first statement, with the others in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.actions.people import name_of
from planner.cli.shapes import Shape
from planner.domain.channels import ReachedOut
from planner.domain.one_line.rows import Kind, RowKind, Statement, When
from planner.library import Library

_KEYS = {
    RowKind.PEOPLE: "people",
    RowKind.WHEN: "at",
    RowKind.UNTIL: "at",
    RowKind.CHANNEL: "channel",
    RowKind.MINUTES: "minutes",
    RowKind.REACHED_OUT: "reached_out_by",
    RowKind.TOPIC: "topic",
    RowKind.LEARNED: "topic",
    RowKind.COMMITMENT: "commitments",
    RowKind.DUE: "commitments",
    RowKind.ANGLE: "angle",
    RowKind.PLACE: "place",
    RowKind.NOTES: "notes",
    RowKind.TRIED: "tried",
}
_TALKS = (Kind.CONVERSATION, Kind.PLAN)


def line_shape(statements: Sequence[Statement], library: Library) -> Shape:
    """The answer of `log --json`. Promises of the people of the first conversation or plan stand in it."""
    first = statements[0]
    inside = [each for each in statements[1:] if _belongs(each, first)]
    if first.kind is Kind.COMMITMENT:
        inside = [first]
    outside = [each for each in statements[1:] if each not in inside]
    return {**_shape(first, inside, library), "more": [_alone(each, library) for each in outside]}


def _alone(statement: Statement, library: Library) -> Shape:
    return _shape(statement, [statement] if statement.kind is Kind.COMMITMENT else [], library)


def _belongs(promise: Statement, talk: Statement) -> bool:
    """Whether a promise was made by or to somebody of a conversation or plan."""
    return (
        promise.kind is Kind.COMMITMENT
        and talk.kind in _TALKS
        and bool(promise.people)
        and set(promise.people) <= set(talk.people)
    )


def _shape(statement: Statement, promises: Sequence[Statement], library: Library) -> Shape:
    is_talk = statement.kind in (*_TALKS, Kind.ATTEMPT)
    guesses = [*statement.guesses, *(each for promise in promises for each in promise.guesses)]
    topic = statement.text(RowKind.TOPIC) or statement.text(RowKind.LEARNED)
    return {
        "kind": statement.kind.value,
        "people": [*(name_of(library, each) for each in statement.people), *statement.strangers],
        "at": _at(statement),
        "minutes": statement.minutes,
        "channel": statement.channel.value if is_talk else None,
        "reached_out_by": _mine(statement.reached_out),
        "topic": topic or None,
        "commitments": [_promise(each) for each in promises],
        "guesses": list(dict.fromkeys(_KEYS[each] for each in guesses)),
        "angle": statement.angle.value if statement.angle else None,
        "place": statement.text(RowKind.PLACE) or None,
        "notes": statement.text(RowKind.NOTES) or None,
        "tried": statement.text(RowKind.TRIED) or None,
    }


def _at(statement: Statement) -> str | None:
    """The day, or the local time where one is known; of a rest the day it ends."""
    when: When | None = statement.value(RowKind.WHEN)
    if when is None:
        until: date | None = statement.value(RowKind.UNTIL)
        return until.isoformat() if until else None
    return f"{when.day}T{when.starts:%H:%M}" if when.starts else f"{when.day}"


def _mine(who: ReachedOut | None) -> str | None:
    return None if who is None else "me" if who is ReachedOut.YOU else "them"


def _promise(promise: Statement) -> Shape:
    due: date | None = promise.value(RowKind.DUE)
    return {
        "by": "me" if promise.by_you else "them",
        "text": promise.text(RowKind.COMMITMENT),
        "due": due.isoformat() if due else None,
    }
