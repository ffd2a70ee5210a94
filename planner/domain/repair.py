"""Mending after a breach: the rhythm tightens, asking pauses, and only kept promises end it.

Source: SCIENCE 1.10 for the rhythm. That two promises kept in time end it is a convention.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

KEPT_TO_END = 2
"""How many of your promises, kept in time after it began, end a time of mending."""


class Mending(NamedTuple):
    """A time of mending that is open: since when, and how many promises were kept in time since."""

    begun_on: date
    kept: int

    @property
    def left(self) -> int:
        """How many more promises kept in time end it."""
        return max(0, KEPT_TO_END - self.kept)


def ended_on(begun_on: date, kept_on: Iterable[date]) -> date | None:
    """The day on which mending ended: that of the second promise kept in time since it began, or None."""
    since = sorted(day for day in kept_on if day >= begun_on)
    return since[KEPT_TO_END - 1] if len(since) >= KEPT_TO_END else None
