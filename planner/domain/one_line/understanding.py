"""One typed line: what it means, in rows that say it before anything is saved."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from planner.domain.one_line.clauses import clauses
from planner.domain.one_line.language import Language
from planner.domain.one_line.learnings import learned, rest
from planner.domain.one_line.mentions import Latest
from planner.domain.one_line.moments import Tense
from planner.domain.one_line.names import NameIndex
from planner.domain.one_line.promises import promise
from planner.domain.one_line.reading import Reading, read
from planner.domain.one_line.rows import Kind, Row, RowKind, Statement, Understood
from planner.domain.one_line.sayings import said_in, without_end
from planner.domain.one_line.talks import talk
from planner.domain.one_line.text import Line, Span, words_of
from planner.domain.one_line.topics import topic_of
from planner.domain.one_line.tried import tried
from planner.domain.one_line.vocabulary import vocabulary
from planner.domain.one_line.who import Context, rows_of

_TALKS = (Kind.CONVERSATION, Kind.PLAN)
_BY_TABLE = (RowKind.WHEN, RowKind.CHANNEL, RowKind.MINUTES, RowKind.DUE, RowKind.UNTIL)
"""Rows whose words a language's tables know; the others hold free text."""


def understand(
    text: str,
    languages: Sequence[Language],
    names: NameIndex,
    *,
    now: datetime,
    latest: Latest = lambda _people: {},
    month_first: bool = False,
) -> Understood:
    """What a line means in the language that understands most of it; of two alike the first.

    Never raises. `latest` tells whom one talked to last, for names that several people bear.
    """
    asked = _Asked(latest)
    best: tuple[Understood, tuple[int, int]] | None = None
    for language in languages:
        found = _in(text, language, names, now, asked, month_first)
        if _is_whole(found[0], language, languages):
            return found[0]
        best = found if best is None or found[1] > best[1] else best
    assert best is not None
    return best[0]


def _is_whole(understood: Understood, language: Language, languages: Sequence[Language]) -> bool:
    """Whether every word was made something of, and none left over: no other language can do more.

    Not where there is a small word that only another one has, such as 'bis'.
    """
    known = vocabulary(language)
    others = {word for other in languages if other is not language for word in other.days.links} - known
    if any(word.plain in others for word in words_of(understood.text)):
        return False
    spans = [span for _, row in understood.rows() if not _is_left_over(row) for span in row.spans]
    return bool(understood.statements) and all(
        word.plain in known or any(span.start <= word.start < span.end for span in spans)
        for word in words_of(understood.text)
    )


def _is_left_over(row: Row) -> bool:
    return row.kind is RowKind.NOTES or (row.kind is RowKind.TOPIC and row.is_guess)


class _Asked:
    """Asks for the latest days of the same people once, however many languages a line is read in."""

    def __init__(self, latest: Latest) -> None:
        self._latest = latest
        self._known: dict[frozenset[int], Mapping[int, date]] = {}

    def __call__(self, people: Collection[int]) -> Mapping[int, date]:
        key = frozenset(people)
        if key not in self._known:
            self._known[key] = self._latest(people)
        return self._known[key]


def _in(
    text: str, language: Language, names: NameIndex, now: datetime, latest: Latest, month_first: bool
) -> tuple[Understood, tuple[int, int]]:
    """What a line means in one language, and how much of it was understood."""
    reading = read(text, language, names, latest, now, month_first=month_first)
    context = Context(reading)
    unread: list[Span] = []
    for clause in clauses(reading):
        _understand(context, clause, unread)
    understood = Understood(
        text=text,
        language=language.code,
        now=now,
        statements=tuple(context.statements),
        unread=tuple(unread),
        named=tuple(rows_of(reading, reading.line, range(len(reading.line)))),
    )
    return understood, _score(reading, understood)


def _score(reading: Reading, understood: Understood) -> tuple[int, int]:
    """How many words the language knows or made something of, then how many rows it made."""
    known = vocabulary(reading.language)
    spans = [span for _, row in understood.rows() if row.kind in _BY_TABLE for span in row.spans]
    spans += [span for row in understood.named for span in row.spans]
    words = sum(
        word.plain in known or any(span.start <= word.start < span.end for span in spans)
        for word in reading.line.words
    )
    return words, sum(not row.is_guess for _, row in understood.rows())


def _understand(context: Context, clause: Line, unread: list[Span]) -> None:
    found = _statement(context, clause)
    if found is not None:
        context.statements.append(found)
        return
    bare = without_end(clause)
    if not len(bare):
        return
    span = bare.span(range(len(bare)))
    if not _noted(context, bare, span):
        unread.append(span)


def _statement(context: Context, whole: Line) -> Statement | None:
    """The first way in which a clause says something."""
    clause, lead = _opened(context.reading, without_end(whole))
    if not len(clause):
        return None
    plan = _planned(context, clause)
    return (
        rest(context, clause)
        or (talk(context, whole, Tense.AHEAD) if plan else None)
        or promise(context, clause, lead, whole)
        or learned(context, clause)
        or tried(context, clause)
        or talk(context, whole)
    )


def _opened(reading: Reading, clause: Line) -> tuple[Line, int | None]:
    """A clause without 'and' and without a day at its beginning, and the item of that day."""
    days, start, lead = reading.language.days, 0, None
    while start < len(clause) and clause.items[start].plain in reading.language.joins:
        start += 1
    place = start
    while place < len(clause) and clause.items[place].plain in days.links:
        place += 1
    if place + 1 < len(clause) and reading.day(clause.items[place].plain):
        lead, start = place, place + 1
        while start < len(clause) and clause.items[start].plain == ",":
            start += 1
    return clause.part(range(start, len(clause))), lead


def _planned(context: Context, clause: Line) -> bool:
    """Whether a clause says that one will talk, and not by when one will have done so."""
    reading = context.reading
    for said in said_in(clause, reading.language, "plans"):
        if said.saying.by == "by time" and not any(reading.time(item.plain) for item in clause.items):
            continue
        if said.saying.by == "by day" and not any(reading.day(item.plain) for item in clause.items):
            continue
        if said.saying.by in ("no due", "by day") and any(
            item.plain in reading.language.days.due for item in clause.items
        ):
            continue
        return True
    return False


def _noted(context: Context, clause: Line, span: Span) -> bool:
    """Keep a sentence that says nothing else as the topic, or as a note, of the conversation before it."""
    topic = topic_of(context.reading, clause)
    for place in range(len(context.statements) - 1, -1, -1):
        statement = context.statements[place]
        if statement.kind in _TALKS and topic and topic.is_sure and not statement.text(RowKind.TOPIC):
            text = clause.said(topic.places)
            told = Row(kind=RowKind.TOPIC, value=text, words=text, spans=(clause.span(topic.places),))
            context.statements[place] = replace(statement, rows=(*statement.rows, told))
            return True
        if statement.kind in _TALKS and statement.value(RowKind.NOTES) is None:
            text = " ".join(clause.said(range(len(clause))).split())
            row = Row(kind=RowKind.NOTES, value=text, words=text, guess="kept as a note", spans=(span,))
            context.statements[place] = replace(statement, rows=(*statement.rows, row))
            return True
    return False
