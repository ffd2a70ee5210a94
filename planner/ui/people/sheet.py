"""Where every heading and every card lies on the long sheet, in pixels from its top."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from planner.ui.people.grouping import Group


class Density(StrEnum):
    """How much room a person has."""

    ROWS = "rows"
    CARDS = "cards"
    SPACIOUS = "spacious"


class Measures(NamedTuple):
    """Sizes in pixels: `card` is the height, `least` the width below which there are fewer columns."""

    heading: int
    card: int
    least: int
    gap: int
    margin: int
    below_heading: int
    most_columns: int = 6


class Placed(NamedTuple):
    """A group's heading at `top` and its cards from `grid_top` to `bottom`.

    `first` is the running number of its first card, `shown` how many cards it has: 0 where it is folded.
    """

    group: Group
    top: int
    grid_top: int
    bottom: int
    first: int
    shown: int


class Spot(NamedTuple):
    """A place for the keyboard: a card, or (`card` None) the heading of the group with this number."""

    group: int
    card: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Where everything lies for one width. `edges` are the left and right of every column."""

    placed: tuple[Placed, ...]
    edges: tuple[tuple[int, int], ...]
    measures: Measures
    height: int
    tops: tuple[int, ...]
    firsts: tuple[int, ...]

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        return len(self.edges)

    @property
    def cards(self) -> int:
        """How many cards there are."""
        return self.placed[-1].first + self.placed[-1].shown if self.placed else 0

    @property
    def step(self) -> int:
        """From one row of cards to the next."""
        return self.measures.card + self.measures.gap

    def group_of(self, index: int) -> int:
        """The number of the group that a card is in."""
        return bisect_right(self.firsts, index) - 1

    def rect(self, index: int) -> tuple[int, int, int, int]:
        """Left, top, width and height of the card with this running number."""
        placed = self.placed[self.group_of(index)]
        row, column = divmod(index - placed.first, self.columns)
        left, right = self.edges[column]
        return left, placed.grid_top + row * self.step, right - left, self.measures.card

    def group_at(self, y: int) -> int | None:
        """The number of the group whose heading or cards are at this height; None above the first."""
        found = bisect_right(self.tops, y) - 1
        return found if found >= 0 else None

    def at(self, x: int, y: int) -> int | None:
        """The running number of the card under a point of the sheet."""
        found = self.group_at(y)
        placed = self.placed[found] if found is not None else None
        if placed is None or not placed.grid_top <= y < placed.bottom:
            return None
        row, down = divmod(y - placed.grid_top, self.step)
        column = next((each for each, (left, right) in enumerate(self.edges) if left <= x < right), None)
        if column is None or down >= self.measures.card:
            return None
        index = row * self.columns + column
        return placed.first + index if index < placed.shown else None

    def visible(self, top: int, bottom: int) -> range:
        """The running numbers of the cards that a window from `top` to `bottom` may show."""
        if not self.placed:
            return range(0)
        begin, end = self.group_at(max(0, top)) or 0, self.group_at(max(0, bottom)) or 0
        first, last = self.placed[begin], self.placed[end]
        skipped = max(0, (top - first.grid_top) // self.step) * self.columns
        seen = max(0, ((bottom - last.grid_top) // self.step + 1) * self.columns)
        return range(first.first + min(first.shown, skipped), last.first + min(last.shown, seen))


def lay_out(groups: Sequence[Group], width: int, measures: Measures, folded: frozenset[str]) -> Sheet:
    """Lay the groups out below each other in as many columns as fit."""
    room = width - 2 * measures.margin
    gap = measures.gap
    columns = max(1, min(measures.most_columns, (room + gap) // (measures.least + gap)))
    placed: list[Placed] = []
    y = first = 0
    for group in groups:
        count = 0 if group.key in folded else len(group.people)
        rows = -(-count // columns)
        grid_top = y + measures.heading + (measures.below_heading if count else 0)
        bottom = grid_top + rows * (measures.card + gap)
        placed.append(Placed(group, y, grid_top, bottom, first, count))
        first += count
        y = bottom + (4 if count else 0)
    return Sheet(
        placed=tuple(placed),
        edges=tuple(_edges(measures.margin, room, columns, gap)),
        measures=measures,
        height=y + 60,
        tops=tuple(each.top for each in placed),
        firsts=tuple(each.first for each in placed),
    )


def _edges(margin: int, room: int, columns: int, gap: int) -> Iterator[tuple[int, int]]:
    """Columns that fill the room to the pixel."""
    step = (room + gap) / columns
    for column in range(columns):
        yield margin + round(column * step), margin + round((column + 1) * step) - gap
