"""Small numerical tools for fitting what forecasts are held against; the product itself fits nothing."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from planner.domain.two_habits_many import Floats

_MOST_STEPS = 600
_PRECISE = 1e-9


def lowest(loss: Callable[[Floats], float], start: Floats, steps: int = _MOST_STEPS) -> Floats:
    """Where a function is lowest, by the simplex method of Nelder and Mead."""
    size = len(start)
    points = np.vstack([start, *(start + 0.25 * np.eye(size)[place] for place in range(size))])
    values = np.array([loss(point) for point in points])
    for _ in range(steps):
        order = np.argsort(values, kind="stable")
        points, values = points[order], values[order]
        if values[-1] - values[0] < _PRECISE:
            break
        centre = points[:-1].mean(axis=0)
        mirrored = _tried(loss, centre + (centre - points[-1]))
        if mirrored[1] < values[0]:
            further = _tried(loss, centre + 2 * (centre - points[-1]))
            points[-1], values[-1] = min(mirrored, further, key=lambda each: each[1])
        elif mirrored[1] < values[-2]:
            points[-1], values[-1] = mirrored
        else:
            outside = mirrored[1] < values[-1]
            nearer = _tried(loss, centre + (0.5 if outside else -0.5) * (centre - points[-1]))
            if nearer[1] < min(mirrored[1], values[-1]):
                points[-1], values[-1] = nearer
            else:
                points[1:] = points[0] + 0.5 * (points[1:] - points[0])
                values[1:] = [loss(point) for point in points[1:]]
    return np.asarray(points[int(np.argmin(values))])


def _tried(loss: Callable[[Floats], float], point: Floats) -> tuple[Floats, float]:
    return point, loss(point)


def logistic_regression(features: Floats, happened: Floats, steps: int = 30) -> Floats:
    """The weights of a logistic regression, by Newton's method with a touch of ridge."""
    weights = np.zeros(features.shape[1])
    ridge = 1e-4 * np.eye(len(weights))
    for _ in range(steps):
        chance = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
        slope = features.T @ (chance - happened) + ridge @ weights
        curve = (features * (chance * (1 - chance))[:, None]).T @ features + ridge
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if float(np.abs(step).max()) < _PRECISE:
            break
    return weights
