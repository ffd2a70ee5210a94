"""Rows of an understood line put right by hand, and kept so while one types on. No Qt in here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from planner.domain.errors import KnownError
from planner.domain.names import fold
from planner.domain.one_line.retyping import TYPED, retyped
from planner.domain.one_line.rows import Choice, Row, RowKind, Understood
from planner.library import Library
from planner.queries.people import find_people
from planner.ui.field.reading import Stop

_OFFERED = 6


class Correction(NamedTuple):
    """A row that was put right: where it is, what it was, and what it is."""

    stop: Stop
    kind: RowKind
    before: Any
    choice: Choice


PutRight = tuple[int, int, str, str]
"""A correction as it is kept: its statement and row, its words, and what tells two of one name apart."""


def told(correction: Correction) -> PutRight:
    """A correction, to be kept."""
    choice = correction.choice
    return (*correction.stop, choice.words, str(choice.value))


def retold(library: Library, understood: Understood | None, put_right: PutRight) -> Correction | None:
    """The correction that was kept, None where the line has no such row any more or it cannot be so now."""
    statement, number, typed, value = put_right
    stop = Stop(statement, number)
    if understood is None or _row(understood, stop) is None:
        return None
    row = row_at(understood, stop)
    for each in choices(library, understood, stop, typed):
        if (each.words, str(each.value)) == (typed, value):
            return Correction(stop, row.kind, row.value, each)
    try:
        return corrected(library, understood, stop, typed)
    except KnownError:
        return None


def again(understood: Understood, corrections: Sequence[Correction]) -> Understood:
    """The line with the corrections that still fit it: the row must mean what it meant then."""
    for each in corrections:
        if _row(understood, each.stop) is not None:
            row = row_at(understood, each.stop)
            if row.kind is each.kind and row.value == each.before:
                understood = understood.corrected(*each.stop, each.choice)
    return understood


def row_at(understood: Understood, stop: Stop) -> Row:
    """The row that a stop is at."""
    return understood.statements[stop.statement].rows[stop.row]


def choices(library: Library, understood: Understood, stop: Stop, typed: str) -> list[Choice]:
    """What the row could be instead, its present value first; of people everybody who is called so."""
    row = row_at(understood, stop)
    now = Choice(row.value, row.words)
    wanted = fold(typed)
    if not wanted or wanted == fold(row.words):
        return [now, *(each for each in row.choices if each.value != row.value)]
    if row.kind is RowKind.PEOPLE:
        return [Choice((each.id,), each.name) for each in find_people(library, typed, _OFFERED)]
    return [each for each in (now, *row.choices) if f" {wanted}" in f" {fold(each.words)}"]


def corrected(library: Library, understood: Understood, stop: Stop, typed: str) -> Correction | None:
    """The correction that typed words mean; None where they are what the row says already.

    Raises KnownError, with a sentence that helps, for what the row cannot mean.
    """
    row = row_at(understood, stop)
    if fold(typed) == fold(row.words):
        return None
    if row.kind in TYPED:
        after = row_at(retyped(understood, *stop, typed), stop)
        return Correction(stop, row.kind, row.value, Choice(after.value, after.words))
    found = choices(library, understood, stop, typed)
    if not found:
        if row.kind is RowKind.PEOPLE:
            raise KnownError(f"Nobody here is called “{typed.strip()}”.")
        others = ", ".join(each.words for each in choices(library, understood, stop, ""))
        raise KnownError(f"It can be: {others}.")
    return Correction(stop, row.kind, row.value, found[0])


def _row(understood: Understood, stop: Stop) -> Row | None:
    if stop.statement >= len(understood.statements):
        return None
    rows = understood.statements[stop.statement].rows
    return rows[stop.row] if stop.row < len(rows) else None
