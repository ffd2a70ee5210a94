"""What letting go of cards here would do: the day and time, what room is left, or why nothing happens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from planner.domain import words
from planner.domain.names import first_name
from planner.domain.slot import Taken, capacity_words, room_words, start_between
from planner.domain.week import FIRST_START, Span, earliest, proposed_start
from planner.queries.pauses import Away
from planner.queries.week import DayRoom
from planner.ui.board.tiles import Slot, Tile, TileKind

Tiles = tuple[Tile, ...]


class Placing(NamedTuple):
    """A card with the day and time (None: open) it would get."""

    tile: Tile
    day: date
    starts: time | None


class Offer(NamedTuple):
    """What would happen, and the slot that says so, open before card number `before`.

    With no placings and nobody let go nothing happens: refused, or the cards are there already.
    `left_minutes` is what the day's time set aside has left, None where nothing is set aside.
    """

    slot: Slot
    before: int
    placings: tuple[Placing, ...] = ()
    let_go: Tiles = ()
    left_minutes: int | None = None

    @property
    def acts(self) -> bool:
        """Whether letting go here changes anything."""
        return bool(self.placings or self.let_go)


def day_offer(
    dragged: Tiles, day: DayRoom, shown: Tiles, before: int, now: datetime, away: Sequence[Away] = ()
) -> Offer:
    """Plan suggestions on a day, or move plans to it; who is `away` that day is named, and planned all the
    same.

    A plan from another day keeps its time. Everything else gets the time after the card above the place
    where it is dropped, the first free one where it is dropped below all.
    """
    refused = refused_talk(dragged, before) or _refused_day(day.day, before, now.date())
    if refused:
        return refused
    if _stays(dragged, shown, before):
        slot = Slot(title=_title(dragged, dragged[0].starts), words="Where it is now.", icon="")
        return Offer(slot=slot, before=before)
    placings = _placings(dragged, day, _rest(dragged, shown[:before]), _rest(dragged, shown[before:]), now)
    starts = placings[0].starts
    planned, aside = _planned_after(dragged, day), day.set_aside_minutes
    room = "" if starts is None else f"{_room(dragged, day, shown, starts)} "
    left = capacity_words(planned, aside, holiday=day.holiday, on_leave=day.on_leave)
    slot = Slot(title=_title(dragged, starts), words=room + left)
    return Offer(
        slot=_warning(away, slot, now.date()) if away else slot,
        before=_sorted_place(shown, starts),
        placings=placings,
        left_minutes=aside - planned if aside else None,
    )


def engage_offer(dragged: Tiles) -> Offer | None:
    """Let plans go; nothing for suggestions, which are there already."""
    if refused := refused_talk(dragged, 0):
        return refused
    if not any(tile.subject.plan_id for tile in dragged):
        return None
    going = tuple(tile for tile in dragged if tile.subject.plan_id)
    title = "Let the plan go" if len(going) == 1 else f"Let {len(going)} plans go"
    who = first_name(going[0].facts.name) if len(going) == 1 else "They"
    verb = "comes" if len(going) == 1 else "come"
    slot = Slot(title=title, words=f"{who} {verb} back here when it is time.", icon="undo")
    return Offer(slot=slot, before=0, let_go=going)


def refused_talk(dragged: Tiles, before: int) -> Offer | None:
    """What took place is never moved."""
    done = next((tile for tile in dragged if tile.kind is TileKind.DONE), None)
    if done is None:
        return None
    name = first_name(done.facts.name)
    slot = Slot(
        title=f"You talked with {name}",
        words="What took place stays on its day. The menu can change it.",
        refused=True,
    )
    return Offer(slot=slot, before=before)


def _refused_day(day: date, before: int, today: date) -> Offer | None:
    if day >= today:
        return None
    slot = Slot(
        title=f"{words.long_weekday(day)} has passed",
        words="Log the conversation instead, or choose a day to come.",
        refused=True,
    )
    return Offer(slot=slot, before=before)


def _warning(away: Sequence[Away], slot: Slot, today: date) -> Slot:
    """'Sofie is away on Friday': said, and accepted."""
    first = away[0]
    others = f" and {words.count(len(away) - 1, 'other')}" if len(away) > 1 else ""
    verb = "are" if others else "is"
    back = f" Back on {words.day_words(first.back_on, today)}." if first.back_on and not others else ""
    title = f"{first_name(first.name)}{others} {verb} away on {words.long_weekday(first.day)}"
    return Slot(title=title, words=f"Drop anyway to hold {slot.title}.{back}", warns=True)


def _stays(dragged: Tiles, shown: Tiles, before: int) -> bool:
    """Whether a single card is held over its own place."""
    if len(dragged) != 1 or dragged[0].starts is None:
        return False
    at = next((number for number, tile in enumerate(shown) if tile.key == dragged[0].key), None)
    return at is not None and before in (at, at + 1)


def _rest(dragged: Tiles, tiles: Tiles) -> Tiles:
    keys = {tile.key for tile in dragged}
    return tuple(tile for tile in tiles if tile.key not in keys)


def _placings(dragged: Tiles, day: DayRoom, above: Tiles, below: Tiles, now: datetime) -> tuple[Placing, ...]:
    last = max((tile.span for tile in above if tile.span), key=lambda span: span.begin, default=None)
    after = next((tile.span for tile in below if tile.span), None)
    placed = tuple(span for tile in above if (span := tile.span))
    begin = earliest(day.day, now)
    placings = []
    for tile in dragged:
        starts = tile.starts if tile.day not in (None, day.day) else None
        if starts is None and after is None:
            first = max(FIRST_START, begin)
            proposed = proposed_start(placed, day.busy, minutes=tile.minutes, not_before=first)
            starts = max(proposed, begin)
        elif starts is None:
            starts = start_between(last, after, day.busy, minutes=tile.minutes, earliest=begin)
        last = Span(starts=starts, minutes=tile.minutes)
        placed += (last,)
        placings.append(Placing(tile=tile, day=day.day, starts=starts))
    return tuple(placings)


def _room(dragged: Tiles, day: DayRoom, shown: Tiles, starts: time) -> str:
    taken = [
        Taken(span=tile.span, whose=tile.facts.name)
        for tile in _rest(dragged, shown)
        if tile.span is not None
    ]
    taken += [Taken(span=span, whose="your calendar") for span in day.busy]
    return room_words(starts, sum(tile.minutes for tile in dragged), taken)


def _planned_after(dragged: Tiles, day: DayRoom) -> int:
    coming = sum(tile.minutes for tile in dragged if tile.day != day.day)
    return day.planned_minutes + coming


def _title(dragged: Tiles, starts: time | None) -> str:
    at = f"{starts:%H:%M}" if starts else ""
    if len(dragged) > 1:
        return f"{len(dragged)} conversations" + (f" from {at}" if at else "")
    return ", ".join(part for part in (at, words.short_length(dragged[0].minutes)) if part)


def _sorted_place(shown: Tiles, starts: time | None) -> int:
    if starts is None:
        return len(shown)
    return sum(tile.starts is not None and tile.starts <= starts for tile in shown)
