"""Text that is only text: nothing in a name can steer a terminal, a page or the direction of reading."""

from __future__ import annotations

import re
from functools import cache

_STEERING = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Controls that are no white space, halves of letters, and what turns the direction of reading."""
_MARKS = (
    (0x300, 0x36F),
    (0x483, 0x489),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
)
_MOST_MARKS = 4
"""More marks than these on one letter are written by no language: they would lie over the lines above."""
_NOT_IN_NAMES = r'[/\\:*?"<>|\s]+'
_LONGEST_NAME = 80


def calm(text: str) -> str:
    """Text without characters that move the cursor, set colours, turn the direction, or tower over a line."""
    if text.isprintable() and _marks().isdisjoint(text):  # no pattern is compiled for most
        return text
    mark = "".join(f"{first:c}-{last:c}" for first, last in _MARKS)
    stacked = f"([{mark}]{{{_MOST_MARKS}}})[{mark}]+"
    return re.sub(stacked, r"\1", re.sub(f"[{_STEERING}]", "", text))


@cache
def _marks() -> frozenset[str]:
    return frozenset(chr(code) for first, last in _MARKS for code in range(first, last + 1))


def shown(text: str) -> str:
    """Calm text on one line."""
    return re.sub(r"\s", " ", calm(text)).strip()


def file_name(text: str) -> str:
    """Text as the name of a file that every disk takes; 'Unnamed' where nothing is left."""
    return re.sub(_NOT_IN_NAMES, " ", shown(text))[:_LONGEST_NAME].strip(" .") or "Unnamed"
