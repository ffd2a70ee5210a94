"""The other person's own time of plans that are talked through from afar."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, time

from planner.domain.channels import Channel
from planner.domain.their_time import their_time
from planner.library import Library

_AFAR = (Channel.CALL.value, Channel.VIDEO.value, Channel.MESSAGE.value)


def their_times(library: Library, plan_ids: Iterable[int]) -> dict[tuple[int, int], datetime]:
    """By plan and person: their wall clock when the plan starts, where it differs from yours.

    Who meets in person shares the time of the place.
    """
    rows = library.rows(
        "SELECT p.id, x.person_id, p.day, p.starts, p.zone, q.zone FROM plan p"
        " JOIN plan_person x ON x.plan_id = p.id JOIN person q ON q.id = x.person_id"
        " WHERE p.id IN (SELECT value FROM json_each(?)) AND p.starts IS NOT NULL AND p.status = 'open'"
        " AND q.zone <> '' AND q.zone <> p.zone AND p.channel IN (?, ?, ?)",
        (json.dumps(list(plan_ids)), *_AFAR),
    )
    found = {}
    for plan_id, person_id, day, starts, here, there in rows:
        wall = their_time(date.fromisoformat(day), time.fromisoformat(starts), here, there)
        if wall is not None:
            found[plan_id, person_id] = wall
    return found
