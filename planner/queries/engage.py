"""Whom to engage, most timely first: your own overdue commitments, then by the share of the rhythm used."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain, islice
from typing import NamedTuple

from planner.domain.rhythm import State
from planner.library import Library
from planner.queries.only import Only, among
from planner.queries.standing import Standing, measures, next_plans, standings
from planner.queries.timely import Shares, timely

PLANNED_WITHIN_DAYS = 14
"""Someone with a plan within this many days is taken care of and not suggested. A convention."""
_NOT_STARTED = frozenset({State.NOT_STARTED, State.NO_RHYTHM})


class ToEngage(NamedTuple):
    """The people to talk to, best first: at most as many as were asked for, out of `total`.

    `planned` are as timely but have a plan soon; where nobody is to be engaged, `not_started` were never
    spoken to, or have no rhythm.
    """

    people: tuple[Standing, ...]
    total: int
    planned: int = 0
    not_started: int = 0


def to_engage(
    library: Library,
    today: date,
    *,
    limit: int | None = None,
    known: Shares | None = None,
    only: Only = None,
) -> ToEngage:
    """Everyone who is due or to whom you owe something overdue, unless resting, archived or planned soon.

    `known` spares a question to everybody where `timely` was asked already; `only` leaves out and counts
    out everybody else.
    """
    late = among(_own_overdue(library, today), only)
    shares = among(timely(library, today) if known is None else known, only)
    owed = _of_owed(library, today, late, shares)
    soon = {
        person_id
        for person_id, plan in next_plans(library, today).items()
        if plan.day <= today + timedelta(days=PLANNED_WITHIN_DAYS)
    }
    first = sorted(
        (late[each], -share, each)
        for each in late.keys() - soon
        if (share := shares.get(each, owed.get(each))) is not None
    )
    others = (each for each in shares if each not in late and each not in soon)  # the most used up first
    shown = list(islice(chain((each for _, _, each in first), others), limit))
    total = len(first) + len(shares) - len(shares.keys() & (soon | late.keys()))
    found = standings(library, today, shown)
    return ToEngage(
        people=tuple(found[each] for each in shown),
        total=total,
        planned=len(shares) + len(owed) - total,
        not_started=0
        if total
        else sum(each.state in _NOT_STARTED for each in measures(library, today, only)),
    )


def _of_owed(library: Library, today: date, owed: Iterable[int], known: Shares) -> Shares:
    """The shares of those whom you owe something, however little of the rhythm is used up."""
    missing = [each for each in owed if each not in known]
    found = measures(library, today, missing) if missing else ()
    return {each.person_id: each.share or 0.0 for each in found if each.state is not State.RESTING}


def _own_overdue(library: Library, today: date) -> dict[int, str]:
    """Person id to the day, as text, of your longest overdue commitment to them."""
    rows = library.rows(
        "SELECT c.person_id, min(c.due_on) FROM commitment c JOIN person p ON p.id = c.person_id"
        " WHERE c.outcome IS NULL AND c.by = 'you' AND c.due_on < ?"
        " AND p.archived = 0 AND p.trashed_on IS NULL GROUP BY c.person_id",
        (today.isoformat(),),
    )
    return {row[0]: row[1] for row in rows}
