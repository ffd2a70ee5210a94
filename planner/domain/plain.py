"""Text that is only text: nothing in a name can steer a terminal, a page or the direction of reading."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""Controls that are no white space, halves of letters, and what turns the direction of reading."""
_SPACE = re.compile(r"\s")
_NOT_IN_NAMES = re.compile(r'[/\\:*?"<>|\s]+')
_LONGEST_NAME = 80


def shown(text: str) -> str:
    """Text on one line, without characters that move the cursor, set colours or turn the direction."""
    return _SPACE.sub(" ", _STEERING.sub("", text)).strip()


def file_name(text: str) -> str:
    """Text as the name of a file that every disk takes; 'Unnamed' where nothing is left."""
    return _NOT_IN_NAMES.sub(" ", shown(text))[:_LONGEST_NAME].strip(" .") or "Unnamed"
