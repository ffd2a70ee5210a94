"""The audiences that a leader speaks to, and what each starts with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerDefault:
    """A layer as a new library gets it; every value can be edited afterwards.

    `hue` names the layer's colour and ring pattern in tokens.json. `rhythm_days` is how often
    people of this layer are met unless one has a rhythm of their own. `intended_share` is the
    part of the time set aside meant for the layer, 0 to 1; the six add up to 1.
    """

    hue: str
    name: str
    short_name: str
    rhythm_days: int
    intended_share: float
    way_of_speaking: str


LAYERS: tuple[LayerDefault, ...] = (
    LayerDefault(
        hue="peers",
        name="Business peers",
        short_name="Peers",
        rhythm_days=14,
        intended_share=0.22,
        way_of_speaking="Plain and early: what it means for their numbers and their people.",
    ),
    LayerDefault(
        hue="board",
        name="Board & shareholders",
        short_name="Board",
        rhythm_days=30,
        intended_share=0.12,
        way_of_speaking="Consequence before cause; risk, money and time on one page.",
    ),
    LayerDefault(
        hue="customers",
        name="Customers",
        short_name="Customers",
        rhythm_days=30,
        intended_share=0.20,
        way_of_speaking="Their business first; ask how it felt before saying what comes next.",
    ),
    LayerDefault(
        hue="vendors",
        name="Vendors",
        short_name="Vendors",
        rhythm_days=60,
        intended_share=0.08,
        way_of_speaking="Clear about needs, fair about terms, quick with feedback.",
    ),
    LayerDefault(
        hue="team",
        name="Own team",
        short_name="Team",
        rhythm_days=7,
        intended_share=0.30,
        way_of_speaking="Ask more than you tell; purpose first, then room to decide.",
    ),
    LayerDefault(
        hue="partners",
        name="Partners",
        short_name="Partners",
        rhythm_days=45,
        intended_share=0.08,
        way_of_speaking="What both sides gain, and what each has given so far.",
    ),
)

HUES: tuple[str, ...] = tuple(layer.hue for layer in LAYERS)
