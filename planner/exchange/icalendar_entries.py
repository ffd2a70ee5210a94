"""One VEVENT understood: what it says of itself, and the lines from which its recurrences are worked out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Event

from planner.exchange.drafts import AttendeeDraft
from planner.exchange.icalendar_lines import Block, Line
from planner.exchange.icalendar_people import attendees
from planner.exchange.icalendar_rules import Rule, mended_rule, parsed_rule, rule_text
from planner.exchange.icalendar_times import NAMES, Kind, TimeLine, instance_key, length, read_time_line
from planner.exchange.icalendar_zones import Zone, Zones, iana_name, local_name
from planner.exchange.vcard_problems import ProblemList
from planner.exchange.vcard_text import without_controls

MOST_DAYS = 366
_NO_START = "This entry has no start that can be read and was left out."
_UNREAD = "This entry could not be read and was left out."
_LOST_LINE = "A line of this entry could not be read; the rest was kept."
_PARSED = frozenset({"SUMMARY", "LOCATION", "DESCRIPTION", "ORGANIZER", "ATTENDEE", "DURATION"})
_MOMENTS = frozenset({"DTSTART", "DTEND", "RECURRENCE-ID"})
_CANCELLED = frozenset({"CANCELLED", "CANCELED"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One VEVENT.

    `original` is the key of the recurrence that it replaces, '' where it replaces none. `start` is a day, or
    an aware time in `zone`, the IANA name to remember; `day` is its day where the owner is. `minutes` is None
    and `days` 1 or more for an all-day entry. `rules` are its RRULEs, None for one that could not be read;
    `recurs` says that it has any, or further dates. `lines` is what working out its recurrences takes, in its
    `zones`; `home` is the zone in which its calendar is kept, '' where it does not say.
    """

    uid: str
    number: int
    sequence: int
    original: str
    start: date | datetime
    floating: bool
    day: date
    zone: str
    minutes: int | None
    days: int
    title: str
    place: str
    notes: str
    attendees: tuple[AttendeeDraft, ...]
    free: bool
    cancelled: bool
    recurs: bool
    rules: tuple[Rule | None, ...]
    lines: tuple[str, ...]
    zones: tuple[Zone, ...]
    home: str


def read_entry(block: Block, zones: Zones, problems: ProblemList) -> Entry | None:
    """The entry, or None and a problem where it cannot be read."""
    if not any(line.name == "DTSTART" for line in block.lines):
        problems.add(block.number, _NO_START)
        return None
    try:
        reading = _Reading(block, zones)
        entry = reading.entry()
    except _NoTimeError:
        problems.add(block.number, _NO_START)
    except Exception:  # whatever a broken entry makes the library raise, the other entries must not suffer
        problems.add(block.number, _UNREAD)
    else:
        if reading.lost_lines:
            problems.add(block.number, _LOST_LINE)
        return entry
    return None


class _NoTimeError(ValueError):
    """DTSTART is there and names no time."""


class _Reading:
    """The lines of one VEVENT while they are being understood."""

    def __init__(self, block: Block, zones: Zones) -> None:
        self._block = block
        self._zones = zones
        all_day = any(_says_all_day(line) for line in block.lines)
        self._times = [
            read_time_line(line, zones, block.number, all_day=all_day)
            for line in block.lines
            if line.name in NAMES and line.value
        ]
        self._event = Event.from_ical("\r\n".join(self._text_lines()))
        self.lost_lines = bool(self._event.errors)

    def _text_lines(self) -> list[str]:
        texts = [line.text for line in self._block.lines if line.name in _PARSED]
        moments = [text for each in self._times if each.name in _MOMENTS for text in each.texts]
        return ["BEGIN:VEVENT", *texts, *moments, "END:VEVENT", ""]

    def entry(self) -> Entry:
        """All of it put together."""
        first, begin = self._begin()
        end = self._end(begin)
        rules = self._rules(begin, first.zone)
        recurs = bool(rules) or any(each.name == "RDATE" for each in self._times)
        original = self._original()
        owner = self._zones.owner.rules
        return Entry(
            uid=self._uid(),
            number=self._block.number,
            sequence=_whole_number(self._raw("SEQUENCE")),
            original=original,
            start=begin,
            floating=first.kind is Kind.FLOATING,
            day=begin.astimezone(owner).date() if isinstance(begin, datetime) else begin,
            zone=self._place(first) if isinstance(begin, datetime) else "",
            minutes=_minutes(begin, end),
            days=_days(begin, end),
            title=" ".join(self._text("SUMMARY").split()),
            place=", ".join(" ".join(line.split()) for line in self._text("LOCATION").splitlines()),
            notes=self._text("DESCRIPTION"),
            attendees=attendees(self._all("ORGANIZER"), self._all("ATTENDEE")),
            free=self._raw("TRANSP").upper() == "TRANSPARENT",
            cancelled=self._is_cancelled(),
            recurs=recurs,
            rules=rules,
            lines=self._series_lines(rules, begin, end) if recurs or original else (),
            zones=tuple(each.zone for each in self._times),
            home=iana_name(self._block.about.get("X-WR-TIMEZONE", "")),
        )

    def _begin(self) -> tuple[TimeLine, date | datetime]:
        """DTSTART, its time in the zone to remember."""
        try:
            first = next(each for each in self._times if each.name == "DTSTART")
            begin = self._moment("DTSTART")
        except (ValueError, StopIteration) as error:
            raise _NoTimeError from error
        if isinstance(begin, datetime):
            begin = begin.astimezone(ZoneInfo(self._place(first)))
        return first, begin

    def _place(self, when: TimeLine) -> str:
        """The IANA name of where a time is: UTC is how programs write times of the calendar's own zone."""
        home = self._zones.home(self._block.about)
        return home if when.kind is Kind.UTC else local_name(when.zone.name, home)

    def _original(self) -> str:
        replaced = next((each for each in self._times if each.name == "RECURRENCE-ID"), None)
        if replaced is None:
            return ""
        floating = replaced.kind is Kind.FLOATING
        return instance_key(self._moment(replaced.name), floating=floating, owner=self._zones.owner.rules)

    def _uid(self) -> str:
        """Its UID, or one made from all it says, which is the same at each reading."""
        uid = " ".join(self._raw("UID").split())
        if uid:
            return uid
        said = "\n".join(sorted(line.text for line in self._block.lines))
        return "made-from-content-" + hashlib.sha256(said.encode()).hexdigest()[:32]

    def _is_cancelled(self) -> bool:
        return (
            self._raw("STATUS").upper() in _CANCELLED
            or self._block.about.get("METHOD", "").upper() == "CANCEL"
        )

    def _raw(self, name: str) -> str:
        return next((line.value for line in self._block.lines if line.name == name), "")

    def _all(self, name: str) -> list[Any]:
        value = self._event.get(name, [])
        return value if isinstance(value, list) else [value]

    def _text(self, name: str) -> str:
        return without_controls(str(next(iter(self._all(name)), ""))).strip()

    def _moment(self, name: str) -> date | datetime:
        """The day or aware time that a property names; a ValueError where it names none."""
        moment = self._all(name)[0].dt
        if not isinstance(moment, date) or (isinstance(moment, datetime) and moment.utcoffset() is None):
            raise ValueError(f"{name} is no day and no time")
        return moment

    def _end(self, begin: date | datetime) -> date | datetime:
        """When the entry ends: never before it begins, and a day lasts at least a day."""
        least = begin + timedelta(days=0 if isinstance(begin, datetime) else 1)
        try:
            if "DTEND" in self._event:
                return max(least, _alike(self._moment("DTEND"), begin))
            if "DURATION" in self._event:
                lasts: timedelta = self._all("DURATION")[0].dt
                return max(least, begin + lasts)
        except (ValueError, TypeError, AttributeError, OverflowError):
            self.lost_lines = True
        return least

    def _rules(self, begin: date | datetime, zone: Zone) -> tuple[Rule | None, ...]:
        rules: list[Rule | None] = []
        for line in self._block.lines:
            if line.name == "RRULE" and line.value:
                rule = parsed_rule(line.value)
                rules.append(mended_rule(rule, begin, zone.rules, self._zones.owner.rules) if rule else None)
        return tuple(rules)

    def _series_lines(
        self, rules: tuple[Rule | None, ...], begin: date | datetime, end: date | datetime
    ) -> tuple[str, ...]:
        lasts = length(begin, end)
        duration = f"PT{int(lasts.total_seconds())}S" if isinstance(begin, datetime) else f"P{lasts.days}D"
        times = [text for each in self._times if each.name != "DTEND" for text in each.texts]
        sequence = f"SEQUENCE:{_whole_number(self._raw('SEQUENCE'))}"
        return (
            *times,
            f"DURATION:{duration}",
            sequence,
            *(f"RRULE:{rule_text(rule)}" for rule in rules if rule),
        )


def _says_all_day(line: Line) -> bool:
    return line.name == "X-MICROSOFT-CDO-ALLDAYEVENT" and line.value.upper() == "TRUE"


def _whole_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _alike(moment: date | datetime, begin: date | datetime) -> date | datetime:
    """The moment as a day where the entry begins with one, else as a time."""
    if isinstance(begin, datetime):
        return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min, begin.tzinfo)
    if not isinstance(moment, datetime):
        return moment
    return moment.date() + timedelta(days=1 if moment.time() > time.min else 0)


def _minutes(begin: date | datetime, end: date | datetime) -> int | None:
    if not isinstance(begin, datetime) or not isinstance(end, datetime):
        return None
    return int((end.astimezone(UTC) - begin.astimezone(UTC)).total_seconds() // 60)


def _days(begin: date | datetime, end: date | datetime) -> int:
    return 1 if isinstance(begin, datetime) else min(MOST_DAYS, length(begin, end).days)
