"""The recurrences of one entry, worked out by the calendar library."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar
from recurring_ical_events import ComponentsWithName, Occurrence

MOST_INSTANCES = 1_000
_LATEST_YEARS = (3, 21)
"""Of a long series only the latest 1,001 count: those of days are within the first, of weeks the second."""
_EARLIEST = datetime(1000, 1, 1, tzinfo=UTC)
_INDEX = "X-RAPPORT-INDEX"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesText:
    """A series to work out: the lines of each of its entries, the first being the one that recurs.

    `definitions` are VTIMEZONEs, `home` the zone that UTC times recur in or '', `until` the last day in the
    owner's `zone`.
    """

    entries: tuple[tuple[str, ...], ...]
    definitions: tuple[str, ...]
    home: str
    until: date
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One recurrence; `index` is that of the entry which describes it. Times are in UTC, days are dates."""

    index: int
    original: date | datetime
    start: date | datetime
    end: date | datetime


def work_out(series: SeriesText, *, long: bool = False) -> tuple[Instance, ...]:
    """The recurrences up to `until`, in their order; of more than 1,000, the latest 1,001.

    A `long` series is looked at from its end, which is several times quicker where the latest years have
    enough. Raises whatever the library raises, and may take any time: see `icalendar_rules.steps`.
    """
    calendar = Calendar.from_ical(_text(series))
    events = ComponentsWithName("VEVENT", occurrence=_Remembering)
    query = recurring_ical_events.of(calendar, components=[events])
    stop = datetime.combine(series.until + timedelta(days=1), datetime.min.time(), ZoneInfo(series.zone))
    begins = [stop - timedelta(days=366 * years) for years in _LATEST_YEARS if long]
    for begin in (*begins, _EARLIEST):
        found = [_instance(each) for line in query.series for each in line.between(begin, stop)]
        if sum(_sortable(each.start) >= begin for each in found) > MOST_INSTANCES:
            break
    found.sort(key=lambda each: _sortable(each.start))
    return tuple(found[-MOST_INSTANCES - 1 :])


class _Remembering(Occurrence):  # type: ignore[misc]
    """An occurrence that knows whether the series moved it, and what it was made from."""

    def __init__(self, adapter: Any, start: Any = None, end: Any = None, sequence: int = -1) -> None:
        super().__init__(adapter, start, end, sequence)
        self.index = int(adapter._component[_INDEX])
        if start is None:
            self.original = adapter._component["RECURRENCE-ID"].dt
        else:  # a change of this and all later recurrences moves each of them by as much
            self.original = start - adapter.move_recurrences_by


def _instance(occurrence: _Remembering) -> Instance:
    return Instance(
        index=occurrence.index,
        original=_plain(occurrence.original),
        start=_plain(occurrence.start),
        end=_plain(occurrence.end),
    )


def _plain(moment: date | datetime) -> date | datetime:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def _sortable(moment: date | datetime) -> datetime:
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment, datetime.min.time(), UTC)


def _text(series: SeriesText) -> str:
    return "\r\n".join(_text_lines(series))


def _text_lines(series: SeriesText) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    if series.home:
        yield f"X-WR-TIMEZONE:{series.home}"
    yield from (definition.rstrip() for definition in series.definitions)
    for index, lines in enumerate(series.entries):
        yield from ("BEGIN:VEVENT", "UID:series", f"{_INDEX}:{index}", *lines, "END:VEVENT")
    yield from ("END:VCALENDAR", "")
