"""The plan that is to be suggested, as an integer programme: days with room, options, and what was chosen.

Source: SCIENCE 4.4. At most one option is chosen for each person; on each day the chosen minutes stay within
what is free, and everything that needs a time of day lies in a stretch that is free then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import sqrt

from planner.domain.channels import Channel

LENGTHS: dict[Channel, int] = {
    Channel.IN_PERSON: 60,
    Channel.VIDEO: 30,
    Channel.CALL: 15,
    Channel.MESSAGE: 5,
}
"""Minutes that one suggested conversation takes. A convention."""
LEAST_GAIN = 0.5
"""A suggestion gains at least so much over none, and over a shorter one that day, in weighted overdue days.

What rounds to no overdue day at all is not worth an interruption, nor is an hour where a call does the same:
time that nobody needs stays free. A convention.
"""
PROMISE_WORTH = 1000.0
"""M of the programme: keeping one promise of yours in time comes before everything else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A free stretch of a day, in minutes since midnight; both ends lie on quarters of an hour."""

    begin: int
    end: int

    @property
    def minutes(self) -> int:
        """Its length."""
        return self.end - self.begin


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDay:
    """A day that may be planned: minutes left of the time set aside, and when nothing else is."""

    day: date
    free_minutes: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way to talk to one person on one day; `value` is in weighted overdue days avoided (SCIENCE 4.3).

    `stretches` are the places in the day's stretches where it may lie; a message needs none.
    """

    person_id: int
    day: date
    channel: Channel
    minutes: int
    value: float
    stretches: tuple[int, ...] = ()

    @property
    def needs_time(self) -> bool:
        """Whether it takes place at a time of day."""
        return self.channel is not Channel.MESSAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A promise of yours: it is kept in time by talking to the person on `by` or before."""

    person_id: int
    by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """Everything the programme knows.

    `pinned` people must be chosen, `rejected` ones must not. `layer_of` and `spread` (lambda, 0 or more)
    reward spreading over layers with falling returns: lambda * sqrt(j) for j people of one layer.
    `deep_talks_a_day` limits how many conversations in person one day holds; None does not.
    """

    days: tuple[PlanDay, ...]
    options: tuple[Option, ...]
    deadlines: tuple[Deadline, ...] = ()
    pinned: frozenset[int] = frozenset()
    rejected: frozenset[int] = frozenset()
    layer_of: tuple[tuple[int, str], ...] = ()
    spread: float = 0.0
    deep_talks_a_day: int | None = None

    def allowed(self) -> tuple[Option, ...]:
        """The options of people who are not rejected, by person, day and channel: the same order always."""
        return tuple(
            sorted(
                (each for each in self.options if each.person_id not in self.rejected),
                key=lambda each: (each.person_id, each.day, -each.minutes),
            )
        )

    def kept(self, option: Option) -> int:
        """How many promises this option keeps in time."""
        return sum(each.person_id == option.person_id and option.day <= each.by for each in self.deadlines)

    def worths(self, options: Iterable[Option]) -> list[float]:
        """Value and M for each promise kept.

        As nobody is chosen twice, this says the same as the constraint sum x + u >= 1 with -M u.
        """
        due = Counter((each.person_id, each.by) for each in self.deadlines)
        by_person: dict[int, list[tuple[date, int]]] = {}
        for (person_id, by), count in due.items():
            by_person.setdefault(person_id, []).append((by, count))
        return [
            each.value
            + PROMISE_WORTH * sum(count for by, count in by_person.get(each.person_id, ()) if each.day <= by)
            for each in options
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A chosen option and the place of its stretch in the day's; None where it needs no time of day."""

    option: Option
    stretch: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """What was chosen, its value, and the value that no plan can exceed.

    Both leave out what keeping promises is worth, at the promises that `choices` keep.
    """

    choices: tuple[Choice, ...]
    objective: float
    bound: float

    @property
    def gap(self) -> float:
        """(bound - objective) / objective, 0 or more: 0.02 is at most 2 % below the best possible."""
        missing = max(0.0, self.bound - self.objective)
        return missing / self.objective if self.objective > 0 else (1.0 if missing > 1e-6 else 0.0)

    @property
    def people(self) -> frozenset[int]:
        """Who was chosen."""
        return frozenset(each.option.person_id for each in self.choices)


def value_of(instance: Instance, choices: Iterable[Choice]) -> float:
    """The value of a plan, with the reward for spreading and without that of promises."""
    chosen = [each.option for each in choices]
    layers = dict(instance.layer_of)
    people = Counter(layers[each.person_id] for each in chosen if each.person_id in layers)
    return sum(each.value for each in chosen) + instance.spread * sum(sqrt(n) for n in people.values())
