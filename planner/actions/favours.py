"""What was given and received: answers, introductions, favours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.actions.checks import refuse_day_ahead, whom_of
from planner.actions.people import name_of
from planner.domain.commitments import By
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
    refuse_day_ahead(form.on, today)
    with library.change(_label(form, name_of(library, person_id))):
        row = Favour.create(person=person_id, **_columns(form))
    return int(row.id)


def change_favour(library: Library, favour_id: int, form: FavourForm, *, today: date) -> None:
    """Write the whole form over something given."""
    refuse_day_ahead(form.on, today)
    with library.change(f"Change a favour between you and {whom_of(library, 'favour', favour_id)}"):
        Favour.update(**_columns(form)).where(Favour.id == favour_id).execute()


def remove_favour(library: Library, favour_id: int) -> None:
    """Remove something given."""
    with library.change(f"Remove a favour between you and {whom_of(library, 'favour', favour_id)}"):
        Favour.delete().where(Favour.id == favour_id).execute()


def _label(form: FavourForm, name: str) -> str:
    return f"Note what you gave {name}" if form.by is By.YOU else f"Note what {name} gave you"


def _columns(form: FavourForm) -> dict[str, object]:
    return {"by": form.by.value, "kind": form.kind.value, "what": form.what.strip(), "on_day": form.on}
