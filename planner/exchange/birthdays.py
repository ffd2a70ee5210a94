"""When a day of birth is one: shared by everything that reads birthdays."""

from __future__ import annotations

from datetime import date

_LEAP_YEAR = 2000
_OLDEST, _NEWEST = 1800, 2200
"""Years outside are a program's way of writing 'no date' (0001, 1601, 4501) or a slip."""


def birthday(year: int | None, month: int, day: int) -> str | None:
    """'YYYY-MM-DD', '--MM-DD' where the year is None, or None where there is no such day."""
    try:
        date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return None
    if year is None:
        return f"--{month:02}-{day:02}"
    return f"{year}-{month:02}-{day:02}" if _OLDEST <= year <= _NEWEST else None
