"""Whether the rhythms that were chosen fit into the hours that are set aside (SCIENCE 4.2).

The limit comes from hours, not from a number of people.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil
from typing import NamedTuple

WEEK_DAYS = 7
LONGEST_RHYTHM = 365


class Demand(NamedTuple):
    """People of one layer and rhythm, and the hours that one conversation with one of them takes."""

    layer: str
    people: int
    rhythm_days: int
    hours: float

    @property
    def weekly_hours(self) -> float:
        """7/tau times the hours, for all of them."""
        return self.people * WEEK_DAYS / self.rhythm_days * self.hours


class Relief(NamedTuple):
    """A layer that alone could make everything fit: its people every `rhythm_days`, now every `now_days`."""

    layer: str
    now_days: int
    rhythm_days: int


def demand_hours(demands: Iterable[Demand]) -> float:
    """Hours a week that all rhythms together ask for."""
    return sum(each.weekly_hours for each in demands)


def load(demands: Iterable[Demand], weekly_hours: float) -> float | None:
    """What is asked for, as a share of the hours set aside; above 1 it cannot all be kept.

    None where nothing is set aside.
    """
    return demand_hours(demands) / weekly_hours if weekly_hours > 0 else None


def reliefs(demands: Sequence[Demand], weekly_hours: float) -> tuple[Relief, ...]:
    """The rhythm changes that would each make everything fit, the smallest change first.

    Empty where it fits already, or where no single one is enough.
    """
    over = demand_hours(demands) - weekly_hours
    if over <= 0:
        return ()
    found = []
    for each in demands:
        left = each.weekly_hours - over
        if left > 0:
            rhythm = ceil(each.people * WEEK_DAYS * each.hours / left - 1e-9)
            if rhythm <= LONGEST_RHYTHM:
                found.append(Relief(each.layer, each.rhythm_days, rhythm))
    return tuple(sorted(found, key=lambda each: (each.rhythm_days / each.now_days, each.layer)))
