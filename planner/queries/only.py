"""Narrowing what a board shows to the cards of some people."""

from __future__ import annotations

import json
from collections.abc import Iterable

Only = frozenset[int] | None
"""The ids of those whose cards are shown; None shows everybody's."""


def shows(only: Only, people: Iterable[int]) -> bool:
    """Whether a card of these people is shown: one of them is enough."""
    return only is None or not only.isdisjoint(people)


def bound(only: Only) -> str | None:
    """The ids as one value for SQL, where NULL shows everybody."""
    return None if only is None else json.dumps(list(only))
