"""Peewee fields for STRICT tables: days, instants and times of day as ISO text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

import peewee


class DayField(peewee.TextField):
    """A calendar day, stored as 'YYYY-MM-DD'."""

    def db_value(self, value: date | str | None) -> str | None:
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: str | None) -> date | None:
        return None if value is None else date.fromisoformat(value)


class InstantField(peewee.TextField):
    """A moment, aware in Python, stored in UTC as 'YYYY-MM-DDTHH:MM:SSZ'."""

    def db_value(self, value: datetime | str | None) -> str | None:
        if isinstance(value, datetime):
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return value

    def python_value(self, value: str | None) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


class TimeOfDayField(peewee.TextField):
    """A local time of day, stored as 'HH:MM'."""

    def db_value(self, value: time | str | None) -> str | None:
        return value.strftime("%H:%M") if isinstance(value, time) else value

    def python_value(self, value: str | None) -> time | None:
        return None if value is None else time.fromisoformat(value)


class FlagField(peewee.IntegerField):
    """True or False, stored as 1 or 0."""

    def db_value(self, value: bool | int | None) -> int | None:
        return None if value is None else int(value)

    def python_value(self, value: int | None) -> bool | None:
        return None if value is None else bool(value)


def these(ids: Iterable[int]) -> peewee.SQL:
    """Ids for `in_`, as one value: SQLite takes only so many one by one."""
    return peewee.SQL("(SELECT value FROM json_each(?))", (json.dumps(list(ids)),))
