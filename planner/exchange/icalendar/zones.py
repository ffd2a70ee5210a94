"""Time zones as calendars name them: IANA, Windows, a program's own prefix, or only a VTIMEZONE."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from planner.exchange.icalendar.described_zones import described_zone
from planner.exchange.icalendar.lines import Block, Line
from planner.exchange.problems import ProblemList, quoted

_UTC_NAMES = frozenset({"UTC", "Etc/UTC", "Etc/UCT", "UCT", "Zulu", "Etc/Zulu", "Universal", "Etc/Universal"})
_MOST_OBSERVANCES = 200
_MOST_MOMENTS = 500
_OFFSET = re.compile(r"[+-]\d{4}(?:\d\d)?\Z")
_MOMENT = re.compile(r"\d{8}T\d{6}\Z")
_WEEKDAY = re.compile(r"(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)\Z")
_RULE_PARTS = frozenset(
    {"FREQ", "BYMONTH", "BYDAY", "BYMONTHDAY", "UNTIL", "WKST", "INTERVAL", "BYHOUR", "BYMINUTE", "BYSECOND"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A zone that an entry is in.

    `name` is the IANA name to remember; `key` is what the calendar library is given, `rules` the zone as
    it understands it, and `definition` the VTIMEZONE that it needs to know first, or ''.
    """

    name: str
    key: str
    rules: tzinfo
    definition: str = ""


class Zones:
    """Finds the zones of one file. `owner` is the zone of times that name none, and of those not known."""

    def __init__(self, owner: str, blocks: Iterable[Block], problems: ProblemList) -> None:
        self.owner = Zone(name=owner, key=owner, rules=ZoneInfo(owner))
        self._problems = problems
        self._blocks: dict[str, Block] = {}
        self._found: dict[str, Zone] = {}
        for block in blocks:
            self._blocks.setdefault(_plain(_value(block, "TZID")), block)

    def home(self, about: dict[str, str]) -> str:
        """The IANA name of the zone that a calendar says it is kept in, else the owner's."""
        return local_name(iana_name(about.get("X-WR-TIMEZONE", "")), self.owner.name)

    def find(self, tzid: str, number: int) -> Zone:
        """The zone that a TZID means; one nobody knows is a problem at line `number` and the owner's zone."""
        tzid = _plain(tzid)
        if tzid not in self._found:
            zone = _named(iana_name(tzid)) or self._defined(tzid) or _named(described_zone(tzid, _names()))
            if zone is None:
                words = f"The time zone {quoted(tzid)} is not known; its times are read in {self.owner.name}."
                self._problems.add(number, words)
            self._found[tzid] = zone or self.owner
        return self._found[tzid]

    def _defined(self, tzid: str) -> Zone | None:
        block = self._blocks.get(tzid)
        if block is None:
            return None
        place = iana_name(_value(block, "X-LIC-LOCATION"))
        if place:
            return Zone(name=place, key=place, rules=ZoneInfo(place))
        definition = _definition(block)
        return _custom(definition, self.owner.name) if definition else None


def local_name(name: str, home: str) -> str:
    """`name`, or `home` where it is UTC or nothing: a place to have been in, rather than a way to count."""
    return home if not name or name in _UTC_NAMES else name


def iana_name(tzid: str) -> str:
    """The IANA name that a TZID means, by itself, as a Windows name or behind a program's prefix; else ''."""
    tzid = _plain(tzid)
    known = _names()
    found = known.get(tzid.casefold(), "")
    parts = tzid.split("/")
    for begin in range(1, min(len(parts), 10)):
        found = found or known.get("/".join(parts[begin:]).casefold(), "")
    return found


@cache
def _names() -> dict[str, str]:
    """IANA names by themselves and by Windows names, all folded."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    available = available_timezones()
    windows = {name.casefold(): place for name, place in WINDOWS_TO_OLSON.items() if place in available}
    special = {"z": "UTC", "tzone://microsoft/utc": "UTC"}
    return special | windows | {name.casefold(): name for name in available}


def _named(name: str) -> Zone | None:
    return Zone(name=name, key=name, rules=ZoneInfo(name)) if name else None


def _custom(definition: str, owner: str) -> Zone | None:
    """A zone that only the file knows. Its key is made from its rules, so that files cannot mix theirs up."""
    from icalendar import Timezone
    from icalendar.timezone import tzp

    key = "rapport-" + hashlib.sha256(definition.encode()).hexdigest()[:24]
    named = definition.replace("TZID:", f"TZID:{key}", 1)
    try:
        Timezone.from_ical(named)
        rules: Any = tzp.timezone(key)
        if any(datetime(2026, month, 1, tzinfo=rules).utcoffset() is None for month in (1, 7)):
            return None
    except Exception:  # the library fails in many ways on a zone that is none
        return None
    return Zone(name=owner, key=key, rules=rules, definition=named)


def _definition(block: Block) -> str:
    """The VTIMEZONE with only what can be worked out in no time, or '' where it has other things."""
    observances = _observances(block.lines)
    if not 1 <= len(observances) <= _MOST_OBSERVANCES:
        return ""
    texts = [_observance(kind, lines) for kind, lines in observances]
    if not all(texts) or sum(text.count("RDATE") + text.count(",") for text in texts) > _MOST_MOMENTS:
        return ""
    return "\r\n".join(("BEGIN:VTIMEZONE", "TZID:", *texts, "END:VTIMEZONE", ""))


def _observances(lines: list[Line]) -> list[tuple[str, list[Line]]]:
    """The lines of each STANDARD and DAYLIGHT part."""
    found: list[tuple[str, list[Line]]] = []
    for line in lines:
        if line.text in ("BEGIN:STANDARD", "BEGIN:DAYLIGHT"):
            found.append((line.value, []))
        elif found and line.name not in ("BEGIN", "END"):
            found[-1][1].append(line)
    return found


def _observance(kind: str, lines: list[Line]) -> str:
    """One part of a VTIMEZONE with only the properties that matter, or '' where one of them is unsound."""
    kept = [f"BEGIN:{kind}"]
    for line in lines:
        if line.name not in _CHECKS:
            continue
        value = _CHECKS[line.name](line.value.upper())
        if not value:
            return ""
        kept.append(f"{line.name}:{value}")
    return "\r\n".join((*kept, f"END:{kind}"))


def _moments(value: str) -> str:
    moments = [moment if "T" in moment else f"{moment}T000000" for moment in value.split(",")]
    return ",".join(moments) if all(_MOMENT.match(moment) for moment in moments) else ""


def _offset_text(value: str) -> str:
    return value if _OFFSET.match(value) else ""


def _yearly_rule(value: str) -> str:
    return value if _is_yearly(value) else ""


_CHECKS = {
    "DTSTART": _moments,
    "RDATE": _moments,
    "TZOFFSETFROM": _offset_text,
    "TZOFFSETTO": _offset_text,
    "RRULE": _yearly_rule,
}


def _is_yearly(rule: str) -> bool:
    """Whether the rule is one change a year, on a day that every few years have: no search can be long."""
    parts = dict(part.partition("=")[::2] for part in rule.split(";") if part)
    if not parts.keys() <= _RULE_PARTS or parts.get("FREQ") != "YEARLY" or parts.get("INTERVAL", "1") != "1":
        return False
    if not _in_range(parts.get("BYMONTH", ""), 1, 12):
        return False
    clock = (parts.get(name, "0") for name in ("BYHOUR", "BYMINUTE", "BYSECOND"))
    if not all(_in_range(each, 0, most) for each, most in zip(clock, (23, 59, 59), strict=True)):
        return False
    days = parts.get("BYMONTHDAY", "").split(",") if "BYMONTHDAY" in parts else []
    if not all(_in_range(day, 1, 28) for day in days):
        return False
    weekday = parts.get("BYDAY", "")
    if not weekday:
        return len(days) == 1
    if days:
        first = int(days[0])
        return len(weekday) == 2 and [int(day) for day in days] == list(range(first, first + 7))
    return _WEEKDAY.match(weekday) is not None


def _in_range(text: str, least: int, most: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 2 and least <= int(text) <= most


def _value(block: Block, name: str) -> str:
    return next((line.text.partition(":")[2].strip() for line in block.lines if line.name == name), "")


def _plain(tzid: str) -> str:
    return tzid.strip().strip('"').strip().removesuffix("/")
