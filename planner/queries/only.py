"""Narrowing what a board shows to the cards of some people."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypeVar

Found = TypeVar("Found")

Only = frozenset[int] | None
"""The ids of those whose cards are shown; None shows everybody's."""


def shows(only: Only, people: Iterable[int]) -> bool:
    """Whether a card of these people is shown: one of them is enough."""
    return only is None or not only.isdisjoint(people)


def among(found: dict[int, Found], only: Only) -> dict[int, Found]:
    """What was found of these people, in the order it had."""
    return found if only is None else {each: value for each, value in found.items() if each in only}


def bound(only: Only) -> str | None:
    """The ids as one value for SQL, where NULL shows everybody."""
    return None if only is None else json.dumps(list(only))
