"""Days on which no time is set aside: the public holidays of the owner's region, and their own leave."""

import json
from datetime import date
from typing import NamedTuple

from planner.library import Library

REGION, HOLIDAYS = "region", "holidays"


class Leave(NamedTuple):
    """A stretch of the owner's leave, both days included."""

    id: int
    first_day: date
    last_day: date
    note: str


class DaysOff(NamedTuple):
    """What is kept free among some days: holidays by name, and the stretches of leave that touch them."""

    holidays: dict[date, str]
    leave: tuple[Leave, ...]

    def holiday(self, day: date) -> str:
        """The name of a holiday, '' for none."""
        return self.holidays.get(day, "")

    def on_leave(self, day: date) -> bool:
        """Whether the owner is on leave."""
        return any(each.first_day <= day <= each.last_day for each in self.leave)

    def covers(self, day: date) -> bool:
        """Whether nothing is set aside on a day."""
        return day in self.holidays or self.on_leave(day)


def days_off(library: Library, first: date, last: date) -> DaysOff:
    """What is kept free of these days, both included."""
    return DaysOff(holidays=holidays_between(library, first, last), leave=leave_between(library, first, last))


def leave_between(library: Library, first: date = date.min, last: date = date.max) -> tuple[Leave, ...]:
    """The stretches of leave that touch these days, first begun first."""
    rows = library.rows(
        "SELECT id, first_day, last_day, note FROM leave WHERE first_day <= ? AND last_day >= ?"
        " ORDER BY first_day, last_day, id",
        (last.isoformat(), first.isoformat()),
    )
    return tuple(
        Leave(row[0], date.fromisoformat(row[1]), date.fromisoformat(row[2]), row[3]) for row in rows
    )


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
