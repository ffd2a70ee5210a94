"""Rows that say who is meant: people named, groups, and 'she' or 'them' for people named before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from planner.domain.one_line.reading import Reading
from planner.domain.one_line.rows import Choice, Row, RowKind, Statement
from planner.domain.one_line.text import Line, Span


@dataclass(slots=True)
class Context:
    """What the sentences before have said."""

    reading: Reading
    statements: list[Statement] = field(default_factory=list)


def row_of(reading: Reading, line: Line, place: int) -> Row | None:
    """The row of the person or group behind a mark."""
    mention = reading.mention(line.items[place].plain)
    if mention is None:
        return None
    span = line.span(range(place, place + 1))
    if mention.group is not None:
        return Row(
            kind=RowKind.PEOPLE,
            value=mention.people,
            words=mention.group.name,
            guess=f"{mention.guess}, {len(mention.people)} in all",
            spans=(span,),
        )
    names = reading.names
    choices = tuple(Choice((each,), names.person(each).name) for each in mention.people or mention.perhaps)
    if not mention.people:
        said = line.said(range(place, place + 1)).lstrip("@")
        return Row(
            kind=RowKind.PEOPLE, value=(), words=said, guess=mention.guess, spans=(span,), choices=choices
        )
    return Row(
        kind=RowKind.PEOPLE,
        value=choices[0].value,
        words=choices[0].words,
        guess=mention.guess,
        spans=(span,),
        choices=choices if len(choices) > 1 else (),
    )


def rows_of(reading: Reading, line: Line, places: Iterable[int]) -> list[Row]:
    """The rows of everybody behind marks at these places, each person once."""
    rows: list[Row] = []
    for place in places:
        row = row_of(reading, line, place)
        if row is not None and not any(row.value and row.value == each.value for each in rows):
            rows.append(row)
    return rows


def meant_by(context: Context, line: Line, places: range) -> tuple[list[Row], int | None]:
    """Who `they` are, named or 'she', and the statement whose people that are if it is another one's."""
    rows = rows_of(context.reading, line, places)
    if rows:
        return rows, None
    return before(context, line.items[places[0]].plain, line.span(places))


def before(context: Context, pronoun: str, span: Span | None) -> tuple[list[Row], int | None]:
    """The people of the sentence before that a pronoun can stand for ('' for any)."""
    spans = (span,) if span else ()
    begins = context.reading.language.people.they.get(pronoun, "")
    found = _people_before(context, begins)
    if found is None:
        said = pronoun or "somebody"
        guess = f"it is not said who “{said}” is"
        return [Row(kind=RowKind.PEOPLE, value=(), words=said, guess=guess, spans=spans)], None
    kept, place = found
    if len(kept) == 1 or (begins == "" and pronoun):
        return [_followed(row, spans) for row in kept], place
    first = kept[0]
    guess = f"“{pronoun}” is read as {first.words}" if pronoun else f"{first.words} is named first"
    choices = tuple(Choice(row.value, row.words) for row in kept)
    return [replace(_followed(first, spans), guess=guess, choices=choices)], place


def _people_before(context: Context, begins: str) -> tuple[list[Row], int] | None:
    """Those of the nearest sentence before who can be 'she' or 'he', else all of the last one."""
    for place in range(len(context.statements) - 1, -1, -1):
        people = context.statements[place].all(RowKind.PEOPLE)
        kept = people if begins == "" else _fitting(context, people, begins)
        if kept:
            return kept, place
    if not context.statements:
        return None
    return context.statements[-1].all(RowKind.PEOPLE), len(context.statements) - 1


def _followed(row: Row, spans: tuple[Span, ...]) -> Row:
    return replace(row, spans=spans)


def _fitting(context: Context, rows: Sequence[Row], begins: str) -> list[Row]:
    """Those with these pronouns, else those whose pronouns are not known; a group is nobody's 'she'."""
    names = context.reading.names

    def pronouns(row: Row) -> str:
        return names.person(row.value[0]).pronouns.casefold() if len(row.value) == 1 else "?"

    alone = [row for row in rows if len(row.value) == 1]
    sure = [row for row in alone if pronouns(row).startswith(begins)]
    unknown = [row for row in alone if not pronouns(row)]
    return sure or unknown
