"""What forecasts are held against: simple rules, models fitted on other people's past, and our own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from planner.domain.gaps_many import sums_of_many
from planner.domain.two_habits import BURSTY, SHIPPED, Habit, Model
from planner.domain.two_habits_many import Floats, log_evidence, prospects_of
from tests.benchmarks.forecast_fit import logistic_regression, lowest
from tests.benchmarks.forecast_log import Cases, Log, recent_rate

FIT_HORIZONS = (7, 14, 30, 60)
_HORIZON = 30
_SILENT_RULE = 8
_HALF_LIFE = 120.0
_LEAST = 1e-6

Predict = Callable[[Cases, int], Floats]


class Forecaster(Protocol):
    """Learns from cases of other people's earlier days, and then says P(contact within so many days)."""

    def __call__(self, log: Log, training: Sequence[Cases]) -> Predict: ...


def within(rate: Floats | float, days: int) -> Floats:
    """P of a constant rate a day: 1 - exp(-rate H)."""
    return np.asarray(-np.expm1(-np.asarray(rate) * days))


def base_rate(log: Log, _training: Sequence[Cases]) -> Predict:
    """The share of the recent past, the same for everybody."""
    return lambda cases, days: np.full(len(cases), recent_rate(log, cases.origin, days))


def fixed_interval(_log: Log, _training: Sequence[Cases]) -> Predict:
    """Everybody's mean gap, the same for everybody."""
    return lambda cases, days: np.full(len(cases), within(1 / _pooled(cases), days))


def mean_gap(_log: Log, _training: Sequence[Cases]) -> Predict:
    """Each one's own mean gap: the naive product."""
    return lambda cases, days: within(1 / _known(cases.statistics.mean, cases), days)


def smoothed_gap(_log: Log, _training: Sequence[Cases]) -> Predict:
    """Each one's own exponentially weighted mean gap."""
    return lambda cases, days: within(1 / _known(cases.statistics.smoothed, cases), days)


def censored_gap(_log: Log, _training: Sequence[Cases]) -> Predict:
    """The time since the first contact over the number of contacts."""
    return lambda cases, days: within(cases.contacts / cases.age, days)


def silence_rule(_log: Log, _training: Sequence[Cases]) -> Predict:
    """Own mean gap, and nothing once the silence is eight times as long."""

    def predict(cases: Cases, days: int) -> Floats:
        mean = _known(cases.statistics.mean, cases)
        return np.where(cases.since > _SILENT_RULE * mean, 0.0, within(1 / mean, days))

    return predict


def logistic(_log: Log, training: Sequence[Cases]) -> Predict:
    """A logistic regression on ln(contacts) and ln(silence), one for each horizon."""

    def features(cases: Cases) -> Floats:
        return np.column_stack([np.ones(len(cases)), np.log(cases.contacts), np.log(cases.since)])

    everything = np.concatenate([features(each) for each in training])

    def predict(cases: Cases, days: int) -> Floats:
        happened = np.concatenate([each.happened(days) for each in training])
        weights = logistic_regression(everything, happened)
        return np.asarray(1 / (1 + np.exp(-features(cases) @ weights)))

    return predict


def nbd(_log: Log, training: Sequence[Cases]) -> Predict:
    """Gamma-Poisson, by maximum likelihood."""
    repeats = np.concatenate([each.contacts - 1 for each in training])
    ages = np.concatenate([each.age for each in training])

    def loss(found: Floats) -> float:
        r, alpha = np.exp(found)
        return -float(
            np.mean(_gamma_steps(r, repeats) + r * np.log(alpha) - (r + repeats) * np.log(alpha + ages))
        )

    r, alpha = np.exp(lowest(loss, np.log([0.5, 20.0])))
    return lambda cases, days: np.asarray(
        1 - ((alpha + cases.age) / (alpha + cases.age + days)) ** (r + cases.contacts - 1)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BgNbd:
    """The BG/NBD model of Fader, Hardie and Lee (2005): drop-out only after repeats."""

    r: float
    alpha: float
    a: float
    b: float

    def log_likelihood(self, repeats: Floats, recency: Floats, age: Floats) -> Floats:
        """Of each customer with so many repeats, the last after `recency`, watched for `age`."""
        gamma = _gamma_steps(self.r, repeats) + self.r * np.log(self.alpha)
        lived = _rising(self.b, repeats) - _rising(self.a + self.b, repeats)
        living = lived - (self.r + repeats) * np.log(self.alpha + age)
        again = np.maximum(repeats - 1, 0)
        # B(a + 1, b + x - 1) / B(a, b)
        left = np.log(self.a) + _rising(self.b, again) - _rising(self.a + self.b, again + 1)
        ended = left - (self.r + repeats) * np.log(self.alpha + recency)
        return np.asarray(gamma + np.where(repeats > 0, np.logaddexp(living, ended), living))

    def alive(self, repeats: Floats, recency: Floats, age: Floats) -> Floats:
        """P(the relationship has not ended)."""
        power = (self.r + repeats) * np.log((self.alpha + age) / (self.alpha + recency))
        odds = self.a / np.maximum(self.b + repeats - 1, _LEAST) * np.exp(np.minimum(power, 700.0))
        return np.asarray(np.where(repeats > 0, 1 / (1 + odds), 1.0))

    def within(self, repeats: Floats, recency: Floats, age: Floats, days: float) -> Floats:
        """P(contact within so many days)."""
        silent = ((self.alpha + age) / (self.alpha + age + days)) ** (self.r + repeats)
        return np.asarray(self.alive(repeats, recency, age) * (1 - silent))


def fit_bg_nbd(
    repeats: Floats, recency: Floats, age: Floats, start: Sequence[float] = (0.5, 20, 0.5, 2)
) -> BgNbd:
    """BG/NBD by maximum likelihood."""

    def model(found: Floats) -> BgNbd:
        r, alpha, a, b = (float(each) for each in np.exp(found))
        return BgNbd(r=r, alpha=alpha, a=a, b=b)

    def loss(found: Floats) -> float:
        return -float(np.mean(model(found).log_likelihood(repeats, recency, age)))

    return model(lowest(loss, np.log(start)))


def bg_nbd(_log: Log, training: Sequence[Cases]) -> Predict:
    """BG/NBD, by maximum likelihood."""
    together = [np.concatenate(each) for each in zip(*map(_bought, training), strict=True)]
    found = fit_bg_nbd(*together)
    return lambda cases, days: found.within(*_bought(cases), days)


def _bought(cases: Cases) -> tuple[Floats, Floats, Floats]:
    return (cases.contacts - 1).astype(float), cases.age - cases.since, cases.age


def single_habit(found: Floats) -> Model:
    """A model of one habit from the logarithms of k, alpha, beta, a and b."""
    k, alpha, beta, a, b = (float(each) for each in np.exp(np.clip(found, -12, 12)))
    return Model(habits=(Habit(1.0, k, alpha, beta),), ends=a, goes_on=b)


_START = np.log([0.7, 0.9, 18.0, 0.18, 0.75])


def weibull_likelihood(_log: Log, training: Sequence[Cases]) -> Predict:
    """Weibull-Gamma with drop-out, by maximum likelihood."""

    def loss(found: Floats) -> float:
        model = single_habit(found)
        return -sum(
            float(log_evidence(sums_of_many(each.gaps, model), each.since, model).sum()) for each in training
        ) / sum(map(len, training))

    model = single_habit(lowest(loss, _START))
    return lambda cases, days: with_model(model, cases, days)


def weibull_forecast(_log: Log, training: Sequence[Cases]) -> Predict:
    """Weibull-Gamma with drop-out, its constants chosen for the log loss of forecasts."""
    model = single_habit(lowest(lambda found: _log_losses(with_model, single_habit(found), training), _START))
    return lambda cases, days: with_model(model, cases, days)


def weibull_forgetting(_log: Log, training: Sequence[Cases]) -> Predict:
    """Weibull-Gamma without drop-out that forgets with a half-life of 120 days, fitted as the one before."""
    start = _START[:3]
    habit = _habit(lowest(lambda found: _log_losses(forgetting, _habit(found), training), start))
    return lambda cases, days: forgetting(habit, cases, days)


def _habit(found: Floats) -> Habit:
    k, alpha, beta = (float(each) for each in np.exp(np.clip(found, -12, 12)))
    return Habit(1.0, k, alpha, beta)


def forgetting(habit: Habit, cases: Cases, days: int) -> Floats:
    """P(contact) where each gap counts the less the longer ago it ended."""
    gaps = cases.gaps
    left = 0.5 ** ((cases.origin - gaps.ends) / _HALF_LIFE)
    size = len(cases)
    count = np.bincount(gaps.owner, left, size)
    used = habit.beta + np.bincount(gaps.owner, left * gaps.lengths**habit.shape, size)
    now, then = cases.since**habit.shape, (cases.since + days) ** habit.shape
    return np.asarray(1 - ((used + now) / (used + then)) ** (habit.alpha + count))


def two_habits(_log: Log, _training: Sequence[Cases]) -> Predict:
    """The product's own, with the constants that it ships."""
    return lambda cases, days: with_model(SHIPPED, cases, days)


def bursty_alone(_log: Log, _training: Sequence[Cases]) -> Predict:
    """The bursty half of the product's own."""
    model = SHIPPED._replace(habits=(BURSTY._replace(prior=1.0),))
    return lambda cases, days: with_model(model, cases, days)


def with_model(model: Model, cases: Cases, days: int) -> Floats:
    """P(contact) by habits."""
    return prospects_of(sums_of_many(cases.gaps, model), cases.since, model).contact_within(days)


def _log_losses(
    predict: Callable[[Model, Cases, int], Floats] | Callable[[Habit, Cases, int], Floats],
    model: Model | Habit,
    training: Sequence[Cases],
) -> float:
    """The mean log loss of forecasts for all horizons."""
    losses = []
    for cases in training:
        for days in FIT_HORIZONS:
            chance = np.clip(predict(model, cases, days), _LEAST, 1 - _LEAST)  # type: ignore[arg-type]
            losses.append(-np.log(np.where(cases.happened(days), chance, 1 - chance)).mean())
    return float(np.mean(losses))


def _pooled(cases: Cases) -> float:
    return float(cases.gaps.lengths.mean()) if len(cases.gaps.lengths) else float(_HORIZON)


def _known(gap: Floats, cases: Cases) -> Floats:
    """A gap of one's own, or everybody's where there is none yet."""
    return np.where(np.isnan(gap), _pooled(cases), gap)


def _rising(start: float, count: Floats) -> Floats:
    """ln Gamma(start + count) - ln Gamma(start)."""
    return _gamma_steps(start, count)


def _gamma_steps(start: float, count: Floats) -> Floats:
    steps = np.concatenate(([0.0], np.cumsum(np.log(start + np.arange(int(np.max(count, initial=0)) + 1)))))
    return np.asarray(steps[count.astype(np.int64)])
