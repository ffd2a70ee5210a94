"""Promises: all that are open by their day, and the records of keeping them in both directions."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.domain.commitments import By, Commitment, Outcome, Size, size_of
from planner.library import Library

SOON_DAYS = 7
SHOWN_ENDED_DAYS = 365


class When(StrEnum):
    """The groups of the list, in their order."""

    OVERDUE = "overdue"
    SOON = "in the coming week"
    LATER = "later"
    NO_DAY = "no day given"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A promise with the person it binds you to. `moved_from` is the day it had before it was moved."""

    id: int
    person_id: int
    name: str
    hue: str
    yours: bool
    what: str
    note: str
    size: Size
    made_on: date
    due_on: date | None
    outcome: Outcome | None
    closed_on: date | None
    moved_from: date | None
    when: When


_LISTED = """
SELECT c.id, c.person_id, p.name, coalesce(l.hue, ''), c.by, c.what, c.note, c.weight, c.made_on, c.due_on,
    c.outcome, c.closed_on, f.due_on
FROM commitment c JOIN person p ON p.id = c.person_id LEFT JOIN layer l ON l.id = p.layer_id
LEFT JOIN commitment f ON f.id = c.follows_id
WHERE p.trashed_on IS NULL
"""


def commitments_by_day(library: Library, today: date) -> list[Listed]:
    """Every open promise, by its day and those without one last; then those ended in the last year, newest
    first. Nobody in the trash."""
    still_open = library.rows(f"{_LISTED} AND c.outcome IS NULL ORDER BY c.due_on IS NULL, c.due_on, c.id")
    ended = library.rows(
        f"{_LISTED} AND c.outcome IS NOT NULL AND c.closed_on >= ? ORDER BY c.closed_on DESC, c.id DESC",
        ((today - timedelta(days=SHOWN_ENDED_DAYS)).isoformat(),),
    )
    return [_listed(row, today) for row in (*still_open, *ended)]


def _listed(row: tuple[object, ...], today: date) -> Listed:
    identity, person_id, name, hue, by, what, note, weight, made, due, outcome, closed, moved = row
    due_on, ended = _day(due), Outcome(str(outcome)) if outcome else None
    return Listed(
        id=int(str(identity)),
        person_id=int(str(person_id)),
        name=str(name),
        hue=str(hue),
        yours=by == By.YOU,
        what=str(what),
        note=str(note),
        size=size_of(float(str(weight))),
        made_on=date.fromisoformat(str(made)),
        due_on=due_on,
        outcome=ended,
        closed_on=_day(closed),
        moved_from=_day(moved),
        when=When.ENDED if ended else _when(due_on, today),
    )


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None


def _when(due_on: date | None, today: date) -> When:
    if due_on is None:
        return When.NO_DAY
    if due_on < today:
        return When.OVERDUE
    return When.SOON if due_on <= today + timedelta(days=SOON_DAYS) else When.LATER


def commitments_made(
    library: Library, people: Iterable[int] | None = None
) -> dict[tuple[int, By], list[Commitment]]:
    """Every promise as its record needs it, by person and by who promised; of these people, or of all."""
    narrowed = "" if people is None else " WHERE person_id IN (SELECT value FROM json_each(?))"
    rows = library.rows(
        f"SELECT person_id, id, by, weight, due_on, outcome, closed_on, follows_id FROM commitment{narrowed}",
        () if people is None else (json.dumps(list(people)),),
    )
    found: defaultdict[tuple[int, By], list[Commitment]] = defaultdict(list)
    for person_id, identity, by, weight, due_on, outcome, closed_on, follows in rows:
        found[person_id, By(by)].append(
            Commitment(
                id=identity,
                by=By(by),
                weight=weight,
                due_on=_day(due_on),
                outcome=Outcome(outcome) if outcome else None,
                closed_on=_day(closed_on),
                follows=follows,
            )
        )
    return found
