"""Dates and times as calendars write them, put into the one form that the calendar library reads rightly.

A floating time gets the owner's zone, a zone of any name the one we found for it; a UTC time keeps its Z and
loses a zone that contradicts it; a date is marked as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import Enum, auto

from icalendar.prop import vDDDTypes

from planner.exchange.icalendar.lines import Line
from planner.exchange.icalendar.zones import Zone, Zones

NAMES = frozenset({"DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE"})

_LINE = re.compile(r"[A-Za-z-]+[ \t]*((?:;.*)?):([^:]*)\Z")
_ZONE = re.compile(r';[ \t]*TZID[ \t]*=[ \t]*("[^"]*"|[^;]*)', re.IGNORECASE)
_MIDNIGHTS = re.compile(r"(\d{8})T000000(?!Z)")
_NO_SECONDS = re.compile(r"(\d{8}T\d{4})(Z?)\Z")


class Kind(Enum):
    """What a value of a date or time line is."""

    DAY = auto()
    UTC = auto()
    LOCAL = auto()
    FLOATING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLine:
    """A date or time property: `texts` are the lines for the library, of which a list may need several.

    `first` is the first value, `kind` and `zone` are its own; for what is in no zone it is the owner's.
    """

    name: str
    texts: tuple[str, ...]
    first: str
    kind: Kind
    zone: Zone

    def moment(self) -> date | datetime:
        """The day or the aware time that the first value names; a ValueError where it names none."""
        in_zone = self.kind in (Kind.LOCAL, Kind.FLOATING)
        moment = _value(self.first, self.zone.key if in_zone else None)
        if isinstance(moment, datetime) and moment.utcoffset() is None:
            raise ValueError("a time without its zone")
        if isinstance(moment, date):
            return moment
        raise ValueError("neither a day nor a time")


def read_time_line(line: Line, zones: Zones, number: int, *, all_day: bool = False) -> TimeLine:
    """The line's values sorted out; `all_day` says that the entry calls a midnight a day, as Outlook does."""
    head, value = _split(line.text)
    named = _ZONE.search(head)
    zone = zones.find(named[1], number) if named and named[1].strip() else None
    future = ";RANGE=THISANDFUTURE" if "THISANDFUTURE" in head.upper() else ""
    values = [_plain(each, all_day) for each in value.upper().split(",")]
    kinds = [_kind(each, zone) for each in values]
    alike: dict[str, list[str]] = {}
    for each, kind in zip(values, kinds, strict=True):
        alike.setdefault(_parameters(each, kind, zone or zones.owner), []).append(each)
    return TimeLine(
        name=line.name,
        texts=tuple(f"{line.name}{future}{key}:{','.join(group)}" for key, group in alike.items()),
        first=values[0],
        kind=kinds[0],
        zone=zone if zone and kinds[0] is Kind.LOCAL else zones.owner,
    )


def duration(text: str) -> timedelta:
    """The length that a DURATION names; a ValueError where it names none."""
    lasts = _value(text.upper(), None)
    if isinstance(lasts, timedelta):
        return lasts
    raise ValueError("no duration")


def _value(text: str, zone: str | None) -> object:
    """What the library reads: a date, a datetime, a timedelta, or something else."""
    return vDDDTypes.from_ical(text, zone)  # type: ignore[no-untyped-call]


def _split(text: str) -> tuple[str, str]:
    """Parameters and value; a value holds no colon, while a zone's unquoted name may."""
    match = _LINE.match(text)
    return (match[1], match[2]) if match else ("", text.partition(":")[2])


def _plain(value: str, all_day: bool) -> str:
    value = "".join(value.split())
    if all_day:
        value = _MIDNIGHTS.sub(r"\1", value)
    return _NO_SECONDS.sub(r"\g<1>00\2", value)


def _kind(value: str, zone: Zone | None) -> Kind:
    first = value.partition("/")[0]
    if len(first) == 8:
        return Kind.DAY
    if first.endswith("Z"):
        return Kind.UTC
    return Kind.LOCAL if zone else Kind.FLOATING


def _parameters(value: str, kind: Kind, zone: Zone) -> str:
    period = ";VALUE=PERIOD" if "/" in value else ""
    if kind is Kind.DAY:
        return period or ";VALUE=DATE"
    return period if kind is Kind.UTC else f"{period};TZID={zone.key}"


def instance_key(when: date | datetime, *, floating: bool, owner: tzinfo) -> str:
    """The name of one recurrence: its original start in ISO form, however its zone is spelled.

    '2026-03-02' for a day, '2026-03-02T08:00:00Z' for a time, without the Z for one that floats.
    """
    if not isinstance(when, datetime):
        return when.isoformat()
    if floating:
        return when.astimezone(owner).replace(tzinfo=None).isoformat()
    return when.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def length(begin: date | datetime, end: date | datetime) -> timedelta:
    """From one to the other; with a day among them, in whole days."""
    if isinstance(begin, datetime) and isinstance(end, datetime):
        return end - begin
    return timedelta(days=end.toordinal() - begin.toordinal())


def definitions(zones: Iterable[Zone]) -> tuple[str, ...]:
    """The VTIMEZONEs that the library has to know, each once."""
    return tuple(dict.fromkeys(zone.definition for zone in zones if zone.definition))
