"""What letting go of cards in Later would do: the day of the card they are held below, else a week later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from planner.domain import words
from planner.domain.names import first_name
from planner.domain.slot import capacity_words
from planner.domain.week import Span, moved_by
from planner.queries.forms import DayRoom
from planner.ui.board.offers import Offer, Placing, Tiles, refused_talk
from planner.ui.board.tiles import Slot, Tile

_BETWEEN_MINUTES = 15


class Ahead(NamedTuple):
    """What can be asked of days to come: the time proposed for so many minutes, and how full a day is."""

    free: Callable[[date, int], time]
    room: Callable[[date], DayRoom]


def later_offer(dragged: Tiles, shown: Tiles, before: int, now: datetime, ahead: Ahead) -> Offer | None:
    """Plan or move to the day of the card above; above all of them, a week later or in the week to come."""
    if refused := refused_talk(dragged, before):
        return refused
    keys = {tile.key for tile in dragged}
    if len(dragged) == 1 and any(tile.key in keys for tile in shown[max(0, before - 1) : before + 1]):
        return Offer(
            slot=Slot(title=_title(dragged[0], now), words="Where it is now.", icon=""), before=before
        )
    above = next((tile for tile in reversed(shown[:before]) if tile.key not in keys), None)
    if above is None or above.day is None:
        return _week_later_offer(dragged, shown, now.date(), ahead)
    return _same_day_offer(dragged, above, before, now.date(), ahead)


def _same_day_offer(dragged: Tiles, above: Tile, before: int, today: date, ahead: Ahead) -> Offer:
    """The slot opens where the cards are held: where the time would put it, it would move the card above."""
    day = above.day or today
    placings = _on_day(dragged, day, ahead)
    room = ahead.room(day)
    coming = sum(tile.minutes for tile in dragged if tile.day != day)
    planned = room.planned_minutes + coming
    left = capacity_words(planned, room.set_aside_minutes, holiday=room.holiday, on_leave=room.on_leave)
    said = f"The day of your talk with {first_name(above.facts.name)}. {left}"
    return Offer(slot=Slot(title=_when(placings[0], today), words=said), before=before, placings=placings)


def _on_day(dragged: Tiles, day: date, ahead: Ahead) -> tuple[Placing, ...]:
    """Each at its own time, those without one after each other from the first that is free."""
    placed: list[Placing] = []
    after: time | None = None
    for tile in dragged:
        starts = tile.starts
        if starts is None or tile.day is None:
            starts = after or ahead.free(day, tile.minutes)
            end = Span(starts=starts, minutes=tile.minutes)
            after = moved_by(starts, end.end - end.begin + _BETWEEN_MINUTES)
        placed.append(Placing(tile=tile, day=day, starts=starts))
    return tuple(placed)


def _week_later_offer(dragged: Tiles, shown: Tiles, today: date, ahead: Ahead) -> Offer:
    placings = tuple(_week_later(tile, today, ahead) for tile in dragged)
    moved = all(tile.day for tile in dragged)
    said = "A week later, at the same time." if moved else "In the week after this one."
    slot = Slot(title=_when(placings[0], today), words=said)
    return Offer(slot=slot, before=_place(shown, placings[0]), placings=placings)


def _week_later(tile: Tile, today: date, ahead: Ahead) -> Placing:
    if tile.day is None:
        day = today + timedelta(days=7 - today.weekday())
        return Placing(tile=tile, day=day, starts=ahead.free(day, tile.minutes))
    day = tile.day + timedelta(days=7)
    while day < today:
        day += timedelta(days=7)
    return Placing(tile=tile, day=day, starts=tile.starts)


def _place(shown: Tiles, first: Placing) -> int:
    """Before which card the slot opens: the cards of Later stand by day and time."""
    at = (first.day, first.starts or time.max)
    return sum(tile.day is not None and (tile.day, tile.starts or time.max) <= at for tile in shown)


def _when(placing: Placing, today: date) -> str:
    at = f", {placing.starts:%H:%M}" if placing.starts else ""
    return f"{words.day_words(placing.day, today)}{at}"


def _title(tile: Tile, now: datetime) -> str:
    return _when(Placing(tile=tile, day=tile.day or now.date(), starts=tile.starts), now.date())
