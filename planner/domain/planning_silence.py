"""How likely a relationship stays silent if nobody acts: the two-habit model in closed form.

Source: SCIENCE 1.6. A habit (bursty or regular) with an unknown pace, which may end after any conversation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma, log

_ENDS, _GOES_ON = 0.18, 0.75
_MOST = 700.0
"""Above this, exp() leaves the floating numbers."""
_SHORTEST_GAP = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Habit:
    """Prior weight pi, shape k, and the Gamma prior (alpha, beta in days^k) on the rate of gap^k."""

    prior: float
    shape: float
    alpha: float
    beta: float


_HABITS = (
    _Habit(prior=0.90, shape=0.70, alpha=0.90, beta=18.0),
    _Habit(prior=0.10, shape=3.0, alpha=0.20, beta=343.0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fitted:
    """A habit after its history: log evidence, P(alive), n + alpha, and beta + the sum of gap^k."""

    habit: _Habit
    evidence: float
    alive: float
    power: float
    used: float


def silence(gap_days: Sequence[float], days_since: float, horizon_days: int) -> tuple[float, ...]:
    """P(silent for t more days) for t = 1 to the horizon, after at least one conversation.

    `gap_days` lie between its conversations, `days_since` since the last one; rest is left out of both.
    """
    gaps = [max(each, _SHORTEST_GAP) for each in gap_days]
    since = max(days_since, 0.0)
    fitted = [_fitted(habit, gaps, since) for habit in _HABITS]
    most = max(log(each.habit.prior) + each.evidence for each in fitted)
    weights = [each.habit.prior * exp(each.evidence - most) for each in fitted]
    whole = sum(weights)
    return tuple(
        1.0
        - sum(
            weight / whole * each.alive * (1 - _no_contact(each, since, ahead))
            for weight, each in zip(weights, fitted, strict=True)
        )
        for ahead in range(1, horizon_days + 1)
    )


def _fitted(habit: _Habit, gaps: Sequence[float], since: float) -> _Fitted:
    count = len(gaps)
    used = habit.beta + sum(gap**habit.shape for gap in gaps)
    before, now = log(used), log(used + since**habit.shape)
    power = habit.alpha + count
    gamma = lgamma(power) - lgamma(habit.alpha) + habit.alpha * log(habit.beta)
    spread = count * log(habit.shape) + (habit.shape - 1) * sum(map(log, gaps))
    goes_on = _log_beta(_ENDS, _GOES_ON + count + 1) - _log_beta(_ENDS, _GOES_ON) - power * now
    ended = _log_beta(_ENDS + 1, _GOES_ON + count) - _log_beta(_ENDS, _GOES_ON) - power * before
    most = max(goes_on, ended)
    return _Fitted(
        habit=habit,
        evidence=gamma + spread + most + log(exp(goes_on - most) + exp(ended - most)),
        alive=1 / (1 + _ENDS / (_GOES_ON + count) * exp(min(_MOST, power * (now - before)))),
        power=power,
        used=used,
    )


def _no_contact(fitted: _Fitted, since: float, ahead: int) -> float:
    """q = P(silent for `ahead` more days, if the relationship is alive)."""
    shape = fitted.habit.shape
    now, then = fitted.used + since**shape, fitted.used + (since + ahead) ** shape
    return float((now / then) ** fitted.power)


def _log_beta(x: float, y: float) -> float:
    return lgamma(x) + lgamma(y) - lgamma(x + y)
