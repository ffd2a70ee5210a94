"""The forecasts of the log that have come due and had no suggestion beside them."""

from __future__ import annotations

from datetime import date

from planner.domain.recalibration import Trial, named
from planner.library import Library

_DUE = """
SELECT made_on, person_id, chance, happened, model FROM forecast
WHERE happened IS NOT NULL AND suggested = 0 ORDER BY made_on, person_id, horizon_days
"""


def trials(library: Library) -> list[Trial]:
    """What the model itself had said, before any correction, and whether it happened."""
    found = []
    for made_on, person_id, chance, happened, model in library.rows(_DUE):
        correction = named(model)
        if correction is not None:
            own = correction.undone(chance)
            found.append(Trial(date.fromisoformat(made_on), person_id, own, bool(happened)))
    return found
