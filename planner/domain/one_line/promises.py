"""Commitments: who promised whom what, by when."""

from __future__ import annotations

from planner.domain.channels import ReachedOut
from planner.domain.one_line.due import due_row, parted, said, spans_of
from planner.domain.one_line.rows import Choice, Kind, Row, RowKind, Statement
from planner.domain.one_line.sayings import Said, said_in
from planner.domain.one_line.text import Line
from planner.domain.one_line.who import Context, before, meant_by, rows_of


def promise(
    context: Context, clause: Line, lead: int | None = None, whole: Line | None = None
) -> Statement | None:
    """The commitment that a clause notes, or None. `lead` is the item of a day said before it, in `whole`."""
    for found in said_in(clause, context.reading.language, "promises"):
        if found.saying.by == "nobody":
            return None
        statement = _statement(context, found)
        if statement is None:
            continue
        if lead is not None and whole is not None and statement.value(RowKind.DUE) is None:
            due = due_row(context.reading, whole, lead, kind=RowKind.DUE)
            return _with(statement, due) if due else statement
        return statement
    return None


def _with(statement: Statement, row: Row) -> Statement:
    return Statement(kind=statement.kind, rows=(*statement.rows, row), follows=statement.follows)


def _statement(context: Context, found: Said) -> Statement | None:
    reading, line = context.reading, found.clause
    what = found.parts["what"]
    left = parted(reading, line, what)
    if more := found.parts.get("more"):
        behind = parted(reading, line, more)
        left = left._replace(day=behind.day, is_by=behind.is_by)
    if found.saying.needs_due and not left.is_by:
        return None
    if not left.runs and "{what}" not in (found.saying.text or "{what}"):
        left = left._replace(runs=(range(len(line)),))
    if not left.runs or all(reading.mention(line.items[run[0]].plain) and len(run) == 1 for run in left.runs):
        return None
    mine = found.saying.by == "me"
    whom = _whom(context, found, mine)
    if whom is None:
        return None
    people, follows = whom
    text = _text(context, found, said(line, left.runs))
    begin = line.span(range(1)).start
    spans = spans_of(line, left.runs)
    whole = (spans[0]._replace(start=begin), *spans[1:])
    by = ReachedOut.YOU if mine else ReachedOut.THEY
    rows = [
        *people,
        Row(kind=RowKind.COMMITMENT, value=text, words=text, spans=whole),
        _by(by),
    ]
    if left.day is not None:
        due = due_row(reading, line, left.day, kind=RowKind.DUE, is_by=left.is_by)
        rows += [due] if due else []
    return Statement(kind=Kind.COMMITMENT, rows=tuple(rows), follows=follows)


def _by(who: ReachedOut) -> Row:
    said = {ReachedOut.YOU: "you promised", ReachedOut.THEY: "they promised"}
    others = tuple(Choice(each, words) for each, words in said.items() if each is not who)
    return Row(kind=RowKind.BY, value=who, words=said[who], choices=others)


def _whom(context: Context, found: Said, mine: bool) -> tuple[list[Row], int | None] | None:
    """The other side of a promise: whom the form names, else whom the promise names, else those before."""
    line, reading = found.clause, context.reading
    if whom := found.parts.get("they") or found.parts.get("p"):
        return meant_by(context, line, whom)
    named = rows_of(reading, line, found.parts["what"])
    if named:
        return named[:1], None
    pronoun = next(
        (place for place in found.parts["what"] if line.items[place].plain in reading.language.people.they),
        None,
    )
    if pronoun is not None and context.statements:
        return before(context, line.items[pronoun].plain, None)
    return before(context, "", None) if mine and context.statements else None


def _text(context: Context, found: Said, what: str) -> str:
    """What was promised, as it is written down: a verb in its plain form, at the language's place."""
    language, line = context.reading.language, found.clause
    form = found.saying.text
    if not form:
        return what
    deed = found.parts.get("deed") or found.parts.get("imperative") or range(0)
    typed = line.said(deed)
    plain = " ".join(line.items[place].plain for place in deed)
    base = language.deeds.get(plain, plain)
    verb = typed if base == plain else base
    return form.replace("{deed}", verb).replace("{imperative}", verb).replace("{what}", what)
