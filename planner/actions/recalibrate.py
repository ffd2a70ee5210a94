"""Letting forecasts be corrected by how earlier ones held up; off until somebody allows it (SCIENCE 1.8)."""

from __future__ import annotations

from datetime import date, timedelta

from planner.actions.settings import remember
from planner.domain.recalibration import Recalibration, Verdict, challenge
from planner.library import Library
from planner.queries.forecast_trials import trials
from planner.queries.recalibrated import SETTING, Correcting, correcting

LOOK_AGAIN = timedelta(days=30)


def allow_recalibration(library: Library, today: date) -> Verdict:
    """Allow a correction, and look at once whether one is proven to help."""
    with library.change("Let forecasts be corrected"):
        return _looked_at(library, today)


def reset_recalibration(library: Library) -> None:
    """Take the correction back: forecasts are the model's own again."""
    if correcting(library).allowed:
        with library.change("Take the correction of forecasts back"):
            _keep(library, Correcting())


def look_again(library: Library, today: date) -> Verdict | None:
    """Once a month, where a correction is allowed: keep, change or drop it. None when it is not time."""
    known = correcting(library)
    if not known.allowed or (known.checked_on and today - known.checked_on < LOOK_AGAIN):
        return None
    with library.change("Look at the correction of forecasts again"):
        return _looked_at(library, today)


def _looked_at(library: Library, today: date) -> Verdict:
    verdict = challenge(trials(library))
    _keep(library, Correcting(allowed=True, correction=verdict.adopted, checked_on=today))
    return verdict


def _keep(library: Library, found: Correcting) -> None:
    correction: Recalibration = found.correction
    remember(
        library,
        SETTING,
        {
            "allowed": found.allowed,
            "shift": correction.shift,
            "slope": correction.slope,
            "checked_on": found.checked_on.isoformat() if found.checked_on else None,
        },
    )
