"""Text that is only text: nothing in a name can steer a terminal, a page or the direction of reading."""

from __future__ import annotations

import unicodedata

_NOT_IN_NAMES = frozenset('/\\:*?"<>|')
_LONGEST_NAME = 80
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def shown(text: str) -> str:
    """Text on one line, without characters that move the cursor, set colours or turn the direction."""
    return "".join(" " if letter.isspace() else letter for letter in text if not _steers(letter)).strip()


def file_name(text: str) -> str:
    """Text as the name of a file that every disk takes; 'Unnamed' where nothing is left."""
    bare = " ".join("".join(" " if each in _NOT_IN_NAMES else each for each in shown(text)).split())
    return bare[:_LONGEST_NAME].strip(" .") or "Unnamed"


def _steers(letter: str) -> bool:
    if letter in _BIDI:
        return True
    return unicodedata.category(letter) in ("Cc", "Cs") and not letter.isspace()
