"""Two entries that are one person: which fields one chooses between, and which are kept of both."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Field(NamedTuple):
    """One choice when two become one: `columns` of a person go together, `words` name them on the screen."""

    id: str
    words: str
    columns: tuple[str, ...]


FIELDS: tuple[Field, ...] = (
    Field(
        "name",
        "Name",
        ("name", "folded", "given_name", "additional_names", "family_name", "prefix", "suffix"),
    ),
    Field("nickname", "Nickname", ("nickname",)),
    Field("pronouns", "Pronouns", ("pronouns",)),
    Field("role", "Role", ("role",)),
    Field("organisation", "Organisation", ("organisation_id",)),
    Field("layer", "Layer", ("layer_id",)),
    Field("rhythm", "Own rhythm", ("rhythm_days",)),
    Field("rest", "Rest", ("resting_from", "resting_until")),
    Field("city", "City", ("city",)),
    Field("zone", "Time zone", ("zone",)),
    Field("languages", "Languages", ("languages",)),
    Field("birthday", "Birthday", ("birthday",)),
    Field("photo", "Photo", ("photo",)),
)
"""What only one of two can stand for, in the order of the screen."""

JOINED: tuple[Field, ...] = (
    Field("likes_to_talk", "How they like to talk", ("likes_to_talk",)),
    Field("as_a_person", "As a person", ("as_a_person",)),
    Field("notes", "Notes", ("notes",)),
)
"""What is kept of both, one below the other."""


def joined(first: str, second: str) -> str:
    """Two texts as one: the second below the first, unless one holds the other already."""
    ours, theirs = first.strip(), second.strip()
    if theirs in ours:
        return ours
    return theirs if ours in theirs else f"{ours}\n\n{theirs}"


def kept_words(name: str, left: Iterable[tuple[str, str]], also: Iterable[str] = ()) -> str:
    """The note that keeps what was not chosen, '' where nothing is left: each field's words and its value."""
    lines = [f"{words}: {value}" for words, value in left] + list(also)
    return "\n".join((f"From the entry “{name}”, merged into this one:", *lines)) if lines else ""
