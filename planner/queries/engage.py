"""Whom to engage, most timely first: your own overdue commitments, then by the share of the rhythm used."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from planner.domain.rhythm import DUE_FROM, State
from planner.library import Library
from planner.queries.only import Only, shows
from planner.queries.standing import Measure, Standing, measures, next_plans, standings

PLANNED_WITHIN_DAYS = 14
"""Someone with a plan within this many days is taken care of and not suggested. A convention."""
_NOT_STARTED = frozenset({State.NOT_STARTED, State.NO_RHYTHM})


class ToEngage(NamedTuple):
    """The people to talk to, best first: at most as many as were asked for, out of `total`.

    `planned` are as timely but have a plan soon; `not_started` were never spoken to, or have no rhythm.
    """

    people: tuple[Standing, ...]
    total: int
    planned: int = 0
    not_started: int = 0


def to_engage(library: Library, today: date, *, limit: int | None = None, only: Only = None) -> ToEngage:
    """Everyone who is due or to whom you owe something overdue, unless resting, archived or planned soon.

    `only` leaves out and counts out everybody else.
    """
    late = _own_overdue(library, today)
    soon = {
        person_id
        for person_id, plan in next_plans(library, today).items()
        if plan.day <= today + timedelta(days=PLANNED_WITHIN_DAYS)
    }
    everybody = [each for each in measures(library, today) if shows(only, (each.person_id,))]
    timely = [each for each in everybody if _is_timely(each, each.person_id in late)]
    chosen = [each for each in timely if each.person_id not in soon]
    chosen.sort(key=lambda each: (late.get(each.person_id, "~"), -(each.share or 0.0), each.person_id))
    shown = chosen[:limit]
    found = standings(library, today, [each.person_id for each in shown], known=shown)
    return ToEngage(
        people=tuple(found[each.person_id] for each in shown),
        total=len(chosen),
        planned=len(timely) - len(chosen),
        not_started=sum(each.state in _NOT_STARTED for each in everybody),
    )


def _is_timely(measure: Measure, owes: bool) -> bool:
    if measure.state is State.RESTING:
        return False
    return owes or (measure.share is not None and measure.share >= DUE_FROM)


def _own_overdue(library: Library, today: date) -> dict[int, str]:
    """Person id to the day, as text, of your longest overdue commitment to them."""
    rows = library.rows(
        "SELECT person_id, min(due_on) FROM commitment"
        " WHERE outcome IS NULL AND by = 'you' AND due_on < ? GROUP BY person_id",
        (today.isoformat(),),
    )
    return {row[0]: row[1] for row in rows}
