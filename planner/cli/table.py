"""Aligned columns of plain text."""

from __future__ import annotations

import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence

from planner.cli.plain import shown

GAP = "  "
_NARROWEST_LAST = 24


def width_of(text: str) -> int:
    """How many columns text takes in a terminal: two for each wide letter, none for a combining one."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def columns(rows: Sequence[Sequence[str]], *, indent: str = "", width: int | None = None) -> Iterator[str]:
    """The rows as lines with aligned columns; the last column is wrapped where `width` is given."""
    clean = [[shown(cell) for cell in row] for row in rows]
    if not clean:
        return
    widths = [max(width_of(row[place]) for row in clean) for place in range(len(clean[0]) - 1)]
    used = [place for place, each in enumerate(widths) if each]
    begin = len(indent) + sum(widths[place] + len(GAP) for place in used)
    for row in clean:
        cells = [row[place] + " " * (widths[place] - width_of(row[place])) for place in used]
        first, *more = _wrapped(row[-1], None if width is None else width - begin)
        yield (indent + GAP.join([*cells, first])).rstrip()
        yield from (" " * begin + line for line in more)


def _wrapped(text: str, room: int | None) -> list[str]:
    if room is None or room < _NARROWEST_LAST:
        return [text]
    return textwrap.wrap(text, room) or [""]


def terminal_width() -> int | None:
    """The width of the terminal written to, or None where the output goes into a file or another program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def tell(rows: Sequence[Sequence[str]], *, indent: str = "") -> None:
    """Print rows as aligned columns."""
    for line in columns(rows, indent=indent, width=terminal_width()):
        print(line)
