"""Promises both ways: making them, moving them, and saying how they ended."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.actions.checks import refuse_day_ahead
from planner.actions.people import name_of
from planner.actions.repairs import settle_repair
from planner.domain import words
from planner.domain.commitments import By, Outcome, Size, agreed_days, kept_by
from planner.domain.errors import KnownError
from planner.domain.names import first_name
from planner.library import Library
from planner.library.tables import Commitment
from planner.queries.commitments import commitments_made


def promise(
    library: Library,
    person_id: int,
    by: By,
    what: str,
    due_on: date | None,
    *,
    today: date,
    size: Size = Size.NORMAL,
    note: str = "",
    conversation_id: int | None = None,
) -> int:
    """Note a promise made `today` and return its id. Raises KnownError for an empty one."""
    text = _said(what)
    name = name_of(library, person_id)
    label = f"Note your promise to {name}" if by is By.YOU else f"Note a promise of {name}"
    with library.change(label):
        row = Commitment.create(
            person=person_id,
            by=by.value,
            what=text,
            made_on=today,
            due_on=due_on,
            weight=size.weight,
            note=note.strip(),
            conversation=conversation_id,
        )
    return int(row.id)


def change_commitment(
    library: Library, commitment_id: int, *, what: str, due_on: date | None, size: Size, note: str = ""
) -> None:
    """Correct what was written down. A new day agreed on with the other is `renegotiate`."""
    text = _said(what)
    known = _known(library, commitment_id)
    with library.change(f"Change {known.whose}"):
        Commitment.update(what=text, due_on=due_on, weight=size.weight, note=note.strip()).where(
            Commitment.id == commitment_id
        ).execute()


def reword(library: Library, commitment_id: int, what: str) -> None:
    """Write a promise in other words. Raises KnownError for none."""
    text, known = _said(what), _known(library, commitment_id)
    with library.change(f"Change the words of {known.whose}"):
        Commitment.update(what=text).where(Commitment.id == commitment_id).execute()


def correct_day(library: Library, commitment_id: int, due_on: date | None) -> None:
    """Correct the day that was written down. A new day agreed on with the other is `renegotiate`."""
    known = _known(library, commitment_id)
    with library.change(f"Change the day of {known.whose}"):
        Commitment.update(due_on=due_on).where(Commitment.id == commitment_id).execute()


def renegotiate(
    library: Library, commitment_id: int, due_on: date | None, *, today: date, what: str = ""
) -> int:
    """Move an open promise to a day agreed on, perhaps in other words; returns the id of what follows it.

    Moved before its day, the new day is the one that counts; moved after it, it stays late all the same.
    """
    known = _known(library, commitment_id)
    if known.outcome is not None:
        raise KnownError("This promise has ended. Open it again before moving it.")
    if due_on is not None and due_on < today:
        raise KnownError("Choose a day from today on to move it to.")
    to = words.day_words(due_on, today) if due_on else "no fixed day"
    with library.change(f"Move {known.whose} to {to}"):
        earlier = Commitment.get_by_id(commitment_id)
        Commitment.update(outcome=Outcome.RENEGOTIATED.value, closed_on=today).where(
            Commitment.id == commitment_id
        ).execute()
        follower = Commitment.create(
            person=known.person_id,
            by=known.by.value,
            what=what.strip() or earlier.what,
            made_on=today,
            due_on=due_on,
            weight=earlier.weight,
            note=earlier.note,
            follows=commitment_id,
        )
        settle_repair(library, known.person_id)
    return int(follower.id)


def end_commitment(
    library: Library, commitment_id: int, outcome: Outcome, *, today: date, on: date | None = None
) -> None:
    """Say how a commitment ended, `on` a day (default: today).

    Whether it was kept in time is told from the day that counts, where there is one. Raises KnownError for a
    day to come, and where it was moved, for then another one stands for it.
    """
    known, day = _known(library, commitment_id), on or today
    refuse_day_ahead(day, today)
    _refuse_moved(library, commitment_id)
    agreed = _agreed_day(library, known, commitment_id)
    if outcome is Outcome.KEPT or (outcome is Outcome.KEPT_LATE and agreed):
        outcome = kept_by(agreed, day)
    with library.change(f"Mark {known.whose} as {outcome}"):
        Commitment.update(outcome=outcome.value, closed_on=day).where(
            Commitment.id == commitment_id
        ).execute()
        settle_repair(library, known.person_id)


def reopen_commitment(library: Library, commitment_id: int) -> None:
    """Open a commitment again. Raises KnownError where it was moved, for then another one stands for it."""
    known = _known(library, commitment_id)
    _refuse_moved(library, commitment_id)
    with library.change(f"Open {known.whose} again"):
        Commitment.update(outcome=None, closed_on=None).where(Commitment.id == commitment_id).execute()
        settle_repair(library, known.person_id)


def remove_commitment(library: Library, commitment_id: int) -> None:
    """Remove a promise that was written down by mistake; the one that it had moved is open again."""
    known = _known(library, commitment_id)
    with library.change(f"Remove {known.whose}"):
        moved = library.value("SELECT follows_id FROM commitment WHERE id = ?", (commitment_id,))
        Commitment.delete().where(Commitment.id == commitment_id).execute()
        if moved is not None:
            Commitment.update(outcome=None, closed_on=None).where(Commitment.id == moved).execute()
        settle_repair(library, known.person_id)


class _Known(NamedTuple):
    person_id: int
    by: By
    whose: str
    outcome: str | None


def _known(library: Library, commitment_id: int) -> _Known:
    row = library.row(
        "SELECT p.id, p.name, c.by, c.outcome FROM commitment c JOIN person p ON p.id = c.person_id"
        " WHERE c.id = ?",
        (commitment_id,),
    )
    if row is None:
        raise KnownError("This promise is no longer in the library.")
    person_id, name, by, outcome = row
    called = first_name(name)
    whose = f"your promise to {called}" if by == By.YOU else f"the promise of {called}"
    return _Known(person_id=person_id, by=By(by), whose=whose, outcome=outcome)


def _refuse_moved(library: Library, commitment_id: int) -> None:
    if library.value("SELECT 1 FROM commitment WHERE follows_id = ?", (commitment_id,)):
        raise KnownError("This promise was moved to another day; change the one that took its place.")


def _said(what: str) -> str:
    if not what.strip():
        raise KnownError("Say what was promised.")
    return what.strip()


def _agreed_day(library: Library, known: _Known, commitment_id: int) -> date | None:
    """The day that counts, also for a promise that was moved."""
    return agreed_days(commitments_made(library, [known.person_id])[known.person_id, known.by])[commitment_id]
