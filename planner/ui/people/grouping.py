"""Which groups the people stand in, and in what order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any, NamedTuple

from planner.domain.filter_words import STATE_WORDS
from planner.domain.filters import Brief
from planner.domain.names import fold
from planner.domain.rhythm import State
from planner.queries.people import LayerCount


class Grouping(StrEnum):
    """What people are grouped by."""

    LAYER = "layer"
    CITY = "city"
    ORGANISATION = "organisation"
    STATE = "state"
    INITIATIVE = "initiative"
    NOTHING = "nothing"


class Order(StrEnum):
    """What the people of a group are sorted by."""

    NEXT = "next"
    TIMELY = "timely"
    NAME = "name"
    LAST = "last"
    ORGANISATION = "organisation"
    CITY = "city"


ORDER_WORDS = {
    Order.NEXT: "Next conversation",
    Order.TIMELY: "Most timely",
    Order.NAME: "Name",
    Order.LAST: "Last conversation",
    Order.ORGANISATION: "Organisation",
    Order.CITY: "City",
}


class About(NamedTuple):
    """What grouping needs to know beside the people: layers in their order, initiatives by name."""

    layers: Sequence[LayerCount]
    initiatives: dict[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People under a heading. `key` tells the group from all others; `hue` or `state` is its sign, if any.

    `layer_id`, `city` and `organisation` are what a person added to the group would have.
    """

    key: str
    name: str
    people: tuple[int, ...]
    states: Counter[State]
    hue: str = ""
    state: State | None = None
    layer_id: int = 0
    city: str = ""
    organisation: str = ""


def grouped(people: Sequence[Brief], by: Grouping, about: About) -> list[Group]:
    """The people in their groups, each in the order in which they came; empty groups are left out."""
    if by is Grouping.LAYER:
        return _by_layer(people, about)
    if by is Grouping.STATE:
        return _by_state(people)
    if by is Grouping.INITIATIVE:
        return _by_initiative(people, about)
    if by is Grouping.NOTHING:
        return [_group("all", "Everybody", people)] if people else []
    return _by_text(people, by)


def ordered(people: Iterable[Brief], by: Order, *, turned: bool = False) -> list[Brief]:
    """The people sorted; who has nothing to be sorted by comes last either way."""
    key, is_known = _ORDERS[by]
    known = [each for each in people if is_known(each)]
    unknown = [each for each in people if not is_known(each)]
    if by is Order.NEXT:
        unknown.sort(key=_timely)
    return sorted(known, key=key, reverse=turned) + unknown


def _by_layer(people: Sequence[Brief], about: About) -> list[Group]:
    found = _split(people, lambda each: each.layer_id)
    made = [
        _group(f"layer:{layer.id}", layer.name, found.pop(layer.id), hue=layer.hue, layer_id=layer.id)
        for layer in about.layers
        if layer.id in found
    ]
    rest = [each for several in found.values() for each in several]
    return [*made, _group("layer:0", "No layer yet", rest)] if rest else made


def _by_state(people: Sequence[Brief]) -> list[Group]:
    of = {state: words for words, states in STATE_WORDS for state in states}
    found = _split(people, lambda each: of[each.state])
    return [
        _group(f"state:{words}", words, found[words], state=next(each for each in State if each in states))
        for words, states in STATE_WORDS
        if words in found
    ]


def _by_initiative(people: Sequence[Brief], about: About) -> list[Group]:
    """Who is part of several initiatives stands in each."""
    found: defaultdict[int, list[Brief]] = defaultdict(list)
    for person in people:
        for initiative in {each for each, _ in person.stands} or {0}:
            found[initiative].append(person)
    none = found.pop(0, [])
    named = sorted(found, key=lambda each: fold(about.initiatives.get(each, "")))
    made = [_group(f"initiative:{each}", about.initiatives.get(each, ""), found[each]) for each in named]
    return [*made, _group("initiative:0", "In no initiative", none)] if none else made


def _by_text(people: Sequence[Brief], by: Grouping) -> list[Group]:
    in_city = by is Grouping.CITY
    found = _split(
        people, (lambda each: each.folded_city) if in_city else (lambda each: each.organisation_id)
    )
    none = "No city yet" if in_city else "No organisation yet"
    made = []
    for key, members in found.items():
        city = members[0].city if in_city else ""
        organisation = "" if in_city else members[0].organisation
        name = (city or organisation) if key else none
        made.append(_group(f"{by}:{key}", name, members, city=city, organisation=organisation))
    return sorted(made, key=lambda each: (each.name == none, fold(each.name)))


def _split(people: Sequence[Brief], key: Callable[[Brief], Any]) -> dict[Any, list[Brief]]:
    found: defaultdict[Any, list[Brief]] = defaultdict(list)
    for each in people:
        found[key(each)].append(each)
    return found


def _group(key: str, name: str, people: Sequence[Brief], **more: Any) -> Group:
    states = Counter([each.state for each in people])
    return Group(key=key, name=name, people=tuple([each.id for each in people]), states=states, **more)


def _timely(person: Brief) -> tuple[date, float, str]:
    """Your own overdue promises first, then the larger share of the rhythm; who rests comes last."""
    share = -1.0 if person.share is None or person.state is State.RESTING else person.share
    return person.owes_since or date.max, -share, person.folded


def _next(person: Brief) -> tuple[date, time, str]:
    day, starts = person.next_plan or (date.max, None)
    return day, starts or time.max, person.folded


_ORDERS: dict[Order, tuple[Callable[[Brief], Any], Callable[[Brief], bool]]] = {
    Order.NEXT: (_next, lambda each: each.next_plan is not None),
    Order.TIMELY: (_timely, lambda each: True),
    Order.NAME: (lambda each: each.folded, lambda each: True),
    Order.LAST: (
        lambda each: ((each.last_day or date.max), each.folded),
        lambda each: each.last_day is not None,
    ),
    Order.ORGANISATION: (
        lambda each: (fold(each.organisation), each.folded),
        lambda each: bool(each.organisation),
    ),
    Order.CITY: (lambda each: (each.folded_city, each.folded), lambda each: bool(each.city)),
}
