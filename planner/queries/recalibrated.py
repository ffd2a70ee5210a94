"""The correction of forecasts that is in use, if any (SCIENCE 1.8)."""

from __future__ import annotations

import json
from datetime import date
from typing import NamedTuple

from planner.domain.recalibration import Recalibration
from planner.library import Library

SETTING = "recalibration"


class Correcting(NamedTuple):
    """Whether forecasts may be corrected, by what, and when that was last looked at (None: never)."""

    allowed: bool = False
    correction: Recalibration = Recalibration()
    checked_on: date | None = None


def correcting(library: Library) -> Correcting:
    """What was chosen and found."""
    text = library.value("SELECT value FROM setting WHERE name = ?", (SETTING,))
    kept = json.loads(text) if text else {}
    checked = kept.get("checked_on")
    return Correcting(
        allowed=bool(kept.get("allowed", False)),
        correction=Recalibration(float(kept.get("shift", 0.0)), float(kept.get("slope", 1.0))),
        checked_on=date.fromisoformat(checked) if checked else None,
    )


def recalibration(library: Library) -> Recalibration:
    """The correction to apply: the identity unless one is allowed and was adopted."""
    found = correcting(library)
    return found.correction if found.allowed else Recalibration()
