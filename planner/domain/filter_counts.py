"""How many people every choice of a filter would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from planner.domain.filters import Brief, Filter, Owed, Test, narrowed, saying, tests_of
from planner.domain.rhythm import State

FIELDS = frozenset(
    {"states", "layers", "cities", "organisations", "tags", "stands", "owed", "unplanned", "archived"}
)
"""What choices are counted of; 'stands' counts initiatives too, since the two speak of one thing."""


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


def left_by(wanted: Filter, people: Sequence[Brief], fields: Collection[str] = FIELDS) -> Left:
    """Count the choices of these fields over everybody; what is not asked for counts nobody."""
    tests = tests_of(wanted)
    counted = {about: test for about, test in tests.items() if about in FIELDS}
    # Of words there is nothing to choose among: who lacks them is not shown whatever else is chosen.
    near = narrowed(Filter(archived=wanted.archived, text=wanted.text), people)
    shown, but = _apart(near, counted)

    def open_to(about: str) -> list[Brief]:
        if about not in fields:
            return []
        return [*shown, *but[about]] if about in but else shown

    stands = open_to("stands")
    return Left(
        everybody=sum([not each.archived for each in people]),
        shown=len(shown),
        states=Counter([each.state for each in open_to("states")]),
        layers=Counter([each.layer_id for each in open_to("layers")]),
        cities=Counter([each.folded_city for each in open_to("cities")]),
        organisations=Counter([each.organisation_id for each in open_to("organisations")]),
        tags=Counter([tag for each in open_to("tags") for tag in set(each.tags)]),
        initiatives=_of_stands(stands, 0, wanted.stands),
        stands=_of_stands(stands, 1, wanted.initiatives),
        owed=_owed(open_to("owed")),
        unplanned=sum([each.next_plan is None for each in open_to("unplanned")]),
        archived=len(narrowed(saying(wanted, archived=True), people)) if "archived" in fields else 0,
    )


def _apart(people: list[Brief], tests: dict[str, Test]) -> tuple[list[Brief], dict[str, list[Brief]]]:
    """Who passes every test, and for each test who fails that one alone."""
    if not tests:
        return people, {}
    shown: list[Brief] = []
    but: dict[str, list[Brief]] = {about: [] for about in tests}
    for person in people:
        failed = [about for about, test in tests.items() if not test(person)]
        if not failed:
            shown.append(person)
        elif len(failed) == 1:
            but[failed[0]].append(person)
    return shown, but


def _owed(people: list[Brief]) -> Counter[Owed]:
    return Counter(
        {
            Owed.YOURS: sum([each.yours_open > 0 for each in people]),
            Owed.THEIRS: sum([each.theirs_open > 0 for each in people]),
            Owed.OVERDUE: sum([each.overdue > 0 for each in people]),
        }
    )


def _of_stands(people: Iterable[Brief], part: int, others: frozenset[Any]) -> Counter[Any]:
    """Initiatives (part 0) or stands (part 1), once a person; `others` are the choices of the other part."""
    return Counter(
        [
            found
            for each in people
            if each.stands
            for found in {pair[part] for pair in each.stands if not others or pair[1 - part] in others}
        ]
    )
