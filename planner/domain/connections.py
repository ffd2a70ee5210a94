"""How two people are connected: the kinds to begin with, and a sentence from either side."""

from __future__ import annotations

from planner.domain.names import first_name, whom

DIRECTED_KINDS: tuple[str, ...] = ("reports to", "trusts", "mentors", "appointed", "listens to")
MUTUAL_KINDS: tuple[str, ...] = ("knows", "sat together", "in conflict", "friends", "family")
KINDS: tuple[str, ...] = (
    *("reports to", "trusts", "knows", "mentors", "sat together", "in conflict"),
    *("appointed", "listens to", "friends", "family"),
)
"""The kinds offered; any other can be written."""
CLOSENESS = (1, 2, 3)
"""Loose, fair, close."""

_MUTUAL = {
    "knows": "They know each other",
    "sat together": "They sat together",
    "in conflict": "They are in conflict",
    "friends": "They are friends",
    "family": "They are family",
}


def is_directed(kind: str) -> bool | None:
    """Whether a kind goes one way; None for a kind of one's own."""
    if kind in DIRECTED_KINDS:
        return True
    return False if kind in MUTUAL_KINDS else None


def connection_words(
    kind: str, *, directed: bool, outwards: bool, name: str, pronouns: str, other: str, since: str | None
) -> str:
    """The connection of one person, shown below the name of the `other`: 'Reports to Beatrix since 2023'.

    `outwards` is True where it goes from the person shown to the other, as in 'Beatrix trusts him';
    `pronouns` are the other's.
    """
    begun = f" since {since}" if since else ""
    if not directed:
        return f"{_MUTUAL.get(kind, kind[:1].upper() + kind[1:])}{begun}"
    if outwards:
        return f"{first_name(name)} {kind} {whom(other, pronouns)}{begun}"
    return f"{kind[:1].upper() + kind[1:]} {first_name(name)}{begun}"
