"""Whom a filter shows: the one value by which people, the board and the timeline are narrowed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, time
from enum import StrEnum
from typing import Any, NamedTuple

from planner.domain.names import fold
from planner.domain.rhythm import State

OVERDUE_STATES = frozenset({State.OVERDUE, State.QUIET})
"""What a screen calls overdue: past the rhythm, however long."""
NOT_STARTED_STATES = frozenset({State.NOT_STARTED, State.NO_RHYTHM})
"""What a screen calls not started: nothing to measure the silence by yet."""


class Owed(StrEnum):
    """What is open between you and a person."""

    YOURS = "you promised"
    THEIRS = "promised to you"
    OVERDUE = "overdue"


class Brief(NamedTuple):
    """Just enough of a person to filter, group, sort and count; cheap for everybody at once.

    `said` is all that typed words are looked for in, folded; `folded_city` is how two spellings of a city
    meet. 0 is no layer or no organisation. `stands` are the initiatives a person is part of, each with
    today's stand ('' while it is not known). `owes_since` is the day of your longest overdue promise,
    `next_plan` the next open plan's day and time (None while that is open).
    """

    id: int
    name: str
    folded: str
    said: str
    state: State
    layer_id: int = 0
    city: str = ""
    folded_city: str = ""
    organisation_id: int = 0
    organisation: str = ""
    tags: tuple[str, ...] = ()
    stands: tuple[tuple[int, str], ...] = ()
    yours_open: int = 0
    theirs_open: int = 0
    overdue: int = 0
    owes_since: date | None = None
    share: float | None = None
    last_day: date | None = None
    next_plan: tuple[date, time | None] | None = None
    archived: bool = False


class Filter(NamedTuple):
    """Whom to show: every field that says something must let a person through, by any of its choices.

    Nothing said shows everybody who is not archived. `layers`, `organisations` and `initiatives` are ids
    (0: in none), `cities` are folded. `initiatives` and `stands` speak of one and the same stand: part of
    one of these initiatives with one of these stands. `unplanned` keeps those with nothing planned;
    `archived` shows the archived people in place of the others. Of `text` every word must be found.
    """

    states: frozenset[State] = frozenset()
    layers: frozenset[int] = frozenset()
    cities: frozenset[str] = frozenset()
    organisations: frozenset[int] = frozenset()
    tags: frozenset[str] = frozenset()
    initiatives: frozenset[int] = frozenset()
    stands: frozenset[str] = frozenset()
    owed: frozenset[Owed] = frozenset()
    unplanned: bool = False
    archived: bool = False
    text: str = ""

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return any(self)


EVERYBODY = Filter()


def saying(wanted: Filter, **said: Any) -> Filter:
    """The filter with something else said in these fields."""
    return wanted._replace(**said)


Test = Callable[[Brief], bool]


def narrowed(wanted: Filter, people: Iterable[Brief]) -> list[Brief]:
    """Those whom the filter shows, in the order they came in."""
    kept = [each for each in people if each.archived is wanted.archived]
    for test in tests_of(wanted).values():
        kept = [each for each in kept if test(each)]
    return kept


def fits(wanted: Filter, person: Brief) -> bool:
    """Whether the filter shows this person."""
    return person.archived is wanted.archived and all(test(person) for test in tests_of(wanted).values())


def tests_of(wanted: Filter) -> dict[str, Test]:
    """What is asked of a person, by what it is about; only what the filter says anything about."""
    made = {
        "states": wanted.states and _by_state(wanted.states),
        "layers": wanted.layers and _by_layer(wanted.layers),
        "cities": wanted.cities and _by_city(wanted.cities),
        "organisations": wanted.organisations and _by_organisation(wanted.organisations),
        "tags": wanted.tags and _by_tag(wanted.tags),
        "stands": (wanted.initiatives or wanted.stands) and _by_stand(wanted.initiatives, wanted.stands),
        "owed": wanted.owed and _by_owed(wanted.owed),
        "unplanned": wanted.unplanned and _is_unplanned,
        "text": (typed := fold(wanted.text).split()) and _by_text(typed),
    }
    return {about: test for about, test in made.items() if callable(test)}


def owes(person: Brief, owed: Owed) -> bool:
    """Whether this is open with the person."""
    if owed is Owed.YOURS:
        return person.yours_open > 0
    return person.theirs_open > 0 if owed is Owed.THEIRS else person.overdue > 0


def _by_state(states: frozenset[State]) -> Test:
    return lambda person: person.state in states


def _by_layer(layers: frozenset[int]) -> Test:
    return lambda person: person.layer_id in layers


def _by_city(cities: frozenset[str]) -> Test:
    return lambda person: person.folded_city in cities


def _by_organisation(organisations: frozenset[int]) -> Test:
    return lambda person: person.organisation_id in organisations


def _by_tag(tags: frozenset[str]) -> Test:
    return lambda person: not tags.isdisjoint(person.tags)


def _by_stand(initiatives: frozenset[int], stands: frozenset[str]) -> Test:
    def test(person: Brief) -> bool:
        return any(
            (not initiatives or initiative in initiatives) and (not stands or stand in stands)
            for initiative, stand in person.stands
        )

    return test


def _by_owed(owed: frozenset[Owed]) -> Test:
    return lambda person: any(owes(person, each) for each in owed)


def _is_unplanned(person: Brief) -> bool:
    return person.next_plan is None


def _by_text(typed: list[str]) -> Test:
    first, *more = typed
    if not more:
        return lambda person: first in person.said
    if len(more) == 1:
        second = more[0]
        return lambda person: first in person.said and second in person.said
    return lambda person: all(word in person.said for word in typed)
