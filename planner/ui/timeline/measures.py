"""How large everything on the timeline is, at a text size."""

from __future__ import annotations

from typing import NamedTuple

from planner.ui.theme import Theme
from planner.ui.tokens import tokens

_TRIPS = 22
_BELOW_MIDDLE = 3
_FLAG_ABOVE = 1.5
_GAP = 8


class Sizes(NamedTuple):
    """In pixels. `middle` is where marks lie below a lane's top, `flag` where flags stand."""

    scale: float
    label: int
    row: int
    head: int
    trips: int
    band: float
    middle: float
    flag: float
    gap: int
    reach: float


def sizes(theme: Theme) -> Sizes:
    """The sizes at the theme's present text size."""
    told, scale = tokens()["size"]["timeline"], theme.text_scale
    row = theme.px(told["row"])
    return Sizes(
        scale=scale,
        label=theme.px(told["label"]),
        row=row,
        head=theme.px(told["header"]),
        trips=theme.px(_TRIPS),
        band=told["band"] * scale,
        middle=row / 2 + _BELOW_MIDDLE * scale,
        flag=row / 2 - _FLAG_ABOVE * scale,
        gap=theme.px(_GAP),
        reach=told["mark"] * scale,
    )
