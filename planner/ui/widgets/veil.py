"""Names as initials on everything that is painted, for a neighbour on the plane.

All text of the window is set in one place (text.py), which asks here. Only what somebody types into is as it
is; what goes out as data meanwhile asks here too, whether it goes out with names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.domain.names_hidden import NamesHidden

_hidden: NamesHidden | None = None


def hide(names: NamesHidden | None) -> None:
    """From now on none of these names is shown; None: all are."""
    global _hidden
    _hidden = names


def is_on() -> bool:
    """Whether names are hidden now."""
    return _hidden is not None


def names() -> NamesHidden | None:
    """The names that are hidden now; None while all are shown."""
    return _hidden


def shown(text: str) -> str:
    """The text as it may be seen: 'Lunch with B. K.' while names are hidden."""
    return text if _hidden is None else _hidden.shown(text)
