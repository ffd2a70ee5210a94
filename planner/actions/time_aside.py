"""The time set aside for conversations: minutes of each weekday, and the holidays that are kept free."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.actions.settings import remember, set_time_aside
from planner.exchange.public_holidays import public_holidays, region_code
from planner.library import Library
from planner.queries.days_off import HOLIDAYS, REGION, minutes_aside, region

_YEARS_BACK, _YEARS_AHEAD = 1, 10


def change_time_aside(library: Library, minutes: Sequence[int], where: str, *, today: date) -> None:
    """Set minutes aside, Monday first, and keep the holidays of a region ('' for none) free; as one step.

    The holidays of the coming ten years are written into the library, so that reading them needs no tables.
    Raises KnownError, with nothing changed, for minutes or a region that cannot be.
    """
    code = region_code(where)
    before = minutes_aside(library)
    with library.change("Change the time set aside"):
        for weekday, amount in enumerate(minutes):
            if amount != before[weekday]:
                set_time_aside(library, weekday, amount)
        if code != region(library):
            years = range(today.year - _YEARS_BACK, today.year + _YEARS_AHEAD + 1)
            found = public_holidays(code, years) if code else {}
            remember(library, REGION, code)
            remember(library, HOLIDAYS, {day.isoformat(): name for day, name in found.items()})
