"""Time zones told in words, as Exchange does: '(UTC+01:00) Berlin, Bern', 'Eastern Time (US & Canada)'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from planner.domain.names import fold

_SHIFTED = re.compile(
    r"\(?(?:UTC|GMT) ?(?P<hours>[+-]\d{1,2})(?:[:.]?(?P<minutes>\d\d))?\)? *(?P<said>.*)\Z", re.I
)
_TIME = re.compile(r"(?P<part>[^()]+?) Time \(.*\)\Z", re.IGNORECASE)
_MOST_HOURS = 12


def described_zone(tzid: str, known: Mapping[str, str]) -> str:
    """The IANA name of a zone told by its distance from UTC and its cities, or by its part of a land.

    '' for anything else. `known` are IANA names by folded names, Windows names among them.
    """
    shifted = _SHIFTED.match(tzid)
    said = shifted["said"] if shifted else tzid
    if part := _TIME.match(said):
        return known.get(f"{part['part']} standard time".casefold(), "")
    if shifted is None:
        return ""
    hours, minutes = int(shifted["hours"]), int(shifted["minutes"] or 0)
    if not said:
        whole = f"Etc/GMT{-hours:+d}" if hours else "UTC"
        return known.get(whole.casefold(), "") if not minutes and abs(hours) <= _MOST_HOURS else ""
    shift = timedelta(hours=hours, minutes=-minutes if shifted["hours"].startswith("-") else minutes)
    for city in said.split(","):
        for name in _by_city(tuple(known.values())).get(fold(city).strip().replace(" ", "_"), ()):
            if _usual_shift(name) == shift:
                return name
    return ""


@cache
def _by_city(names: tuple[str, ...]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(set(names)):
        place, slash, city = name.rpartition("/")
        if slash and place != "Etc":
            found.setdefault(city.casefold(), []).append(name)
    return found


def _usual_shift(name: str) -> timedelta | None:
    """How far a zone is from UTC when no summer time is."""
    moments = (datetime(2026, month, 15, 12, tzinfo=ZoneInfo(name)) for month in (1, 7))
    return min(each.utcoffset() or timedelta() for each in moments)
