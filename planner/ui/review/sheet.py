"""Where each row of the long list lies, for one width and one state of the decisions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from planner.ui.review.rows import Row, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Lengths in pixels, from the top of the list down."""

    heading: int
    gap: int
    foot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading and the panel with the rows `first` up to `last`, without `last`."""

    section: Section
    top: int
    panel_top: int
    bottom: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows below each other: where each begins, and how high it is."""

    blocks: tuple[Block, ...]
    tops: tuple[int, ...]
    heights: tuple[int, ...]
    height: int

    def at(self, y: int) -> int | None:
        """The running number of the row at a height, None between panels."""
        index = bisect_right(self.tops, y) - 1
        return index if index >= 0 and y < self.tops[index] + self.heights[index] else None

    def nearest(self, y: int) -> int:
        """The row at a height, or the one before it; the first where there is none before."""
        return max(0, bisect_right(self.tops, y) - 1)

    def visible(self, top: int, bottom: int) -> range:
        """The rows that a window from `top` to `bottom` may show."""
        return range(self.nearest(top), bisect_right(self.tops, bottom))


def lay_out(rows: Sequence[Row], height_of: Callable[[Row], int], measures: Measures) -> Sheet:
    """Lay rows, which come section by section, out below each other."""
    blocks: list[Block] = []
    tops: list[int] = []
    heights: list[int] = []
    y = 0
    for section, members in groupby(rows, key=lambda row: row.section):
        top, first = y, len(tops)
        y += measures.heading
        for row in members:
            tops.append(y)
            heights.append(height_of(row))
            y += heights[-1]
        blocks.append(
            Block(
                section=section,
                top=top,
                panel_top=top + measures.heading,
                bottom=y,
                first=first,
                last=len(tops),
            )
        )
        y += measures.gap
    return Sheet(blocks=tuple(blocks), tops=tuple(tops), heights=tuple(heights), height=y + measures.foot)
