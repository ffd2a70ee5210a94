"""The band of “Trust, as far as you can tell”: how far the dated facts carry, drawn as what is not known.

The band runs from early through growing to deep, a third each. It is an interval, never a score: it is not
stored, sorted by, added up or exported; only its words are, with the facts. It is made so [a convention]:

- Every fact of SCIENCE 2.1 (promises of both directions) and 2.3 (notes) is a trial with its faded weight.
  What 2.2 counts stays in words.
- Trust begins early: the belief before any fact is worth four trials at a quarter.
- The facts move it: m = (1 + sum d y) / (4 + sum d). The band is the 90 % interval of a Beta with mean m.
- Its precision is that of the facts, 4 + sum d, divided by phi: how much more the kinds of evidence differ
  from each other than chance would let them (Pearson's statistic over its degrees of freedom, at least 1).
  Where your promises and theirs tell different stories it is wide, but never wider than before any fact.
- Below the worth of one fresh trial there is no band: “not known yet”.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.domain import beta, words
from planner.domain.belief import FEWEST, PRIOR_TRIALS, Belief

_BEGINS_AT = 0.25
_WIDE_ABOVE, _NARROW_UP_TO = 1 / 3, 1 / 6
_DIFFERENT_FROM = 2.0


class Stage(StrEnum):
    """The three thirds of the band."""

    EARLY = "early"
    GROWING = "growing"
    DEEP = "deep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Where the drawing begins, is most likely, and ends, in 0 to 1; for drawing and words alone."""

    low: float
    likely: float
    high: float
    disagreement: float

    @property
    def words(self) -> str:
        """'growing', 'growing to deep': the stages that the band touches."""
        first, last = stage_of(self.low), stage_of(self.high)
        return first.value if first is last else f"{first} to {last}"

    @property
    def width_words(self) -> str:
        """'Wide' is wider than one stage, 'Narrow' at most half of one; between them 'Fairly narrow'."""
        width = self.high - self.low
        if width > _WIDE_ABOVE:
            return "Wide"
        return "Narrow" if width <= _NARROW_UP_TO else "Fairly narrow"


def stage_of(place: float) -> Stage:
    """The third in which a place of the band lies."""
    return tuple(Stage)[min(2, int(place * 3))]


def trust_band(kinds: Mapping[str, tuple[float, float]]) -> Band | None:
    """The band of these kinds of evidence, each as (sum d y, sum d); None where nothing is known yet."""
    well = sum(good for good, _ in kinds.values())
    evidence = sum(counts for _, counts in kinds.values())
    if evidence < FEWEST:
        return None
    mean = (PRIOR_TRIALS * _BEGINS_AT + well) / (PRIOR_TRIALS + evidence)
    phi = _disagreement([each for each in kinds.values() if each[1] >= FEWEST])
    precision = max(PRIOR_TRIALS, (PRIOR_TRIALS + evidence) / phi)
    a, b = precision * mean, precision * (1 - mean)
    return Band(
        low=beta.quantile(0.05, a, b),
        likely=beta.quantile(0.5, a, b),
        high=beta.quantile(0.95, a, b),
        disagreement=phi,
    )


def _disagreement(kinds: list[tuple[float, float]]) -> float:
    """phi = sum d_k (m_k - m)^2 / (m (1 - m)) / (k - 1) over k kinds; 1 where they agree, or there is one."""
    evidence = sum(counts for _, counts in kinds)
    share = sum(good for good, _ in kinds) / evidence if evidence else 0.0
    if len(kinds) < 2 or not 0 < share < 1:
        return 1.0
    apart = sum(counts * (good / counts - share) ** 2 for good, counts in kinds)
    return max(1.0, apart / (share * (1 - share)) / (len(kinds) - 1))


def evidence_of(found: Belief, prior_mean: float) -> tuple[float, float]:
    """(sum d y, sum d) of a belief: what its trials said, without what was believed before."""
    return found.a - PRIOR_TRIALS * prior_mean, found.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class RestsOn:
    """What the band rests on; `lately` of the conversations were since `since`, the name of a month."""

    promises: int
    facts: int
    conversations: int
    lately: int
    since: str


def width_sentence(band: Band | None, rests: RestsOn) -> str:
    """Why the band is as wide as it is, in one sentence."""
    if band is None and not rests.promises and not rests.facts:
        return "Not known yet: no promise has ended and no fact is written down."
    if band is None:
        return f"Not known yet: {_rests(rests)} is too little to tell."
    if band.disagreement >= _DIFFERENT_FROM:
        return f"{band.width_words}, because the facts tell different stories: {_rests(rests)}."
    because = ", because it rests" if band.width_words == "Wide" else ": it rests"
    return f"{band.width_words}{because} on {_rests(rests)}{_lately(rests)}."


def _rests(rests: RestsOn) -> str:
    parts = [
        words.count(number, noun)
        for number, noun in ((rests.promises, "promise"), (rests.facts, "noted fact"))
        if number
    ]
    source = f" from {words.count(rests.conversations, 'conversation')}" if rests.conversations else ""
    return " and ".join(parts) + source


def _lately(rests: RestsOn) -> str:
    if not rests.conversations:
        return ""
    few = "only " if rests.lately * 4 < rests.conversations else ""
    number = few + str(rests.lately) if rests.lately else "none"
    return f", {number} of these since {rests.since}"
