"""Plans as they leave for a calendar."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import Any

from planner.domain.outgoing import OutgoingPlan
from planner.domain.uids import Of, uid_of
from planner.library import Library

_STAMP = re.compile(r" \d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?/\d*\Z")
_PLANS = """
SELECT p.id, p.source_uid, p.sequence, p.day, p.starts, p.zone, p.minutes, p.channel, p.purpose, p.place,
    p.created_on, p.status,
    (SELECT json_group_array(json_array(name, email)) FROM (
        SELECT q.name AS name, coalesce((SELECT value FROM contact_point WHERE person_id = q.id
            AND kind = 'email' ORDER BY preferred DESC, position, id LIMIT 1), '') AS email
        FROM plan_person x JOIN person q ON q.id = x.person_id WHERE x.plan_id = p.id ORDER BY x.id))
FROM plan p WHERE (p.status = 'open' OR (:let_go AND p.status = 'let go' AND p.day >= :today))
    AND (:everybody OR EXISTS (SELECT 1 FROM plan_person x WHERE x.plan_id = p.id
        AND x.person_id IN (SELECT value FROM json_each(:people))))
ORDER BY p.day, p.starts IS NULL, p.starts, p.id
"""


def outgoing_plans(
    library: Library, people: Sequence[int] | None, today: date, *, let_go: bool = False
) -> Iterator[OutgoingPlan]:
    """The open plans with any of these people, or with anybody (None), by day and time.

    With `let_go` also those that were let go and whose day is still to come.
    """
    home = str(library.value("SELECT zone FROM owner") or "UTC")
    asked = {
        "people": json.dumps(list(people or ())),
        "everybody": people is None,
        "let_go": let_go,
        "today": today.isoformat(),
    }
    for row in library.rows(_PLANS, asked):
        yield _plan(row, home)


def _plan(row: tuple[Any, ...], home: str) -> OutgoingPlan:
    uid, instance = _named(row[0], row[1])
    return OutgoingPlan(
        uid=uid,
        instance=instance,
        sequence=row[2],
        day=date.fromisoformat(row[3]),
        starts=time.fromisoformat(row[4]) if row[4] else None,
        zone=row[5] or home,
        minutes=row[6],
        channel=row[7],
        purpose=row[8],
        place=row[9],
        people=tuple((name, email) for name, email in json.loads(row[12])),
        created_on=date.fromisoformat(row[10]),
        let_go=row[11] == "let go",
    )


def _named(identity: int, source: str | None) -> tuple[str, str]:
    """The event's name and instance: those of the calendar it came from, else made from the plan's id."""
    key = _STAMP.sub("", source or "")
    uid, mark, instance = key.rpartition("#")
    return (uid, instance) if mark and uid else (uid_of(Of.PLAN, identity), "")
