"""The JSON answers of duplicates and trash, and what their keys hold."""

from __future__ import annotations

from planner.cli.json_known import Keys
from planner.queries.duplicates import Pair
from planner.queries.trash import InTrash

ANSWERS: dict[str, Keys] = {
    "duplicates": {
        "people": "the names of the two",
        "known": "what is known of each: role, organisation and city, null where that is nothing",
        "strength": "how sure it is: 1 possible to 4 all but certain",
        "why": "what speaks for it, in a sentence",
    },
    "trash": {
        "person": "the name",
        "organisation": "where",
        "trashed_on": "the day on which it was put there",
        "goes_on": "the day from which you are asked whether to erase it for good",
        "conversations": "how many conversations go with it",
        "commitments": "how many commitments go with it",
    },
}


def pair_shape(pair: Pair) -> dict[str, object]:
    """One entry of `duplicates --json`."""
    return {
        "people": list(pair.names),
        "known": [each or None for each in pair.known],
        "strength": pair.strength,
        "why": pair.why,
    }


def trash_shape(person: InTrash) -> dict[str, object]:
    """One entry of `trash --json`."""
    return {
        "person": person.name,
        "organisation": person.organisation or None,
        "trashed_on": person.trashed_on.isoformat(),
        "goes_on": person.goes_on.isoformat(),
        "conversations": person.conversations,
        "commitments": person.commitments,
    }
