"""Days on which rhythms stand still: your own leave for everybody, a person's absence for them alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.actions.people import name_of
from planner.domain import words
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.tables import Absence, Leave


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days in a row, both ends included; `last_day` None is until further notice. `id` 0 is a new stretch."""

    first_day: date
    last_day: date | None
    note: str = ""
    id: int = 0


def take_leave(library: Library, stretch: Stretch, *, today: date) -> int:
    """Note one more stretch of your own leave and return its id.

    Nothing is set aside on its days. Raises KnownError where it has no end, or ends before it begins.
    """
    _check(stretch, ends=True)
    with library.change(f"Take leave {_when(stretch, today)}"):
        return int(Leave.create(**_columns(stretch)).id)


def write_leave(library: Library, wanted: Sequence[Stretch]) -> None:
    """Make these the only stretches of your leave, as one step. Raises KnownError as take_leave does."""
    for stretch in wanted:
        _check(stretch, ends=True)
    with library.change("Change your own leave"):
        _write(Leave, list(Leave.select()), wanted, {})


def write_absences(library: Library, person_id: int, wanted: Sequence[Stretch]) -> None:
    """Make these the only days on which a person is away, as one step.

    Raises KnownError where the person is gone, or a stretch ends before it begins.
    """
    for stretch in wanted:
        _check(stretch, ends=False)
    with library.change(f"Change when {name_of(library, person_id)} is away"):
        known = list(Absence.select().where(Absence.person == person_id))
        _write(Absence, known, wanted, {"person": person_id})


def _write(
    table: type[Leave] | type[Absence], known: Sequence[Any], wanted: Sequence[Stretch], whose: dict[str, int]
) -> None:
    """Make the rows of somebody these; what is unchanged is not touched."""
    kept = {stretch.id: stretch for stretch in wanted if stretch.id}
    for row in known:
        stretch = kept.get(row.id)
        if stretch is None:
            row.delete_instance()
        elif _columns(stretch) != _columns(row):
            table.update(**_columns(stretch)).where(table.id == row.id).execute()
    for stretch in wanted:
        if stretch.id not in {row.id for row in known}:
            table.create(**_columns(stretch), **whose)


def _check(stretch: Stretch, *, ends: bool) -> None:
    if stretch.last_day is None:
        if ends:
            raise KnownError("Leave needs a last day; it can be changed later.")
    elif stretch.last_day < stretch.first_day:
        raise KnownError("The last day lies before the first one.")


def _columns(stretch: Stretch | Leave | Absence) -> dict[str, object]:
    """The columns of a stretch, or of the row that it changes."""
    return {
        "first_day": stretch.first_day,
        "last_day": stretch.last_day,
        "note": " ".join(stretch.note.split()),
    }


def _when(stretch: Stretch, today: date) -> str:
    first = words.day_words(stretch.first_day, today)
    if stretch.last_day is None or stretch.first_day == stretch.last_day:
        return f"on {first}"
    return f"from {first} to {words.day_words(stretch.last_day, today)}"
