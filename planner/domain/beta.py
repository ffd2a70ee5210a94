"""The Beta distribution in plain arithmetic: what a share in 0 to 1 may be, seen from what was counted.

`a` and `b` are its two shapes, both above 0: how much speaks for and against. Source: SCIENCE 2.1 and 9.
"""

from __future__ import annotations

from math import exp, lgamma, log, log1p, sqrt

_HALVINGS = 60
_TERMS = 400
_CLOSE_ENOUGH = 1e-14
_TINY = 1e-300


def share_below(x: float, a: float, b: float) -> float:
    """The chance that a Beta(a, b) share is at most x: the regularised incomplete beta I_x(a, b)."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def quantile(p: float, a: float, b: float) -> float:
    """The share below which a Beta(a, b) lies with chance p, found by halving; good to 1e-9."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if share_below(middle, a, b) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def spread(a: float, b: float) -> float:
    """The standard deviation of a Beta(a, b)."""
    return sqrt(a * b / ((a + b) ** 2 * (a + b + 1)))


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of the incomplete beta, from front to back as Lentz does it."""
    upper, lower = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    found = lower
    for m in range(1, _TERMS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            lower = 1 / _away_from_zero(1 + term * lower)
            upper = _away_from_zero(1 + term / upper)
            found *= lower * upper
        if abs(lower * upper - 1) < _CLOSE_ENOUGH:
            break
    return found


def _away_from_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
