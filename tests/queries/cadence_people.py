"""People with a rhythm, and conversations with them, for what is asked of cadence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from planner.actions.people import PersonForm, add_person
from planner.library import Library
from planner.queries.people import layers

Talk = Callable[..., int]
"""Logs a conversation with somebody so many days ago."""


def person(library: Library, today: date, name: str, rhythm: int | None = 14, hue: str = "") -> int:
    """Add somebody, long ago, to the layer of a hue."""
    layer = next((each.id for each in layers(library) if each.hue == hue), None)
    form = PersonForm(name=name, rhythm_days=rhythm, layer_id=layer)
    return add_person(library, form, today=today - timedelta(days=500))
