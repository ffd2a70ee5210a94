"""What dated evidence lets one believe: a Beta posterior with forgetting, shown as an interval.

Source: SCIENCE 2.1. a = m0 mu + sum d y and b = m0 (1 - mu) + sum d (1 - y), where every trial ended
with y in 0 to 1 and counts d = w 2^(-age / h).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from planner.domain import beta

HALF_LIFE_DAYS = 365.0
"""h: after so many days a trial counts half. A convention; anything from 180 to 730 does as well."""
PRIOR_TRIALS = 4.0
"""m0: how many fresh trials the belief before any evidence is worth."""
FEWEST = 1.0
"""Below the worth of one fresh trial nothing is shown."""


class Trial(NamedTuple):
    """One thing that went well (1), ill (0) or between; `weight` is w, its age is 0 days or more."""

    outcome: float
    weight: float
    age_days: int

    @property
    def counts(self) -> float:
        """d: how much of a fresh trial of weight 1 this one still is."""
        return self.weight * faded(self.age_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """A Beta(a, b) over a share in 0 to 1.

    `evidence` is n_eff, how many fresh trials it is worth; `trials` is how many there are.
    """

    a: float
    b: float
    evidence: float
    trials: int

    @property
    def is_known(self) -> bool:
        """Whether there is evidence enough to show anything."""
        return self.evidence >= FEWEST

    @property
    def mean(self) -> float:
        """The share to expect."""
        return self.a / (self.a + self.b)

    @property
    def spread(self) -> float:
        """The standard deviation of the share."""
        return beta.spread(self.a, self.b)

    @property
    def interval(self) -> tuple[float, float]:
        """The share lies in here with a chance of 90 %."""
        return beta.quantile(0.05, self.a, self.b), beta.quantile(0.95, self.a, self.b)

    @property
    def chance_of_more_than_half(self) -> float:
        """P(theta > 0.5)."""
        return 1 - beta.share_below(0.5, self.a, self.b)


def belief(trials: Iterable[Trial], *, prior_mean: float, prior_trials: float = PRIOR_TRIALS) -> Belief:
    """What to believe after these trials, whatever their order."""
    a, b, evidence, count = prior_trials * prior_mean, prior_trials * (1 - prior_mean), 0.0, 0
    for trial in trials:
        a += trial.counts * trial.outcome
        b += trial.counts * (1 - trial.outcome)
        evidence += trial.counts
        count += 1
    return Belief(a=a, b=b, evidence=evidence, trials=count)


def faded(age_days: int, half_life_days: float = HALF_LIFE_DAYS) -> float:
    """What is left of a fact's weight after its age; a day still to come has age 0."""
    return float(2.0 ** (-max(0, age_days) / half_life_days))


def percent_words(belief: Belief) -> str:
    """'likely 50–90 %', to the nearest five but never 0 or 100; or that there is too little to tell."""
    if not belief.is_known:
        return "too little to tell yet" if belief.trials else "no evidence yet"
    low, high = (min(99, max(1, round(each * 20) * 5)) for each in belief.interval)
    return f"likely {low}–{high} %"
