"""Every way in which people are called here, and how they are reached."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.names_hidden import NamesHidden
from planner.library import Library

_PARTS = "name, nickname, given_name, additional_names, family_name"


def all_names(library: Library) -> Iterator[str]:
    """Names and nicknames of everybody, also of those in the archive and the trash, and of the owner."""
    for parts in library.rows(f"SELECT {_PARTS} FROM person"):
        yield from filter(None, parts)
    for (owner,) in library.rows("SELECT name FROM owner WHERE name <> ''"):
        yield owner


def names_hidden(library: Library) -> NamesHidden:
    """What makes initials of all these names, and knows the numbers and links of these people."""
    points = library.rows("SELECT value FROM contact_point WHERE kind <> 'address'")
    return NamesHidden(all_names(library), (value for (value,) in points))
