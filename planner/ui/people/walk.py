"""Where the keys lead: from card to card and heading to heading, across groups."""

from __future__ import annotations

from collections.abc import Sequence

from planner.ui.people.sheet import Sheet, Spot


def next_card(sheet: Sheet, spot: Spot, by: int) -> Spot:
    """The card before or after in reading order, whatever its group; at the ends it stays."""
    here = _nearest(sheet, spot, by)
    if here is None:
        return spot
    there = max(0, min(sheet.cards - 1, here if spot.card is None else here + by))
    return card_spot(sheet, there)


def next_row(sheet: Sheet, spot: Spot, by: int, column: int) -> Spot:
    """The row above or below in the same column; between two groups lies the heading of the second."""
    placed = sheet.placed[spot.group]
    if spot.card is None:
        if by > 0 and placed.shown:
            return card_spot(sheet, placed.first + min(column, placed.shown - 1))
        return _beside_heading(sheet, spot.group, by, column)
    row = (spot.card - placed.first) // sheet.columns
    last_row = (placed.shown - 1) // sheet.columns
    if by > 0 and row < last_row:
        return card_spot(sheet, placed.first + min((row + 1) * sheet.columns + column, placed.shown - 1))
    if by > 0:
        return Spot(spot.group + 1) if spot.group + 1 < len(sheet.placed) else spot
    if row > 0:
        return card_spot(sheet, placed.first + (row - 1) * sheet.columns + column)
    return Spot(spot.group)


def page(sheet: Sheet, spot: Spot, rows: int, column: int) -> Spot:
    """Several rows up or down at once, headings not counted."""
    for _ in range(abs(rows)):
        there = next_row(sheet, spot, 1 if rows > 0 else -1, column)
        spot = next_row(sheet, there, 1 if rows > 0 else -1, column) if there.card is None else there
    return spot


def card_spot(sheet: Sheet, index: int) -> Spot:
    """The spot of a card."""
    return Spot(sheet.group_of(index), index)


def column_of(sheet: Sheet, spot: Spot) -> int:
    """The column that a card stands in; 0 for a heading."""
    return 0 if spot.card is None else (spot.card - sheet.placed[spot.group].first) % sheet.columns


def beginning_with(names: Sequence[str], typed: str, here: int) -> int | None:
    """The next of these folded names, from `here` on and around the end, of which a word begins so."""
    if not typed:
        return None
    count = len(names)
    start = here + 1 if len(typed) == 1 else here
    order = [(start + step) % count for step in range(count)]
    found = next((each for each in order if names[each].startswith(typed)), None)
    return next((each for each in order if f" {typed}" in names[each]), None) if found is None else found


def _beside_heading(sheet: Sheet, group: int, by: int, column: int) -> Spot:
    if by > 0:
        return Spot(min(len(sheet.placed) - 1, group + 1))
    if group == 0:
        return Spot(0)
    above = sheet.placed[group - 1]
    if not above.shown:
        return Spot(group - 1)
    row = (above.shown - 1) // sheet.columns
    return card_spot(sheet, above.first + min(row * sheet.columns + column, above.shown - 1))


def _nearest(sheet: Sheet, spot: Spot, by: int) -> int | None:
    """The card itself, or the one that comes after (before) a heading."""
    if not sheet.cards:
        return None
    if spot.card is not None:
        return spot.card
    first = sheet.placed[spot.group].first
    return min(first, sheet.cards - 1) if by > 0 else max(0, first - 1)
