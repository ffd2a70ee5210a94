"""How good forecasts of the next contact are, on any contact log, beside what is usually done.

    python -m tests.benchmarks.forecast DATA.csv [--zone ZONE]
    python -m tests.benchmarks.forecast --simulate [--regular 0.3] [--median 30]

DATA.csv has the columns ego, alter, unix_time: one row for each contact. Nothing later than an origin is
known there; what learns, learns from half of the egos on earlier days and is asked about the other half.
Without a file an invented log with known truth is used; then the last row says how good one could be.
Prints the table of SCIENCE 8.1: Brier score at 7, 30 and 60 days; log loss, calibration error, slope and
concordance at 30; lower is better but for the slope (1 is right) and C (0.5 is chance).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from planner.domain.forecast_check import (
    Resolved,
    Waited,
    brier,
    calibration_slope,
    concordance,
    expected_calibration_error,
    log_loss,
)
from planner.domain.two_habits_many import Floats
from tests.benchmarks import forecast_models as models
from tests.benchmarks.forecast_boosting import boosting
from tests.benchmarks.forecast_log import Cases, Log, cases_at, default_origins, read_log, split_egos
from tests.benchmarks.forecast_simulation import FIRST_DAY, ORIGINS, SEED, World, simulated

HORIZONS = (7, 30, 60)
MAIN = 30
_EARLIER = (1 / 2, 2 / 3, 5 / 6)
"""Those who learn do it on these parts of the days before the first origin."""
_ROUNDS = 400

Row = tuple[str, models.Forecaster]
ROWS: tuple[Row, ...] = (
    ("base rate of the recent past", models.base_rate),
    ("fixed interval (pooled mean)", models.fixed_interval),
    ("mean gap", models.mean_gap),
    ("EWMA gap (.3)", models.smoothed_gap),
    ("censored mean gap T/(n+1)", models.censored_gap),
    ("8x silence rule", models.silence_rule),
    ("logistic(log n, log silence)", models.logistic),
    ("Gamma-Poisson NBD, MLE", models.nbd),
    ("BG/NBD, MLE", models.bg_nbd),
    ("MBG/Weibull-Gamma, MLE", models.weibull_likelihood),
    ("MBG/Weibull-Gamma, forecast-fit", models.weibull_forecast),
    ("Weibull-Gamma + forgetting", models.weibull_forgetting),
    ("gradient boosting, 11 features", boosting),
    ("bursty habit alone, shipped", models.bursty_alone),
    ("two-habit, shipped constants", models.two_habits),
)
"""Every row of the table, our own last."""


class Score(NamedTuple):
    """A row of the table; `brier` by horizon, the rest at 30 days."""

    name: str
    brier: tuple[float, ...]
    log_loss: float
    calibration_error: float
    slope: float | None
    concordance: float | None
    errors: Floats
    """The squared error of every forecast at 30 days, in the order of the cases."""


def scores(
    learning: Log, asked: Log, origins: Sequence[int], rows: Sequence[Row] = ROWS
) -> tuple[list[Score], list[Cases]]:
    """Rows of the table, learned from some egos' earlier days and asked about others; and the cases."""
    first = min(origins) - asked.first
    earlier = [cases_at(learning, asked.first + int(first * part)) for part in _EARLIER]
    training = [each for each in earlier if len(each)]
    cases = [found for origin in origins if len(found := cases_at(asked, origin))]
    learned = [(name, learn(asked, training)) for name, learn in rows]
    return [score(name, predict, cases) for name, predict in learned], cases


def score(name: str, predict: models.Predict, cases: Sequence[Cases]) -> Score:
    """What a forecaster comes to, over all cases."""
    chances = {days: [predict(each, days) for each in cases] for days in HORIZONS}
    resolved = {
        days: [
            Resolved(float(chance), bool(happened))
            for each, found in zip(cases, chances[days], strict=True)
            for chance, happened in zip(found, each.happened(days), strict=True)
        ]
        for days in HORIZONS
    }
    return Score(
        name=name,
        brier=tuple(brier(resolved[days]) for days in HORIZONS),
        log_loss=log_loss(resolved[MAIN]),
        calibration_error=expected_calibration_error(resolved[MAIN]),
        slope=calibration_slope(resolved[MAIN]),
        concordance=concordance(_waits(cases, chances[MAIN])),
        errors=np.array([(each.chance - each.happened) ** 2 for each in resolved[MAIN]]),
    )


def _waits(cases: Sequence[Cases], chances: Sequence[Floats]) -> list[Waited]:
    return [
        Waited(float(chance), float(min(wait, each.watched)), bool(wait <= each.watched))
        for each, found in zip(cases, chances, strict=True)
        for chance, wait in zip(found, each.wait, strict=True)
    ]


def difference(one: Score, other: Score, egos: Floats, seed: int = 1) -> tuple[float, float, float]:
    """How much higher the Brier score of one is, with its 95 % interval, egos drawn again and again."""
    gains = one.errors - other.errors
    names, places = np.unique(egos, return_inverse=True)
    sums, counts = np.bincount(places, gains), np.bincount(places)
    drawn = np.random.default_rng(seed).integers(0, len(names), (_ROUNDS, len(names)))
    means = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    low, high = np.quantile(means, (0.025, 0.975))
    return float(gains.mean()), float(low), float(high)


def tell(found: Sequence[Score], cases: Sequence[Cases]) -> None:
    """Print the table, and how far each row is from our own."""
    total = sum(map(len, cases))
    rates = ", ".join(
        f"{np.concatenate([each.happened(days) for each in cases]).mean():.3f} ({days} d)"
        for days in HORIZONS
    )
    print(f"{total:,} forecasts at {len(cases)} origins; base rate {rates}\n")
    heads = ("Brier 7", "Brier 30", "Brier 60", "log loss", "ECE", "slope", "C")
    print(f"{'model':34s}" + "".join(f"{head:>10s}" for head in heads))
    for each in found:
        figures = (*each.brier, each.log_loss, each.calibration_error, each.slope, each.concordance)
        print(f"{each.name:34s}" + "".join(f"{_figure(figure):>10s}" for figure in figures))
    ours = next(each for each in found if each.name == ROWS[-1][0])
    egos = np.concatenate([each.ego for each in cases])
    print("\nBrier score at 30 days, how much higher than the two-habit model's (95 % interval over egos):")
    for each in found:
        if each is not ours:
            gain, low, high = difference(each, ours, egos)
            print(f"{each.name:34s} {gain:+.4f} [{low:+.4f}, {high:+.4f}]")


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.4f}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", metavar="DATA.csv", nargs="?", type=Path)
    parser.add_argument("--zone", default="UTC", help="where the days begin and end; UTC if not said")
    parser.add_argument("--simulate", action="store_true", help="an invented log instead of a file")
    parser.add_argument("--regular", type=float, default=0.3, help="share of regular relations, invented log")
    parser.add_argument("--median", type=float, default=30.0, help="median gap in days, invented log")
    parser.add_argument("--seed", type=int, default=SEED, help="another throw of the dice")
    given = parser.parse_args()
    if given.simulate == (given.file is not None):
        parser.error("name a file, or write --simulate")
    if given.file is not None:
        log = read_log(given.file, given.zone)
        learning, asked = split_egos(log, given.seed)
        found, cases = scores(log.of(learning), log.of(asked), default_origins(log, max(HORIZONS)))
    else:
        world = World(median=given.median, regular=given.regular)
        made, others = simulated(world, seed=given.seed), simulated(world, seed=given.seed + 1_000)
        found, cases = scores(others.log, made.log, [FIRST_DAY + day for day in ORIGINS])
        found.append(score("oracle (the true hazard)", made.oracle, cases))
    tell(found, cases)
    return 0


if __name__ == "__main__":
    sys.exit(main())
