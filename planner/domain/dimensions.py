"""Ability, benevolence and integrity: three beliefs from dated facts, side by side and never added up.

Source: SCIENCE 2.3, after Mayer, Davis and Schoorman (1995).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from planner.domain.belief import Belief, Trial, belief

PRIOR_MEAN = 0.5
_CLEAR_FROM, _CLEAR_NEEDS = 0.95, 5.0
_MIXED_WITHIN = (0.4, 0.6)


class Dimension(StrEnum):
    """What somebody is trusted for."""

    ABILITY = "ability"
    BENEVOLENCE = "benevolence"
    INTEGRITY = "integrity"


class Source(StrEnum):
    """Where a fact comes from."""

    OWN = "own"
    DOCUMENT = "document"
    SECOND_HAND = "second-hand"
    RUMOUR = "rumour"

    @property
    def counts(self) -> float:
        """How much a fact from here counts: a rumour not at all."""
        return {"own": 1.0, "document": 1.0, "second-hand": 0.5, "rumour": 0.0}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one dated fact says: for or against, how strongly (0.5, 1 or 2), where from, how old."""

    speaks_for: bool
    weight: float
    source: Source
    age_days: int


def dimension_belief(facts: Iterable[Said]) -> Belief:
    """The belief in one dimension; rumours are left out."""
    return belief(
        (
            Trial(
                outcome=float(each.speaks_for),
                weight=each.weight * each.source.counts,
                age_days=max(0, each.age_days),
            )
            for each in facts
            if each.source.counts
        ),
        prior_mean=PRIOR_MEAN,
    )


def leaning_words(found: Belief) -> str:
    """'clearly positive', 'leans positive, thin', 'mixed', … or that there is too little to tell."""
    if not found.is_known:
        return "too little to tell yet" if found.trials else "no evidence yet"
    chance, enough = found.chance_of_more_than_half, found.evidence >= _CLEAR_NEEDS
    if enough and chance >= _CLEAR_FROM:
        return "clearly positive"
    if enough and chance <= 1 - _CLEAR_FROM:
        return "clearly negative"
    low, high = _MIXED_WITHIN
    leans = "mixed" if low <= chance <= high else f"leans {'positive' if chance > high else 'negative'}"
    return leans if enough else f"{leans}, thin"
