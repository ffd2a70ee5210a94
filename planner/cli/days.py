"""A day as it was typed, to be placed in the calendar once it is known which day is today."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.domain.errors import KnownError

FIRST_YEAR, LAST_YEAR = 1900, 2200
_SOME_DAY = date(2000, 1, 1)


class TypedDay(NamedTuple):
    """'thursday', '16 Sep', '2026-09-16' … as `understood` has found it readable.

    A day without a year is the nearest one, today included; a day of the coming month is that one also
    where one looks back. A weekday is never today: for today one says nothing or 'today'.
    """

    words: str

    def ahead(self, today: date) -> date:
        """The day that is meant by somebody who looks ahead: at plans and promises."""
        return self._placed(today, past=False)

    def back(self, today: date) -> date:
        """The day that is meant by somebody who looks back: at a conversation."""
        return self._placed(today, past=True)

    def _placed(self, today: date, *, past: bool) -> date:
        from planner.domain.typed import read_day

        found = read_day(self.words, today, past=past)
        assert found is not None
        return found


def understood(words: str) -> TypedDay:
    """The day typed. Raises KnownError where it cannot be read."""
    from planner.domain.typed import read_day

    day = read_day(words, _SOME_DAY)
    if day is None:
        raise KnownError("Write a day, such as today, thursday, 16 Sep or 2026-09-16.")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise KnownError(f"The year is out of reach. Write one from {FIRST_YEAR} to {LAST_YEAR}.")
    return TypedDay(words=words)
