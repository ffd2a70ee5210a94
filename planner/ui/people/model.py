"""Which people the screen shows, in which groups, and where each card lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.domain.filters import Brief
from planner.domain.rhythm import State
from planner.queries.people import LayerCount


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A layer with the people to show in it; `layer` None holds those without one."""

    layer: LayerCount | None
    people: tuple[int, ...]
    states: Counter[State] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The heading."""
        return self.layer.name if self.layer else "No layer yet"


def groups(people: Sequence[Brief], layers: Sequence[LayerCount]) -> list[Group]:
    """These people by layer in the layers' order; empty groups are left out."""
    known = {layer.id for layer in layers}
    found = [_group(layer, [each for each in people if each.layer_id == layer.id]) for layer in layers]
    found.append(_group(None, [each for each in people if each.layer_id not in known]))
    return [each for each in found if each.people]


def _group(layer: LayerCount | None, people: list[Brief]) -> Group:
    return Group(
        layer=layer, people=tuple(each.id for each in people), states=Counter(each.state for each in people)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A group's heading and its grid on the long sheet, in pixels from the top."""

    group: Group
    top: int
    grid_top: int
    bottom: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Where everything lies for one width."""

    placed: tuple[Placed, ...]
    columns: int
    card_width: int
    card_height: int
    gap: int
    margin: int
    height: int

    def rect(self, index: int) -> tuple[int, int, int, int]:
        """Left, top, width and height of the card with this running number."""
        for placed in self.placed:
            if index < len(placed.group.people):
                row, column = divmod(index, self.columns)
                left = self.margin + column * (self.card_width + self.gap)
                top = placed.grid_top + row * (self.card_height + self.gap)
                return left, top, self.card_width, self.card_height
            index -= len(placed.group.people)
        raise IndexError(index)

    def at(self, x: int, y: int) -> int | None:
        """The running number of the card under a point of the sheet."""
        before = 0
        for placed in self.placed:
            if placed.grid_top <= y < placed.bottom:
                row, down = divmod(y - placed.grid_top, self.card_height + self.gap)
                column, across = divmod(x - self.margin, self.card_width + self.gap)
                index = row * self.columns + column
                inside = down < self.card_height and across < self.card_width and 0 <= column < self.columns
                return before + index if inside and index < len(placed.group.people) else None
            before += len(placed.group.people)
        return None

    def visible(self, top: int, bottom: int) -> range:
        """The running numbers of the cards that a window from `top` to `bottom` may show."""
        first, last, before = None, 0, 0
        step = self.card_height + self.gap
        for placed in self.placed:
            people = len(placed.group.people)
            if placed.bottom >= top and placed.grid_top <= bottom:
                begin = max(0, (top - placed.grid_top) // step) * self.columns
                end = min(people, ((bottom - placed.grid_top) // step + 1) * self.columns)
                if begin < end:
                    first = before + begin if first is None else first
                    last = before + end
            before += people
        return range(first or 0, last)


def lay_out(
    found: Sequence[Group], width: int, *, card_height: int, heading: int, gap: int, margin: int
) -> Sheet:
    """Lay the groups out below each other in as many columns of at least 260 px as fit, at most 6."""
    room = width - 2 * margin
    columns = max(1, min(6, (room + gap) // (272 + gap)))
    card_width = (room - gap * (columns - 1)) // columns
    placed, y = [], 0
    for group in found:
        rows = -(-len(group.people) // columns)
        grid_top = y + heading + gap
        bottom = grid_top + rows * (card_height + gap)
        placed.append(Placed(group=group, top=y, grid_top=grid_top, bottom=bottom))
        y = bottom + 4
    return Sheet(
        placed=tuple(placed),
        columns=columns,
        card_width=card_width,
        card_height=card_height,
        gap=gap,
        margin=margin,
        height=y + 60,
    )
