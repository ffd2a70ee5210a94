"""How many people every choice of a filter would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planner.domain.filters import Brief, Filter, Owed, owes, tests_of
from planner.domain.rhythm import State


class Left(NamedTuple):
    """How many people would be shown if a choice alone were made in its field, the other fields as they are.

    `everybody` counts all who are not archived, `shown` those whom the filter shows now. Choices that
    would leave nobody are missing: a Counter answers 0 for them.
    """

    everybody: int
    shown: int
    states: Counter[State]
    layers: Counter[int]
    cities: Counter[str]
    organisations: Counter[int]
    tags: Counter[str]
    initiatives: Counter[int]
    stands: Counter[str]
    owed: Counter[Owed]
    unplanned: int
    archived: int


def left_by(wanted: Filter, people: Sequence[Brief]) -> Left:
    """Count every choice once over everybody."""
    tests = tests_of(wanted)
    shown: list[Brief] = []
    but: dict[str, list[Brief]] = {about: [] for about in tests}
    others = 0
    for person in people:
        if person.archived is not wanted.archived:
            others += all(test(person) for test in tests.values())
            continue
        failed = [about for about, test in tests.items() if not test(person)]
        if not failed:
            shown.append(person)
        elif len(failed) == 1:
            but[failed[0]].append(person)

    def open_to(about: str) -> list[Brief]:
        return [*shown, *but[about]] if about in but else shown

    stands = open_to("stands")
    return Left(
        everybody=sum(not each.archived for each in people),
        shown=len(shown),
        states=Counter([each.state for each in open_to("states")]),
        layers=Counter([each.layer_id for each in open_to("layers")]),
        cities=Counter([each.folded_city for each in open_to("cities")]),
        organisations=Counter([each.organisation_id for each in open_to("organisations")]),
        tags=Counter([tag for each in open_to("tags") for tag in set(each.tags)]),
        initiatives=_initiatives(stands, wanted.stands),
        stands=_stands(stands, wanted.initiatives),
        owed=Counter({owed: sum(owes(each, owed) for each in open_to("owed")) for owed in Owed}),
        unplanned=sum(each.next_plan is None for each in open_to("unplanned")),
        archived=len(shown) if wanted.archived else others,
    )


def _initiatives(people: Iterable[Brief], stands: frozenset[str]) -> Counter[int]:
    return Counter(
        [
            initiative
            for each in people
            if each.stands
            for initiative in {one for one, stand in each.stands if not stands or stand in stands}
        ]
    )


def _stands(people: Iterable[Brief], initiatives: frozenset[int]) -> Counter[str]:
    return Counter(
        [
            stand
            for each in people
            if each.stands
            for stand in {how for one, how in each.stands if not initiatives or one in initiatives}
        ]
    )
