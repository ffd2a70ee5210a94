"""Birthdays and anniversaries as cards write them."""

from __future__ import annotations

import re

from planner.exchange.birthdays import birthday
from planner.exchange.content_lines import ContentLine
from planner.exchange.text import decoded, one_line

_FULL = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ].*)?\Z", re.DOTALL | re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})\.[ ]?(\d{1,2})\.[ ]?(\d{4})\Z", re.ASCII)
"""With dots the day comes first wherever people write so; with slashes nobody can tell."""

_WITHOUT_YEAR = re.compile(r"--(\d{2})-?(\d{2})(?:T.*)?\Z", re.DOTALL | re.ASCII)
_NO_YEAR = frozenset({0, 1604})
"""Years that stand for none: Apple writes 1604, some phones 0000."""


ANNIVERSARIES = (
    *("ANNIVERSARY", "X-ANNIVERSARY", "X-MS-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY"),
    *("X-KADDRESSBOOK-X-ANNIVERSARY", "X-LOTUS-ANNIVERSARY"),
)
_DAYS = frozenset({"BDAY", "X-ABDATE", *ANNIVERSARIES})


def is_no_day(line: ContentLine) -> bool:
    """Whether the line ought to name a day of a year and does not."""
    return line.head.name in _DAYS and day_of(line) is None


def day_of(line: ContentLine) -> str | None:
    """The day that a line names, as `read_day` has it; a year that Apple says to leave out is none."""
    return read_day(one_line(decoded(line)), line.head.first("X-APPLE-OMIT-YEAR").strip())


def read_day(text: str, omitted: str = "") -> str | None:
    """'YYYY-MM-DD', '--MM-DD' where the year is unknown or `omitted`, None where this is no day of a year."""
    if match := _WITHOUT_YEAR.match(text):
        return birthday(None, int(match[1]), int(match[2]))
    if match := _DAY_FIRST.match(text):
        return birthday(int(match[3]), int(match[2]), int(match[1]))
    match = _FULL.match(text)
    if match is None or (not match[2] and len(match[3] + match[4]) != 4):
        return None
    year = int(match[1])
    known = year not in _NO_YEAR and omitted != match[1]
    return birthday(year if known else None, int(match[3]), int(match[4]))
