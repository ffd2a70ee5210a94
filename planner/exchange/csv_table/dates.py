"""Birthdays as tables write them: with dots, slashes or dashes, in either order, with months in words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from planner.domain.names import fold
from planner.exchange.birthdays import birthday

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?\Z", re.ASCII | re.DOTALL)
_NO_YEAR = re.compile(r"--(\d{1,2})-?(\d{1,2})\Z", re.ASCII)
_NUMBERS = re.compile(
    r"(\d{1,2})([-/.])\s?(\d{1,2})(?:\2\s?(\d{4}|\d{2})?)?(?:[T ,]+\d.*)?\Z", re.ASCII | re.DOTALL
)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?[ -]+([^\W\d]+)\.?(?:,?[ -]+(\d{4}))?\Z")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?\Z")
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10,
    "nov": 11, "dec": 12, "mae": 3, "maer": 3, "mai": 5, "okt": 10, "dez": 12, "marz": 3, "jän": 1,
}  # fmt: skip
_NO_YEAR_KNOWN = (0, 1604)
"""Years that stand for none: Apple writes 1604."""

_ZEROS = frozenset("0/.-")
_TURN_OF_CENTURY = 30
"""Two digits below are of this century: nobody's birthday in an address book is later. A convention."""


def month_comes_first(values: Iterable[str], *, otherwise: bool) -> bool:
    """Whether 4/12/1985 is of April in this column: one number over 12 tells; else `otherwise`."""
    for value in values:
        match = _NUMBERS.match(value.strip())
        if match and int(match[1]) > 12:
            return False
        if match and int(match[3]) > 12:
            return True
    return otherwise


def says_nothing(text: str) -> bool:
    """Whether it is a program's way to write that there is no date: '0/0/00'."""
    return _ZEROS.issuperset(text.strip())


def birthday_in(text: str, *, month_first: bool) -> str | None:
    """'YYYY-MM-DD', '--MM-DD' where the year is not known, or None where it is no day of a year.

    The apostrophe that keeps spreadsheets from taking --04-15 for a formula is no part of it.
    """
    text = text.strip().removeprefix("'")
    if match := _ISO.match(text):
        return birthday(_year(match[1]), int(match[2]), int(match[3]))
    if match := _NO_YEAR.match(text):
        return birthday(None, int(match[1]), int(match[2]))
    if match := _NUMBERS.match(text):
        first, second = int(match[1]), int(match[3])
        month, day = (first, second) if month_first and match[2] != "." else (second, first)
        return birthday(_year(match[4]), month, day)
    if match := _DAY_FIRST.match(text):
        return _in_words(match[2], match[1], match[3])
    match = _MONTH_FIRST.match(text)
    return _in_words(match[1], match[2], match[3]) if match else None


def _in_words(month: str, day: str, year: str | None) -> str | None:
    number = _MONTHS.get(fold(month)[:4]) or _MONTHS.get(fold(month)[:3])
    return birthday(_year(year), number, int(day)) if number else None


def _year(digits: str | None) -> int | None:
    if not digits:
        return None
    number = int(digits)
    if len(digits) == 4:
        return None if number in _NO_YEAR_KNOWN else number
    return number + (2000 if number < _TURN_OF_CENTURY else 1900)
