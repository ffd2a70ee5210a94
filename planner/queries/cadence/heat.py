"""Time together by person and week, with the stretches that were quiet for too long."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from planner.domain.names import initials
from planner.domain.quiet import Stretch, quiet_stretches
from planner.domain.two_habits_many import Numbers
from planner.domain.week import monday_of
from planner.library import Library
from planner.queries.cadence.contact_days import days_of
from planner.queries.cadence.everybody import Everybody
from planner.queries.cadence.listed import LISTED
from planner.queries.pauses import own_leave
from planner.queries.people import Named, named
from planner.queries.standing import measures

WEEKS = 26
MOST_PEOPLE = 200
FULL_MINUTES = 60
"""From here on a week has the strongest colour."""
LEVELS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """A week with somebody; `minutes` is None where the length of no conversation in it is known."""

    talks: int
    minutes: int | None

    @property
    def level(self) -> int:
        """0 for none, then 1 to 4 by quarters of the full hour; 1 where no length is known."""
        if not self.talks:
            return 0
        quarters = -(-(self.minutes or 0) * LEVELS // FULL_MINUTES)
        return min(LEVELS, max(1, quarters))


NOTHING = HeatCell(talks=0, minutes=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """One person's weeks, oldest first, and the stretches past the rhythm that touch them.

    `days_since` counts from the last conversation, also one before these weeks; None where there was none.
    """

    person_id: int
    name: str
    initials: str
    hue: str
    days_since: int | None
    cells: tuple[HeatCell, ...]
    quiet: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """People by weeks up to a day, by layer and then by name. `people` counts everybody there was a
    conversation with in these weeks; where that is too many, those with most conversations are shown."""

    as_of: date
    mondays: tuple[date, ...]
    rows: tuple[HeatRow, ...]
    people: int


_BY_WEEK = """
SELECT x.person_id, CAST(julianday(x.day) - julianday(:first) AS INTEGER) / 7, count(*), sum(c.minutes)
FROM participation x JOIN conversation c ON c.id = x.conversation_id
WHERE x.person_id IN (SELECT value FROM json_each(:people)) AND x.day BETWEEN :first AND :today
GROUP BY 1, 2
"""


def heat_map(
    library: Library,
    known: Everybody,
    *,
    people: Iterable[int] | None = None,
    weeks: int = WEEKS,
    most: int = MOST_PEOPLE,
) -> Heat:
    """The weeks up to the day's, of these people or of everybody there was a conversation with."""
    today = known.today
    first = monday_of(today) - timedelta(weeks=weeks - 1)
    mondays = tuple(first + timedelta(weeks=week) for week in range(weeks))
    contacts = _contacts_since(known, first)
    met = known.people[contacts > 0].tolist() if people is None else list(people)
    who = _by_layer(library, _busiest(known, contacts, met, most))
    cells = _cells(library, first, today, [each.id for each in who])
    quiet = quiet_stretches_of(library, [each.id for each in who], today)
    return Heat(
        as_of=today,
        mondays=mondays,
        rows=tuple(
            _row(each, _days_since(known, each.id), cells.get(each.id, {}), quiet[each.id], mondays)
            for each in who
        ),
        people=len(met),
    )


def _row(
    person: Named,
    days_since: int | None,
    cells: Mapping[int, HeatCell],
    quiet: Iterable[Stretch],
    mondays: Sequence[date],
) -> HeatRow:
    return HeatRow(
        person_id=person.id,
        name=person.name,
        initials=initials(person.name),
        hue=person.hue,
        days_since=days_since,
        cells=tuple(cells.get(week, NOTHING) for week in range(len(mondays))),
        quiet=tuple(each for each in quiet if each.last >= mondays[0]),
    )


def _days_since(known: Everybody, person_id: int) -> int | None:
    place = known.place(person_id)
    return None if place is None else known.measures[place].days_since


def _contacts_since(known: Everybody, first: date) -> Numbers:
    """How many contact-days everybody has from a day on."""
    counted = np.concatenate(([0], np.cumsum(known.columns.days >= first.toordinal())))
    found: Numbers = np.diff(counted[known.columns.starts])
    return found


def _busiest(known: Everybody, contacts: Numbers, people: list[int], most: int) -> list[int]:
    """These people, or those of them with most contact-days where they are too many."""
    if len(people) <= most:
        return people
    met = dict(zip(known.people.tolist(), contacts.tolist(), strict=True))
    return sorted(people, key=lambda each: (-met.get(each, 0), each))[:most]


def _by_layer(library: Library, people: list[int]) -> list[Named]:
    rows = library.rows(
        f"SELECT p.id FROM person p LEFT JOIN layer l ON l.id = p.layer_id WHERE {LISTED}"
        " AND p.id IN (SELECT value FROM json_each(?))"
        " ORDER BY l.position IS NULL, l.position, p.folded, p.id",
        (json.dumps(people),),
    )
    return named(library, [row[0] for row in rows])


def _cells(
    library: Library, first: date, today: date, people: list[int]
) -> Mapping[int, Mapping[int, HeatCell]]:
    asked = {"first": first.isoformat(), "today": today.isoformat(), "people": json.dumps(people)}
    found: defaultdict[int, dict[int, HeatCell]] = defaultdict(dict)
    for person_id, week, count, minutes in library.rows(_BY_WEEK, asked):
        found[person_id][week] = HeatCell(talks=count, minutes=minutes)
    return found


def quiet_stretches_of(
    library: Library, people: Iterable[int], today: date
) -> defaultdict[int, tuple[Stretch, ...]]:
    """The stretches in which these people heard nothing past their rhythm, oldest first, the one that goes
    on until today last."""
    wanted = list(people)
    leave = own_leave(library)
    known = days_of(library, wanted, today)
    found: defaultdict[int, tuple[Stretch, ...]] = defaultdict(tuple)
    for measure in measures(library, today, wanted):
        if measure.rhythm_days:
            pauses = (*measure.own_pauses, *leave)
            days = known[measure.person_id]
            found[measure.person_id] = quiet_stretches(days, measure.rhythm_days, pauses, today)
    return found
