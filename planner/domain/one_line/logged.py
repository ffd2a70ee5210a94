"""A conversation whose facts were given one by one, in the rows of a line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from planner.domain import words
from planner.domain.channels import Channel, ReachedOut
from planner.domain.one_line.moments import when_words
from planner.domain.one_line.rows import Choice, Kind, Row, RowKind, Statement, When


def logged(
    *,
    people: Iterable[tuple[int, str]],
    day: date,
    starts: time | None,
    minutes: int | None,
    channel: Channel,
    reached_out: ReachedOut | None,
    topic: str,
    notes: str,
    today: date,
) -> Statement:
    """The statement that says so; what is None or '' has no row."""
    when = When(day, starts)
    rows = [Row(kind=RowKind.PEOPLE, value=(identity,), words=name) for identity, name in people]
    rows += [
        Row(kind=RowKind.WHEN, value=when, words=when_words(when, today, Kind.CONVERSATION, minutes)),
        Row(kind=RowKind.CHANNEL, value=channel, words=channel.value.capitalize()),
    ]
    if minutes is not None:
        rows.append(Row(kind=RowKind.MINUTES, value=minutes, words=words.length(minutes)))
    if reached_out is not None:
        rows.append(Row(kind=RowKind.REACHED_OUT, value=reached_out, words=reached_out_words(reached_out)))
    rows += [
        Row(kind=kind, value=text, words=text)
        for kind, text in ((RowKind.TOPIC, topic), (RowKind.NOTES, notes))
        if text
    ]
    return Statement(kind=Kind.CONVERSATION, rows=tuple(rows))


def reached_out_words(who: ReachedOut | None) -> str:
    """'You reached out'."""
    if who is None:
        return "Not known who began"
    return "You reached out" if who is ReachedOut.YOU else "They reached out"


def channel_choices(chosen: Channel) -> tuple[Choice, ...]:
    """Every other way of talking."""
    return tuple(Choice(each, each.value.capitalize()) for each in Channel if each is not chosen)
