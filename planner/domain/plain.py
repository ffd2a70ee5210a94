"""Text that is only text: nothing in a name can steer a terminal, a page or the direction of reading."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Controls that are no white space, halves of letters, and what turns the direction of reading."""
_MARKS = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_STACKED = re.compile(f"([{_MARKS}]{{4}})[{_MARKS}]+")
"""More marks on one letter than any language writes: they would lie over the lines above."""
_SPACE = re.compile(r"\s")
_NOT_IN_NAMES = re.compile(r'[/\\:*?"<>|\s]+')
_LONGEST_NAME = 80


def calm(text: str) -> str:
    """Text without characters that move the cursor, set colours, turn the direction, or tower over a line."""
    if text.isascii() and text.isprintable():
        return text
    return _STACKED.sub(r"\1", _STEERING.sub("", text))


def shown(text: str) -> str:
    """Calm text on one line."""
    return _SPACE.sub(" ", calm(text)).strip()


def file_name(text: str) -> str:
    """Text as the name of a file that every disk takes; 'Unnamed' where nothing is left."""
    return _NOT_IN_NAMES.sub(" ", shown(text))[:_LONGEST_NAME].strip(" .") or "Unnamed"
