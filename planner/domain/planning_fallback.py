"""A good plan without a solver: an exact knapsack day by day, then swaps (SCIENCE 4.5).

f(S) = sum over people of their best value in S is monotone and submodular, and each day is filled exactly, so
the days alone reach at least half of the best value wherever each day is one stretch; swaps only add to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from math import sqrt

from planner.domain.planning import Choice, Instance, Option, PlanDay, Solution, value_of
from planner.domain.planning_places import placed

_GRID_MINUTES = 5
_ROUNDS = 6
_PINNED = 1e6
"""Worth of a pinned person: above everything else together."""


def filled(instance: Instance, stopped: Callable[[], bool] = lambda: False) -> Solution:
    """A plan that keeps every constraint, but perhaps a pin; its bound is that of `most_possible`.

    `stopped` is asked between days and rounds; what was found by then is the answer.
    """
    plan = _Plan(instance)
    for day in instance.days:
        if stopped():
            break
        plan.fill(day)
    for _ in range(_ROUNDS):
        if stopped() or not plan.improved():
            break
    choices = plan.choices()
    value = value_of(instance, choices)
    return Solution(choices=choices, objective=value, bound=max(value, most_possible(instance)))


def most_possible(instance: Instance) -> float:
    """A value that no plan exceeds: everybody at their best, or every day as if it were alone."""
    people: dict[int, float] = {}
    days: defaultdict[date, defaultdict[int, list[tuple[Option, float]]]]
    days = defaultdict(lambda: defaultdict(list))
    for option in instance.allowed():
        people[option.person_id] = max(people.get(option.person_id, 0.0), option.value)
        days[option.day][option.person_id].append((option, option.value))
    alone = sum(
        sum(option.value for option in _knapsack(days[each.day], each.free_minutes)) for each in instance.days
    )
    layers = Counter(layer for person_id, layer in instance.layer_of if person_id in people)
    return min(sum(people.values()), alone) + instance.spread * sum(sqrt(n) for n in layers.values())


class _Plan:
    """The plan while it is being made: one option a person, by day."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance
        self._days = {each.day: each for each in instance.days}
        self._options = instance.allowed()
        worths = instance.worths(self._options)
        self._worth = {
            id(option): worth + (_PINNED if option.person_id in instance.pinned else 0.0)
            for option, worth in zip(self._options, worths, strict=True)
        }
        self._of_person: defaultdict[int, list[Option]] = defaultdict(list)
        for option in self._options:
            self._of_person[option.person_id].append(option)
        for mine in self._of_person.values():
            mine.sort(key=lambda each: -self._worth[id(each)])
        self._chosen: dict[int, Option] = {}
        self._on: dict[date, dict[int, Option]] = {each: {} for each in self._days}

    def choices(self) -> tuple[Choice, ...]:
        """What is chosen, each in its stretch, by day and person."""
        found: list[Choice] = []
        for day, chosen in self._on.items():
            places = placed(self._days[day], list(chosen.values()), self._instance.deep_talks_a_day)
            found += sorted(places or (), key=lambda choice: choice.option.person_id)
        return tuple(found)

    def fill(self, day: PlanDay) -> None:
        """Choose the best set of this day's options by what each adds to what its person has already."""
        groups: defaultdict[int, list[tuple[Option, float]]] = defaultdict(list)
        for option in self._options:
            gain = self._worth[id(option)] - self._has(option.person_id)
            if option.day == day.day and gain > 0:
                groups[option.person_id].append((option, gain))
        wanted = _knapsack(groups, day.free_minutes)
        for option in sorted(wanted, key=lambda each: (-self._worth[id(each)], each.person_id)):
            if self._fits(option):
                self._take(option)

    def improved(self) -> bool:
        """One round of swaps; whether it found any."""
        better = False
        for option in self._options:
            gain = self._worth[id(option)] - self._has(option.person_id)
            if gain > 1e-9 and self._try(option, gain):
                better = True
        return better

    def _try(self, option: Option, gain: float) -> bool:
        """Take this option, if need be in the place of one of the day that is worth less."""
        if self._fits(option):
            self._take(option)
            return True
        here = self._on[option.day]
        for other in sorted(here.values(), key=lambda each: (self._worth[id(each)], each.person_id)):
            worth = self._worth[id(other)]
            if worth - self._worth[id(self._of_person[other.person_id][0])] >= gain:
                continue
            if other.person_id != option.person_id and self._fits(option, other):
                elsewhere = self._elsewhere(other, option, worth - gain)
                if elsewhere or worth < gain - 1e-9:
                    self._leave(other)
                    self._take(option)
                    if elsewhere:
                        self._take(elsewhere)
                    return True
        return False

    def _elsewhere(self, moved: Option, instead: Option, least: float) -> Option | None:
        """The best option on another day, worth more than `least`, for somebody who has to leave this one."""
        leaving = self._chosen.get(instead.person_id)
        for option in self._of_person[moved.person_id]:  # the best first
            if self._worth[id(option)] <= least + 1e-9:
                return None
            if option.day != instead.day and self._fits(option, leaving):
                return option
        return None

    def _fits(self, option: Option, without: Option | None = None) -> bool:
        """Whether there is room for it in its day, its person's other conversation and `without` left out."""
        here = self._on[option.day]
        leaving = {option.person_id, without.person_id if without else option.person_id}
        minutes = sum(each.minutes for person_id, each in here.items() if person_id not in leaving)
        if minutes + option.minutes > self._days[option.day].free_minutes:
            return False
        staying = [each for person_id, each in here.items() if person_id not in leaving]
        day = self._days[option.day]
        return placed(day, [*staying, option], self._instance.deep_talks_a_day) is not None

    def _take(self, option: Option) -> None:
        before = self._chosen.get(option.person_id)
        if before:
            self._leave(before)
        self._chosen[option.person_id] = self._on[option.day][option.person_id] = option

    def _leave(self, option: Option) -> None:
        del self._chosen[option.person_id], self._on[option.day][option.person_id]

    def _has(self, person_id: int) -> float:
        chosen = self._chosen.get(person_id)
        return self._worth[id(chosen)] if chosen else 0.0


def _knapsack(groups: dict[int, list[tuple[Option, float]]], free_minutes: int) -> list[Option]:
    """The best choice of at most one option a group within the minutes, exact on a grid of five minutes."""
    size = free_minutes // _GRID_MINUTES
    best = [0.0] * (size + 1)
    taken: list[list[Option | None]] = []
    for person_id in sorted(groups):
        new = best[:]
        row: list[Option | None] = [None] * (size + 1)
        for option, gain in groups[person_id]:
            units = -(-option.minutes // _GRID_MINUTES)
            for room in range(units, size + 1):
                if best[room - units] + gain > new[room]:
                    new[room], row[room] = best[room - units] + gain, option
        best = new
        taken.append(row)
    found: list[Option] = []
    room = size
    for row in reversed(taken):
        option_taken = row[room]
        if option_taken is not None:
            found.append(option_taken)
            room -= -(-option_taken.minutes // _GRID_MINUTES)
    return found
