"""What letting go of cards on a day of the month would do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from planner.queries.pauses import Away
from planner.queries.week import DayRoom
from planner.ui.board.offers import Offer, Tiles, day_offer


def month_offer(
    dragged: Tiles, day: DayRoom, shown: Tiles, now: datetime, away: Sequence[Away] = ()
) -> Offer:
    """As a day of the week board, except that the place within the day says nothing about the time.

    What is on the day already stays as it is; everything else goes where there is room after the last.
    """
    there = [tile for tile in dragged if tile.day == day.day and tile.starts is not None]
    coming = tuple(tile for tile in dragged if tile not in there)
    if coming:
        return day_offer(coming, day, shown, len(shown), now, away)
    keys = [tile.key for tile in shown]
    own = dragged[0].key
    return day_offer(dragged[:1], day, shown, keys.index(own) if own in keys else len(shown), now)
