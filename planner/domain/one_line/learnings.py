"""What was learned about somebody, under which of the eight angles; and letting somebody rest."""

from __future__ import annotations

from planner.domain.angles import Angle, LearnedFrom
from planner.domain.one_line.due import due_row, said, spans_of, trimmed
from planner.domain.one_line.rows import Choice, Kind, Row, RowKind, Statement
from planner.domain.one_line.sayings import Said, said_in
from planner.domain.one_line.text import Line
from planner.domain.one_line.who import Context, meant_by, rows_of


def learned(context: Context, clause: Line) -> Statement | None:
    """The understanding that a clause tells, or None; 'Ana told me that …' says where it comes from."""
    told = next(said_in(clause, context.reading.language, "told"), None)
    if told is not None:
        rest = clause.part(range(told.stop, len(clause)))
        teller = told.parts.get("p")
        statement = _learned(context, rest, told, teller)
        if statement is not None:
            return statement
    return _learned(context, clause)


def _learned(
    context: Context, clause: Line, told: Said | None = None, teller: range | None = None
) -> Statement | None:
    for found in said_in(clause, context.reading.language, "learned"):
        if found.saying.by == "told" and told is None:
            continue
        who = found.parts.get("p") or found.parts.get("they") or range(1)
        pronoun = not rows_of(context.reading, clause, who)
        if pronoun and told is not None and teller is not None:
            people, follows = rows_of(context.reading, told.clause, teller), None
        else:
            people, follows = meant_by(context, clause, who)
        if not people or (pronoun and follows is None and teller is None):
            continue
        return _statement(found, people, follows, told.saying.source if told else "")
    return None


def _statement(found: Said, people: list[Row], follows: int | None, source: str) -> Statement:
    line = found.clause
    named = [name for name in ("kin", "what") if f"{{{name}}}" in found.saying.text and name in found.parts]
    subject = found.parts.get("they") or found.parts.get("p") or range(0)
    left = [found.parts[name] for name in named] or [range(subject.stop, len(line))]
    runs = [trimmed(line, each) for each in left]
    text = _without_verb(said(line, runs))
    rows = [
        *people,
        Row(kind=RowKind.LEARNED, value=text, words=text, spans=spans_of(line, runs)),
        _angle(found.saying.angle or Angle.BEHIND),
    ]
    if not source and follows is not None:
        source = LearnedFrom.THEY_SAID.value
    return Statement(kind=Kind.UNDERSTANDING, rows=tuple(rows), follows=follows, source=source)


def _without_verb(typed: str) -> str:
    """What was learned as it was typed; an 's at its beginning is left out ('Ana's married')."""
    first, _, rest = typed.partition(" ")
    return rest if first in ("'s", "’s") and rest else typed


def _angle(angle: Angle) -> Row:
    others = tuple(Choice(each, each.value) for each in Angle if each is not angle)
    return Row(
        kind=RowKind.ANGLE, value=angle, words=angle.value, guess="the angle is a guess", choices=others
    )


def rest(context: Context, clause: Line) -> Statement | None:
    """The rest that a clause asks for, or None."""
    for found in said_in(clause, context.reading.language, "rests"):
        who = found.parts.get("people") or found.parts["they"]
        people, follows = meant_by(context, clause, who)
        until = _until(context, found)
        row = until or Row(kind=RowKind.UNTIL, value=None, words="until further notice")
        return Statement(kind=Kind.REST, rows=(*people, row), follows=follows)
    return None


def _until(context: Context, found: Said) -> Row | None:
    day = found.parts.get("day")
    return due_row(context.reading, found.clause, day[0], kind=RowKind.UNTIL) if day else None
