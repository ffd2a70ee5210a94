"""An invented contact log with known truth: habits that drift, change and end (the SIM rows of SCIENCE 8.2).

The gaps of a relation are Weibull; its pace comes from a population, drifts and now and then jumps; after
each contact, and by the day, it may end for good. The constants were chosen so that the table of SCIENCE 8.2
comes out again; they say nothing about real people. With SEED all its figures do within .01; over 300 seeds
their means do within .012, but for the mean gap in the fast world (.015).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from planner.domain.two_habits_many import Floats
from tests.benchmarks.forecast_log import Cases, Log, log_of

ORIGINS = (300, 500, 700)
DAYS = 791
FIRST_DAY = 738_000
EGOS = 30
SEED = 265
FEWEST, MOST = 15, 60
"""How many relations an ego has."""


class Population(NamedTuple):
    """Relations of one habit: Weibull shape, the logarithm of their median gap against the world's, and how
    far that differs between them."""

    shape: float
    pace: float
    spread: float


BURSTY = Population(shape=0.666, pace=-1.019, spread=0.186)
REGULAR = Population(shape=2.933, pace=-0.26, spread=0.653)
SHAPE_SPREAD = 0.235
ENDS = (2.98, 78.9)
"""The Beta distribution of the chance that a relation ends after a contact."""
ENDS_A_DAY = 0.001582
DRIFT = 0.005
JUMPS, JUMP_SPREAD = 0.008, 0.05
BEGIN = (24.0, 133.0)
"""Between which days relations begin."""


class World(NamedTuple):
    """What is to be invented: the median gap in days, and the share of regular relations."""

    median: float = 30.0
    regular: float = 0.3
    egos: int = EGOS


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulated:
    """A log and its truth: for each relation its shape, and for each of its gaps (a row) when it began and
    its scale; nan and inf after the last one."""

    log: Log
    shape: Floats
    begins: Floats
    scale: Floats
    ended: Floats

    def oracle(self, cases: Cases, days: int) -> Floats:
        """P(contact) for somebody who knows each relation's habit and pace, and whether it has ended."""
        pair, now = cases.pair, cases.origin - FIRST_DAY + 1
        newest = (self.begins[:, pair] < now).sum(axis=0) - 1
        shape, scale = self.shape[pair], self.scale[newest, pair]
        since = now - self.begins[newest, pair]
        silent = np.exp((since / scale) ** shape - ((since + days) / scale) ** shape)
        return np.where(self.ended[pair] > now, 1 - silent, 0.0)


def simulated(world: World, seed: int = SEED) -> Simulated:
    """The same log for the same world and seed."""
    rng = np.random.default_rng(seed)
    ego = np.repeat(np.arange(world.egos), rng.integers(FEWEST, MOST + 1, world.egos))
    regular = rng.random(len(ego)) < world.regular
    shape = np.where(regular, REGULAR.shape, BURSTY.shape) * np.exp(
        SHAPE_SPREAD * rng.standard_normal(len(ego))
    )
    spread = np.where(regular, REGULAR.spread, BURSTY.spread) * rng.standard_normal(len(ego))
    pace = np.log(world.median) + np.where(regular, REGULAR.pace, BURSTY.pace) + spread
    begins, scale, ended = _lived(rng, shape, pace)
    days = [np.unique(column[(column >= 0) & (column < DAYS)].astype(np.int64)) for column in begins.T]
    seen = np.flatnonzero([len(each) > 0 for each in days])
    log = log_of(ego[seen].tolist(), [(FIRST_DAY + days[each]).tolist() for each in seen])
    return Simulated(
        log=log, shape=shape[seen], begins=begins[:, seen], scale=scale[:, seen], ended=ended[seen]
    )


def _lived(rng: np.random.Generator, shape: Floats, pace: Floats) -> tuple[Floats, Floats, Floats]:
    """When each gap began and its scale, one row after the other, and when each relation ended."""
    count = len(shape)
    at = rng.uniform(*BEGIN, count)
    until = at + rng.exponential(1 / ENDS_A_DAY, count)
    ends, ended = rng.beta(*ENDS, count), np.full(count, np.inf)
    to_scale = np.log(2) ** (1 / shape)
    begins, scales = [at], []
    while bool((at < DAYS).any()):
        alive = np.isfinite(at) & (rng.random(count) >= ends)
        ended = np.where(np.isfinite(at) & ~alive, np.minimum(ended, at), ended)
        jumps = JUMP_SPREAD * rng.standard_normal(count) * (rng.random(count) < JUMPS)
        pace = pace + DRIFT * rng.standard_normal(count) + jumps
        scale = np.exp(pace) / to_scale
        following = at + scale * rng.exponential(1, count) ** (1 / shape)
        late = alive & (following > until)
        ended = np.where(late, np.minimum(ended, until), ended)
        at = np.where(alive & ~late, following, np.inf)
        begins.append(at)
        scales.append(scale)
    scales.append(scales[-1])
    return np.array(begins), np.array(scales), ended
