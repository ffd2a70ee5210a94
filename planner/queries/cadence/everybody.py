"""Everybody's cadence at once, in columns: contacts, states and forecasts (SCIENCE 1).

Making it takes hardly longer than reading the rows; after a change only the people who were touched are
looked at again. Loads numpy: ask for it when a screen needs it, not before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from planner.domain.forecast import END_OF_DAY, HORIZONS, days_ahead
from planner.domain.gaps_many import (
    DayColumns,
    Days,
    GapColumns,
    StatisticsColumns,
    gaps_of_many,
    statistics_of_many,
    sums_of_many,
)
from planner.domain.rhythm import Pause
from planner.domain.two_habits import Prospect, prospect_of
from planner.domain.two_habits_many import Floats, Numbers, ProspectColumns, SumColumns, prospects_of
from planner.library import Library
from planner.library.changes import Changed
from planner.queries.cadence.contact_days import ContactDays, contact_days
from planner.queries.cadence.listed import LISTED
from planner.queries.pauses import own_leave
from planner.queries.standing import Measure, measures

MOST_AT_A_TIME = 500
"""When more people than this are touched, everybody is read again."""
Number = TypeVar("Number", bound=np.generic)
_FOR_EVERYBODY = ("layer", "leave")
"""Tables of which any row matters to everybody."""
_OF_SOMEBODY = ("participation", "absence", "repair", "commitment")
"""Tables of which a row matters to the person it names."""


class Figures(NamedTuple):
    """One person's figures; `since` and `chances` are None and empty before the first contact."""

    measure: Measure
    contacts: int
    since: float | None
    chances: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class Everybody:
    """The cadence of everybody who is neither archived nor in the trash, as of a day, by id.

    `contacts` counts contact-days up to that day. `since` is the silence so far in days, without pauses and
    half a day more at the end of a day; `chances` has one row for each of HORIZONS: P(contact within it).
    Both are nan before the first contact. Not slotted: the columns of days are kept once they were asked for.
    """

    today: date
    people: Numbers
    measures: tuple[Measure, ...]
    days: ContactDays
    contacts: Numbers
    since: Floats
    sums: SumColumns
    chances: Floats
    leave: tuple[Pause, ...]
    later: Mapping[int, Days] = field(default_factory=dict)
    """The days of those who were touched since `days` were read: a million days are not copied for one."""

    def place(self, person_id: int) -> int | None:
        """Where a person stands in the columns; None for somebody who is not among them."""
        place = int(np.searchsorted(self.people, person_id))
        return place if place < len(self.people) and self.people[place] == person_id else None

    def figures(self, person_id: int) -> Figures | None:
        """One person's figures; None for somebody who is not among them."""
        place = self.place(person_id)
        if place is None:
            return None
        contacts = int(self.contacts[place])
        return Figures(
            measure=self.measures[place],
            contacts=contacts,
            since=float(self.since[place]) if contacts else None,
            chances=tuple(float(each) for each in self.chances[:, place]) if contacts else (),
        )

    @cached_property
    def columns(self) -> DayColumns:
        """The contact-days up to the day, in the order of `people`."""
        return self.all_days().of(self.people).until(self.today)

    @cached_property
    def gaps(self) -> GapColumns:
        """Everybody's gaps, without days of pause."""
        return _gaps(self.columns, self.measures, self.leave)

    def all_days(self) -> ContactDays:
        """The contact-days of everybody, archived people included, also after the day."""
        return self.days.replaced(self.later)

    def statistics(self) -> StatisticsColumns:
        """The statistics of everybody's gaps."""
        return statistics_of_many(self.gaps)

    def prospect(self, place: int) -> Prospect:
        """The prospect of one, who had a contact."""
        return prospect_of(self.sums.one(place), float(self.since[place]))

    def prospects(self, places: Numbers) -> ProspectColumns:
        """The prospects of some, who each had a contact."""
        return prospects_of(self.sums.only(places), self.since[places])


def everybody(library: Library, today: date) -> Everybody:
    """The cadence of everybody as of a day, past days included: nothing dated later is known then."""
    listed = _listed(library, measures(library, today))
    return _made(today, listed, contact_days(library), own_leave(library))


def as_of(library: Library, known: Everybody, day: date) -> Everybody:
    """The cadence as of another day, without reading the contact-days again."""
    return _made(day, _listed(library, measures(library, day)), known.all_days(), known.leave)


def refreshed(library: Library, known: Everybody, changed: Changed) -> Everybody:
    """The cadence after a change, undo or redo: those whom it touched are looked at again."""
    if changed.touches(*_FOR_EVERYBODY):
        return everybody(library, known.today)
    touched = people_touched(library, changed)
    if not touched:
        return known
    if len(touched) > MOST_AT_A_TIME:
        return everybody(library, known.today)
    listed = _listed(library, measures(library, known.today, touched), touched)
    newer = _made(known.today, listed, contact_days(library, touched), known.leave)
    return _joined(known, newer, touched)


def people_touched(library: Library, changed: Changed) -> frozenset[int]:
    """Everybody whose cadence a change may have moved: while trust is mended, a rhythm is tighter."""
    found = set(changed.people)
    for table in _OF_SOMEBODY:
        if keys := changed.rows.get(table):
            rows = library.rows(
                f"SELECT person_id FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(keys)),),
            )
            found |= {row[0] for row in rows}
    return frozenset(found | {key for key in changed.rows.get("person", ()) if isinstance(key, int)})


def _listed(
    library: Library, found: Iterable[Measure], people: frozenset[int] | None = None
) -> list[Measure]:
    """Those who are neither archived nor in the trash: the others are no part of everybody."""
    narrowed = "" if people is None else " AND id IN (SELECT value FROM json_each(?))"
    rows = library.rows(
        f"SELECT id FROM person WHERE {LISTED}{narrowed}",
        () if people is None else (json.dumps(list(people)),),
    )
    listed = {row[0] for row in rows}
    return [each for each in found if each.person_id in listed]


def _made(today: date, found: Iterable[Measure], days: ContactDays, leave: tuple[Pause, ...]) -> Everybody:
    known = tuple(sorted(found, key=lambda each: each.person_id))
    people = np.fromiter((each.person_id for each in known), dtype=np.int64, count=len(known))
    columns = days.of(people).until(today)
    silent = (
        np.nan if each.days_since is None else max(0, each.days_since - each.paused) + END_OF_DAY
        for each in known
    )
    since = np.fromiter(silent, dtype=np.float64, count=len(known))
    gaps = _gaps(columns, known, leave)
    sums = sums_of_many(gaps)
    chances = _chances(sums, since, known, leave, today)
    made = Everybody(
        today=today,
        people=people,
        measures=known,
        days=days,
        contacts=columns.number,
        since=since,
        sums=sums,
        chances=chances,
        leave=leave,
    )
    made.__dict__.update(columns=columns, gaps=gaps)  # known already: what the cached properties would find
    return made


def _gaps(columns: DayColumns, known: Sequence[Measure], leave: tuple[Pause, ...]) -> GapColumns:
    own = {place: (*each.own_pauses, *leave) for place, each in enumerate(known) if each.own_pauses}
    return gaps_of_many(columns, leave, own)


def _chances(
    sums: SumColumns, since: Floats, known: Sequence[Measure], leave: tuple[Pause, ...], today: date
) -> Floats:
    """One row for each horizon, without the days of pause that lie ahead."""
    found = prospects_of(sums, np.nan_to_num(since))
    own = [(place, each.own_pauses) for place, each in enumerate(known) if each.own_pauses]
    rows = []
    for horizon in HORIZONS:
        ahead = np.full(len(since), days_ahead(today, horizon, leave))
        for place, pauses in own:
            ahead[place] = days_ahead(today, horizon, (*pauses, *leave))
        rows.append(np.where(np.isnan(since), np.nan, found.contact_within(ahead)))
    return np.stack(rows)


def _taken(known: Everybody, places: Numbers) -> Everybody:
    return replace(
        known,
        people=known.people[places],
        measures=tuple(known.measures[place] for place in places),
        contacts=known.contacts[places],
        since=known.since[places],
        sums=known.sums.only(places),
        chances=known.chances[:, places],
    )


def _joined(known: Everybody, newer: Everybody, touched: frozenset[int]) -> Everybody:
    """Everybody, with the rows of those who were touched as they are now."""
    days = newer.days.by_person()
    later = {**known.later, **{each: days.get(each, _NO_DAYS) for each in touched}}
    places = np.searchsorted(known.people, newer.people)
    if len(newer.people) == len(touched) and _stand_there(known.people, places, newer.people):
        return replace(_written(known, newer, places), later=later)
    rest = _taken(known, np.flatnonzero(~np.isin(known.people, np.fromiter(touched, dtype=np.int64))))
    order = np.argsort(np.concatenate([rest.people, newer.people]), kind="stable")
    both = replace(
        known,
        people=np.concatenate([rest.people, newer.people]),
        measures=rest.measures + newer.measures,
        contacts=np.concatenate([rest.contacts, newer.contacts]),
        since=np.concatenate([rest.since, newer.since]),
        sums=SumColumns(
            np.concatenate([rest.sums.number, newer.sums.number]),
            np.concatenate([rest.sums.logs, newer.sums.logs]),
            np.concatenate([rest.sums.powers, newer.sums.powers], axis=1),
        ),
        chances=np.concatenate([rest.chances, newer.chances], axis=1),
    )
    return replace(_taken(both, order), later=later)


_NO_DAYS: Days = np.zeros(0, dtype=np.int32)


def _stand_there(people: Numbers, places: Numbers, wanted: Numbers) -> bool:
    return bool((places < len(people)).all()) and bool((people[places] == wanted).all())


def _written(known: Everybody, newer: Everybody, places: Numbers) -> Everybody:
    """The same people, some of them with other figures."""
    measures_now = list(known.measures)
    for place, measure in zip(places.tolist(), newer.measures, strict=True):
        measures_now[place] = measure
    return replace(
        known,
        measures=tuple(measures_now),
        contacts=_put(known.contacts, places, newer.contacts),
        since=_put(known.since, places, newer.since),
        sums=SumColumns(
            _put(known.sums.number, places, newer.sums.number),
            _put(known.sums.logs, places, newer.sums.logs),
            _put(known.sums.powers, places, newer.sums.powers),
        ),
        chances=_put(known.chances, places, newer.chances),
    )


def _put(old: NDArray[Number], places: Numbers, new: NDArray[Number]) -> NDArray[Number]:
    found = old.copy()
    found[..., places] = new
    return found
