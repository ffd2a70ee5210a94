"""From a table's text to its rows of cells.

Python's `csv` reads the rows that are well written. It would swallow the rest of a file after one quote too
many, stop at long cells by a limit of the whole process, and tell neither where nor what went wrong.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

MOST_ROW = 1024 * 1024
"""Letters of one row, all its cells together."""

MOST_COLUMNS = 1_000
_MOST_LINES_OF_A_CELL = 1_000
_MOST_OPEN_QUOTES = 20
"""After so many quotes that nothing closes, a quote is a letter like any other."""

_EMPTY_LINES = re.compile(r"\n+")
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"')


class TableRow(NamedTuple):
    """The cells of one row, as written; `line` is where it begins, counted from 1.

    `broken` says why a row is not as it was meant: '' for nearly all, else 'quote', 'long' or 'wide'.
    """

    line: int
    cells: list[str]
    broken: str = ""


def rows(text: str, separator: str) -> Iterator[TableRow]:
    """The rows that are not empty, in the order of the text, whose lines end with LF."""
    at, line, open_quotes = 0, 1, 0
    while at < len(text):
        if text[at] == "\n":
            empty = _EMPTY_LINES.match(text, at)
            assert empty is not None
            at, line = empty.end(), line + empty.end() - at
            continue
        end = _line_end(text, at)
        number, stop = line, end
        if end - at > MOST_ROW:
            yield TableRow(number, [], "long")
        elif text.find('"', at, end) < 0:
            yield from _plain(text[at:end], separator, number)
        elif (cells := _well_written(text[at:end], separator)) is not None:
            yield TableRow(number, cells)
        else:
            cells, stop, broken = _cells(text, at, separator, open_quotes < _MOST_OPEN_QUOTES)
            open_quotes += broken == "quote"
            line += text.count("\n", at, stop)
            yield TableRow(number, cells, broken)
        at, line = stop + 1, line + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _well_written(line: str, separator: str) -> list[str] | None:
    """The cells of a line that is a whole row with every quote in its place, or None for any other."""
    try:
        cells = next(csv.reader((line,), delimiter=separator, strict=True))
    except (csv.Error, StopIteration):
        return None
    return cells if len(cells) <= MOST_COLUMNS else None


def _plain(line: str, separator: str, number: int) -> Iterator[TableRow]:
    if not line.strip():
        return
    if line.count(separator) >= MOST_COLUMNS:
        yield TableRow(number, line.split(separator, MOST_COLUMNS)[:MOST_COLUMNS], "wide")
    else:
        yield TableRow(number, line.split(separator))


def _cells(text: str, at: int, separator: str, heed: bool) -> tuple[list[str], int, str]:
    """The cells of the row at `at`, where it stops, and what is broken of it.

    A quote counts where a cell begins with it. One that is never closed, or only after more than a cell can
    hold, is a letter, and the row ends with its line.
    """
    cells: list[str] = []
    begun, end = at, _line_end(text, at)
    while True:
        quoted = _quoted(text, at, separator) if heed else None
        if quoted is not None:
            value, at = quoted
            end = max(end, _line_end(text, at))
        else:
            if heed and text.startswith('"', at):
                return _as_letters(text, begun, separator)
            stop = text.find(separator, at, end)
            stop = end if stop < 0 else stop
            value, at = text[at:stop], stop
        cells.append(value)
        if len(cells) == MOST_COLUMNS:
            return cells, end, "wide"
        if at >= end:
            return cells, end, ""
        at += 1


def _quoted(text: str, at: int, separator: str) -> tuple[str, int] | None:
    """The value of a cell in quotes and where it stops, or None where it has no such quotes."""
    if not text.startswith('"', at):
        return None
    match = _QUOTED.match(text, at, at + MOST_ROW)
    if match is None or match[1].count("\n") > _MOST_LINES_OF_A_CELL:
        return None
    more = _rest(separator).match(text, match.end())
    assert more is not None
    return match[1].replace('""', '"') + more[0], more.end()


@cache
def _rest(separator: str) -> re.Pattern[str]:
    """What stands between a closing quote and the end of the cell: nothing, where a program wrote it."""
    return re.compile(rf"[^{re.escape(separator)}\n]*")


def _as_letters(text: str, at: int, separator: str) -> tuple[list[str], int, str]:
    end = _line_end(text, at)
    return [cell.strip('"') for cell in text[at:end].split(separator, MOST_COLUMNS)], end, "quote"
