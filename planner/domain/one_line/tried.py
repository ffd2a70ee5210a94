"""Tries to talk that came to nothing: 'tried to call Ana', 'Ana didn't pick up', 'cancelled lunch'."""

from __future__ import annotations

from dataclasses import replace

from planner.domain.attempts import ATTEMPT_WORDS, Attempt
from planner.domain.channels import Channel
from planner.domain.one_line.logged import channel_choices
from planner.domain.one_line.moments import Moment, Tense, moment
from planner.domain.one_line.reading import Reading
from planner.domain.one_line.rows import Choice, Kind, Row, RowKind, Statement
from planner.domain.one_line.talks import Parts, channel_row, main_way, sorted_out
from planner.domain.one_line.text import Line, Span
from planner.domain.one_line.who import Context, rows_of

_LONGEST = 3
_KEPT = (RowKind.PEOPLE, RowKind.WHEN, RowKind.CHANNEL)


def tried(context: Context, clause: Line) -> Statement | None:
    """The try that a clause tells, or None. Whoever tried to reach you is none of yours."""
    found = _said(context.reading, clause)
    if found is None:
        return None
    places, attempt, needs_way = found
    parts = sorted_out(context.reading, clause, places)
    if parts is None or (needs_way and not parts.ways) or _is_theirs(parts, attempt):
        return None
    outcome = _outcome(attempt, clause.span(places))
    people = rows_of(parts.reading, parts.line, parts.people)
    if not people:
        return _in_place_of_talk(context, parts, outcome)
    day = parts.days[0] if parts.days else None
    when = moment(parts.reading, parts.line, Moment(day, None), Tense.PAST, None)
    return Statement(kind=Kind.ATTEMPT, rows=(*people, when.row, _channel(parts), outcome))


def _outcome(attempt: Attempt, span: Span) -> Row:
    others = (each for each in Attempt if each is not attempt)
    return Row(
        kind=RowKind.TRIED,
        value=attempt,
        words=ATTEMPT_WORDS[attempt],
        spans=(span,),
        choices=tuple(Choice(each, ATTEMPT_WORDS[each]) for each in others),
    )


def _in_place_of_talk(context: Context, parts: Parts, outcome: Row) -> Statement | None:
    """'Called Ana, no answer': the conversation before was none."""
    alone = not (parts.ways or parts.days or parts.times or parts.topic)
    if not alone or not context.statements or context.statements[-1].kind is not Kind.CONVERSATION:
        return None
    rows = [row for row in context.statements.pop().rows if row.kind in _KEPT]
    return Statement(kind=Kind.ATTEMPT, rows=(*rows, outcome))


def _said(reading: Reading, line: Line) -> tuple[range, Attempt, bool] | None:
    """The words that say so, what they say, and whether they do so only beside a way of talking."""
    talks = reading.language.talks
    for place in range(len(line)):
        for count in range(min(_LONGEST, len(line) - place), 0, -1):
            words = " ".join(item.plain for item in line.items[place : place + count])
            if words in talks.tried:
                return range(place, place + count), talks.tried[words], False
            if words in talks.tried_way:
                return range(place, place + count), talks.tried_way[words], True
    return None


def _is_theirs(parts: Parts, attempt: Attempt) -> bool:
    """'Ana tried to call me': it is not known whether you talked in the end."""
    mine = parts.reading.language.people.my_object.split("|")
    return attempt is Attempt.UNANSWERED and any(
        item.plain in mine and parts.plain(place - 1) not in parts.reading.language.talks.from_
        for place, item in enumerate(parts.line.items)
    )


def _channel(parts: Parts) -> Row:
    """How one tried; a call where it is not said."""
    main = main_way(parts)
    if main is not None:
        return channel_row(parts, main)
    return replace(
        channel_row(parts, None),
        value=Channel.CALL,
        words="Call",
        choices=channel_choices(Channel.CALL),
        guess="it is not said how, so a call",
    )
