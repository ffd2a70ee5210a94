"""Time zones written out as a VTIMEZONE, for programs that know them only so (RFC 5545, 3.6.5).

A change that falls on the same weekday of a month each year is written as a rule, which Outlook understands;
others are written one by one.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_RULES_BEGIN = 1970
_LAST = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """A change of the clocks: the local time just before it, and the distances from UTC around it."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    daylight: bool

    @property
    def day(self) -> tuple[int, int, int, int]:
        """Month, weekday, hour and minute: what a rule has in common from year to year."""
        return self.at.month, self.at.weekday(), self.at.hour, self.at.minute


def zone_lines(name: str, first: date, last: date) -> Iterator[str]:
    """The VTIMEZONE of an IANA zone, right from the year before `first` to the year after `last`."""
    zone = ZoneInfo(name)
    changes = list(_changes(zone, first.year - 1, last.year + 1))
    yield from ("BEGIN:VTIMEZONE", f"TZID:{name}")
    if not changes:
        yield from _without_changes(zone, first)
    elif rules := _rules(changes):
        for change, which in rules:
            yield from _observance(change, which)
    else:
        yield from _one_by_one(changes)
    yield "END:VTIMEZONE"


def _changes(zone: tzinfo, first_year: int, last_year: int) -> Iterator[_Change]:
    """Every change from the begin of the first year to the end of the last."""
    moment, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        following = moment + timedelta(days=1)
        if _offset(zone, moment) != _offset(zone, following):
            yield _change(zone, moment, following)
        moment = following


def _change(zone: tzinfo, low: datetime, high: datetime) -> _Change:
    """The one change between two moments, found to the minute."""
    before, after = _offset(zone, low), _offset(zone, high)
    while high - low > timedelta(minutes=1):
        middle = low + (high - low) // 2
        middle = middle.replace(second=0, microsecond=0)
        low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
    local = high.astimezone(zone)
    return _Change(
        at=(high + before).replace(tzinfo=None),
        before=before,
        after=after,
        name=local.tzname() or "",
        daylight=bool(local.dst()),
    )


def _offset(zone: tzinfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _rules(changes: Sequence[_Change]) -> list[tuple[_Change, int]]:
    """Two changes that stand for all, each with which of its weekdays in the month it is; else none."""
    kinds = {(each.before, each.after, each.daylight) for each in changes}
    if len(kinds) != 2:
        return []
    found = []
    for kind in sorted(kinds):
        alike = [each for each in changes if (each.before, each.after, each.daylight) == kind]
        which = _which(alike)
        if len({each.day for each in alike}) > 1 or which is None or not _every_year(alike):
            return []
        found.append((alike[0], which))
    return found


def _which(changes: Sequence[_Change]) -> int | None:
    """-1 for the last such weekday of the month, 1 to 4 for the first to fourth; None where it differs."""
    days = [(each.at.day, calendar.monthrange(each.at.year, each.at.month)[1]) for each in changes]
    if all(day + 7 > length for day, length in days):
        return _LAST
    counted = {(day - 1) // 7 + 1 for day, _ in days}
    return counted.pop() if len(counted) == 1 else None


def _every_year(changes: Sequence[_Change]) -> bool:
    years = [each.at.year for each in changes]
    return years == list(range(years[0], years[0] + len(years)))


def _observance(change: _Change, which: int) -> Iterator[str]:
    month, weekday, hour, minute = change.day
    begins = _nth(_RULES_BEGIN, month, weekday, which)
    rule = f"RRULE:FREQ=YEARLY;BYMONTH={month};BYDAY={which}{_WEEKDAYS[weekday]}"
    at = datetime(begins.year, begins.month, begins.day, hour, minute)  # noqa: DTZ001  (a wall clock's time)
    yield from _part(change, at, rule)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    days = [
        day
        for day in calendar.Calendar().itermonthdates(year, month)
        if (day.month, day.weekday()) == (month, weekday)
    ]
    return days[which] if which == _LAST else days[which - 1]


def _one_by_one(changes: Sequence[_Change]) -> Iterator[str]:
    first = changes[0]
    begin = datetime(_RULES_BEGIN, 1, 1)  # noqa: DTZ001  (a wall clock's time)
    # what holds before the first change is said by a change that changes nothing
    yield from _part(
        _Change(at=begin, before=first.before, after=first.before, name="", daylight=False), begin, ""
    )
    for change in changes:
        yield from _part(change, change.at, "")


def _without_changes(zone: tzinfo, day: date) -> Iterator[str]:
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    offset, begin = _offset(zone, at), datetime(_RULES_BEGIN, 1, 1)  # noqa: DTZ001  (a wall clock's time)
    name = at.astimezone(zone).tzname() or ""
    yield from _part(_Change(at=begin, before=offset, after=offset, name=name, daylight=False), begin, "")


def _part(change: _Change, at: datetime, rule: str) -> Iterator[str]:
    kind = "DAYLIGHT" if change.daylight else "STANDARD"
    yield from (f"BEGIN:{kind}", f"DTSTART:{at:%Y%m%dT%H%M%S}")
    if rule:
        yield rule
    yield from (f"TZOFFSETFROM:{_distance(change.before)}", f"TZOFFSETTO:{_distance(change.after)}")
    if change.name:
        yield f"TZNAME:{change.name}"
    yield f"END:{kind}"


def _distance(offset: timedelta) -> str:
    """'+0530'."""
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"
