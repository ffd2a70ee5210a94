"""Each field of a row between the library's form and the document's."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.domain.addresses import PARTS, parts_of, parts_text
from planner.domain.whole.shape import Field, Is

_MOST_ID = (1 << 63) - 1
_MOST_NUMBER = 10_000_000
_OLDEST, _NEWEST = 1000, 2999
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\Z", re.ASCII)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d\Z", re.ASCII)
_LEAP_YEAR = "2000"


def outward(field: Field, value: Any) -> Any:
    """The library's value as the document has it."""
    if value is None:
        return None
    match field.holds:
        case Is.ID | Is.LINK:
            return str(value)
        case Is.FLAG:
            return bool(value)
        case Is.PICTURE:
            return b64encode(value).decode("ascii")
        case Is.PARTS:
            return {name: part for name, part in zip(PARTS, parts_of(value), strict=True) if part}
    return value


def inward(field: Field, value: Any) -> Any:
    """The document's value as the library has it. Raises ValueError, saying what is wrong with it."""
    if value is None:
        if not field.may_be_null:
            raise ValueError("says null, where something must stand")
        return None
    found = _INWARD[field.holds](value)
    if field.choices and found not in field.choices:
        raise ValueError(f"is none of {', '.join(field.choices)}")
    return found


def missing(field: Field) -> Any:
    """What a row means that does not say a field. Raises ValueError where every row must say it."""
    if field.default is ...:
        raise ValueError("is missing")
    return int(field.default) if isinstance(field.default, bool) else field.default


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("is no text")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError("is no readable text") from None
    return value


def _id(value: Any) -> int:
    if not isinstance(value, str) or not value.isascii() or not value.isdigit() or len(value) > 19:
        raise ValueError("is no id")
    number = int(value)
    if not 0 < number <= _MOST_ID:
        raise ValueError("is no id")
    return number


def _formed(pattern: re.Pattern[str], words: str, check: Callable[[str], object]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        text = _text(value)
        try:
            if pattern.match(text):
                check(text)
                return text
        except ValueError:
            pass
        raise ValueError(words)

    return read


def _birthday(value: Any) -> str:
    text = _text(value)
    without_year = text.startswith("--")
    _day(f"{_LEAP_YEAR}-{text[2:]}" if without_year else text)
    return text


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _MOST_NUMBER:
        raise ValueError("is no whole number")
    return value


def _real(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 1e300:
        raise ValueError("is no number")
    return float(value)


def _flag(value: Any) -> int:
    if not isinstance(value, bool):
        raise ValueError("is neither true nor false")
    return int(value)


def _picture(value: Any) -> bytes:
    try:
        return b64decode(_text(value), validate=True)
    except ValueError:
        raise ValueError("is no base64") from None


def _parts(value: Any) -> str:
    if not isinstance(value, dict) or not value.keys() <= set(PARTS):
        raise ValueError(f"has other parts than {', '.join(PARTS)}")
    return parts_text([_text(value.get(name, "")) for name in PARTS])


def _zone(value: Any) -> str:
    name = _text(value)
    if name and not zone_is_known(name):
        raise ValueError("is no time zone")
    return name


@lru_cache(maxsize=1_000)
def zone_is_known(name: str) -> bool:
    """Whether there is such a time zone."""
    try:
        return bool(ZoneInfo(name).key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _in_reach(day: str) -> None:
    if not _OLDEST <= date.fromisoformat(day[:10]).year <= _NEWEST:
        raise ValueError


def _moment(text: str) -> None:
    _in_reach(text)
    datetime.fromisoformat(text)


_day = _formed(_DAY, "is no day", _in_reach)
_INWARD: dict[Is, Callable[[Any], Any]] = {
    Is.ID: _id,
    Is.LINK: _id,
    Is.TEXT: _text,
    Is.DAY: _day,
    Is.BIRTHDAY: _birthday,
    Is.MOMENT: _formed(_MOMENT, "is no moment in UTC", _moment),
    Is.ZONE: _zone,
    Is.CLOCK: _formed(_CLOCK, "is no time of day", str),
    Is.NUMBER: _number,
    Is.REAL: _real,
    Is.FLAG: _flag,
    Is.PICTURE: _picture,
    Is.PARTS: _parts,
}
