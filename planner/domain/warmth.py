"""Strength now: attention weighed by how recent it is, against what the rhythm would give (SCIENCE 1.5).

For sorting, never for forecasts, and neither closeness nor trust.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from planner.domain.contacts import ContactDay

YEAR_DAYS = 365
FADING = -0.5
"""The power of age with which attention fades; what is a day old counts whole."""


def strength(days: Iterable[ContactDay], today: date) -> float:
    """S = the sum of credit x max(age, 1)^-0.5 over the contact-days of the last year."""
    ages = (((today - each.day).days, each.credit) for each in days)
    return float(sum(credit * max(age, 1) ** FADING for age, credit in ages if 0 <= age <= YEAR_DAYS))


def reference_strength(rhythm_days: int) -> float:
    """S_ref: the strength of somebody met in full credit exactly at the rhythm."""
    times = max(1, YEAR_DAYS // rhythm_days)
    return float(sum((time * rhythm_days) ** FADING for time in range(1, times + 1)))


def warmth(days: Iterable[ContactDay], rhythm_days: int | None, today: date) -> float | None:
    """min(1, S / S_ref), 0 to 1; None before the first contact, or without a rhythm."""
    known = [each for each in days if each.day <= today]
    if not known or not rhythm_days:
        return None
    return min(1.0, strength(known, today) / reference_strength(rhythm_days))
