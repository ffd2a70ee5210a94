"""How forecasts held up: the figures by which they prove themselves, or not (SCIENCE 1.9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp, fsum, log
from typing import NamedTuple

FEWEST = 50
"""Below so many forecasts that have come due it is too early to say anything."""
BINS = 5
_LEAST = 1e-6
_STEPS = 50


class Resolved(NamedTuple):
    """One forecast that has come due: the chance that was told, and whether it happened."""

    chance: float
    happened: bool


class Bin(NamedTuple):
    """Forecasts with a chance from `low` to below `high`: how many, their
    mean chance, and the share that happened."""

    low: float
    high: float
    number: int
    told: float
    happened: float


def brier(forecasts: Iterable[Resolved]) -> float:
    """The mean squared distance between chance and what happened, 0 to 1; 0 is perfect."""
    errors = [(each.chance - each.happened) ** 2 for each in forecasts]
    return fsum(errors) / len(errors)


def base_rate(forecasts: Iterable[Resolved]) -> float:
    """The share that happened."""
    outcomes = [each.happened for each in forecasts]
    return sum(outcomes) / len(outcomes)


def skill(found: float, reference: float) -> float | None:
    """1 - Brier / Brier of a reference: above 0 it is better than that; None where that is perfect."""
    return None if reference == 0 else 1 - found / reference


def log_loss(forecasts: Iterable[Resolved]) -> float:
    """The mean of -ln(chance of what happened), chances kept off 0 and 1 by a millionth."""
    losses = []
    for each in forecasts:
        chance = min(1 - _LEAST, max(_LEAST, each.chance))
        losses.append(-log(chance if each.happened else 1 - chance))
    return fsum(losses) / len(losses)


def calibration(forecasts: Iterable[Resolved], bins: int = BINS) -> tuple[Bin, ...]:
    """The forecasts in bins of equal width; empty bins are left out."""
    sorted_in: list[list[Resolved]] = [[] for _ in range(bins)]
    for each in forecasts:
        sorted_in[min(bins - 1, int(each.chance * bins))].append(each)
    return tuple(
        Bin(
            low=place / bins,
            high=(place + 1) / bins,
            number=len(those),
            told=fsum(each.chance for each in those) / len(those),
            happened=base_rate(those),
        )
        for place, those in enumerate(sorted_in)
        if those
    )


def expected_calibration_error(forecasts: Sequence[Resolved], bins: int = 10) -> float:
    """The mean distance between what was told and what happened, over the bins."""
    return sum(each.number * abs(each.told - each.happened) for each in calibration(forecasts, bins)) / len(
        forecasts
    )


def calibration_slope(forecasts: Iterable[Resolved]) -> float | None:
    """The slope of a logistic regression of what happened on logit(chance): 1 is right, below 1 too sure.

    None where all or nothing happened, or all chances are the same.
    """
    points = [(logit(each.chance), each.happened) for each in forecasts]
    same = len({place for place, _ in points}) < 2
    if same or len({happened for _, happened in points}) < 2:
        return None
    return logistic_fit(points)[1]


def logit(chance: float) -> float:
    """ln(p / (1 - p)), p kept off 0 and 1 by a millionth."""
    kept = min(1 - _LEAST, max(_LEAST, chance))
    return log(kept / (1 - kept))


def logistic(value: float) -> float:
    """The inverse of logit."""
    return 1 / (1 + exp(-value)) if value >= 0 else exp(value) / (1 + exp(value))


class Prior(NamedTuple):
    """Where a coefficient is thought to lie before any data, and how far off it may be."""

    mean: float
    deviation: float


def logistic_fit(
    points: Sequence[tuple[float, bool]], priors: tuple[Prior, Prior] | None = None
) -> tuple[float, float]:
    """(u, v) of P = logistic(u + v x), by Newton's method, with Normal priors where given."""
    shift, slope = (priors[0].mean, priors[1].mean) if priors else (0.0, 1.0)
    for _ in range(_STEPS):
        step = _newton_step(points, shift, slope, priors)
        size = max(1.0, abs(step[0]), abs(step[1]))  # far from the end, no step is longer than 1
        shift, slope = shift - step[0] / size, slope - step[1] / size
        if max(map(abs, step)) < 1e-9:
            break
    return shift, slope


def _newton_step(
    points: Sequence[tuple[float, bool]], shift: float, slope: float, priors: tuple[Prior, Prior] | None
) -> tuple[float, float]:
    first = second = 0.0
    curve = [1e-9, 0.0, 1e-9]
    for value, happened in points:
        chance = logistic(shift + slope * value)
        off, spread = chance - happened, chance * (1 - chance)
        first, second = first + off, second + off * value
        curve[0] += spread
        curve[1] += spread * value
        curve[2] += spread * value * value
    if priors:
        first += (shift - priors[0].mean) / priors[0].deviation ** 2
        second += (slope - priors[1].mean) / priors[1].deviation ** 2
        curve[0] += priors[0].deviation ** -2
        curve[2] += priors[1].deviation ** -2
    whole = curve[0] * curve[2] - curve[1] ** 2
    return (curve[2] * first - curve[1] * second) / whole, (curve[0] * second - curve[1] * first) / whole


class Waited(NamedTuple):
    """A forecast and how long it took: days to the next contact, or days watched without one."""

    chance: float
    days: float
    ended: bool


def concordance(waits: Sequence[Waited]) -> float | None:
    """Harrell's C: of all pairs whose order is known, how often the one told as likelier came first.

    0.5 is no better than chance; equal chances count half. None where no order is known.
    """
    order = sorted(waits, key=lambda each: (-each.days, each.ended))
    ranks = {chance: rank for rank, chance in enumerate(sorted({each.chance for each in waits}), start=1)}
    longer = _Counts(len(ranks))
    pairs, agreeing = 0, 0.0
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and order[end].days == order[start].days:
            end += 1
        same = order[start:end]
        for each in same:  # those watched as long without a contact waited longer
            if not each.ended:
                longer.add(ranks[each.chance])
        for each in same:
            if each.ended:
                below, equal = longer.below(ranks[each.chance]), longer.at(ranks[each.chance])
                pairs += longer.all
                agreeing += below + equal / 2
        for each in same:
            if each.ended:
                longer.add(ranks[each.chance])
        start = end
    return agreeing / pairs if pairs else None


class _Counts:
    """How many of each rank there are, and how many below one: a Fenwick tree."""

    def __init__(self, ranks: int) -> None:
        self._tree = [0] * (ranks + 1)
        self._exact = [0] * (ranks + 1)
        self.all = 0

    def add(self, rank: int) -> None:
        self.all += 1
        self._exact[rank] += 1
        while rank < len(self._tree):
            self._tree[rank] += 1
            rank += rank & -rank

    def at(self, rank: int) -> int:
        return self._exact[rank]

    def below(self, rank: int) -> int:
        rank -= 1
        found = 0
        while rank:
            found += self._tree[rank]
            rank &= rank - 1
        return found


def rate_forecast(mean_gap: float | None, days: float) -> float | None:
    """What a mean gap alone would say: 1 - exp(-H / mean), the naive forecast to be better than."""
    return None if not mean_gap else 1 - exp(-days / mean_gap)
