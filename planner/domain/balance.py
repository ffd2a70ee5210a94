"""How time is spread over the layers, against what was intended (SCIENCE 4.1).

Concentration is not bad as such: only the distance to one's own intention is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planner.domain import words

FAR_FROM_INTENDED = 0.2
"""A misfit above this is worth a sentence. A convention."""


class Spread(NamedTuple):
    """Shares of the whole, 0 to 1 each, and how even they are.

    `concentration` is the Herfindahl index, 1/L to 1; `effective` its inverse, 1 to L; `gini` 0 for equal
    shares. `misfit` is half the sum of the distances to the intended shares, 0 to 1; None where no shares
    were intended.
    """

    shares: tuple[float, ...]
    concentration: float
    effective: float
    gini: float
    misfit: float | None

    @property
    def is_far(self) -> bool:
        """Whether the shares are far from what was intended."""
        return self.misfit is not None and self.misfit > FAR_FROM_INTENDED


def spread_of(amounts: Sequence[float], intended: Sequence[float | None] | None = None) -> Spread | None:
    """The spread of amounts, in minutes or people, one a layer; None where there is nothing to spread.

    Intended shares that are not chosen count as nothing; all are scaled to one whole.
    """
    whole = sum(amounts)
    if whole <= 0:
        return None
    shares = tuple(each / whole for each in amounts)
    concentration = sum(each * each for each in shares)
    return Spread(
        shares=shares,
        concentration=concentration,
        effective=1 / concentration,
        gini=_gini(shares),
        misfit=_misfit(shares, intended),
    )


def _gini(shares: Sequence[float]) -> float:
    """2 sum(i x_(i)) / (L sum x) - (L + 1)/L, x in ascending order; the shares add up to 1."""
    count = len(shares)
    ranked = sum(place * share for place, share in enumerate(sorted(shares), start=1))
    return 2 * ranked / count - (count + 1) / count


def _misfit(shares: Sequence[float], intended: Sequence[float | None] | None) -> float | None:
    wanted = [each or 0.0 for each in intended or ()]
    whole = sum(wanted)
    if whole <= 0:
        return None
    return sum(abs(share - want / whole) for share, want in zip(shares, wanted, strict=True)) / 2


def intended_words(shares: Sequence[float | None]) -> str:
    """What the intended shares add up to, in a sentence; '' where they make one whole."""
    percents = [round(100 * each) for each in shares if each is not None]
    missing = len(shares) - len(percents)
    total = sum(percents)
    if not percents:
        return "No shares are chosen yet."
    if missing:
        whose = "one layer has none" if missing == 1 else f"{words.small(missing)} layers have none"
        left = f"{100 - total} are left" if total < 100 else "nothing is left"
        return f"The shares add up to {total} percent; {whose} yet, and {left}."
    if total == 100:
        return ""
    more, fewer = f"{total - 100} too many", f"{100 - total} are still free"
    return f"The shares add up to {total} percent: {more if total > 100 else fewer}."
