"""The angles under which a person can be understood: how much is known of each, and how fresh it is.

Source: SCIENCE 2.5. f = 2^(-age / h) (1 with two independent sources, else 0.7); a guess is no evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean

from planner.domain import words
from planner.domain.belief import faded
from planner.domain.names import who

STEPS = 4
"""The steps in which an angle's coverage is drawn: one for each fact that counts, up to four."""
HALF_LIFE_DAYS = 180
PERSONAL_HALF_LIFE_DAYS = 365
_ONE_SOURCE = 0.7


class Angle(StrEnum):
    """The eight angles, in the order in which they are shown."""

    CARE = "what they care about"
    PRESSURE = "pressure they are under"
    DECIDE = "how they decide"
    SUCCESS = "what success looks like"
    SEE_YOU = "how they see you"
    LISTEN = "who they listen to"
    BEHIND = "person behind the role"
    FEAR = "what they fear"

    @property
    def half_life_days(self) -> int:
        """h: what somebody shared of themselves ages more slowly."""
        return PERSONAL_HALF_LIFE_DAYS if self is Angle.BEHIND else HALF_LIFE_DAYS


class LearnedFrom(StrEnum):
    """How something was learned."""

    THEY_SAID = "they said"
    I_SAW = "I saw"
    TOLD = "somebody told me"
    GUESS = "my guess"


class Certainty(StrEnum):
    """How sure one is of it."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "a guess"


class Freshness(StrEnum):
    """How an angle stands: nothing known, or by the age of the newest fact against h and 2 h."""

    MISSING = "missing"
    FRESH = "fresh"
    STALE = "stale"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How well one angle is known.

    `value` is f in 0 to 1, for sorting alone. `age_days` is that of the newest fact that counts, None where
    there is none. `facts` is how many count, `steps` the same in the four steps of the drawing.
    """

    value: float
    freshness: Freshness
    age_days: int | None
    facts: int
    steps: int


def coverage(facts: Iterable[tuple[LearnedFrom, int]], half_life_days: int) -> Coverage:
    """The coverage of an angle by facts, each as (source, age in days). Guesses are left out."""
    counted = [(source, max(0, age)) for source, age in facts if source is not LearnedFrom.GUESS]
    if not counted:
        return Coverage(value=0.0, freshness=Freshness.MISSING, age_days=None, facts=0, steps=0)
    age = min(each for _, each in counted)
    several = len({source for source, _ in counted}) > 1
    return Coverage(
        value=faded(age, half_life_days) * (1.0 if several else _ONE_SOURCE),
        freshness=_freshness(age, half_life_days),
        age_days=age,
        facts=len(counted),
        steps=min(STEPS, len(counted)),
    )


def _freshness(age_days: int, half_life_days: int) -> Freshness:
    if age_days <= half_life_days:
        return Freshness.FRESH
    return Freshness.STALE if age_days <= 2 * half_life_days else Freshness.EXPIRED


def whole_coverage(angles: Sequence[Coverage]) -> float:
    """The mean of f over the angles, 0 to 1; for sorting alone."""
    return fmean(each.value for each in angles)


def freshness_words(angles: Sequence[Coverage]) -> str:
    """'6 of 8 angles fresh'."""
    fresh = sum(each.freshness is Freshness.FRESH for each in angles)
    return f"{fresh} of {words.count(len(angles), 'angle')} fresh"


def age_words(age_days: int | None) -> str:
    """'today', '5 d', '3 wk', '7 mo', '2 y', or 'not known yet'."""
    if age_days is None:
        return "not known yet"
    if age_days < 14:
        return "today" if age_days <= 0 else f"{age_days} d"
    if age_days < 60:
        return f"{round(age_days / 7)} wk"
    months = round(age_days / 30.44)
    return f"{months} mo" if months < 24 else f"{months // 12} y"


def title(angle: Angle, name: str, pronouns: str) -> str:
    """The angle of one person: 'What she cares about', 'Pressure Luca is under'."""
    subject = who(name, pronouns)
    return {
        Angle.CARE: f"What {subject} cares about",
        Angle.PRESSURE: f"Pressure {subject} is under",
        Angle.DECIDE: f"How {subject} decides",
        Angle.SUCCESS: "What success looks like",
        Angle.SEE_YOU: f"How {subject} sees you",
        Angle.LISTEN: f"Who {subject} listens to",
        Angle.BEHIND: "Person behind the role",
        Angle.FEAR: f"What {subject} fears",
    }[angle]
