"""Views: the owner's own rating of a relationship, dated, with a fact behind it; unset is unset.

Source: MODEL.md; SCIENCE 2.6 for keeping promises, 3.1 for power and interest.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

PALE_AFTER_DAYS = 91
"""A view without a fact in the last three months is drawn pale."""
CLOSE_FROM = 4.0
"""On the scale of closeness, who counts as close. A convention."""


class ViewKind(StrEnum):
    """What a view is about. The last four are the answers of the trust equation's sheet."""

    POWER = "power"
    INTEREST = "interest"
    CLOSENESS = "closeness"
    LIKING = "liking"
    TRUST = "trust"
    KEEPS_WORD = "keeps promises"
    CREDIBILITY = "credibility"
    RELIABILITY = "reliability"
    INTIMACY = "intimacy"
    SELF_INTEREST = "self-interest"

    @property
    def scale(self) -> tuple[float, float]:
        """The lowest and the highest value."""
        if self in (ViewKind.TRUST, ViewKind.KEEPS_WORD):
            return 0.0, 1.0
        return (1.0, 10.0) if self in SHEET else (1.0, 5.0)


SHEET = (ViewKind.CREDIBILITY, ViewKind.RELIABILITY, ViewKind.INTIMACY, ViewKind.SELF_INTEREST)
"""The four answers of the trust equation's sheet, written together."""


def is_pale(on_day: date, fact: str, today: date) -> bool:
    """Whether a view rests on no fact, or on none of the last three months."""
    return not fact.strip() or (today - on_day).days > PALE_AFTER_DAYS
