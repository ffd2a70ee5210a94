"""How likely somebody is to be in contact again if nobody acts: the two-habit model in closed form.

Source: SCIENCE 1.6. Every relationship is of one of two habits, bursty or regular. Within a habit its pace is
unknown and drawn from a population; after each contact it may silently end. All of that integrates out.
two_habits_many.py does the same for many people at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp, lgamma, log
from typing import NamedTuple

SHORTEST_GAP = 0.5
FARTHEST_DAYS = 3650.0
"""Beyond ten years nothing is foreseen: "not expected"."""
_HALVINGS = 80
_MOST = 700.0
"""Above this, exp() leaves the floating numbers."""


class Habit(NamedTuple):
    """Prior weight pi, shape k, and the Gamma prior (alpha, beta in days^k) on the rate of gap^k."""

    prior: float
    shape: float
    alpha: float
    beta: float


class Model(NamedTuple):
    """The habits, and the Beta prior (a, b) on the chance that a relationship ends after a contact."""

    habits: tuple[Habit, ...]
    ends: float
    goes_on: float


BURSTY = Habit(prior=0.90, shape=0.70, alpha=0.90, beta=18.0)
REGULAR = Habit(prior=0.10, shape=3.0, alpha=0.20, beta=343.0)
SHIPPED = Model(habits=(BURSTY, REGULAR), ends=0.18, goes_on=0.75)
"""The constants of the product. They are never fitted to its user (SCIENCE 1.8)."""
NAME = "two-habit 1"
"""What the log of forecasts calls this model; another number when a constant changes."""


class Sums(NamedTuple):
    """All that the model keeps of a history: n gaps, the sum of ln g, and the sum of g^k for each habit."""

    number: int
    logs: float
    powers: tuple[float, ...]

    def with_gap(self, days: float, model: Model = SHIPPED) -> Sums:
        """The sums with one gap more."""
        gap = max(days, SHORTEST_GAP)
        powers = (known + gap**habit.shape for known, habit in zip(self.powers, model.habits, strict=True))
        return Sums(self.number + 1, self.logs + log(gap), tuple(powers))


def sums_of(gap_days: Iterable[float], model: Model = SHIPPED) -> Sums:
    """The sums of gaps in days, in any order; gaps under half a day count as half a day."""
    gaps = [max(each, SHORTEST_GAP) for each in gap_days]
    powers = (sum(gap**habit.shape for gap in gaps) for habit in model.habits)
    return Sums(len(gaps), sum(map(log, gaps)), tuple(powers))


class Fitted(NamedTuple):
    """A habit after a history: its weight w, P(alive), A = alpha + n, and beta + the sum of gap^k."""

    habit: Habit
    weight: float
    alive: float
    power: float
    used: float


class Prospect(NamedTuple):
    """What is to be expected after a history and `since` days of silence, if nobody acts."""

    since: float
    fitted: tuple[Fitted, ...]

    @property
    def alive(self) -> float:
        """P(the relationship has not silently ended)."""
        return sum(each.weight * each.alive for each in self.fitted)

    @property
    def regular(self) -> float:
        """P(the habit is the regular one)."""
        return self.fitted[-1].weight

    def contact_within(self, days: float) -> float:
        """P(contact within so many more days), rising with them from 0."""
        if days <= 0:
            return 0.0
        return sum(each.weight * each.alive * (1 - _silent(each, self.since, days)) for each in self.fitted)

    def days_until(self, chance: float) -> float | None:
        """In how many days P(contact) reaches `chance`; None where it does not: not expected."""
        if self.contact_within(FARTHEST_DAYS) < chance:
            return None
        low, high = 0.0, FARTHEST_DAYS
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if self.contact_within(middle) < chance else (low, middle)
        return high


def prospect(gap_days: Sequence[float], since: float, model: Model = SHIPPED) -> Prospect:
    """The prospect after at least one contact.

    `gap_days` lie between its contact-days; `since` counts from the last one, and half a day more at the end
    of a day. Days of pause are left out of both.
    """
    return prospect_of(sums_of(gap_days, model), since, model)


def prospect_of(sums: Sums, since: float, model: Model = SHIPPED) -> Prospect:
    """The prospect from the sums of a history."""
    silent = max(since, 0.0)
    found = [_fitted(index, sums, silent, model) for index in range(len(model.habits))]
    most = max(evidence for evidence, _ in found)
    weights = [exp(evidence - most) for evidence, _ in found]
    whole = sum(weights)
    fitted = (each._replace(weight=weight / whole) for weight, (_, each) in zip(weights, found, strict=True))
    return Prospect(since=silent, fitted=tuple(fitted))


def _fitted(index: int, sums: Sums, since: float, model: Model) -> tuple[float, Fitted]:
    """A habit after the history, with ln(pi) + L, its log evidence."""
    habit, count = model.habits[index], sums.number
    ends, goes_on = model.ends, model.goes_on
    used = habit.beta + sums.powers[index]
    before, now = log(used), log(used + since**habit.shape)
    power = habit.alpha + count
    gamma = lgamma(power) - lgamma(habit.alpha) + habit.alpha * log(habit.beta)
    spread = count * log(habit.shape) + (habit.shape - 1) * sums.logs
    living = log_beta(ends, goes_on + count + 1) - log_beta(ends, goes_on) - power * now
    ended = log_beta(ends + 1, goes_on + count) - log_beta(ends, goes_on) - power * before
    most = max(living, ended)
    evidence = gamma + spread + most + log(exp(living - most) + exp(ended - most))
    alive = 1 / (1 + ends / (goes_on + count) * exp(min(_MOST, power * (now - before))))
    return log(habit.prior) + evidence, Fitted(habit, 0.0, alive, power, used)


def _silent(fitted: Fitted, since: float, days: float) -> float:
    """q = P(silent for so many days more, if the relationship is alive)."""
    shape = fitted.habit.shape
    now, then = fitted.used + since**shape, fitted.used + (since + days) ** shape
    return float((now / then) ** fitted.power)


def log_beta(x: float, y: float) -> float:
    """ln B(x, y)."""
    return lgamma(x) + lgamma(y) - lgamma(x + y)
