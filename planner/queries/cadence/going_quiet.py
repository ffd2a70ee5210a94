"""Who is likely to go quiet soon if nobody acts, most pressing first (SCIENCE 1.7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from planner.domain.forecast import POSSIBLE
from planner.domain.names import initials
from planner.domain.rhythm import QUIET_FROM, State
from planner.domain.two_habits_many import Numbers
from planner.library import Library
from planner.queries.cadence.everybody import Everybody
from planner.queries.cadence.meetings import Meetings, meetings_of
from planner.queries.cadence.quiet_day import QuietDay, quiet_day
from planner.queries.people import named
from planner.queries.recalibrated import recalibration
from planner.queries.reliance import criticality_of_everybody

WITHIN_DAYS = 30
MOST_PEOPLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class GoingQuiet:
    """Somebody whose relationship may go quiet, or is; with what that rests on."""

    person_id: int
    name: str
    initials: str
    hue: str
    contacts: int
    rhythm_days: int
    last_day: date
    day: QuietDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """As of a day: who may go quiet within so many days, most pressing first; who is quiet, longest first.

    Both lists are cut where they are long; the totals are not. `unlikely` counts those whose day lies ahead
    too but who will probably be in contact before it.
    """

    as_of: date
    within_days: int
    likely: tuple[GoingQuiet, ...]
    already: tuple[GoingQuiet, ...]
    likely_total: int
    already_total: int
    unlikely: int

    @property
    def until(self) -> date:
        """The last day that is looked at."""
        return self.as_of + timedelta(days=self.within_days)


def going_quiet(
    library: Library,
    known: Everybody,
    *,
    within_days: int = WITHIN_DAYS,
    people: Iterable[int] | None = None,
    planned: bool = True,
    most: int = MOST_PEOPLE,
) -> Quiet:
    """Who goes quiet among everybody, or among some people; those who rest are left out.

    The chance is weighed by 1 + C, how much you depend on somebody, C being 0 where nobody assessed it.
    `planned` False leaves plans out: for past days, of which nobody knows what was planned then.
    """
    wanted = None if people is None else frozenset(people)
    places = _near(known, within_days)
    meetings = meetings_of(library, known.today) if planned else None
    corrected = recalibration(library)
    found = []
    for place in places.tolist():
        measure = known.measures[place]
        if wanted is not None and measure.person_id not in wanted:
            continue
        prospect = known.prospect(place)
        agreed = meetings[measure.person_id] if meetings is not None else Meetings()
        pauses = (*measure.own_pauses, *known.leave)
        day = quiet_day(measure, prospect, int(known.contacts[place]), pauses, agreed, known.today, corrected)
        if day is not None and day.on <= known.today + timedelta(days=within_days):
            found.append((place, day))
    return _sorted(library, known, found, within_days, most)


def _near(known: Everybody, within_days: int) -> Numbers:
    """The places of those whose silence may be quiet by then: a wide net, without a look at leave to come."""
    rhythms = np.array([each.rhythm_days or 0 for each in known.measures])
    resting = np.array([each.state is State.RESTING for each in known.measures], dtype=bool)
    silent = np.nan_to_num(known.since)
    near = (known.contacts > 0) & (rhythms > 0) & (silent + within_days >= QUIET_FROM * rhythms)
    return np.flatnonzero(near & ~resting)


def _sorted(
    library: Library,
    known: Everybody,
    found: list[tuple[int, QuietDay]],
    within_days: int,
    most: int,
) -> Quiet:
    likely = [(place, day) for place, day in found if day.chance and day.chance.shown >= POSSIBLE]
    already = [(place, day) for place, day in found if day.is_quiet]

    relied_on = criticality_of_everybody(library)

    def pressing(place: int, day: QuietDay) -> float:
        found = relied_on.get(int(known.people[place]))
        weight = 1 + (found.whole or 0.0 if found else 0.0)
        return weight * (day.chance.exact if day.chance else 0.0)

    likely.sort(key=lambda each: (-pressing(*each), each[1].on, each[0]))
    already.sort(key=lambda each: (each[1].on, each[0]))
    shown = likely[:most] + already[:most]
    names = {each.id: each for each in named(library, [int(known.people[place]) for place, _ in shown])}

    def told(place: int, day: QuietDay) -> GoingQuiet:
        measure = known.measures[place]
        person = names[measure.person_id]
        assert measure.rhythm_days is not None and measure.last_day is not None
        return GoingQuiet(
            person_id=person.id,
            name=person.name,
            initials=initials(person.name),
            hue=person.hue,
            contacts=int(known.contacts[place]),
            rhythm_days=measure.rhythm_days,
            last_day=measure.last_day,
            day=day.doubted(measure, known.prospect(place)),
        )

    return Quiet(
        as_of=known.today,
        within_days=within_days,
        likely=tuple(told(*each) for each in likely[:most]),
        already=tuple(told(*each) for each in already[:most]),
        likely_total=len(likely),
        already_total=len(already),
        unlikely=len(found) - len(likely) - len(already),
    )
