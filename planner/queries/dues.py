"""When rhythms are used up, and the working day of the owner before which to talk (SCIENCE 1.1 and 1.11)."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from planner.domain.rhythm import Pause, due_day, used_up_on
from planner.library import Library
from planner.queries.days_off import days_off
from planner.queries.pauses import own_leave

_LONG_AGO, _FAR_AHEAD = timedelta(days=400), timedelta(days=800)


class Due(NamedTuple):
    """The day on which a rhythm is used up, and the same or an earlier one on which the owner works."""

    used_up: date
    day: date


class Dues:
    """Knows the owner's leave and holidays, for as many people as are asked about."""

    def __init__(self, library: Library, today: date) -> None:
        self.leave = own_leave(library)
        self._off = days_off(library, today - _LONG_AGO, today + _FAR_AHEAD)

    def due(self, last: date, rhythm_days: int, own: Sequence[Pause]) -> Due | None:
        """After a conversation on `last`; None where a pause of the person's own has no end yet."""
        still = (*own, *self.leave)
        used_up = used_up_on(last, rhythm_days, still)
        day = due_day(last, rhythm_days, still, is_off=self._off.covers)
        return Due(used_up, day) if used_up and day else None
