"""Correcting forecasts by how earlier ones held up, where that is proven to help (SCIENCE 1.8).

Off until somebody allows it. Even then a correction is used only if it made the newer forecasts better
than they were, and it can be taken back at any time.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from planner.domain.forecast_check import Prior, logistic, logistic_fit, logit
from planner.domain.two_habits import NAME

FEWEST = 200
"""So many forecasts must have come due, none of them with a suggestion beside it."""
_SHIFT, _SLOPE = Prior(0.0, 0.5), Prior(1.0, 0.25)
_OLDER = 2 / 3
_ROUNDS = 1000
_LOWER = 0.05
_SEED = 20
_NAMED = re.compile(re.escape(NAME) + r" shifted (-?\d+\.\d+) sloped (-?\d+\.\d+)")


class Recalibration(NamedTuple):
    """logit p' = u + v logit p; the identity changes nothing."""

    shift: float = 0.0
    slope: float = 1.0

    @property
    def model(self) -> str:
        """How the log names a forecast that was corrected this way."""
        return NAME if self == Recalibration() else f"{NAME} shifted {self.shift:.4f} sloped {self.slope:.4f}"

    def applied(self, chance: float) -> float:
        """The corrected chance; 0 and 1 stay."""
        if self == Recalibration() or chance in (0.0, 1.0):
            return chance
        return logistic(self.shift + self.slope * logit(chance))

    def undone(self, chance: float) -> float:
        """The chance before the correction."""
        if self == Recalibration() or chance in (0.0, 1.0):
            return chance
        return logistic((logit(chance) - self.shift) / self.slope)


def named(model: str) -> Recalibration | None:
    """The correction behind a model's name in the log; None for a model that is not this one."""
    if model == NAME:
        return Recalibration()
    found = _NAMED.fullmatch(model)
    return Recalibration(float(found[1]), float(found[2])) if found else None


class Trial(NamedTuple):
    """A forecast of the model itself that has come due, un-prompted."""

    made_on: date
    person_id: int
    chance: float
    happened: bool


class Verdict(NamedTuple):
    """Whether a correction fitted on the older two thirds helps on the newer third.

    `gain` is how much lower the Brier score becomes, `least` the lower end of its 90 % interval; both None
    where there are too few forecasts. `adopted` is the identity where nothing is to be adopted.
    """

    trials: int
    gain: float | None
    least: float | None
    adopted: Recalibration


def challenge(trials: Sequence[Trial]) -> Verdict:
    """Champion against challenger: adopt only if the gain's interval, clustered by person, lies above 0."""
    if len(trials) < FEWEST:
        return Verdict(len(trials), None, None, Recalibration())
    order = sorted(trials, key=lambda each: (each.made_on, each.person_id, each.chance))
    cut = ceil(len(order) * _OLDER)
    challenger = fitted(order[:cut])
    gains: defaultdict[int, list[float]] = defaultdict(list)
    for each in order[cut:]:
        gains[each.person_id].append(
            (each.chance - each.happened) ** 2 - (challenger.applied(each.chance) - each.happened) ** 2
        )
    clusters = [(sum(those), len(those)) for _, those in sorted(gains.items())]
    gain, least = _mean(clusters), _lower_end(clusters)
    return Verdict(len(trials), gain, least, challenger if least > 0 else Recalibration())


def fitted(trials: Sequence[Trial]) -> Recalibration:
    """The correction that fits best, held near the identity; rounded as it is named."""
    shift, slope = logistic_fit([(logit(each.chance), each.happened) for each in trials], (_SHIFT, _SLOPE))
    return Recalibration(round(shift, 4), max(0.1, round(slope, 4)))


def _mean(clusters: Sequence[tuple[float, int]]) -> float:
    return sum(total for total, _ in clusters) / sum(count for _, count in clusters)


def _lower_end(clusters: Sequence[tuple[float, int]]) -> float:
    """The 5 % quantile of the mean over people drawn again and again; the same draws every time."""
    chance = random.Random(_SEED)
    means = sorted(_mean(chance.choices(clusters, k=len(clusters))) for _ in range(_ROUNDS))
    return means[int(_LOWER * _ROUNDS)]
