"""One VEVENT understood: what it says of itself, and the lines from which its recurrences are worked out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from planner.exchange.content_lines import ContentLine, LineParser, unescaped
from planner.exchange.drafts import AttendeeDraft
from planner.exchange.icalendar.lines import MEETINGS, Block, Line
from planner.exchange.icalendar.people import PROPERTIES, attendees
from planner.exchange.icalendar.rules import Rule, mended_rule, parsed_rule, rule_text
from planner.exchange.icalendar.times import (
    NAMES,
    Kind,
    TimeLine,
    duration,
    instance_key,
    length,
    read_time_line,
)
from planner.exchange.icalendar.zones import Zone, Zones, iana_name, local_name
from planner.exchange.problems import ProblemList
from planner.exchange.text import decoded, one_line, several_lines

MOST_DAYS = 366
_NO_START = "This entry has no start that can be read and was left out."
_UNREAD = "This entry could not be read and was left out."
_LOST_LINE = "A line of this entry could not be read; the rest was kept."
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


class EntryReader:
    """Reads the entries of one file."""

    def __init__(self, zones: Zones, problems: ProblemList) -> None:
        self._zones = zones
        self._problems = problems
        self._parser = LineParser()

    def read(self, block: Block) -> Entry | None:
        """The entry, or None and a problem where it cannot be read."""
        reading = _Reading(block, self._zones, self._parser)
        try:
            entry = reading.entry()
        except _NoTimeError:
            self._problems.add(block.number, _NO_START)
        except Exception:  # whatever a broken entry makes a library raise, the other entries must not suffer
            self._problems.add(block.number, _UNREAD)
        else:
            if reading.lost_lines:
                self._problems.add(block.number, _LOST_LINE)
            return entry
        return None


class _NoTimeError(ValueError):
    """There is no DTSTART, or it names no time."""


class _Reading:
    """The lines of one VEVENT while they are being understood."""

    def __init__(self, block: Block, zones: Zones, parser: LineParser) -> None:
        self._block = block
        self._zones = zones
        self._parser = parser
        self._times: list[TimeLine] = []
        self.lost_lines = False

    def entry(self) -> Entry:
        """All of it put together."""
        lines, owner = self._block.lines, self._zones.owner.rules
        all_day = any(_says_all_day(line) for line in lines)
        self._times = [
            read_time_line(line, self._zones, self._block.number, all_day=all_day)
            for line in lines
            if line.name in NAMES and line.value
        ]
        first, begin = self._begin()
        end = self._end(begin)
        rules = self._rules(begin, first.zone)
        recurs = bool(rules) or any(each.name == "RDATE" for each in self._times)
        original = self._original()
        return Entry(
            uid=uid_of_block(self._block),
            number=self._block.number,
            sequence=_whole_number(self._raw("SEQUENCE")),
            original=original,
            start=begin,
            floating=first.kind is Kind.FLOATING,
            day=begin.astimezone(owner).date() if isinstance(begin, datetime) else begin,
            zone=self._place(first) if isinstance(begin, datetime) else "",
            minutes=_minutes(begin, end),
            days=_days(begin, end),
            title=one_line(self._escaped("SUMMARY")),
            place=", ".join(several_lines(self._escaped("LOCATION")).splitlines()),
            notes=self._notes(),
            attendees=attendees(self._parsed(*PROPERTIES)),
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
        first = self._time("DTSTART")
        try:
            begin = first.moment() if first else None
        except ValueError as error:
            raise _NoTimeError from error
        if first is None or begin is None:
            raise _NoTimeError
        if isinstance(begin, datetime):
            begin = begin.astimezone(ZoneInfo(self._place(first)))
        return first, begin

    def _place(self, when: TimeLine) -> str:
        """The IANA name of where a time is: UTC is how programs write times of the calendar's own zone."""
        home = self._zones.home(self._block.about)
        return home if when.kind is Kind.UTC else local_name(when.zone.name, home)

    def _original(self) -> str:
        replaced = self._time("RECURRENCE-ID")
        if replaced is None:
            return ""
        floating = replaced.kind is Kind.FLOATING
        return instance_key(replaced.moment(), floating=floating, owner=self._zones.owner.rules)

    def _is_cancelled(self) -> bool:
        return (
            self._raw("STATUS").upper() in _CANCELLED
            or self._block.about.get("METHOD", "").upper() == "CANCEL"
        )

    def _notes(self) -> str:
        """The description; where no place is said, with the link of a meeting over the net."""
        notes = several_lines(self._escaped("DESCRIPTION"))
        link = next(filter(None, map(self._raw, MEETINGS)), "")
        return f"{notes}\n{link}".strip() if link and not self._raw("LOCATION") else notes

    def _raw(self, name: str) -> str:
        return next((line.value for line in self._block.lines if line.name == name), "")

    def _time(self, name: str) -> TimeLine | None:
        return next((each for each in self._times if each.name == name), None)

    def _parsed(self, *names: str) -> list[ContentLine]:
        """The lines of these names that can be understood; one that cannot is lost."""
        found = []
        for line in self._block.lines:
            if line.name in names:
                parsed = self._parser.parse(line.text, self._block.number)
                if parsed is not None:
                    found.append(parsed)
                else:
                    self.lost_lines = True
        return found

    def _escaped(self, name: str) -> str:
        return next((decoded(line) for line in self._parsed(name)), "")

    def _end(self, begin: date | datetime) -> date | datetime:
        """When the entry ends: never before it begins, and a day lasts at least a day."""
        least = begin + timedelta(days=0 if isinstance(begin, datetime) else 1)
        ends, lasts = self._time("DTEND"), self._raw("DURATION")
        try:
            if ends is not None:
                return max(least, _alike(ends.moment(), begin))
            if lasts:
                return max(least, begin + duration(lasts))
        except (ValueError, OverflowError):
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
        written = f"PT{int(lasts.total_seconds())}S" if isinstance(begin, datetime) else f"P{lasts.days}D"
        times = [text for each in self._times if each.name != "DTEND" for text in each.texts]
        sequence = f"SEQUENCE:{_whole_number(self._raw('SEQUENCE'))}"
        return (
            *times,
            f"DURATION:{written}",
            sequence,
            *(f"RRULE:{rule_text(rule)}" for rule in rules if rule),
        )


def uid_of_block(block: Block) -> str:
    """An entry's UID, or one made from all it says, which is the same at each reading."""
    uid = one_line(unescaped(next((line.value for line in block.lines if line.name == "UID"), "")))
    if uid:
        return uid
    said = "\n".join(sorted(line.text for line in block.lines))
    return "made-from-content-" + hashlib.sha256(said.encode()).hexdigest()[:32]


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
