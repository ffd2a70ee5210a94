"""Tables of text (CSV, RFC 4180) in two ways: safe to open in a spreadsheet, or exactly as things are.

A spreadsheet takes a cell that begins with one of a few signs for a formula and runs it. The safe way puts an
apostrophe before such a cell, as a person would; the exact way is for programs and reads back to the letter.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

_RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "\ufeff"
"""Before a table for spreadsheets: Excel takes it for UTF-8 only so."""

_AT_ONCE = 200


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, exact: bool) -> Iterator[bytes]:
    """The table in pieces, in UTF-8 with CR LF."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    if not exact:
        out.write(_MARK)
    writer.writerow(header)
    for number, row in enumerate(rows, 1):
        writer.writerow(row if exact else [safe_cell(cell) for cell in row])
        if number % _AT_ONCE == 0:
            yield _taken(out)
    yield _taken(out)


def safe_cell(text: str) -> str:
    """The cell as a spreadsheet shows it and never runs it."""
    return f"'{text}" if text.startswith(_RUNS) else text


def _taken(out: io.StringIO) -> bytes:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text.encode("utf-8", "replace")
