"""Who reached out first, by person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from planner.domain.names import initials
from planner.domain.two_habits_many import Numbers
from planner.library import Library
from planner.queries.cadence.listed import LISTED
from planner.queries.cadence.talks import THEY, YOU, Talks, talks_since
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


def who_reached_out(
    library: Library,
    today: date,
    *,
    people: Iterable[int] | None = None,
    days: int = HALF_YEAR_DAYS,
    most: int = MOST_PEOPLE,
    talks: Talks | None = None,
) -> ReachedOutFirst:
    """Who began the conversations of so many days up to a day.

    `talks` are read where they are not at hand; they must reach back as far.
    """
    since = today - timedelta(days=days - 1)
    lately = (talks if talks is not None else talks_since(library, since)).between(since, today)
    listed = {row[0] for row in library.rows(f"SELECT id FROM person WHERE {LISTED}")}
    wanted = listed if people is None else listed.intersection(people)
    who, you, they, unknown = _counted(lately.only(np.array(sorted(wanted), dtype=np.int64)))
    order = np.lexsort((who, -you - they, -np.abs(you - they)))
    shown = order[(you + they)[order] > 0][:most].tolist()
    names = {each.id: each for each in named(library, who[shown].tolist())}
    return ReachedOutFirst(
        as_of=today,
        since=since,
        people=tuple(
            Beginnings(
                person_id=person.id,
                name=person.name,
                initials=initials(person.name),
                hue=person.hue,
                you=int(you[place]),
                they=int(they[place]),
                unknown=int(unknown[place]),
            )
            for place in shown
            if (person := names.get(int(who[place]))) is not None
        ),
        you=int(you.sum()),
        they=int(they.sum()),
        unknown=int(unknown.sum()),
    )


def _counted(talks: Talks) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Everybody, and how often you, they, and nobody knows who, began."""
    people, owner = np.unique(talks.person, return_inverse=True)
    size = len(people)
    you, they = (np.bincount(owner[talks.begun == who], minlength=size) for who in (YOU, THEY))
    return people, you, they, np.bincount(owner, minlength=size) - you - they
