"""Putting people into the trash, and back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.actions.people import names_in_a_row
from planner.library import Library
from planner.library.fields import these
from planner.library.tables import Person, Plan, PlanPerson


def move_to_trash(library: Library, people: Sequence[int], *, today: date) -> None:
    """Put people into the trash: they leave every list, and all about them stays for 30 days.

    Open plans with nobody else are let go.
    """
    with library.change(f"Move {names_in_a_row(library, people)} to the trash"):
        here = Person.id.in_(these(people)) & Person.trashed_on.is_null()
        Person.update(archived=True, trashed_on=today).where(here).execute()
        with_others = PlanPerson.select(PlanPerson.plan).join(Person).where(Person.trashed_on.is_null())
        theirs = PlanPerson.select(PlanPerson.plan).where(PlanPerson.person.in_(these(people)))
        alone = Plan.id.in_(theirs) & Plan.id.not_in(with_others)
        Plan.update(status="let go").where(alone & (Plan.status == "open")).execute()


def put_back(library: Library, people: Sequence[int]) -> None:
    """Put people back from the trash into the lists."""
    with library.change(f"Put {names_in_a_row(library, people)} back"):
        there = Person.id.in_(these(people)) & Person.trashed_on.is_null(False)
        Person.update(archived=False, trashed_on=None).where(there).execute()
