"""How somebody likes to see the people: grouping, order, density, and which groups are folded."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from planner.ui.people.grouping import Grouping, Order
from planner.ui.people.sheet import Density

_KEPT_FOLDED = ("layer:", "state:", "initiative:")
"""Groups whose key says nothing of people, so that it may be remembered outside the library."""


class Look(NamedTuple):
    """A look at the people. `turned` is the order from its other end; `folded` are keys of groups."""

    grouping: Grouping = Grouping.LAYER
    order: Order = Order.NEXT
    turned: bool = False
    density: Density = Density.CARDS
    folded: frozenset[str] = frozenset()


def look_text(look: Look) -> str:
    """The look as it is remembered. Cities and organisations are people's, and stay in the library."""
    folded = sorted(each for each in look.folded if each.startswith(_KEPT_FOLDED))
    return json.dumps(look._replace(folded=frozenset())._asdict() | {"folded": folded})


def look_of(text: str) -> Look:
    """The look that a text describes; what is not understood is as at first."""
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        found = {}
    said: dict[str, Any] = found if isinstance(found, dict) else {}
    folded = said.get("folded")
    return Look(
        grouping=next((each for each in Grouping if each == said.get("grouping")), Grouping.LAYER),
        order=next((each for each in Order if each == said.get("order")), Order.NEXT),
        turned=said.get("turned") is True,
        density=next((each for each in Density if each == said.get("density")), Density.CARDS),
        folded=frozenset(each for each in folded if isinstance(each, str))
        if isinstance(folded, list)
        else frozenset(),
    )
