"""What each column of a table becomes: by its heading, by what stands in it, and by the columns beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.exchange.csv_table.headings import column_headed, plain_heading
from planner.exchange.csv_table.meanings import ADDRESS_PARTS, CALLED_BY, Column, Meaning

_SHARE = 0.6
"""So much of a column must look like something for the column to be taken for it. A convention."""

_ENOUGH = 200
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")
_PHONE = re.compile(r"'?\+?[\d\s()/.\-]{6,24}\Z")
_DATE = re.compile(
    r"\d{1,2}([./-])\d{1,2}\1(?:\d\d|(?:19|20)\d\d)(?:[ T].*)?\Z|(?:19|20)\d\d([./-])\d{1,2}\2\d{1,2}"
)
_LINK = re.compile(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)
_NAME_WORD = r"[^\W\d_][\w.'’\-]*"
_FULL_NAME = re.compile(rf"{_NAME_WORD}(?:,? {_NAME_WORD}){{1,3}}\Z")
_ONE_NAME = re.compile(rf"{_NAME_WORD}\Z")
_DIGITS = 6
_NOTHING_KNOWN = Column(Meaning.NOTHING)
_TRADES = ("occupation", "profession", "beruf")
_CUSTOMERS = ("customer", "client", "kunde", "kundin", "klant", "vendor", "supplier", "lieferant")
_NAMES = CALLED_BY - {Meaning.ORGANISATION}
_FREE = (Meaning.NOTHING, Meaning.KEPT)

Cells = Sequence[Sequence[str]]


def guessed(headings: Sequence[str], sample: Cells, width: int) -> tuple[Column, ...]:
    """The columns as headings and contents suggest; no headings at all is a table without them."""
    found = [column_headed(heading) for heading in headings] or [None] * width
    found += [None] * (width - len(found))
    values = [_values(sample, number) for number in range(width)]
    columns = [
        known or _by_contents(values[number]) or _unknown(headings, number, values[number])
        for number, known in enumerate(found[:width])
    ]
    if not _NAMES & {column.meaning for column in columns}:
        _find_names(columns, values)
    _read_title(headings, columns)
    _read_trade(headings, columns)
    _read_customer(headings, columns)
    _read_name(headings, columns, values)
    _read_street(columns)
    return tuple(columns)


def _values(sample: Cells, number: int) -> list[str]:
    """What stands in a column's first rows, without empty cells."""
    return [cell for row in sample if number < len(row) and (cell := row[number][:_ENOUGH].strip())]


def _by_contents(values: Sequence[str]) -> Column | None:
    if not values:
        return None
    for meaning, pattern in ((Meaning.EMAIL, _EMAIL), (Meaning.LINK, _LINK)):
        if _share(values, pattern) >= _SHARE:
            return Column(meaning)
    numbers = [value for value in values if sum(map(str.isdigit, value)) >= _DIGITS]
    looks_dialled = any(value.lstrip("'").startswith(("+", "0", "(")) for value in numbers)
    dates = _share(values, _DATE) >= _SHARE
    if looks_dialled and not dates and len(numbers) == len(values) and _share(values, _PHONE) >= _SHARE:
        return Column(Meaning.PHONE)
    return None


def _share(values: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(pattern.match(value) is not None for value in values) / len(values)


def _unknown(headings: Sequence[str], number: int, values: Sequence[str]) -> Column:
    named = number < len(headings) and headings[number].strip()
    return Column(Meaning.KEPT) if named or values else _NOTHING_KNOWN


def _find_names(columns: list[Column], values: Sequence[Sequence[str]]) -> None:
    """Where no heading names anybody: the first column of full names, or the first two of single ones."""
    free = [n for n, column in enumerate(columns) if column.meaning in _FREE and values[n]]
    full = next((n for n in free if _share(values[n], _FULL_NAME) >= _SHARE), None)
    single = [n for n in free if _share(values[n], _ONE_NAME) >= _SHARE][:2]
    if len(single) == 2 and single[1] == single[0] + 1 and (full is None or single[0] < full):
        columns[single[0]], columns[single[1]] = Column(Meaning.GIVEN), Column(Meaning.FAMILY)
    elif full is not None:
        columns[full] = Column(Meaning.NAME)
    elif single:
        columns[single[0]] = Column(Meaning.NAME)


def _read_title(headings: Sequence[str], columns: list[Column]) -> None:
    """'Title' is 'Dr.' where another column says what somebody does."""
    titles = [n for n, heading in enumerate(headings) if plain_heading(heading) in ("title", "titel")]
    others = any(column.meaning is Meaning.ROLE for n, column in enumerate(columns) if n not in titles)
    for number in titles if others else ():
        columns[number] = Column(Meaning.PREFIX)


def _read_trade(headings: Sequence[str], columns: list[Column]) -> None:
    """A trade says what somebody does only where no other column does."""
    trades = [n for n, heading in enumerate(headings) if plain_heading(heading) in _TRADES]
    others = any(column.meaning is Meaning.ROLE for n, column in enumerate(columns) if n not in trades)
    for number in trades if others else ():
        columns[number] = Column(Meaning.KEPT)


def _read_customer(headings: Sequence[str], columns: list[Column]) -> None:
    """'Customer' is where somebody works, beside a column of names and none of organisations."""
    meanings = {column.meaning for column in columns}
    if Meaning.ORGANISATION in meanings or not {Meaning.NAME, Meaning.FAMILY} & meanings:
        return
    kept = (n for n in range(len(headings)) if columns[n].meaning is Meaning.KEPT)
    number = next((n for n in kept if plain_heading(headings[n]) in _CUSTOMERS), None)
    if number is not None:
        columns[number] = Column(Meaning.ORGANISATION)


def _read_name(headings: Sequence[str], columns: list[Column], values: Sequence[Sequence[str]]) -> None:
    """'Vorname, Name': beside first names alone, 'Name' is the last name unless it holds the first, too."""
    meanings = [column.meaning for column in columns]
    if Meaning.GIVEN not in meanings or Meaning.FAMILY in meanings or meanings.count(Meaning.NAME) != 1:
        return
    number, given = meanings.index(Meaning.NAME), set(values[meanings.index(Meaning.GIVEN)])
    if plain_heading(headings[number]) != "name" or not values[number]:
        return
    whole = sum(value.split()[0] in given or value.split()[-1] in given for value in values[number])
    if whole < _SHARE * len(values[number]):
        columns[number] = Column(Meaning.FAMILY)


def _read_street(columns: list[Column]) -> None:
    """'Home Address' beside 'Home City' is a street."""
    in_parts = {column.group for column in columns if column.meaning in ADDRESS_PARTS}
    for number, column in enumerate(columns):
        if column.meaning is Meaning.ADDRESS and not column.group and column.label in in_parts:
            columns[number] = Column(Meaning.STREET, group=column.label)


def chosen(heading: str, meaning: Meaning, before: Column) -> Column:
    """The column as somebody chose it: what its heading says of place and label stays."""
    if meaning is before.meaning:
        return before
    said = column_headed(heading)
    if said is not None and said.meaning is meaning:
        return said
    group = before.group if meaning in ADDRESS_PARTS and before.meaning in ADDRESS_PARTS else ""
    return Column(meaning, group=group)
