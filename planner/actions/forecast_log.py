"""The log of forecasts: what was told, and what came of it. Written beside the history, never into it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from planner.domain.forecast import contact_within, days_ahead
from planner.domain.intervals import mixed
from planner.domain.recalibration import Recalibration
from planner.library import Library
from planner.library.ids import new_ids
from planner.queries.engage import to_engage
from planner.queries.recalibrated import recalibration
from planner.queries.standing import next_plans

if TYPE_CHECKING:
    from planner.queries.cadence.everybody import Everybody
    from planner.queries.cadence.person import PersonCadence

LOGGED_HORIZONS = (7, 30, 60)
BESIDE = 20
"""So many others are noted a day without being shown, so that not only those who are shown are checked."""
_LATE_ENTRIES = timedelta(days=60)
"""How long a conversation that was entered late still corrects what was noted as not happened."""


class Told(NamedTuple):
    """A forecast as it was told: P(contact within so many days) if nobody acts."""

    person_id: int
    horizon_days: int
    chance: float
    shown: bool
    suggested: bool


_NOTE = """
INSERT INTO forecast (id, made_on, person_id, horizon_days, chance, model, shown, suggested)
VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (made_on, person_id, horizon_days) DO NOTHING
"""
_RESOLVE = """
UPDATE forecast SET happened = came FROM (
    SELECT f.id AS known, EXISTS (
        SELECT 1 FROM participation x WHERE x.person_id = f.person_id AND x.day > f.made_on
        AND x.day <= date(f.made_on, '+' || f.horizon_days || ' days')) AS came
    FROM forecast f WHERE date(f.made_on, '+' || f.horizon_days || ' days') < :today
    AND (f.happened IS NULL OR f.made_on >= :late))
WHERE id = known AND happened IS NOT came
"""


def note_forecasts(library: Library, told: Iterable[Told], today: date) -> int:
    """Note what was told today, and resolve what has come due. Returns how many are new.

    The first forecast of a day about a person and a horizon stays. No step of the history is made, and what
    was undone can still be done again.
    """
    noted = list(told)
    before = library.value("SELECT count(*) FROM forecast")
    model = recalibration(library).model
    ids = new_ids(len(noted)) if noted else []
    with library.change("Note forecasts"):
        library.connection.executemany(
            _NOTE,
            (
                (identity, today.isoformat(), *each[:3], model, int(each.shown), int(each.suggested))
                for identity, each in zip(ids, noted, strict=True)
            ),
        )
    resolve_forecasts(library, today)
    return int(library.value("SELECT count(*) FROM forecast")) - int(before)


def resolve_forecasts(library: Library, today: date) -> None:
    """Say of every forecast that has come due whether it happened; late entries count for 60 days."""
    late = today - _LATE_ENTRIES - timedelta(days=max(LOGGED_HORIZONS))
    with library.change("Resolve forecasts"):
        library.connection.execute(_RESOLVE, {"today": today.isoformat(), "late": late.isoformat()})


def told_of(library: Library, known: Everybody, shown: Iterable[int]) -> list[Told]:
    """What is told about the people who are shown, and beside it a few others of the same day."""
    prompts = _Prompts(library, known.today)
    corrected = recalibration(library)
    seen = frozenset(shown)
    found = []
    for person_id in (*sorted(seen), *_beside(known, seen | prompts.people)):
        place = known.place(person_id)
        if place is not None and known.contacts[place]:
            found += [
                Told(
                    person_id=person_id,
                    horizon_days=horizon,
                    chance=_chance(known, place, horizon, corrected),
                    shown=person_id in seen,
                    suggested=prompts.within(person_id, horizon),
                )
                for horizon in LOGGED_HORIZONS
            ]
    return found


def told_of_person(library: Library, found: PersonCadence) -> list[Told]:
    """What is told on one person's page."""
    prompts = _Prompts(library, found.as_of)
    return [
        Told(
            person_id=found.person_id,
            horizon_days=each.days,
            chance=each.by_habit.exact,
            shown=True,
            suggested=prompts.within(found.person_id, each.days),
        )
        for each in found.ahead
        if each.days in LOGGED_HORIZONS
    ]


class _Prompts:
    """Whom the board suggests to talk to today, and with whom something is planned."""

    def __init__(self, library: Library, today: date) -> None:
        self._today = today
        self._plans = {who: plan.day for who, plan in next_plans(library, today).items()}
        self.people = frozenset(each.person_id for each in to_engage(library, today).people)

    def within(self, person_id: int, horizon: int) -> bool:
        """Whether a plan or a suggestion may bring about the next contact within so many days."""
        planned = self._plans.get(person_id)
        soon = planned is not None and planned <= self._today + timedelta(days=horizon)
        return soon or person_id in self.people


def _chance(known: Everybody, place: int, horizon: int, corrected: Recalibration) -> float:
    pauses = (*known.measures[place].own_pauses, *known.leave)
    still = days_ahead(known.today, horizon, pauses)
    return contact_within(known.prospect(place), still, corrected=corrected.applied)


def _beside(known: Everybody, others: frozenset[int]) -> list[int]:
    """A few people who were neither shown nor suggested, others each day, the same at every call."""
    day = known.today.toordinal()
    people = [
        each
        for each, contacts in zip(known.people.tolist(), known.contacts.tolist(), strict=True)
        if contacts and each not in others
    ]
    return sorted(people, key=lambda each: mixed(each, day))[:BESIDE]
