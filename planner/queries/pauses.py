"""The days on which the clocks of rhythms stand still (SCIENCE 1.4): the owner's leave for everybody, and
each person's own rest and absences."""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from planner.domain.rhythm import Pause, paused_days
from planner.library import Library


class Pauses:
    """What stands still until a day, asked for once and then cheap for thousands of people."""

    def __init__(self, leave: Sequence[Pause], absences: dict[int, tuple[Pause, ...]], until: date) -> None:
        self._leave, self._absences, self.until = tuple(leave), absences, until

    def own(self, person_id: int, rest: Pause | None) -> tuple[Pause, ...]:
        """The rest and the absences of a person, without the owner's leave."""
        absences = self._absences.get(person_id, ())
        return absences if rest is None else (rest, *absences)

    @property
    def away(self) -> Collection[int]:
        """Who has an absence, past or coming."""
        return self._absences.keys()

    def of(self, person_id: int, rest: Pause | None) -> tuple[Pause, ...]:
        """Everything that stops a person's clock, past and coming."""
        return (*self.own(person_id, rest), *self._leave)

    def days(self, own: Sequence[Pause], after: date) -> int:
        """How many days after one until today stood still, `own` pauses and leave together."""
        if own:
            return paused_days((*own, *self._leave), after, self.until)
        if not self._leave:
            return 0
        return len(self._leave_days) - bisect_right(self._leave_days, after.toordinal())

    @cached_property
    def _leave_days(self) -> list[int]:
        """The days of leave until today, as ordinals, ascending, each once."""
        ends = [min(each.last or self.until, self.until).toordinal() for each in self._leave]
        begins = [each.first.toordinal() for each in self._leave]
        return sorted({day for pair in zip(begins, ends, strict=True) for day in range(pair[0], pair[1] + 1)})

    def back_on(self, own: Sequence[Pause]) -> tuple[bool, date | None]:
        """Whether one of these pauses covers today, and the first day that none does (None: not known)."""
        if not own:
            return False, None
        today = day = self.until
        while covering := [each for each in own if each.covers(day)]:
            if any(each.last is None for each in covering):
                return True, None
            day = max(each.last for each in covering if each.last) + timedelta(days=1)
        return day > today, day if day > today else None


def pauses(library: Library, until: date, people: Iterable[int] | None = None) -> Pauses:
    """The pauses of these people, or of everybody, with the owner's leave."""
    return Pauses(own_leave(library), _absences(library, people), until)


def own_leave(library: Library) -> tuple[Pause, ...]:
    """The owner's leave, first begun first."""
    rows = library.rows("SELECT first_day, last_day FROM leave ORDER BY first_day, last_day")
    return tuple(
        Pause(first=date.fromisoformat(first), last=date.fromisoformat(last)) for first, last in rows
    )


class Absence(NamedTuple):
    """Days in a row on which a person is away; `last_day` None is until further notice."""

    id: int
    first_day: date
    last_day: date | None
    note: str


def absences_of(library: Library, person_id: int) -> tuple[Absence, ...]:
    """When a person is away, first begun first."""
    rows = library.rows(
        "SELECT id, first_day, last_day, note FROM absence WHERE person_id = ? ORDER BY first_day, id",
        (person_id,),
    )
    return tuple(
        Absence(row[0], date.fromisoformat(row[1]), date.fromisoformat(row[2]) if row[2] else None, row[3])
        for row in rows
    )


class Away(NamedTuple):
    """Somebody who is absent on a day, and the day after that absence (None: not known)."""

    name: str
    day: date
    back_on: date | None


def away_on(library: Library, people: Iterable[int], day: date) -> tuple[Away, ...]:
    """Whoever of these people is absent on a day, each once."""
    rows = library.rows(
        "SELECT p.id, p.name, a.last_day FROM absence a JOIN person p ON p.id = a.person_id"
        " WHERE a.person_id IN (SELECT value FROM json_each(?)) AND a.first_day <= ?"
        " AND (a.last_day IS NULL OR a.last_day >= ?)"
        " ORDER BY p.folded, p.id, a.last_day IS NULL, a.last_day",
        (json.dumps(list(people)), day.isoformat(), day.isoformat()),
    )
    found = {row[0]: (row[1], date.fromisoformat(row[2]) if row[2] else None) for row in rows}
    return tuple(Away(name, day, last + timedelta(days=1) if last else None) for name, last in found.values())


def _absences(library: Library, people: Iterable[int] | None) -> dict[int, tuple[Pause, ...]]:
    narrowed = "" if people is None else " WHERE person_id IN (SELECT value FROM json_each(:people))"
    parameters = {} if people is None else {"people": json.dumps(list(people))}
    rows = library.rows(f"SELECT person_id, first_day, last_day FROM absence{narrowed}", parameters)
    found: defaultdict[int, tuple[Pause, ...]] = defaultdict(tuple)
    for person_id, first, last in rows:
        end = date.fromisoformat(last) if last else None
        found[person_id] += (Pause(first=date.fromisoformat(first), last=end),)
    return found
