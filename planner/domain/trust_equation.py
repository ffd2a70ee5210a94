"""The trust equation, (C + R + I) / S, as a sheet to think about oneself with; never a score or a trend.

Source: SCIENCE 2.4, after Maister, Green and Galford (2000). It has no unit and jumps for small S, so only
the range over S - 1 to S + 1 is ever said.
"""

from __future__ import annotations

from dataclasses import dataclass

LOWEST, HIGHEST = 1, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """How one sees oneself in a relationship, each from 1 to 10; only `self_interest` speaks against."""

    credibility: int
    reliability: int
    intimacy: int
    self_interest: int


def range_words(reflection: Reflection) -> str:
    """'6 to 18': the equation where the last answer is one notch higher and one lower, but at least 1."""
    above = reflection.credibility + reflection.reliability + reflection.intimacy
    low = above / (reflection.self_interest + 1)
    high = above / max(LOWEST, reflection.self_interest - 1)
    return f"{round(low)} to {round(high)}"
