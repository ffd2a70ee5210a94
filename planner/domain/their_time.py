"""What time it is for somebody else while it is a certain time here."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def their_time(day: date, starts: time, here: str, there: str) -> datetime | None:
    """The wall clock there at a time here; None where it shows the same, or a zone is not known."""
    try:
        moment = datetime.combine(day, starts, ZoneInfo(here or "UTC"))
        elsewhere = moment.astimezone(ZoneInfo(there)) if there else moment
    except (ZoneInfoNotFoundError, ValueError, OSError, OverflowError):
        return None
    wall = elsewhere.replace(tzinfo=None)
    return None if wall == datetime.combine(day, starts) else wall
