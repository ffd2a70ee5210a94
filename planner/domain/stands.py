"""Where people stand on an initiative, per topic: no mean is ever taken of these words (SCIENCE 3.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum


class Stand(StrEnum):
    """The five places, in the order in which they are shown; who is unaware is not below who resists."""

    UNAWARE = "unaware"
    RESISTANT = "resistant"
    NEUTRAL = "neutral"
    SUPPORTIVE = "supportive"
    LEADING = "leading"


ORDER = tuple(Stand)
_SIDES = {Stand.SUPPORTIVE: "for", Stand.LEADING: "for", Stand.RESISTANT: "against"}


def tally(stands: Iterable[Stand | None]) -> str:
    """'7 for, 2 against, 6 undecided, 1 not known yet'; '' for nobody."""
    sides = Counter("not known yet" if each is None else _SIDES.get(each, "undecided") for each in stands)
    order = ("for", "against", "undecided", "not known yet")
    return ", ".join(f"{sides[side]} {side}" for side in order if sides[side])


def in_words(now: Stand | None, hoped: Stand | None) -> str:
    """'today resistant, hoped supportive', 'supportive, as hoped', or that it is not known yet."""
    if now is None:
        return "today not known yet" + (f", hoped {hoped}" if hoped else "")
    if now is hoped:
        return f"{now}, as hoped"
    return f"today {now}" + (f", hoped {hoped}" if hoped else "")


def moved(stand: Stand | None, step: int) -> Stand:
    """The place a step along; from nowhere the first place on that side."""
    if stand is None:
        return ORDER[0] if step > 0 else ORDER[-1]
    return ORDER[max(0, min(len(ORDER) - 1, ORDER.index(stand) + step))]
