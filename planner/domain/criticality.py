"""How much the owner depends on somebody: expertise, time together, mutual benefit, each for itself.

Source: SCIENCE 6. It says how much the leader depends, never what a person is worth.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_FULL_HOURS = 10.0
_TENTHS = 10
_MAKE_OR_BREAK_PART, _MAKE_OR_BREAK, _IMPORTANT = 0.8, 0.9, 0.5


class Label(StrEnum):
    """The dependence in a word."""

    MAKE_OR_BREAK = "make-or-break"
    IMPORTANT = "important"
    NORMAL = "normal"


class Cause(StrEnum):
    """Why one depends on somebody."""

    EXPERTISE = "expertise"
    TIME = "time together"
    BENEFIT = "mutual benefit"

    @property
    def remedy(self) -> str:
        """What makes the dependence bearable."""
        return {
            "expertise": "Find a second source, or have it written down.",
            "time together": "Repair what rubs, and agree on how you work together.",
            "mutual benefit": "Talk about the terms while both still gain.",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """What was assessed; None where it was not.

    `importance`, `benefit_to_you` and `benefit_to_them` are in 0 to 1, `alternatives` counts others who are
    able and available, `hours_per_week` are planned together over the next 90 days.
    """

    importance: float | None = None
    alternatives: int | None = None
    hours_per_week: float | None = None
    benefit_to_you: float | None = None
    benefit_to_them: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criticality:
    """The three causes in 0 to 1, None where not assessed.

    `whole` is C and `label` its word, None without any cause; `imbalance` is benefit to you less benefit to
    them, in -1 to 1.
    """

    parts: dict[Cause, float | None]
    whole: float | None
    label: Label | None
    imbalance: float | None

    @property
    def not_assessed(self) -> tuple[Cause, ...]:
        """The causes nobody thought about yet."""
        return tuple(cause for cause, part in self.parts.items() if part is None)

    @property
    def largest(self) -> Cause | None:
        """The cause that weighs most, None without any."""
        known = {cause: part for cause, part in self.parts.items() if part}
        return max(known, key=lambda cause: known[cause]) if known else None


def criticality(reliance: Reliance) -> Criticality:
    """C = 1 - (1 - E)(1 - T)(1 - M); a missing part counts nothing and is named."""
    parts = {
        Cause.EXPERTISE: _expertise(reliance),
        Cause.TIME: _time(reliance),
        Cause.BENEFIT: _benefit(reliance),
    }
    known = [part for part in parts.values() if part is not None]
    whole = 1.0
    for part in known:
        whole *= 1 - part
    return Criticality(
        parts=parts,
        whole=1 - whole if known else None,
        label=_label(1 - whole, max(known)) if known else None,
        imbalance=_imbalance(reliance),
    )


def gain_words(imbalance: float | None, they: str) -> str:
    """'You gain 3 of 10 more than she does.', '' where not assessed; `they` is 'she', 'he' or a name."""
    if imbalance is None:
        return ""
    more = f"{round(_TENTHS * abs(imbalance), 1):g} of {_TENTHS} more"
    if more.startswith("0 "):
        return "Even: you both gain alike."
    if imbalance > 0:
        return f"You gain {more} than {they} does."
    return f"{they[:1].upper()}{they[1:]} gains {more} than you do."


def _expertise(reliance: Reliance) -> float | None:
    """E = importance / (1 + alternatives)."""
    if reliance.importance is None or reliance.alternatives is None:
        return None
    return reliance.importance / (1 + reliance.alternatives)


def _time(reliance: Reliance) -> float | None:
    """T = min(1, h / 10)."""
    return None if reliance.hours_per_week is None else min(1.0, reliance.hours_per_week / _FULL_HOURS)


def _benefit(reliance: Reliance) -> float | None:
    """M = the lesser of both benefits."""
    if reliance.benefit_to_you is None or reliance.benefit_to_them is None:
        return None
    return min(reliance.benefit_to_you, reliance.benefit_to_them)


def _imbalance(reliance: Reliance) -> float | None:
    if reliance.benefit_to_you is None or reliance.benefit_to_them is None:
        return None
    return reliance.benefit_to_you - reliance.benefit_to_them


def _label(whole: float, largest: float) -> Label:
    if largest >= _MAKE_OR_BREAK_PART or whole >= _MAKE_OR_BREAK:
        return Label.MAKE_OR_BREAK
    return Label.IMPORTANT if whole >= _IMPORTANT else Label.NORMAL
