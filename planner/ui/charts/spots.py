"""The parts of a chart that can be pointed at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

_ASIDE = 3.0
"""How much more a step aside costs than one ahead, when the arrow keys look for the next part."""
DIRECTIONS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Spot(NamedTuple):
    """A part of a chart: where it is, the facts it tells, and whom it stands for.

    `name` says whom in a few words. `choice` is the key of what a click chooses, where that is another part:
    the week of somebody chooses the person.
    """

    place: QRectF
    words: str
    key: str
    people: tuple[int, ...] = ()
    name: str = ""
    choice: str = ""

    @property
    def chooses(self) -> str:
        """The key of what a click chooses."""
        return self.choice or self.key


def spot_at(spots: Sequence[Spot], where: QPointF) -> Spot | None:
    """The part at a point; of parts that lie over each other the last one."""
    return next((each for each in reversed(spots) if each.place.contains(where)), None)


def next_spot(spots: Sequence[Spot], here: Spot | None, direction: tuple[int, int]) -> Spot | None:
    """The nearest part in a direction; the first one of all where none is focused yet."""
    if here is None:
        return spots[0] if spots else None
    centre = here.place.center()
    best, least = None, float("inf")
    for each in spots:
        away = each.place.center() - centre
        ahead = away.x() * direction[0] + away.y() * direction[1]
        aside = abs(away.x() * direction[1]) + abs(away.y() * direction[0])
        if ahead > 1 and ahead + _ASIDE * aside < least:
            best, least = each, ahead + _ASIDE * aside
    return best
