"""What several actions ask before they write: whom a row is about, and that a day is not still to come."""

from __future__ import annotations

from datetime import date

from planner.actions.people import name_of
from planner.domain.errors import KnownError
from planner.library import Library


def whom_of(library: Library, table: str, row_id: int) -> str:
    """The name of the person whom a row of a table is about. Raises KnownError where it is not there."""
    person_id = library.value(f"SELECT person_id FROM {table} WHERE id = ?", (row_id,))
    if person_id is None:
        raise KnownError("This is no longer in the library.")
    return name_of(library, person_id)


def refuse_day_ahead(day: date, today: date) -> None:
    """Raises KnownError for a day after today."""
    if day > today:
        raise KnownError("This day is still to come.")
