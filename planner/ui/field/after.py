"""What a line would do to a rhythm, before it is written down. No Qt in here."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.domain import words
from planner.domain.names import first_name
from planner.domain.one_line.rows import Kind, RowKind, Statement, Understood
from planner.domain.rhythm import State
from planner.domain.strip import Strip
from planner.library import Library
from planner.queries.standing import Standing, Unwritten, standings


class After(NamedTuple):
    """The strip and the state as they would be, and what comes next, in words."""

    lead: str
    strip: Strip | None
    state: State
    state_words: str
    said: str

    @property
    def spoken(self) -> str:
        """For assistive technology."""
        return f"{self.lead}: {self.state_words}. {self.said}"


def after(library: Library, understood: Understood, today: date) -> After | None:
    """What the first statement that touches a rhythm does to that of its first person."""
    for statement in understood.statements:
        if statement.people and statement.kind in _WAYS:
            return _WAYS[statement.kind](library, statement, today)
    return None


def _talked(library: Library, statement: Statement, today: date) -> After | None:
    unwritten = Unwritten(min(statement.day or today, today), statement.reached_out)
    standing = _standing(library, statement, today, unwritten)
    if standing is None:
        return None
    name = first_name(standing.name)
    if standing.rhythm_days is None:
        said = f"{name} has no rhythm yet"
    elif standing.due_day is None:
        said = f"Nothing falls due while {name} rests"
    else:
        said = f"Next with {name}: by {words.day_words(standing.due_day, today)}"
    return After("After this", standing.strip, standing.state, standing.state_words, said)


def _planned(library: Library, statement: Statement, today: date) -> After | None:
    standing = _standing(library, statement, today)
    if standing is None or statement.day is None:
        return None
    name, due = first_name(standing.name), standing.due_day
    if standing.rhythm_days is None or due is None:
        said = f"{name} has no day by which it is due"
    elif statement.day <= due:
        said = f"In time: {name} is due by {words.day_words(due, today)}"
    else:
        late = words.count((statement.day - due).days, "day")
        said = f"{late} after {words.day_words(due, today)}, when {name} was due"
    return After("Until then", standing.strip, standing.state, standing.state_words, said)


def _rested(library: Library, statement: Statement, today: date) -> After | None:
    standing = _standing(library, statement, today)
    if standing is None:
        return None
    until: date | None = statement.value(RowKind.UNTIL)
    said = f"until {words.day_words(until, today)}" if until else "until further notice"
    return After("After this", standing.strip, State.RESTING, "Resting", f"No reminders {said}")


def _tried(library: Library, statement: Statement, today: date) -> After | None:
    standing = _standing(library, statement, today)
    if standing is None:
        return None
    said = "A try is remembered, and counts for no rhythm"
    return After("As before", standing.strip, standing.state, standing.state_words, said)


def _standing(
    library: Library, statement: Statement, today: date, unwritten: Unwritten | None = None
) -> Standing | None:
    first = statement.people[:1]
    return standings(library, today, first, unwritten=unwritten).get(first[0])


_WAYS = {Kind.CONVERSATION: _talked, Kind.PLAN: _planned, Kind.REST: _rested, Kind.ATTEMPT: _tried}
