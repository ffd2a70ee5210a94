"""The two-habit model for many people at once: two_habits.py in columns. Loaded when first needed."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.domain.two_habits import FARTHEST_DAYS, SHIPPED, Habit, Model, Sums, log_beta

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

_HALVINGS = 42
_MOST = 700.0


class SumColumns(NamedTuple):
    """What the model keeps of each history; see two_habits.Sums. `powers` has one row for each habit."""

    number: Numbers
    logs: Floats
    powers: Floats

    def only(self, which: NDArray[np.bool_] | Numbers) -> SumColumns:
        """Some of the people."""
        return SumColumns(self.number[which], self.logs[which], self.powers[:, which])

    def one(self, place: int) -> Sums:
        """One person's sums."""
        powers = tuple(float(each) for each in self.powers[:, place])
        return Sums(int(self.number[place]), float(self.logs[place]), powers)


class ProspectColumns(NamedTuple):
    """What is to be expected of each; see two_habits.Prospect. All but `since` have one row a habit."""

    model: Model
    since: Floats
    weight: Floats
    alive_if: Floats
    power: Floats
    used: Floats

    @property
    def alive(self) -> Floats:
        """P(the relationship has not silently ended)."""
        found: Floats = (self.weight * self.alive_if).sum(axis=0)
        return found

    @property
    def regular(self) -> Floats:
        """P(the habit is the regular one)."""
        found: Floats = self.weight[-1]
        return found

    def contact_within(self, days: float | Floats) -> Floats:
        """P(contact within so many more days)."""
        further = np.maximum(days, 0.0)
        found = np.zeros(len(self.since))
        for index, habit in enumerate(self.model.habits):
            now = np.log(self.used[index] + self.since**habit.shape)
            then = np.log(self.used[index] + (self.since + further) ** habit.shape)
            answered = -np.expm1(-self.power[index] * (then - now))
            found += self.weight[index] * self.alive_if[index] * answered
        return found

    def days_until(self, chance: float) -> Floats:
        """In how many days P(contact) reaches `chance`; nan where it is not expected."""
        low, high = np.zeros(len(self.since)), np.full(len(self.since), FARTHEST_DAYS)
        expected = self.contact_within(high) >= chance
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            later = self.contact_within(middle) < chance
            low, high = np.where(later, middle, low), np.where(later, high, middle)
        return np.where(expected, high, np.nan)


def prospects_of(sums: SumColumns, since: Floats, model: Model = SHIPPED) -> ProspectColumns:
    """The prospects of everybody, `since` days after the last contact of each."""
    silent = np.maximum(since, 0.0)
    parts = [
        _fitted(sums, habit, sums.powers[index], silent, model) for index, habit in enumerate(model.habits)
    ]
    evidence = np.stack([part[0] for part in parts])
    weight = np.exp(evidence - evidence.max(axis=0))
    weight /= weight.sum(axis=0)
    return ProspectColumns(
        model=model,
        since=silent,
        weight=weight,
        alive_if=np.stack([part[1] for part in parts]),
        power=np.stack([sums.number + habit.alpha for habit in model.habits]),
        used=np.stack([habit.beta + powers for habit, powers in zip(model.habits, sums.powers, strict=True)]),
    )


def log_evidence(sums: SumColumns, since: Floats, model: Model = SHIPPED) -> Floats:
    """ln P(history and silence) of each, for choosing constants; the product itself fits nothing."""
    silent = np.maximum(since, 0.0)
    parts = [
        _fitted(sums, habit, sums.powers[index], silent, model) for index, habit in enumerate(model.habits)
    ]
    found: Floats = np.logaddexp.reduce(np.stack([part[0] for part in parts]), axis=0)
    return found


def _fitted(
    sums: SumColumns, habit: Habit, powers: Floats, since: Floats, model: Model
) -> tuple[Floats, Floats]:
    """ln(pi) + L of a habit, and P(alive) under it."""
    count, ends, goes_on = sums.number, model.ends, model.goes_on
    used = habit.beta + powers
    before, now = np.log(used), np.log(used + since**habit.shape)
    power = count + habit.alpha
    most = int(count.max(initial=0))
    gamma = _risen(habit.alpha, most)[count] + habit.alpha * np.log(habit.beta)
    spread = count * np.log(habit.shape) + (habit.shape - 1) * sums.logs
    lived, both = _risen(goes_on, most + 1), _risen(ends + goes_on, most + 1)
    living = lived[count + 1] - both[count + 1] - power * now
    last = log_beta(ends + 1, goes_on) - log_beta(ends, goes_on)
    ended = last + lived[count] - _risen(ends + 1 + goes_on, most)[count] - power * before
    evidence = np.log(habit.prior) + gamma + spread + np.logaddexp(living, ended)
    odds = ends / (goes_on + count) * np.exp(np.minimum(_MOST, power * (now - before)))
    return evidence, 1 / (1 + odds)


def _risen(start: float, most: int) -> Floats:
    """ln Gamma(start + n) - ln Gamma(start) for n = 0 to `most`."""
    return np.concatenate(([0.0], np.cumsum(np.log(start + np.arange(most)))))
