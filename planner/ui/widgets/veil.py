"""Names as initials on everything that is painted, for a neighbour on the plane.

All text of the window is set in one place (text.py), which asks here. Only what somebody types into, and what
goes out as data, is as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from planner.domain.names import fold

_WORD = re.compile(r"[^\W\d_]+")
_hidden: frozenset[str] = frozenset()


def hide(names: Iterable[str]) -> None:
    """From now on no word of these names is shown where it begins with a capital; none of them: all are."""
    global _hidden
    _hidden = frozenset(fold(word) for name in names for word in _WORD.findall(name) if len(word) > 1)


def is_on() -> bool:
    """Whether names are hidden now."""
    return bool(_hidden)


def shown(text: str) -> str:
    """The text as it may be seen: 'Lunch with B. K.' while names are hidden."""
    return _WORD.sub(_initial, text) if _hidden else text


def _initial(found: re.Match[str]) -> str:
    word = found.group()
    if not word[0].isupper() or fold(word) not in _hidden:
        return word
    return word[0] if found.string.startswith(".", found.end()) else f"{word[0]}."
