"""A line as it was understood, in the rows that are shown before Enter. No Qt in here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from planner.domain import words
from planner.domain.names import first_name
from planner.domain.one_line.rows import Kind, Row, RowKind, Statement, Understood
from planner.domain.one_line.spoken import hours, promised, title
from planner.library import Library
from planner.queries.one_line import aside
from planner.queries.people import Named, named
from planner.ui.widgets.badge import CHANNEL_ICONS

_LABELS = {
    RowKind.PEOPLE: ("Person", "people"),
    RowKind.WHEN: ("When", "calendar"),
    RowKind.CHANNEL: ("Channel", "cup"),
    RowKind.MINUTES: ("Duration", "clock"),
    RowKind.REACHED_OUT: ("Who began", "hand"),
    RowKind.TOPIC: ("Topic", "note"),
    RowKind.PLACE: ("Place", "pin"),
    RowKind.NOTES: ("Notes", "edit"),
    RowKind.LEARNED: ("Learned", "bulb"),
    RowKind.ANGLE: ("Tells", "eye"),
    RowKind.UNTIL: ("Rests", "clock"),
    RowKind.TRIED: ("Came of it", "x"),
}
_IN_THE_PROMISE = (RowKind.DUE, RowKind.BY)


class Stop(NamedTuple):
    """A row that Tab comes to: its statement and its place in it."""

    statement: int
    row: int


class Part(NamedTuple):
    """Words of a row. `look` is strong, soft or badge; those with a stop can be corrected."""

    words: str
    look: str = "strong"
    stop: Stop | None = None


class Shown(NamedTuple):
    """One row: what it is, its words, and what is worth knowing beside them (or a part to correct).

    `heading` stands above the first row of a statement about other people than the one before.
    """

    label: str
    icon: str
    parts: tuple[Part, ...]
    aside: str = ""
    is_guess: bool = False
    person: Named | None = None
    heading: str = ""
    aside_stop: Stop | None = None

    @property
    def stops(self) -> tuple[Stop, ...]:
        """What can be corrected here, from left to right."""
        found = [part.stop for part in self.parts if part.stop]
        return (*found, self.aside_stop) if self.aside_stop else tuple(found)

    @property
    def spoken(self) -> str:
        """The row for assistive technology."""
        said = "".join(part.words for part in self.parts)
        return f"{self.label}: {said}" + (f". {self.aside}" if self.aside else "")


def shown_rows(library: Library, understood: Understood) -> tuple[Shown, ...]:
    """The rows of everything that was understood."""
    wanted = [each for statement in understood.statements for each in statement.people]
    known = {each.id: each for each in named(library, dict.fromkeys(wanted))}
    found: list[Shown] = []
    for place, statement in enumerate(understood.statements):
        rows = list(_rows(library, understood, place, known))
        if place and statement.follows is None and rows:
            rows[0] = rows[0]._replace(heading=title((statement,)))
        found += rows
    return tuple(found)


def order(rows: tuple[Shown, ...]) -> tuple[Stop, ...]:
    """What Tab comes to, one after the other: the first guess, what follows it, and then what is before."""
    stops = [stop for row in rows for stop in row.stops]
    guessed = next((row.stops[0] for row in rows if row.is_guess and row.stops), None)
    if guessed is None:
        return tuple(stops)
    start = stops.index(guessed)
    return (*stops[start:], *stops[:start])


def _rows(
    library: Library, understood: Understood, place: int, known: Mapping[int, Named]
) -> Iterator[Shown]:
    statement = understood.statements[place]
    for number, row in enumerate(statement.rows):
        stop = Stop(place, number)
        said = aside(library, understood, place, row)
        if row.kind is RowKind.COMMITMENT:
            yield _promise(understood, stop, said)
        elif row.kind in _IN_THE_PROMISE or _is_said_before(statement, row):
            continue
        elif row.kind is RowKind.PEOPLE:
            yield _person(row, stop, said, known)
        else:
            yield _fact(statement, row, stop, said)


def _is_said_before(statement: Statement, row: Row) -> bool:
    """Whether a person stands in the statement that this one follows."""
    return row.kind is RowKind.PEOPLE and statement.follows is not None and bool(row.value) and not row.guess


def _person(row: Row, stop: Stop, said: str, known: Mapping[int, Named]) -> Shown:
    label, icon = _LABELS[row.kind]
    strong = Part(row.words, "strong", stop)
    if len(row.value) != 1:
        more = f", {words.count(len(row.value), 'person', 'people')}" if row.value else ""
        return Shown("People" if row.value else label, icon, (strong, Part(more, "soft")), said, row.is_guess)
    person = known.get(row.value[0])
    facts = ", ".join(each for each in (person.role, person.organisation) if each) if person else ""
    parts = (strong, Part(f", {facts}", "soft")) if facts else (strong,)
    return Shown(label, icon, parts, said, row.is_guess, person)


def _fact(statement: Statement, row: Row, stop: Stop, said: str) -> Shown:
    label, icon = _LABELS[row.kind]
    text = row.words
    if row.kind is RowKind.CHANNEL:
        icon = CHANNEL_ICONS[row.value]
    elif row.kind is RowKind.MINUTES:
        text = hours(row.value)
    elif row.kind is RowKind.REACHED_OUT and row.value == "they" and len(statement.people) == 1:
        text = f"{first_name(statement.all(RowKind.PEOPLE)[0].words)} reached out"
    elif row.kind is RowKind.UNTIL:
        text = f"{text[:1].upper()}{text[1:]}"
    look = "badge" if row.kind is RowKind.TOPIC else "strong"
    return Shown(label, icon, (Part(text, look, stop),), said, row.is_guess)


def _promise(understood: Understood, stop: Stop, said: str) -> Shown:
    """A promise with its day in one row, and whose it is beside it."""
    statement = understood.statements[stop.statement]
    places = {row.kind: number for number, row in enumerate(statement.rows)}
    parts = [Part(promised(understood, stop.statement), "strong", stop)]
    due = statement.rows[places[RowKind.DUE]] if RowKind.DUE in places else None
    if due is not None:
        parts.append(Part(f" {due.words}", "soft", Stop(stop.statement, places[RowKind.DUE])))
    by = Stop(stop.statement, places[RowKind.BY]) if RowKind.BY in places else None
    guess = next(
        (row for row in statement.rows if row.kind in (RowKind.COMMITMENT, *_IN_THE_PROMISE) and row.guess),
        None,
    )
    beside = f"{guess.guess[:1].upper()}{guess.guess[1:]}" if guess else said
    icon = "out" if statement.by_you else "inn"
    return Shown("Commitment", icon, tuple(parts), beside, guess is not None, aside_stop=by)


def does(understood: Understood) -> str:
    """What Enter does, for its key: 'Log it', 'Plan it', 'Note it'."""
    kind = understood.statements[0].kind
    return {Kind.CONVERSATION: "Log it", Kind.PLAN: "Plan it"}.get(kind, "Note it")
