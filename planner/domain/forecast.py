"""A forecast as people read it: never without the number of contacts that it rests on (SCIENCE 1.6).

Clipped and in steps of 5 %, because nobody can tell 61 % from 63 %; with a word for the chance and one for
the evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from planner.domain import words
from planner.domain.rhythm import Pause, paused_days
from planner.domain.two_habits import Prospect

HORIZONS = (7, 14, 30, 60)
"""How many days ahead is told."""
END_OF_DAY = 0.5
"""What a silence counted in whole days has more at the end of a day."""
LEAST, MOST = 0.02, 0.98
"""Nothing is told as impossible or certain."""
_STEPS = 20
_HELD_BEFORE, _MISSED_BEFORE = 9, 1
"""A meeting that is agreed takes place in nine of ten cases, until there is a record of one's own."""
ALMOST_CERTAIN, LIKELY, POSSIBLE = 0.90, 0.60, 0.30
"""From which chance on a word is used. Conventions."""
_FAIR, _GOOD = 3, 10


class Odds(StrEnum):
    """A chance as a word."""

    ALMOST_CERTAIN = "almost certain"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"


class Evidence(StrEnum):
    """How much a forecast rests on: fewer than 3 contacts, 3 to 9, or 10 and more."""

    THIN = "thin"
    FAIR = "fair"
    GOOD = "good"


class Chance(NamedTuple):
    """A chance that may be shown, with how many contact-days it rests on.

    `exact` is the model's own figure, for the log and for sorting; `shown` is what people read.
    """

    exact: float
    contacts: int

    @property
    def shown(self) -> float:
        """In steps of 5 %, from 2 % to 98 %."""
        return min(MOST, max(LEAST, round(self.exact * _STEPS) / _STEPS))

    @property
    def percent(self) -> str:
        """'65 %'."""
        return words.percent(self.shown)

    @property
    def odds(self) -> Odds:
        """The word for what is shown."""
        return odds_of(self.shown)

    @property
    def evidence(self) -> Evidence:
        """The word for what it rests on."""
        return evidence_of(self.contacts)


def odds_of(chance: float) -> Odds:
    """The word for a chance."""
    if chance >= ALMOST_CERTAIN:
        return Odds.ALMOST_CERTAIN
    if chance >= LIKELY:
        return Odds.LIKELY
    return Odds.POSSIBLE if chance >= POSSIBLE else Odds.UNLIKELY


def evidence_of(contacts: int) -> Evidence:
    """The word for how many contact-days there are."""
    if contacts >= _GOOD:
        return Evidence.GOOD
    return Evidence.FAIR if contacts >= _FAIR else Evidence.THIN


def days_ahead(today: date, days: float, pauses: Sequence[Pause] = ()) -> float:
    """A horizon without the days of pause that lie in it: rhythms stand still on those."""
    if not pauses:
        return days
    until = today + timedelta(days=int(days))
    return max(0.0, days - paused_days(pauses, today, until))


def show_rate(held: int, missed: int) -> float:
    """m: the mean of Beta(9 + held, 1 + missed), the chance that an agreed meeting takes place."""
    return (_HELD_BEFORE + held) / (_HELD_BEFORE + _MISSED_BEFORE + held + missed)


def contact_within(
    prospect: Prospect,
    days: float,
    meetings: Iterable[float] = (),
    shows: float = show_rate(0, 0),
    corrected: Callable[[float], float] = float,
) -> float:
    """P(contact within so many days) with meetings agreed for some of them.

    With a meeting in t days: 1 - (1 - P(t)) (1 - m). With several, each is one more chance;
    t is the last. `corrected` is the correction of the model's own chance that is in use.
    """
    agreed = [each for each in meetings if each <= days]
    if not agreed:
        return corrected(prospect.contact_within(days))
    by_habit = corrected(prospect.contact_within(max(agreed)))
    return float(1 - (1 - by_habit) * (1 - shows) ** len(agreed))
