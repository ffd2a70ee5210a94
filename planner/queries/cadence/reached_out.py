"""Who reached out first, by person."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.names import initials
from planner.library import Library
from planner.queries.cadence.listed import LISTED
from planner.queries.people import named

HALF_YEAR_DAYS = 182
MOST_PEOPLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginnings:
    """How often you and they began a conversation; `unknown` counts those of which nobody noted it."""

    person_id: int
    name: str
    initials: str
    hue: str
    you: int
    they: int
    unknown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReachedOutFirst:
    """As of a day: the people with a known beginning, the most one-sided first; and everybody's sums."""

    as_of: date
    since: date
    people: tuple[Beginnings, ...]
    you: int
    they: int
    unknown: int


_BEGUN = f"""
SELECT x.person_id, sum(c.reached_out IS 'you'), sum(c.reached_out IS 'they'), sum(c.reached_out IS NULL)
FROM conversation c JOIN participation x ON x.conversation_id = c.id JOIN person p ON p.id = x.person_id
WHERE c.day > :since AND c.day <= :today AND {LISTED}{{narrowed}} GROUP BY 1
"""


def who_reached_out(
    library: Library,
    today: date,
    *,
    people: Iterable[int] | None = None,
    days: int = HALF_YEAR_DAYS,
    most: int = MOST_PEOPLE,
) -> ReachedOutFirst:
    """Who began the conversations of so many days up to a day."""
    since = today - timedelta(days=days)
    asked = {"since": since.isoformat(), "today": today.isoformat()}
    narrowed = ""
    if people is not None:
        narrowed, asked["people"] = (
            " AND x.person_id IN (SELECT value FROM json_each(:people))",
            json.dumps(list(people)),
        )
    rows = list(library.rows(_BEGUN.format(narrowed=narrowed), asked))
    known = sorted(
        (row for row in rows if row[1] + row[2]),
        key=lambda row: (-abs(row[1] - row[2]), -row[1] - row[2], row[0]),
    )
    who = {each.id: each for each in named(library, [row[0] for row in known[:most]])}
    return ReachedOutFirst(
        as_of=today,
        since=since + timedelta(days=1),
        people=tuple(
            Beginnings(
                person_id=person_id,
                name=who[person_id].name,
                initials=initials(who[person_id].name),
                hue=who[person_id].hue,
                you=you,
                they=they,
                unknown=unknown,
            )
            for person_id, you, they, unknown in known[:most]
        ),
        you=sum(row[1] for row in rows),
        they=sum(row[2] for row in rows),
        unknown=sum(row[3] for row in rows),
    )
