"""What the sheet of + Filter offers: every choice with how many people it would leave."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from planner.domain.filter_counts import Left
from planner.domain.filter_words import OWED_WORDS, STANDS, STATE_WORDS, Names, stand_words
from planner.domain.filters import Filter, saying
from planner.domain.names import fold
from planner.queries.people import LayerCount

_WHOLE = frozenset({"State", "Layer", "Stand on an initiative", "Promises"})
_AT_FIRST = 5
_TYPED_MOST = 12


class Option(NamedTuple):
    """One line: a choice of the field `about`, or (`about` '') a heading or a remark in captions' ink.

    `left` is how many people the choice would leave, -1 where that is not counted.
    """

    words: str
    about: str = ""
    value: Hashable = None
    left: int = 0
    chosen: bool = False
    hue: str = ""
    is_heading: bool = False


def options(
    wanted: Filter, left: Left, layers: Sequence[LayerCount], names: Names, typed: str = ""
) -> tuple[Option, ...]:
    """The lines to show: all fields, or those choices that hold every typed word."""
    sections = (
        ("Layer", _layers(wanted, left, layers)),
        ("City", _named(wanted, "cities", left.cities, names.cities, "No city")),
        (
            "Organisation",
            _named(wanted, "organisations", left.organisations, names.organisations, "No organisation"),
        ),
        ("Tag", _named(wanted, "tags", left.tags, {})),
        ("Initiative", _named(wanted, "initiatives", left.initiatives, names.initiatives)),
        ("Stand on an initiative", _stands(wanted, left)),
        ("Promises", _owed(wanted, left)),
        ("State", _states(wanted, left)),
        ("Plans", [Option("Nothing planned", "unplanned", True, left.unplanned, wanted.unplanned)]),
        ("Put away", [Option("Archived", "archived", True, left.archived, wanted.archived)]),
    )
    asked = fold(typed).split()
    found = [line for heading, choices in sections for line in _section(heading, choices, asked)]
    return (*found, _text_option(wanted, typed)) if asked else tuple(found)


def toggled(wanted: Filter, option: Option) -> Filter:
    """The filter with this choice made, or taken back where it was made."""
    if not option.about:
        return wanted
    before = getattr(wanted, option.about)
    if isinstance(before, frozenset):
        value = option.value
        some = value if isinstance(value, frozenset) else frozenset({value})
        return saying(wanted, **{option.about: before - some if option.chosen else before | some})
    empty = "" if option.about == "text" else False
    return saying(wanted, **{option.about: empty if option.chosen else option.value})


def _section(heading: str, choices: Iterable[Option], asked: list[str]) -> list[Option]:
    there = [each for each in choices if each.left or each.chosen]
    if asked:
        of = fold(heading)
        there = [each for each in there if all(word in f"{of} {fold(each.words)}" for word in asked)]
    shown = there if heading in _WHOLE else _first(there, _TYPED_MOST if asked else _AT_FIRST)
    if not shown:
        return []
    rest = len(there) - len(shown)
    more = [Option(f"{rest} more; type to find them")] if rest else []
    return [Option(heading, is_heading=True), *shown, *more]


def _first(choices: list[Option], most: int) -> list[Option]:
    """The first ones, and those further down that are chosen."""
    return [each for place, each in enumerate(choices) if place < most or each.chosen]


def _text_option(wanted: Filter, typed: str) -> Option:
    bare = typed.strip()
    return Option(f"“{bare}” in name, role or place", "text", bare, -1, fold(wanted.text) == fold(bare))


def _states(wanted: Filter, left: Left) -> list[Option]:
    return [
        Option(words, "states", states, sum(left.states[each] for each in states), states <= wanted.states)
        for words, states in STATE_WORDS
    ]


def _layers(wanted: Filter, left: Left, layers: Sequence[LayerCount]) -> list[Option]:
    found = [
        Option(each.name, "layers", each.id, left.layers[each.id], each.id in wanted.layers, each.hue)
        for each in layers
    ]
    return [*found, Option("No layer yet", "layers", 0, left.layers[0], 0 in wanted.layers)]


def _named(
    wanted: Filter, about: str, counts: Mapping[Any, int], names: Mapping[Any, str], none: str = ""
) -> list[Option]:
    """A choice for everything that somebody has, those that most people have first; `none` for nothing."""
    chosen = getattr(wanted, about)
    found = [
        Option(names.get(each, str(each)) if each else none, about, each, counts.get(each, 0), each in chosen)
        for each in {*counts, *chosen}
        if each or none
    ]
    return sorted(found, key=lambda each: (not each.value, -each.left, fold(each.words)))


def _stands(wanted: Filter, left: Left) -> list[Option]:
    return [
        Option(stand_words(each), "stands", each, left.stands[each], each in wanted.stands) for each in STANDS
    ]


def _owed(wanted: Filter, left: Left) -> list[Option]:
    return [
        Option(words, "owed", owed, left.owed[owed], owed in wanted.owed)
        for owed, words in OWED_WORDS.items()
    ]
