"""How much comes of each section, in words."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain import words

_TOLD = (
    ("people", "person", "people"),
    ("conversations", "conversation", "conversations"),
    ("plans", "plan", "plans"),
    ("commitments", "commitment", "commitments"),
    ("understandings", "thing understood", "things understood"),
    ("initiatives", "initiative", "initiatives"),
)


def told(number: Callable[[str], int]) -> str:
    """'41 people, 312 conversations, 5 plans'; '' where nothing that one talks of comes."""
    counts = ((number(key), one, many) for key, one, many in _TOLD)
    return ", ".join(words.count(many_there, one, many) for many_there, one, many in counts if many_there)
