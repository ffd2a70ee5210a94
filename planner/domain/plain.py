"""Text that is only text: nothing in a name can steer a terminal, a page or the direction of reading."""

from __future__ import annotations

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def shown(text: str) -> str:
    """Text on one line, without characters that move the cursor, set colours or turn the direction."""
    return "".join(" " if letter.isspace() else letter for letter in text if not _steers(letter)).strip()


def _steers(letter: str) -> bool:
    if letter in _BIDI:
        return True
    return unicodedata.category(letter) in ("Cc", "Cs") and not letter.isspace()
