"""Promises: how they end, what an ended one is worth as evidence, and the record of one direction.

Source: SCIENCE 2.1. The values of an outcome are conventions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.domain.belief import Belief, Trial, belief

LATE_UP_TO_DAYS = 7
OVERDUE_COUNTS_AFTER_DAYS = 14
USUAL_MEAN = 0.75
"""mu: the share kept that one expects before any evidence."""
LEARNED_AFTER = 20
"""After so many ended promises in the whole library their own mean takes the place of mu."""
_LEARNED_WITHIN = (0.5, 0.95)


class By(StrEnum):
    """Who promised."""

    YOU = "you"
    THEY = "they"


class Outcome(StrEnum):
    """How a commitment ended."""

    KEPT = "kept"
    KEPT_LATE = "kept late"
    RENEGOTIATED = "renegotiated"
    BROKEN = "broken"
    RELEASED = "released"


class Size(StrEnum):
    """How much a promise weighs."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"

    @property
    def weight(self) -> float:
        """w of SCIENCE 2.1."""
        return {"small": 0.5, "normal": 1.0, "large": 2.0}[self.value]


def size_of(weight: float) -> Size:
    """The size whose weight is nearest."""
    return min(Size, key=lambda each: abs(each.weight - weight))


class Commitment(NamedTuple):
    """A promise as its record needs it. `follows` is the promise that was moved and became this one."""

    id: int
    by: By
    weight: float
    due_on: date | None
    outcome: Outcome | None
    closed_on: date | None
    follows: int | None = None


def agreed_days(commitments: Iterable[Commitment]) -> dict[int, date | None]:
    """The day that counts for each promise, by id.

    A promise moved by agreement before it was due counts by its new day. One moved afterwards was late
    already: it still counts by the day it had.
    """
    known: dict[int, Commitment] = {}
    found: dict[int, date | None] = {}
    for each in sorted(commitments, key=lambda commitment: commitment.id):  # the moved one came first
        earlier = known.get(each.follows) if each.follows else None
        was_due = found[earlier.id] if earlier else None
        moved_late = earlier and earlier.closed_on and was_due and earlier.closed_on > was_due
        known[each.id] = each
        found[each.id] = was_due if moved_late else each.due_on
    return found


def worth(commitment: Commitment, agreed_day: date | None, today: date) -> float | None:
    """y in 0 to 1: what it says about keeping promises; None for what says nothing.

    Kept by its day 1, up to a week late 0.75, later 0.5, not kept 0; open and more than two weeks overdue 0
    for the time being. Released, moved, and still open within that time: no evidence.
    """
    if commitment.outcome is None:
        return _worth_while_open(commitment.due_on, today)
    return worth_of(commitment.outcome, days_late(commitment, agreed_day))


def worth_of(outcome: Outcome, late: int | None) -> float | None:
    """y of an ending: `late` is days after the day that counts, None where there was no day."""
    if outcome in (Outcome.RELEASED, Outcome.RENEGOTIATED):
        return None
    if outcome is Outcome.BROKEN:
        return 0.0
    if late is None:
        return 1.0 if outcome is Outcome.KEPT else 0.75
    if late <= 0:
        return 1.0
    return 0.75 if late <= LATE_UP_TO_DAYS else 0.5


def _worth_while_open(due_on: date | None, today: date) -> float | None:
    overdue = (today - due_on).days if due_on else 0
    return 0.0 if overdue > OVERDUE_COUNTS_AFTER_DAYS else None


def days_late(commitment: Commitment, agreed_day: date | None) -> int | None:
    """Days from the day that counts to the day it was kept, negative when early; None where not known."""
    if agreed_day is None or commitment.closed_on is None:
        return None
    return (commitment.closed_on - agreed_day).days


def kept_by(agreed_day: date | None, on: date) -> Outcome:
    """Kept, or kept late after the day that counts."""
    return Outcome.KEPT_LATE if agreed_day and on > agreed_day else Outcome.KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One promise of a record: what it is worth, and how much it still counts."""

    commitment: Commitment
    worth: float
    days_late: int | None
    counts: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The promises of one direction that say something, newest first, and what they let one believe."""

    facts: tuple[Fact, ...]
    belief: Belief

    @property
    def counted(self) -> int:
        """How many promises say something."""
        return len(self.facts)

    @property
    def kept(self) -> int:
        """How many were kept by the day that counts."""
        return sum(each.worth == 1 for each in self.facts)


def record(commitments: Sequence[Commitment], today: date, *, usual: float = USUAL_MEAN) -> Record:
    """The record of these promises, all of one direction. `usual` is mu."""
    days = agreed_days(commitments)
    said: list[tuple[Fact, Trial]] = []
    for each in commitments:
        value = worth(each, days[each.id], today)
        if value is not None:
            age = (today - each.closed_on).days if each.closed_on else 0
            trial = Trial(outcome=value, weight=each.weight, age_days=max(0, age))
            late = days_late(each, days[each.id])
            said.append((Fact(commitment=each, worth=value, days_late=late, counts=trial.counts), trial))
    said.sort(key=lambda pair: (pair[1].age_days, -pair[0].commitment.id))
    return Record(
        facts=tuple(fact for fact, _ in said),
        belief=belief((trial for _, trial in said), prior_mean=usual),
    )


def usual_share(ended: Iterable[tuple[float, int]]) -> float:
    """mu: the mean worth of the promises of one direction, given as (worth, how many), within bounds.

    What is usual anywhere stands in for it until enough have ended.
    """
    counted = list(ended)
    count = sum(number for _, number in counted)
    if count < LEARNED_AFTER:
        return USUAL_MEAN
    low, high = _LEARNED_WITHIN
    return min(high, max(low, sum(value * number for value, number in counted) / count))
