"""The owner's ratings of keeping promises, held against the record of everybody who was rated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.domain import objectivity
from planner.domain.commitments import By, Record, record
from planner.domain.objectivity import Held, Portfolio, Rated, held_against
from planner.domain.views import CLOSE_FROM, ViewKind
from planner.library import Library
from planner.queries.commitments import commitments_made
from planner.queries.people import named
from planner.queries.promise_records import usual_shares
from planner.queries.views import latest_views


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedPerson:
    """Somebody whose rating can be held against a record of promises kept to you."""

    person_id: int
    name: str
    held: Held
    close: bool | None
    kept: int
    counted: int

    @property
    def words(self) -> str:
        """'You expect 95 %; 7 of 10 promises kept.'"""
        return objectivity.notice_words(self.held, self.kept, self.counted)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectivityCheck:
    """The check over everybody: its finding in words, how much such a check can find, and who it rests on.

    `largest` are the three largest gaps, `underrated` those rated much lower than their record.
    """

    portfolio: Portfolio
    finding: str
    people: tuple[RatedPerson, ...]

    @property
    def largest(self) -> tuple[RatedPerson, ...]:
        """The people with the largest gaps, largest first."""
        return self._these(self.portfolio.largest)

    @property
    def underrated(self) -> tuple[RatedPerson, ...]:
        """Overlooked: rated much lower than their record."""
        return self._these(self.portfolio.underrated)

    def _these(self, rated: Iterable[Rated]) -> tuple[RatedPerson, ...]:
        by_id = {each.person_id: each for each in self.people}
        return tuple(by_id[each.person_id] for each in rated)


def objectivity_check(library: Library, today: date) -> ObjectivityCheck:
    """Everybody who was rated and whose promises to you have a record."""
    ratings = latest_views(library, ViewKind.KEEPS_WORD)
    closeness = latest_views(library, ViewKind.CLOSENESS)
    usual = usual_shares(library, today)[By.THEY]
    made = commitments_made(library, ratings)
    names = {each.id: each.name for each in named(library, ratings)}
    people = []
    for person_id, rating in ratings.items():
        found = record(made.get((person_id, By.THEY), []), today, usual=usual)
        held = held_against(rating, found.belief)
        if held is not None:
            mark = closeness.get(person_id)
            close = None if mark is None else mark >= CLOSE_FROM
            people.append(_rated(person_id, names[person_id], held, close, found))
    rated = [Rated(person_id=each.person_id, gap=each.held.gap, close=each.close) for each in people]
    portfolio = objectivity.check_portfolio(rated)
    return ObjectivityCheck(portfolio=portfolio, finding=objectivity.finding(portfolio), people=tuple(people))


def _rated(person_id: int, name: str, held: Held, close: bool | None, found: Record) -> RatedPerson:
    return RatedPerson(
        person_id=person_id, name=name, held=held, close=close, kept=found.kept, counted=found.counted
    )
