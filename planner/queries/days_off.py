"""Days on which no time is set aside: the public holidays of the owner's region."""

from __future__ import annotations

import json
from datetime import date

from planner.library import Library

REGION, HOLIDAYS = "region", "holidays"


def region(library: Library) -> str:
    """The code of the region whose holidays are kept free, '' for none."""
    text = library.value("SELECT value FROM setting WHERE name = ?", (REGION,))
    return str(json.loads(text)) if text else ""


def holidays_between(library: Library, first: date, last: date) -> dict[date, str]:
    """The holidays of these days, both included, by name."""
    rows = library.rows(
        "SELECT each.key, each.value FROM setting, json_each(setting.value) AS each"
        " WHERE setting.name = ? AND each.key BETWEEN ? AND ?",
        (HOLIDAYS, first.isoformat(), last.isoformat()),
    )
    return {date.fromisoformat(day): str(name) for day, name in rows}


def minutes_aside(library: Library) -> tuple[int, ...]:
    """Minutes set aside on each weekday, Monday first."""
    known = dict(library.rows("SELECT weekday, minutes FROM time_set_aside"))
    return tuple(int(known.get(weekday, 0)) for weekday in range(7))
