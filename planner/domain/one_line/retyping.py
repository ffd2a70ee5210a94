"""A row put right by typing: what the words mean for a row of its kind."""

from __future__ import annotations

from datetime import date, time

from planner.domain import typed, words
from planner.domain.errors import KnownError
from planner.domain.one_line.due import full_day
from planner.domain.one_line.moments import when_words
from planner.domain.one_line.rows import Choice, Kind, RowKind, Understood, When

TYPED = (
    *(RowKind.WHEN, RowKind.MINUTES, RowKind.DUE, RowKind.UNTIL),
    *(RowKind.TOPIC, RowKind.PLACE, RowKind.NOTES, RowKind.COMMITMENT, RowKind.LEARNED),
)
"""The kinds of rows that can be typed anew; the others are chosen."""


def retyped(understood: Understood, statement: int, row: int, text: str) -> Understood:
    """The same with one row as it was typed now: 'Thursday 10:00', '45 min', or other words.

    Raises KnownError, with a sentence that helps, for what such a row cannot mean.
    """
    before = understood.statements[statement].rows[row]
    today = understood.now.date()
    if before.kind is RowKind.WHEN:
        choice = _when(text, before.value, today, understood.statements[statement].kind)
    elif before.kind is RowKind.MINUTES:
        minutes = typed.read_minutes(text)
        choice = Choice(minutes, words.length(minutes) if minutes else "not said")
    elif before.kind in (RowKind.DUE, RowKind.UNTIL):
        choice = _due(text, today, before.kind)
    elif before.kind in TYPED:
        choice = _text(text)
    else:
        raise KnownError("This is chosen, not typed.")
    return understood.corrected(statement, row, choice)


def _when(text: str, before: When, today: date, kind: Kind) -> Choice:
    """A day, a time, or a day and a time; what is not typed stays."""
    parts = text.split()
    past = kind is Kind.CONVERSATION
    for count in range(len(parts), -1, -1):
        day_text, time_text = " ".join(parts[:count]), " ".join(parts[count:])
        if not (day_text or time_text):
            break
        try:
            day = typed.read_day(day_text, today, past=past) if day_text else before.day
            starts = _time(time_text) if time_text else before.starts
        except KnownError:
            continue
        when = When(day or before.day, starts)
        return Choice(when, when_words(when, today, kind))
    raise KnownError(f"“{text.strip()}” is neither a day nor a time. Write it as Thursday 10:00.")


def _time(text: str) -> time | None:
    first, _, rest = text.partition(" ")
    return typed.read_time(rest if first.casefold() in ("at", "um", ",") and rest else text)


def _due(text: str, today: date, kind: RowKind) -> Choice:
    day = typed.read_day(text, today)
    begin = "until" if kind is RowKind.UNTIL else "by"
    if day is None:
        return Choice(None, "until further notice" if kind is RowKind.UNTIL else "no day")
    return Choice(day, f"{begin} {full_day(day, today)}")


def _text(text: str) -> Choice:
    bare = " ".join(text.split())
    if not bare:
        raise KnownError("Write a few words, or Esc to leave it as it was.")
    return Choice(bare, bare)
