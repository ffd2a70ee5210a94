"""When a message was sent, as the many programs that write mail have it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

_ENGLISH = (b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec")
_GERMAN = {b"mae": 3, b"m\xc3\xa4": 3, b"m\xe4r": 3, b"mrz": 3, b"mai": 5, b"okt": 10, b"dez": 12}
_MONTHS = {name: number for number, name in enumerate(_ENGLISH, 1)} | _GERMAN
_ZONE_HOURS = {
    **dict.fromkeys((b"est", b"cdt"), -5),
    **dict.fromkeys((b"cst", b"mdt"), -6),
    **dict.fromkeys((b"mst", b"pdt"), -7),
    **dict.fromkeys((b"cet", b"met", b"bst"), 1),
    **dict.fromkeys((b"cest", b"mest"), 2),
    b"edt": -4,
    b"pst": -8,
    b"jst": 9,
}
"""The names of zones that mail still bears; any other one is taken for UTC (RFC 5322, 4.3)."""

_TIME = rb"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?(?:\.\d+)?"
_SHIFT = rb"(?:(?P<hours>[+-]\d{1,2}):?(?P<minutes>\d{2})|\(?(?P<zone>[A-Za-z]{1,4})\b)"
_PATTERNS = (
    # Tue, 15 Sep 2026 08:58:12 +0200
    re.compile(
        rb"(?<!\d)(?P<day>\d{1,2})\.?[ -]+(?P<month>[A-Za-z\xc3\xa4\xe4]{3,10})\.?[ -]+"
        rb"(?P<year>\d{4}|\d{2})\s+" + _TIME + rb"\s*" + _SHIFT + rb"?"
    ),
    # Tue Sep 15 08:58:12 2026, with a shift from UTC behind or before the year, or none
    re.compile(rb"(?P<month>[A-Za-z]{3}) +(?P<day>\d{1,2}) " + _TIME + rb" " + _SHIFT + rb" (?P<year>\d{4})"),
    re.compile(
        rb"(?P<month>[A-Za-z]{3}) +(?P<day>\d{1,2}) " + _TIME + rb" (?P<year>\d{4})(?: " + _SHIFT + rb")?"
    ),
    # 2026-09-15T08:58:12+02:00
    re.compile(
        rb"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})[T ]" + _TIME + rb"\s*" + _SHIFT + rb"?"
    ),
)
_OLDEST = 1971
"""Before was no mail that anybody kept: 1970 is a clock without a battery."""

_LONGEST = 200


def moment(raw: bytes) -> int | None:
    """The seconds since 1970 that a Date header, or the line before a message in an mbox, names."""
    raw = raw[:_LONGEST]
    match = next((found for pattern in _PATTERNS if (found := pattern.search(raw))), None)
    return None if match is None else _seconds(match)


def _seconds(match: re.Match[bytes]) -> int | None:
    year, month = _year(match["year"]), _month(match["month"])
    if month is None or year < _OLDEST:
        return None
    try:
        zone = timezone(timedelta(minutes=_shift(match)))
        second = min(59, int(match["second"] or 0))  # a leap second is one of these
        clock = int(match["hour"]), int(match["minute"]), second
        return int(datetime(year, month, int(match["day"]), *clock, tzinfo=zone).timestamp())
    except (ValueError, OverflowError):
        return None


def _shift(match: re.Match[bytes]) -> int:
    """How many minutes the local time is ahead of UTC."""
    hours = match["hours"]
    if not hours:
        return 60 * _ZONE_HOURS.get((match["zone"] or b"").lower(), 0)
    minutes = int(match["minutes"])
    return 60 * int(hours) + (-minutes if hours.startswith(b"-") else minutes)


def _month(written: bytes) -> int | None:
    if written.isdigit():
        return int(written)
    return _MONTHS.get(written[:3].lower())


def _year(digits: bytes) -> int:
    """Two digits are of the years in which mail was kept: 70 is 1970, 69 is 2069."""
    year = int(digits)
    return year if len(digits) == 4 else year + (1900 if year >= 70 else 2000)
