"""Where a table's headings stand: below a preamble, in the first row, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planner.exchange.csv_table.cells import TableRow
from planner.exchange.csv_table.headings import column_headed
from planner.exchange.csv_table.meanings import Meaning

ROWS_LOOKED_AT = 40
_DATUM = re.compile(r".*@.*\.|https?://|\+?[\d\s()/.\-]{5,}\Z|\d{1,4}[./-]\d", re.IGNORECASE)
_LONGEST = 80


def heading_row(found: Sequence[TableRow]) -> int | None:
    """The number of the row among the first that heads the table, None where there is none.

    It is the one with most headings that are known; where none is known, the first row, if it holds words
    only and the rows below hold something else.
    """
    known = [_known(row.cells) for row in found[:ROWS_LOOKED_AT]]
    best = max(range(len(known)), key=lambda number: (known[number], -number), default=0)
    if known and known[best]:
        return best
    return 0 if len(found) > 1 and _heads(found) else None


def _known(cells: Sequence[str]) -> int:
    """How many cells are headings that are known; 0 for a row that holds anything else but headings."""
    if any(_is_datum(cell) for cell in cells):
        return 0
    columns = [column_headed(cell) for cell in cells if cell.strip() and len(cell) <= _LONGEST]
    return sum(column is not None and column.meaning is not Meaning.NOTHING for column in columns)


def _heads(found: Sequence[TableRow]) -> bool:
    first = [cell.strip() for cell in found[0].cells]
    if len(first) < 2 or not all(first) or len(set(first)) < len(first):
        return False
    if any(_is_datum(cell) or len(cell) > _LONGEST for cell in first):
        return False
    below = [row.cells for row in found[1:ROWS_LOOKED_AT]]
    return any(any(_is_datum(cell) for cell in cells) for cells in below)


def _is_datum(cell: str) -> bool:
    return _DATUM.match(cell[:_LONGEST].strip()) is not None
