"""Carrying out what a typed line means: all of it as one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from planner.actions.attempts import note_attempt
from planner.actions.commitments import promise
from planner.actions.conversations import ConversationForm, log_conversation, noun
from planner.actions.people import let_rest, names_in_a_row
from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.understanding import LearnedForm, learn
from planner.domain import words
from planner.domain.angles import Angle, Certainty, LearnedFrom
from planner.domain.commitments import By
from planner.domain.errors import KnownError
from planner.domain.one_line.rows import Kind, RowKind, Statement
from planner.domain.one_line.spoken import with_more
from planner.domain.week import DEFAULT_MINUTES
from planner.library import Library


def carry_out(library: Library, statements: Sequence[Statement], *, now: datetime) -> tuple[int, ...]:
    """Write down what a line means as one step; returns the ids of its conversations.

    What was promised or learned in a conversation is kept with it, and as of its day. Raises KnownError, with
    nothing changed, for nothing to write down, for somebody who is not in the library, and for what the
    actions behind it refuse.
    """
    if not statements:
        raise KnownError("Nothing in this line can be written down. Say who, how or when, and about what.")
    if missing := unknown_people(statements):
        raise KnownError(missing)
    kept: dict[int, _Origin] = {}
    with library.change(step_label(library, statements, now=now)):
        for place, statement in enumerate(statements):
            if statement.kind is Kind.CONVERSATION:
                kept[place] = _log(library, statement, now)
            else:
                _WAYS[statement.kind](library, statement, _origin(statements, place, kept), now)
    return tuple(each.conversation_id for each in kept.values())


def step_label(library: Library, statements: Sequence[Statement], *, now: datetime) -> str:
    """'Log a conversation with Ana Ferreira and one commitment': what the step will be called."""
    first = _label(library, statements[0], now)
    return with_more(first, (each.kind for each in statements[1:]))


_DONE = {"Log": "Logged", "Plan": "Planned", "Note": "Noted", "Let": "Let"}


def done_words(library: Library, statements: Sequence[Statement], *, now: datetime) -> str:
    """'Logged a conversation with Ana Ferreira and one commitment': the same once it is done."""
    verb, _, rest = step_label(library, statements, now=now).partition(" ")
    return f"{_DONE[verb]} {rest}"


def _label(library: Library, statement: Statement, now: datetime) -> str:
    names = names_in_a_row(library, statement.people)
    if statement.kind is Kind.CONVERSATION:
        return f"Log {noun(statement.channel)} with {names}"
    if statement.kind is Kind.PLAN:
        assert statement.day is not None
        return f"Plan {names} for {words.day_words(statement.day, now.date())}"
    if statement.kind is Kind.COMMITMENT:
        return f"Note your promise to {names}" if statement.by_you else f"Note a promise of {names}"
    if statement.kind is Kind.UNDERSTANDING:
        return f"Note what you learned about {names}"
    if statement.kind is Kind.ATTEMPT:
        return f"Note a try to reach {names}"
    return f"Let {names} rest"


def unknown_people(statements: Sequence[Statement]) -> str:
    """The sentence that says who is named and not known; '' where everybody is."""
    for statement in statements:
        for row in statement.all(RowKind.PEOPLE):
            if not row.value:
                said = f"{row.guess[:1].upper()}{row.guess[1:]}."
                said += f" Did you mean {row.choices[0].words}?" if row.choices else ""
                return f"{said} Nothing was changed; write a name that is in your library."
    return ""


class _Origin(NamedTuple):
    """The conversation in which something was promised or learned."""

    conversation_id: int
    day: date


def _origin(statements: Sequence[Statement], place: int, kept: dict[int, _Origin]) -> _Origin | None:
    """The last conversation before a statement with somebody it is about."""
    people = set(statements[place].people)
    before = (each for each in range(place - 1, -1, -1) if each in kept)
    return next((kept[each] for each in before if people & set(statements[each].people)), None)


def _log(library: Library, statement: Statement, now: datetime) -> _Origin:
    day = statement.day or now.date()
    form = ConversationForm(
        people=statement.people,
        day=day,
        starts=statement.starts,
        minutes=statement.minutes,
        channel=statement.channel,
        reached_out=statement.reached_out,
        topic=statement.text(RowKind.TOPIC),
        notes=statement.text(RowKind.NOTES),
        place=statement.text(RowKind.PLACE),
    )
    return _Origin(log_conversation(library, form, now=now), day)


def _plan(library: Library, statement: Statement, _origin: _Origin | None, now: datetime) -> None:
    purpose = [statement.text(kind) for kind in (RowKind.TOPIC, RowKind.NOTES)]
    form = PlanForm(
        people=statement.people,
        day=statement.day or now.date(),
        starts=statement.starts,
        minutes=statement.minutes or DEFAULT_MINUTES,
        channel=statement.channel,
        purpose=". ".join(each for each in purpose if each),
        place=statement.text(RowKind.PLACE),
    )
    plan_conversation(library, form, today=now.date())


def _promise(library: Library, statement: Statement, origin: _Origin | None, now: datetime) -> None:
    for person_id in statement.people:
        promise(
            library,
            person_id,
            By.YOU if statement.by_you else By.THEY,
            statement.text(RowKind.COMMITMENT),
            statement.value(RowKind.DUE),
            today=origin.day if origin else now.date(),
            conversation_id=origin.conversation_id if origin else None,
        )


def _learn(library: Library, statement: Statement, origin: _Origin | None, now: datetime) -> None:
    form = LearnedForm(
        angle=statement.angle or Angle.BEHIND,
        learned=statement.text(RowKind.LEARNED),
        on=origin.day if origin else now.date(),
        source=LearnedFrom(statement.source or LearnedFrom.THEY_SAID),
        certainty=Certainty.LIKELY,
        conversation_id=origin.conversation_id if origin else None,
    )
    for person_id in statement.people:
        learn(library, person_id, form, today=now.date())


def _rest(library: Library, statement: Statement, _origin: _Origin | None, now: datetime) -> None:
    for person_id in statement.people:
        let_rest(library, person_id, statement.value(RowKind.UNTIL), today=now.date())


def _try(library: Library, statement: Statement, _origin: _Origin | None, now: datetime) -> None:
    day, kind = statement.day or now.date(), statement.value(RowKind.TRIED)
    for person_id in statement.people:
        note_attempt(library, person_id, day, statement.channel, kind, today=now.date())


_WAYS = {
    Kind.PLAN: _plan,
    Kind.COMMITMENT: _promise,
    Kind.UNDERSTANDING: _learn,
    Kind.REST: _rest,
    Kind.ATTEMPT: _try,
}
