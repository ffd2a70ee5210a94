"""Initiatives: something to be decided or carried out, and where people stand on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.actions.people import names_in_a_row
from planner.domain.errors import KnownError
from planner.domain.names import fold
from planner.domain.stands import Stand
from planner.library import Library
from planner.library.tables import Initiative
from planner.library.tables import Stand as StandRow


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeForm:
    """What an initiative is for, and what comes next; a name alone is enough."""

    name: str
    goal: str = ""
    next_what: str = ""
    next_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandForm:
    """Where a person stands today and where you hope, each None where not known yet, and why you think so."""

    person_id: int
    now: Stand | None = None
    hoped: Stand | None = None
    reason: str = ""


def start_initiative(library: Library, form: InitiativeForm, *, today: date) -> int:
    """Begin an initiative and return its id. Raises KnownError without a name, or where it is taken."""
    name = " ".join(form.name.split())
    if not name:
        raise KnownError("An initiative needs a name; everything else can wait.")
    taken = library.value("SELECT 1 FROM initiative WHERE folded = ? AND archived = 0", (fold(name),))
    if taken:
        raise KnownError(f"There is an initiative “{name}” already. Choose it, or another name.")
    with library.change(f"Start {name}"):
        row = Initiative.create(
            name=name,
            folded=fold(name),
            goal=" ".join(form.goal.split()),
            next_what=" ".join(form.next_what.split()),
            next_on=form.next_on,
            created_on=today,
        )
    return int(row.id)


def add_to_initiative(
    library: Library, initiative: int | InitiativeForm, stands: Sequence[StandForm], *, today: date
) -> int:
    """Put people on an initiative, an old or a new one, as one step; returns its id.

    Who is there already gets the new stand; what is the same keeps its day. Raises KnownError, with nothing
    changed, for nobody, an initiative or a person that is gone, and as start_initiative does.
    """
    if not stands:
        raise KnownError("Say who belongs to the initiative.")
    if isinstance(initiative, InitiativeForm):
        name = " ".join(initiative.name.split())
    else:
        name = _name(library, initiative)
    names = names_in_a_row(library, (each.person_id for each in stands))
    with library.change(f"Add {names} to {name}"):
        if isinstance(initiative, InitiativeForm):
            initiative = start_initiative(library, initiative, today=today)
        for form in stands:
            _write(initiative, form, today)
    return initiative


def leave_initiative(library: Library, initiative_id: int, person_id: int) -> None:
    """Take a person off an initiative, with their stand. Raises KnownError where the initiative is gone."""
    label = f"Take {names_in_a_row(library, [person_id])} off {_name(library, initiative_id)}"
    with library.change(label):
        StandRow.delete().where(StandRow.initiative == initiative_id, StandRow.person == person_id).execute()


def _write(initiative_id: int, form: StandForm, today: date) -> None:
    columns = {"now": form.now, "hoped": form.hoped, "reason": " ".join(form.reason.split())}
    row = StandRow.get_or_none(StandRow.initiative == initiative_id, StandRow.person == form.person_id)
    if row is None:
        StandRow.create(initiative=initiative_id, person=form.person_id, on_day=today, **columns)
    elif any(getattr(row, column) != value for column, value in columns.items()):
        StandRow.update(on_day=today, **columns).where(StandRow.id == row.id).execute()


def _name(library: Library, initiative_id: int) -> str:
    name = library.value("SELECT name FROM initiative WHERE id = ?", (initiative_id,))
    if name is None:
        raise KnownError("This initiative is no longer in the library.")
    return str(name)
