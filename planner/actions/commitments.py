"""Promises both ways: making them, and saying how they ended."""

from __future__ import annotations

from datetime import date

from planner.actions.people import name_of
from planner.domain.commitments import By, Outcome
from planner.domain.errors import KnownError
from planner.domain.names import first_name
from planner.library import Library
from planner.library.tables import Commitment


def promise(library: Library, person_id: int, by: By, what: str, due_on: date | None, *, today: date) -> int:
    """Note a promise and return its id. Raises KnownError for an empty one."""
    if not what.strip():
        raise KnownError("Say what was promised.")
    name = name_of(library, person_id)
    label = f"Note your promise to {name}" if by is By.YOU else f"Note a promise of {name}"
    with library.change(label):
        row = Commitment.create(
            person=person_id, by=by.value, what=what.strip(), made_on=today, due_on=due_on
        )
    return int(row.id)


def end_commitment(library: Library, commitment_id: int, outcome: Outcome, *, today: date) -> None:
    """Say how a commitment ended; 'kept' after its day becomes 'kept late'."""
    row = library.row(
        "SELECT p.name, c.by, c.due_on FROM commitment c JOIN person p ON p.id = c.person_id WHERE c.id = ?",
        (commitment_id,),
    )
    if row is None:
        raise KnownError("This promise is no longer in the library.")
    name, by, due_on = row
    if outcome is Outcome.KEPT and due_on and date.fromisoformat(due_on) < today:
        outcome = Outcome.KEPT_LATE
    whose = f"your promise to {first_name(name)}" if by == By.YOU else f"the promise of {first_name(name)}"
    with library.change(f"Mark {whose} as {outcome}"):
        Commitment.update(outcome=outcome.value, closed_on=today).where(
            Commitment.id == commitment_id
        ).execute()


def reopen_commitment(library: Library, commitment_id: int) -> None:
    """Open a commitment again."""
    with library.change("Open a promise again"):
        Commitment.update(outcome=None, closed_on=None).where(Commitment.id == commitment_id).execute()
