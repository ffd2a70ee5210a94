"""Mending trust after a breach of one's own: it is begun on purpose, and only kept promises end it."""

from __future__ import annotations

from datetime import date

from planner.actions.people import name_of
from planner.domain import words
from planner.domain.commitments import Outcome
from planner.domain.errors import KnownError
from planner.domain.repair import ended_on
from planner.library import Library
from planner.library.tables import Repair


def begin_repair(
    library: Library, person_id: int, *, why: str = "", commitment_id: int | None = None, today: date
) -> int:
    """Begin to mend trust with somebody, after a broken promise of yours or for another reason in words.

    The rhythm with them is tighter while it lasts. Raises KnownError without a reason, for a promise that was
    not broken by you, and where trust is being mended already.
    """
    name = name_of(library, person_id)
    since = library.value(
        "SELECT begun_on FROM repair WHERE person_id = ? AND ended_on IS NULL", (person_id,)
    )
    if since:
        day = words.long_day(date.fromisoformat(since), today)
        raise KnownError(f"You are mending trust with {name} already, since {day}.")
    reason = why.strip() or _broken_promise(library, person_id, commitment_id)
    with library.change(f"Begin to mend trust with {name}"):
        row = Repair.create(person=person_id, begun_on=today, why=reason, commitment=commitment_id)
    return int(row.id)


def _broken_promise(library: Library, person_id: int, commitment_id: int | None) -> str:
    if commitment_id is None:
        raise KnownError("Say what is to be mended.")
    what = library.value(
        "SELECT what FROM commitment WHERE id = ? AND person_id = ? AND by = 'you' AND outcome = ?",
        (commitment_id, person_id, Outcome.BROKEN.value),
    )
    if what is None:
        raise KnownError("Only a broken promise of yours begins it by itself. Say what is to be mended.")
    return str(what)


def settle_repair(library: Library, person_id: int) -> None:
    """Let the newest time of mending end with the second promise kept in time, or go on; inside a change."""
    row = library.row(
        "SELECT id, begun_on, ended_on FROM repair WHERE person_id = ?"
        " ORDER BY begun_on DESC, id DESC LIMIT 1",
        (person_id,),
    )
    if row is None:
        return
    repair_id, begun_on, was_ended_on = row
    kept = library.rows(
        "SELECT closed_on FROM commitment WHERE person_id = ? AND by = 'you' AND outcome = ?",
        (person_id, Outcome.KEPT.value),
    )
    ends = ended_on(date.fromisoformat(begun_on), (date.fromisoformat(day) for (day,) in kept if day))
    if (ends.isoformat() if ends else None) != was_ended_on:
        Repair.update(ended_on=ends).where(Repair.id == repair_id).execute()
