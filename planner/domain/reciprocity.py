"""Who reaches out and who gives, in words with counts: a mirror for oneself, never a verdict.

Source: SCIENCE 2.2. bal = (G - R) / (G + R + 4), where G is by you and R by them, each faded (h = 365 d).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import comb

from planner.domain.belief import faded

FEWEST = 6
"""Below so many on both sides together nothing is said but the counts."""
_UNLIKELY = 0.1
_PRIOR = 4


class Leaning(StrEnum):
    """To which side it leans, as far as the counts can tell."""

    NO_RECORD = "no record"
    TOO_FEW = "too few to tell"
    BALANCED = "balanced"
    MOSTLY_YOU = "mostly you"
    MOSTLY_THEM = "mostly them"


class FavourKind(StrEnum):
    """What can be given."""

    ANSWER = "answer"
    INTRODUCTION = "introduction"
    FAVOUR = "favour"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reciprocity:
    """`yours` and `theirs` are counts; `balance` is in (-1, 1), 0 without a record.

    `chance` is the two-sided binomial p of counts at least as uneven if both sides were equal; None for none.
    """

    yours: int
    theirs: int
    balance: float
    chance: float | None
    leaning: Leaning

    @property
    def words(self) -> str:
        """'balanced (9 / 3)': the leaning, with the counts of you and them."""
        if self.leaning is Leaning.NO_RECORD:
            return self.leaning.value
        return f"{self.leaning} ({self.yours} / {self.theirs})"


def reciprocity(your_ages: Iterable[int], their_ages: Iterable[int]) -> Reciprocity:
    """What was done by you and by them, each given by its age in days."""
    yours, theirs = list(your_ages), list(their_ages)
    given, received = sum(map(faded, yours)), sum(map(faded, theirs))
    chance = two_sided(len(yours), len(theirs)) if yours or theirs else None
    return Reciprocity(
        yours=len(yours),
        theirs=len(theirs),
        balance=(given - received) / (given + received + _PRIOR),
        chance=chance,
        leaning=_leaning(len(yours), len(theirs), chance),
    )


def _leaning(yours: int, theirs: int, chance: float | None) -> Leaning:
    if chance is None:
        return Leaning.NO_RECORD
    if yours + theirs < FEWEST:
        return Leaning.TOO_FEW
    if chance >= _UNLIKELY:
        return Leaning.BALANCED
    return Leaning.MOSTLY_YOU if yours > theirs else Leaning.MOSTLY_THEM


def two_sided(one: int, other: int) -> float:
    """The exact two-sided binomial p: the chance of a split at least as uneven between equals."""
    count, fewer = one + other, min(one, other)
    tail = sum(comb(count, each) for each in range(fewer + 1))
    return min(1.0, tail / (1 << count) * 2)
