"""Meetings that are agreed with people, and how often such meetings took place with them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from planner.domain.forecast import show_rate
from planner.library import Library


class Meetings(NamedTuple):
    """The days of the open plans with one person from today on; how many were held, and how many missed."""

    days: tuple[date, ...] = ()
    held: int = 0
    missed: int = 0

    @property
    def shows(self) -> float:
        """The chance that an agreed meeting takes place."""
        return show_rate(self.held, self.missed)


_PLANNED = """
SELECT x.person_id, p.day FROM plan p JOIN plan_person x ON x.plan_id = p.id
WHERE p.status = 'open' AND p.day >= :today{narrowed} ORDER BY p.day, p.id
"""
_HELD = """
SELECT x.person_id, sum(p.status = 'talked'), sum(p.status = 'let go' AND p.day < :today)
FROM plan p JOIN plan_person x ON x.plan_id = p.id WHERE p.status <> 'open'{narrowed} GROUP BY 1
"""
_MISSED = """
SELECT x.person_id, count(*) FROM attempt x
WHERE x.kind <> 'unanswered' AND x.on_day <= :today{narrowed} GROUP BY 1
"""


def meetings_of(
    library: Library, today: date, people: Iterable[int] | None = None
) -> defaultdict[int, Meetings]:
    """The meetings with these people, or with everybody; a let-go plan whose day has passed was missed."""
    narrowed, parameters = "", {"today": today.isoformat()}
    if people is not None:
        narrowed = " AND x.person_id IN (SELECT value FROM json_each(:people))"
        parameters["people"] = json.dumps(list(people))
    found: defaultdict[int, Meetings] = defaultdict(Meetings)
    for person_id, day in library.rows(_PLANNED.format(narrowed=narrowed), parameters):
        known = found[person_id]
        found[person_id] = known._replace(days=(*known.days, date.fromisoformat(day)))
    for person_id, held, missed in library.rows(_HELD.format(narrowed=narrowed), parameters):
        found[person_id] = found[person_id]._replace(held=held, missed=missed)
    for person_id, missed in library.rows(_MISSED.format(narrowed=narrowed), parameters):
        known = found[person_id]
        found[person_id] = known._replace(missed=known.missed + missed)
    return found
