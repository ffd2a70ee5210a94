"""Gradient boosting on eleven features: what a general learner makes of the same histories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.domain.two_habits_many import Floats, Numbers
from tests.benchmarks.forecast_log import Cases, Log
from tests.benchmarks.forecast_models import Predict

_BINS = 32
_ROUNDS, _DEPTH, _RATE = 80, 3, 0.1
_FEWEST, _RIDGE = 20, 1.0

Bins = NDArray[np.int64]


class _Tree(NamedTuple):
    """A feature and a bin for every inner node, a value for every leaf, of a whole binary tree."""

    feature: Numbers
    above: Numbers
    value: Floats

    def leaves(self, bins: Bins) -> Numbers:
        place = np.zeros(len(bins), dtype=np.int64)
        for _ in range(_DEPTH):
            right = bins[np.arange(len(bins)), self.feature[place]] > self.above[place]
            place = 2 * place + 1 + right
        return place - (2**_DEPTH - 1)


def features_of(cases: Cases) -> Floats:
    """Eleven figures of each history; what is not known is its own value, -1."""
    gaps, known = cases.gaps, cases.statistics
    recent = [np.bincount(gaps.owner, gaps.ends > cases.origin - days, len(cases)) for days in (30, 90)]
    last = np.full(len(cases), np.nan)
    some = gaps.number > 0
    last[some] = gaps.lengths[gaps.starts[1:][some] - 1]
    columns = [
        *(np.log(cases.contacts), np.log(cases.since), np.log(cases.age)),
        *(known.mean, known.median, known.smoothed, last, known.variation, cases.since / known.mean),
        *recent,
    ]
    return np.nan_to_num(np.column_stack(columns), nan=-1.0)


def boosting(_log: Log, training: Sequence[Cases]) -> Predict:
    """Boosted trees of depth three, one ensemble for each horizon."""
    everything = np.concatenate([features_of(each) for each in training])
    edges = [np.unique(np.quantile(column, np.linspace(0, 1, _BINS)[1:-1])) for column in everything.T]
    bins = _binned(everything, edges)
    learned: dict[int, tuple[float, list[_Tree]]] = {}

    def predict(cases: Cases, days: int) -> Floats:
        if days not in learned:
            learned[days] = _grown(bins, np.concatenate([each.happened(days) for each in training]))
        begin, trees = learned[days]
        asked = _binned(features_of(cases), edges)
        total = begin + _RATE * sum(tree.value[tree.leaves(asked)] for tree in trees)
        return np.asarray(1 / (1 + np.exp(-total)))

    return predict


def _binned(features: Floats, edges: Sequence[Floats]) -> Bins:
    columns = [np.searchsorted(edge, column) for edge, column in zip(edges, features.T, strict=True)]
    return np.column_stack(columns)


def _grown(bins: Bins, happened: NDArray[np.bool_]) -> tuple[float, list[_Tree]]:
    rate = float(np.clip(happened.mean(), 1e-3, 1 - 1e-3))
    begin = float(np.log(rate / (1 - rate)))
    total = np.full(len(bins), begin)
    trees = []
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-total))
        tree = _tree(bins, chance - happened, chance * (1 - chance))
        total += _RATE * tree.value[tree.leaves(bins)]
        trees.append(tree)
    return begin, trees


def _tree(bins: Bins, slope: Floats, curve: Floats) -> _Tree:
    inner = 2**_DEPTH - 1
    feature, above = np.zeros(inner, dtype=np.int64), np.full(inner, _BINS, dtype=np.int64)
    place = np.zeros(len(bins), dtype=np.int64)
    for node in range(inner):
        rows = np.flatnonzero(place == node)
        if len(rows) >= 2 * _FEWEST:
            feature[node], above[node] = _split(bins[rows], slope[rows], curve[rows])
        right = bins[rows, feature[node]] > above[node]
        place[rows] = 2 * node + 1 + right
    leaf = place - inner
    sums = (np.bincount(leaf, each, inner + 1) for each in (slope, curve))
    first, second = sums
    return _Tree(feature, above, -first / (second + _RIDGE))


def _split(bins: Bins, slope: Floats, curve: Floats) -> tuple[int, int]:
    """The feature and bin that part the rows best; no bin lies above the last: nothing is parted."""
    best, found = 1e-6, (0, _BINS)
    whole = slope.sum() ** 2 / (curve.sum() + _RIDGE)
    for place in range(bins.shape[1]):
        first, second, count = (
            np.cumsum(np.bincount(bins[:, place], each, _BINS))[:-1]
            for each in (slope, curve, np.ones(len(bins)))
        )
        gain = (
            first**2 / (second + _RIDGE)
            + (slope.sum() - first) ** 2 / (curve.sum() - second + _RIDGE)
            - whole
        )
        gain[(count < _FEWEST) | (len(bins) - count < _FEWEST)] = 0.0
        top = int(np.argmax(gain))
        if gain[top] > best:
            best, found = float(gain[top]), (place, top)
    return found
