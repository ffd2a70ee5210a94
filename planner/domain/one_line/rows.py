"""What a line was understood to mean: statements, each in rows that can be shown and corrected one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, NamedTuple

from planner.domain.angles import Angle
from planner.domain.channels import Channel, ReachedOut
from planner.domain.one_line.text import Span


class Kind(StrEnum):
    """What a statement is."""

    CONVERSATION = "conversation"
    PLAN = "plan"
    COMMITMENT = "commitment"
    UNDERSTANDING = "understanding"
    REST = "rest"
    ATTEMPT = "attempt"


_BY_TIME = (Kind.CONVERSATION, Kind.PLAN)
"""What a statement is by whether its time is past."""


class RowKind(StrEnum):
    """What a row tells, and what its value is."""

    PEOPLE = "people"
    """Whom: ids, more than one for a group, none for somebody who is not in the library."""
    WHEN = "when"
    """A When."""
    CHANNEL = "channel"
    """A Channel."""
    MINUTES = "minutes"
    """How long, in minutes."""
    REACHED_OUT = "reached out"
    """A ReachedOut; no row where it is not known."""
    TOPIC = "topic"
    """Text, and so are the next two."""
    PLACE = "place"
    NOTES = "notes"
    COMMITMENT = "commitment"
    """What was promised, as text."""
    BY = "by"
    """Who promised, a ReachedOut (you, they)."""
    DUE = "due"
    """The day on which a commitment is due."""
    LEARNED = "learned"
    """What was learned, as text."""
    ANGLE = "angle"
    """An Angle."""
    UNTIL = "until"
    """The day until which somebody rests; None until further notice."""
    TRIED = "tried"
    """What came of a try to talk, an Attempt."""


class When(NamedTuple):
    """A day, and the time where it is known."""

    day: date
    starts: time | None = None


class Choice(NamedTuple):
    """Another value a row could have, in words."""

    value: Any
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing understood. `words` say it, `guess` why it is a guess ('' where it is sure), `spans` where it
    was typed (none for what was assumed), `choices` what else it could be, the likeliest first.
    """

    kind: RowKind
    value: Any
    words: str
    guess: str = ""
    spans: tuple[Span, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def is_guess(self) -> bool:
        """Whether something of it was assumed."""
        return bool(self.guess)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One conversation, plan, commitment, understanding, rest or attempt.

    `follows` is the statement (by its place) whose people this one is about, as in 'Lunch with Ana; she …'.
    `source` is how something was learned.
    """

    kind: Kind
    rows: tuple[Row, ...]
    follows: int | None = None
    source: str = ""

    def all(self, kind: RowKind) -> list[Row]:
        """The rows of a kind."""
        return [row for row in self.rows if row.kind is kind]

    def value(self, kind: RowKind) -> Any:
        """The value of the first row of a kind, or None."""
        return next((row.value for row in self.rows if row.kind is kind), None)

    @property
    def people(self) -> tuple[int, ...]:
        """Everybody it is about, each once."""
        return tuple(dict.fromkeys(each for row in self.all(RowKind.PEOPLE) for each in row.value))

    @property
    def strangers(self) -> tuple[str, ...]:
        """Names typed that nobody in the library bears."""
        return tuple(row.words for row in self.all(RowKind.PEOPLE) if not row.value)

    @property
    def day(self) -> date | None:
        """The day of a conversation or plan."""
        when: When | None = self.value(RowKind.WHEN)
        return when.day if when else None

    @property
    def starts(self) -> time | None:
        """The time of a conversation or plan; None where it is open or not known."""
        when: When | None = self.value(RowKind.WHEN)
        return when.starts if when else None

    @property
    def minutes(self) -> int | None:
        """How long; None where it was not said."""
        found: int | None = self.value(RowKind.MINUTES)
        return found

    @property
    def channel(self) -> Channel:
        """How one talked."""
        return self.value(RowKind.CHANNEL) or Channel.IN_PERSON

    @property
    def reached_out(self) -> ReachedOut | None:
        """Who began a conversation; None where it is not known."""
        found: ReachedOut | None = self.value(RowKind.REACHED_OUT)
        return found

    @property
    def by_you(self) -> bool:
        """Whether a commitment is yours."""
        return self.value(RowKind.BY) is ReachedOut.YOU

    @property
    def angle(self) -> Angle | None:
        """The angle of something learned."""
        found: Angle | None = self.value(RowKind.ANGLE)
        return found

    def text(self, kind: RowKind) -> str:
        """The text of a row, '' where there is none."""
        return str(self.value(kind) or "")

    @property
    def guesses(self) -> tuple[RowKind, ...]:
        """The kinds of rows that are guesses, each once."""
        return tuple(dict.fromkeys(row.kind for row in self.rows if row.is_guess))


class Mark(NamedTuple):
    """A part of the typed text that was understood; `guess` draws it dashed."""

    start: int
    end: int
    kind: RowKind
    guess: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A typed line and what it means. `unread` are the parts that nothing was made of."""

    text: str
    language: str
    now: datetime
    statements: tuple[Statement, ...] = ()
    unread: tuple[Span, ...] = ()
    named: tuple[Row, ...] = field(default=())
    """Everybody named, also where the line says nothing about them yet."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What to underline, from left to right, nothing twice."""
        found = sorted(
            (Mark(*span, row.kind, row.is_guess) for _, row in self.rows() for span in row.spans),
            key=lambda mark: (mark.start, -mark.end),
        )
        kept: list[Mark] = []
        for mark in found:
            if not kept or mark.start >= kept[-1].end:
                kept.append(mark)
        return tuple(kept)

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Every row with the place of its statement."""
        for place, statement in enumerate(self.statements):
            for row in statement.rows:
                yield place, row

    def corrected(self, statement: int, row: int, choice: Choice) -> Understood:
        """The same with one row put right by hand. What follows from it follows: who 'she' is, and whether
        a conversation is past or still to come.
        """
        before = self.statements[statement].rows[row]
        after = replace(before, value=choice.value, words=choice.words, guess="")
        changed = [
            _with_row(each, before, after)
            if place == statement or (before.kind is RowKind.PEOPLE and each.follows == statement)
            else each
            for place, each in enumerate(self.statements)
        ]
        if before.kind is RowKind.WHEN and self.statements[statement].kind in _BY_TIME:
            changed[statement] = replace(changed[statement], kind=kind_on(choice.value, self.now))
        return replace(self, statements=tuple(changed))


def _with_row(statement: Statement, before: Row, after: Row) -> Statement:
    """The statement with a row in place of one of its value."""
    rows = [
        replace(row, value=after.value, words=after.words, guess="")
        if row.kind is before.kind and row.value == before.value
        else row
        for row in statement.rows
    ]
    return replace(statement, rows=tuple(rows))


def kind_on(when: When, now: datetime) -> Kind:
    """Whether a time is still to come: a plan, else a conversation."""
    today = now.date()
    if when.day != today:
        return Kind.PLAN if when.day > today else Kind.CONVERSATION
    coming = when.starts is not None and when.starts > now.time().replace(tzinfo=None)
    return Kind.PLAN if coming else Kind.CONVERSATION
