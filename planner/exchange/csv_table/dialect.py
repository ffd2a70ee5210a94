"""Which letter parts the cells of a table: a comma, a semicolon or a tab."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from planner.exchange.csv_table.cells import rows

SEPARATORS = (",", ";", "\t")
_ROWS_LOOKED_AT = 200
_LETTERS_LOOKED_AT = 200_000
_DECLARED = "sep="


def separator_of(text: str) -> str:
    """The separator that makes most rows alike and wide; a comma where there is only one column.

    Excel writes it into a first line of its own: `sep=;`.
    """
    first = text[:8].rstrip("\r\n").lower()
    if first.startswith(_DECLARED) and first[4:5] in SEPARATORS:
        return first[4]
    sample = text[:_LETTERS_LOOKED_AT]
    return max(SEPARATORS, key=lambda each: (_evenness(sample, each), -SEPARATORS.index(each)))


def without_declaration(text: str) -> str:
    """The text, its line `sep=;` made empty: the lines keep their numbers."""
    if not text[:4].lower().startswith(_DECLARED):
        return text
    return text[len(text.splitlines()[0]) :]


def _evenness(sample: str, separator: str) -> float:
    """How many cells the rows have beyond one, counting only rows of the usual width."""
    widths = Counter(len(row.cells) for row in islice(rows(sample, separator), _ROWS_LOOKED_AT))
    widths.pop(1, None)
    if not widths:
        return 0.0
    width, alike = max(widths.items(), key=lambda item: (item[1] * (item[0] - 1), item[0]))
    return alike * (width - 1) / (1 + 0.02 * (sum(widths.values()) - alike))
