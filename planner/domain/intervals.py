"""Offers of another rhythm, and due days spread so that not all fall together (SCIENCE 1.10).

Borrowed from spaced repetition is the craft of scheduling alone: nobody grades anybody. An offer is never
taken silently.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

LONGER, SHORTER, NOT_CHASING = 1.15, 0.7, 1.25
MOST, LEAST = 1.5, 0.5
"""How far an offer may go from the rhythm that the layer begins with. Conventions, all five."""
KEPT_IN_A_ROW = 2
UNANSWERED_IN_A_ROW = 2
LEEWAY = 0.1
"""How much of the rhythm a due day may move earlier."""
_SPREAD = 0x9E3779B97F4A7C15
_BITS = 64


class Ground(StrEnum):
    """Why another rhythm is offered."""

    KEPT = "kept"
    TROUBLE = "trouble"
    UNANSWERED = "unanswered"


class Trouble(StrEnum):
    """What calls for talking sooner, the weightiest first."""

    MISSED = "missed"
    AGAINST = "against"
    NEW_ROLE = "new role"

    def told(self, name: str) -> str:
        """The cause, inside the sentence of an offer."""
        return {
            "missed": "A promise was missed",
            "against": f"Something came up with {name}",
            "new role": f"{name} has a new role",
        }[self.value]


class Lately(NamedTuple):
    """What happened lately: contacts in a row at the rhythm in which both sides took part, tries in a row
    that were not answered, and what troubled either side since the last conversation."""

    kept_in_a_row: int = 0
    unanswered_in_a_row: int = 0
    troubles: frozenset[Trouble] = frozenset()


class Offer(NamedTuple):
    """A rhythm that may suit better, and why; `ask` is True where asking or another channel comes first."""

    rhythm_days: int
    ground: Ground
    ask: bool
    sentence: str


def offer(name: str, rhythm_days: int, first_days: int, lately: Lately) -> Offer | None:
    """Offer another rhythm, or None. `first_days` is the rhythm to begin with: the layer's.

    Trouble comes before silence, and silence before what goes well.
    """
    if lately.troubles:
        days = max(round(rhythm_days * SHORTER), round(first_days * LEAST), 1)
        if days < rhythm_days:
            cause = next(each for each in Trouble if each in lately.troubles)
            said = f"{cause.told(name)}; for a while, every {days} days with {name} may help."
            return Offer(days, Ground.TROUBLE, False, said)
        return None
    most = round(first_days * MOST)
    if lately.unanswered_in_a_row >= UNANSWERED_IN_A_ROW:
        days = max(rhythm_days, min(round(rhythm_days * NOT_CHASING), most))
        more = "" if days == rhythm_days else f", and leave {days} days between"
        times = f"{lately.unanswered_in_a_row} times in a row"
        said = f"{name} did not answer {times}; ask how they like to talk{more}."
        return Offer(days, Ground.UNANSWERED, True, said)
    if lately.kept_in_a_row >= KEPT_IN_A_ROW:
        days = min(round(rhythm_days * LONGER), most)
        if days > rhythm_days:
            said = f"You have both kept the rhythm; with {name}, every {days} days may be enough."
            return Offer(days, Ground.KEPT, False, said)
    return None


class DueWindow(NamedTuple):
    """The days from `first` to `last`, the latest due day; `day` is the one chosen among them."""

    first: date
    day: date
    last: date


def due_window(person_id: int, due: date, rhythm_days: int) -> DueWindow:
    """Spread due days: up to a tenth of the rhythm earlier, chosen by person and day, the same every time.

    People imported on one day then do not all fall due on one day.
    """
    most = int(LEEWAY * rhythm_days)
    earlier = mixed(person_id, due.toordinal()) % (most + 1)
    return DueWindow(due - timedelta(days=most), due - timedelta(days=earlier), due)


def mixed(person_id: int, day: int) -> int:
    """A number that depends on every bit of both, the same on every machine."""
    found = (person_id ^ (day * _SPREAD)) & ((1 << _BITS) - 1)
    for _ in range(2):
        found = ((found ^ (found >> 29)) * _SPREAD) & ((1 << _BITS) - 1)
    return found >> 32
