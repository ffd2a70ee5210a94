"""Recurrence rules: mended where programs write them loosely, and weighed before anything is worked out.

A rule can ask for endless work: every second since the year 1, or a 30 February that no search will find.
`steps` counts the work of the rules that nearly all entries have and that always find their next day soon;
of others it says None, and they are worked out in a process of their own that can be stopped.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, tzinfo
from typing import TypeAlias

Rule: TypeAlias = dict[str, str]
"""A rule's parts by their names, both in upper case: {'FREQ': 'WEEKLY', 'BYDAY': 'MO,WE'}."""

_FINER = frozenset({"HOURLY", "MINUTELY", "SECONDLY"})
_DAYS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}
_KNOWN = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY"}
    | {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"}
)
_ALWAYS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"})
_MOST_TIMES_A_DAY = 24
_LONGEST_INTERVAL = 1_000
_WEEKDAYS = re.compile(r"(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU)){0,6}\Z")
_NTH_WEEKDAY = re.compile(r"(?:[+]?[1-4]|-[1-4])(?:MO|TU|WE|TH|FR|SA|SU)\Z")
_SURE_POSITION = re.compile(r"(?:[1-4]|-[1-4])\Z")
_SURE_DAY = re.compile(r"(?:-?[1-9]|-?1\d|-?2[0-8])\Z")
_UNTIL = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?\Z")


def parsed_rule(value: str) -> Rule | None:
    """The rule's parts, or None where it is none: no known FREQ, an unknown part, an interval of 0.

    A count below 0 is how some programs write that there is none.
    """
    rule: Rule = {}
    for part in "".join(value.upper().split()).split(";"):
        name, equals, given = part.partition("=")
        is_endless = name == "COUNT" and given.startswith("-")
        if equals and given and not is_endless and not name.startswith("X-"):
            rule[name] = given
    if rule.get("FREQ") not in _FINER | _DAYS.keys() or not rule.keys() <= _KNOWN:
        return None
    counts = (rule.get("INTERVAL", "1"), rule.get("COUNT", "1"))
    return rule if all(_is_count(each) for each in counts) else None


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9 and int(text) > 0


def is_finer_than_daily(rule: Rule) -> bool:
    """Whether the rule repeats by the hour or below, or has more times in a day than hours."""
    times = 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        times *= rule.get(name, "").count(",") + 1
    return rule["FREQ"] in _FINER or times > _MOST_TIMES_A_DAY


def mended_rule(rule: Rule, start: date | datetime, zone: tzinfo, owner: tzinfo) -> Rule | None:
    """The rule with its UNTIL of the kind that the start is of; None where UNTIL is no time.

    Until a day means until its end in the entry's zone, for a start with a time. For a day, a UTC time is the
    owner's day, but for midnight, which is how programs that know no zones write a day.
    """
    if "UNTIL" not in rule:
        return rule
    match = _UNTIL.match(rule["UNTIL"])
    if match is None:
        return None
    try:
        return rule | {"UNTIL": _until(match, start, zone, owner)}
    except (ValueError, OverflowError):
        return None


def _until(match: re.Match[str], start: date | datetime, zone: tzinfo, owner: tzinfo) -> str:
    day, clock, utc = match[1], match[2], match[3]
    written = datetime.fromisoformat(f"{day}T{clock or '235959'}")
    moment = written.replace(tzinfo=UTC if utc else zone)
    if isinstance(start, datetime):
        return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}".zfill(16)
    if utc and clock != "000000":
        return f"{moment.astimezone(owner):%Y%m%d}".zfill(8)
    return day


def rule_text(rule: Rule) -> str:
    """The rule as a calendar writes it."""
    order = sorted(rule, key=lambda name: (name != "FREQ", name))
    return ";".join(f"{name}={rule[name]}" for name in order)


def steps(rule: Rule, start: date | datetime, until: date) -> int | None:
    """At most how many days, weeks, months or years are looked at up to `until`; None where none can tell."""
    if not _always_finds(rule, start):
        return None
    ends = min(until, _last_day(rule.get("UNTIL", ""), until))
    first = start.date() if isinstance(start, datetime) else start
    periods = max(0, (ends - first).days) // (_DAYS[rule["FREQ"]] * int(rule.get("INTERVAL", "1"))) + 2
    return min(periods, int(rule.get("COUNT", periods))) * (rule.get("BYDAY", "").count(",") + 1)


def _last_day(until: str, otherwise: date) -> date:
    try:
        return date.fromisoformat(until[:8])
    except ValueError:
        return otherwise


def _always_finds(rule: Rule, start: date | datetime) -> bool:
    """Whether the rule is of a shape that finds its next day soon."""
    if int(rule.get("INTERVAL", "1")) > _LONGEST_INTERVAL:
        return False
    days, extra = rule.get("BYDAY", ""), rule.keys() - _ALWAYS
    match rule["FREQ"]:
        case "DAILY":
            return not extra or (extra == {"BYDAY"} and rule.get("INTERVAL", "1") == "1" and _are(days))
        case "WEEKLY":
            return not extra or (extra == {"BYDAY"} and _are(days))
        case "MONTHLY":
            return not extra or _finds_monthly(rule, extra)
        case "YEARLY":
            return not extra or _finds_yearly(rule, extra, start)
    return False


def _are(days: str) -> bool:
    return _WEEKDAYS.match(days) is not None


def _finds_monthly(rule: Rule, extra: set[str]) -> bool:
    if extra == {"BYMONTHDAY"}:
        return _SURE_DAY.match(rule["BYMONTHDAY"]) is not None
    if extra == {"BYDAY", "BYSETPOS"}:
        return _are(rule["BYDAY"]) and _SURE_POSITION.match(rule["BYSETPOS"]) is not None
    return extra == {"BYDAY"} and _NTH_WEEKDAY.match(rule["BYDAY"]) is not None


def _finds_yearly(rule: Rule, extra: set[str], start: date | datetime) -> bool:
    if not extra >= {"BYMONTH"} or rule["BYMONTH"] not in {str(month) for month in range(1, 13)}:
        return False
    if extra == {"BYMONTH", "BYMONTHDAY"}:
        own_day = rule["BYMONTH"] == str(start.month) and rule["BYMONTHDAY"] == str(start.day)
        return own_day or _SURE_DAY.match(rule["BYMONTHDAY"]) is not None
    return extra == {"BYMONTH", "BYDAY"} and _NTH_WEEKDAY.match(rule["BYDAY"]) is not None
