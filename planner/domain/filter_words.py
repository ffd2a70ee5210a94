"""What a filter says, in words: for its chips, and for a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planner.domain.filters import NOT_STARTED_STATES, OVERDUE_STATES, Filter, Owed, saying
from planner.domain.rhythm import State

_NAMED = 2
"""So many choices are named one by one, more are counted."""
STATE_WORDS: tuple[tuple[str, frozenset[State]], ...] = (
    ("Overdue", OVERDUE_STATES),
    ("Due", frozenset({State.DUE})),
    ("On rhythm", frozenset({State.ON_RHYTHM})),
    ("Resting", frozenset({State.RESTING})),
    ("Not started", NOT_STARTED_STATES),
)
"""The states as screens choose among them, the most pressing first."""
OWED_WORDS = {
    Owed.YOURS: "You promised",
    Owed.THEIRS: "Promised to you",
    Owed.OVERDUE: "A promise is overdue",
}
_STANDS = {
    "leading": "Leads",
    "supportive": "Supports",
    "neutral": "Neutral on",
    "resistant": "Resists",
    "unaware": "Unaware of",
    "": "Not known yet on",
}
STANDS = tuple(_STANDS)
"""Every stand, the strongest support first; '' is not known yet."""


class Names(NamedTuple):
    """What is called what: ids of layers, organisations and initiatives, and folded cities."""

    layers: Mapping[int, str] = {}
    organisations: Mapping[int, str] = {}
    initiatives: Mapping[int, str] = {}
    cities: Mapping[str, str] = {}


class Said(NamedTuple):
    """The words of one thing that a filter says; `about` is the field or fields it is said in."""

    about: tuple[str, ...]
    words: str


def said_by(wanted: Filter, names: Names) -> tuple[Said, ...]:
    """Everything that the filter says, each with its words, in the order of the screens."""
    found = (
        Said(("states",), _states(wanted.states)),
        Said(("layers",), _choices(wanted.layers, names.layers, "layers", "No layer")),
        Said(("cities",), _cities(wanted.cities, names.cities)),
        Said(
            ("organisations",),
            _choices(wanted.organisations, names.organisations, "organisations", "No organisation"),
        ),
        Said(("tags",), _or([f"Tagged {each}" for each in sorted(wanted.tags)], "tags")),
        Said(("initiatives", "stands"), _stands(wanted, names.initiatives)),
        Said(("owed",), " or ".join(OWED_WORDS[each] for each in Owed if each in wanted.owed)),
        Said(("unplanned",), "Nothing planned" if wanted.unplanned else ""),
        Said(("archived",), "Archived" if wanted.archived else ""),
        Said(("text",), f"“{wanted.text.strip()}”" if wanted.text.strip() else ""),
    )
    return tuple(each for each in found if each.words)


def without(wanted: Filter, about: Iterable[str]) -> Filter:
    """The filter with nothing said in these fields."""
    return saying(wanted, **{name: Filter._field_defaults[name] for name in about})


def stand_words(stand: str) -> str:
    """'Supports', as it stands before the name of an initiative."""
    return _STANDS.get(stand, stand.capitalize())


def _states(states: frozenset[State]) -> str:
    whole = [(words, group) for words, group in STATE_WORDS if group <= states]
    rest = states.difference(*(group for _, group in whole))
    return " or ".join(
        [*(words for words, _ in whole), *(f"{each}".capitalize() for each in State if each in rest)]
    )


def _choices(chosen: frozenset[int], names: Mapping[int, str], many: str, none: str) -> str:
    found = sorted(names.get(each, "Not here any more") for each in chosen if each)
    return _or([*found, *([none] if 0 in chosen else [])], many)


def _cities(chosen: frozenset[str], names: Mapping[str, str]) -> str:
    found = sorted(names.get(each, each) for each in chosen if each)
    if not found:
        return "No city" if chosen else ""
    return f"In {_or(found, 'cities')}" + (" or no city" if "" in chosen else "")


def _stands(wanted: Filter, names: Mapping[int, str]) -> str:
    on = _choices(wanted.initiatives, names, "initiatives", "")
    how = [stand_words(each) for each in STANDS if each in wanted.stands]
    if not how:
        return on
    if len(how) > _NAMED:
        return f"{len(how)} stands on {on or 'an initiative'}"
    return f"{' or '.join([how[0], *map(str.lower, how[1:])])} {on or 'an initiative'}"


def _or(words: list[str], many: str) -> str:
    return " or ".join(words) if len(words) <= _NAMED else f"{len(words)} {many}"
