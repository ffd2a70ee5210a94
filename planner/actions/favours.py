"""What was given and received: answers, introductions, favours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.actions.people import name_of
from planner.domain.commitments import By
from planner.domain.errors import KnownError
from planner.domain.names import first_name
from planner.domain.reciprocity import FavourKind
from planner.library import Library
from planner.library.tables import Favour


@dataclass(frozen=True, slots=True, kw_only=True)
class FavourForm:
    """Something given by you or by them; what it was may stay open."""

    by: By
    kind: FavourKind
    on: date
    what: str = ""


def note_favour(library: Library, person_id: int, form: FavourForm, *, today: date) -> int:
    """Note something given and return its id. Raises KnownError for a day to come."""
    _check(form, today)
    with library.change(_label(form, name_of(library, person_id))):
        row = Favour.create(person=person_id, **_columns(form))
    return int(row.id)


def change_favour(library: Library, favour_id: int, form: FavourForm, *, today: date) -> None:
    """Write the whole form over something given."""
    _check(form, today)
    with library.change(f"Change what was given between you and {_whom(library, favour_id)}"):
        Favour.update(**_columns(form)).where(Favour.id == favour_id).execute()


def remove_favour(library: Library, favour_id: int) -> None:
    """Remove something given."""
    with library.change(f"Remove what was given between you and {_whom(library, favour_id)}"):
        Favour.delete().where(Favour.id == favour_id).execute()


def _check(form: FavourForm, today: date) -> None:
    if form.on > today:
        raise KnownError("This day is still to come.")


def _label(form: FavourForm, name: str) -> str:
    return f"Note what you gave {name}" if form.by is By.YOU else f"Note what {name} gave you"


def _whom(library: Library, favour_id: int) -> str:
    person_id = library.value("SELECT person_id FROM favour WHERE id = ?", (favour_id,))
    if person_id is None:
        raise KnownError("This is no longer in the library.")
    return first_name(name_of(library, person_id))


def _columns(form: FavourForm) -> dict[str, object]:
    return {"by": form.by.value, "kind": form.kind.value, "what": form.what.strip(), "on_day": form.on}
