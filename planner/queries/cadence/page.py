"""Everything that the cadence page shows, in one answer: as of any day, for everybody or for some.

Loads numpy: ask for it when the page is wanted, not before.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from planner.library import Library
from planner.library.changes import Changed
from planner.queries.cadence.against_rhythm import AgainstRhythm, against_rhythm
from planner.queries.cadence.attention import Attention, Capacity, attention, capacity
from planner.queries.cadence.everybody import (
    MOST_AT_A_TIME,
    Everybody,
    as_of,
    everybody,
    people_touched,
    refreshed,
)
from planner.queries.cadence.findings import (
    against_rhythm_finding,
    attention_finding,
    heat_finding,
    kept_finding,
    quiet_finding,
    reached_out_finding,
)
from planner.queries.cadence.going_quiet import Quiet, going_quiet
from planner.queries.cadence.heat import Heat, heat_map
from planner.queries.cadence.kept import Kept, intervals_kept
from planner.queries.cadence.listed import LISTED
from planner.queries.cadence.reached_out import ReachedOutFirst, who_reached_out
from planner.queries.cadence.talks import Talks, reaching_back, talks_since, talks_with

QUARTER = timedelta(days=91)
"""Thirteen whole weeks: the same weekday, so that no week is cut differently."""


class Part(StrEnum):
    """The charts of the page."""

    HEAT = "heat"
    KEPT = "kept"
    AGAINST = "against"
    ATTENTION = "attention"
    QUIET = "quiet"
    BEGUN = "begun"


class Reach(NamedTuple):
    """How far back each chart looks: months of intervals kept, weeks of the map, days of the two others."""

    words: str
    months: int
    weeks: int
    attention_days: int
    begun_days: int

    @property
    def days(self) -> int:
        """So many days back lies the first conversation that matters."""
        return max(7 * self.weeks, self.attention_days, self.begun_days) + 7


REACHES = (
    Reach("Last 3 months", 3, 13, 90, 91),
    Reach("Last 6 months", 6, 26, 90, 182),
    Reach("Last 12 months", 12, 26, 90, 182),
    Reach("Last 2 years", 24, 52, 182, 365),
    Reach("Last 4 years", 48, 104, 365, 730),
)
USUAL_REACH = 2
"""The place of the reach to begin with."""
MOST_TELLING = 100


class Only(NamedTuple):
    """What was clicked in one chart: the others narrow to these people, it does not."""

    part: Part
    key: str
    people: frozenset[int]


class Asked(NamedTuple):
    """What the page is to show. `people` None stands for everybody; `day` earlier than today replays it."""

    day: date
    reach: Reach = REACHES[USUAL_REACH]
    people: frozenset[int] | None = None
    only: Only | None = None
    compare: bool = False

    def people_of(self, part: Part) -> frozenset[int] | None:
        """Whom a chart shows."""
        if self.only is None or self.only.part is part:
            return self.people
        return self.only.people if self.people is None else self.people & self.only.people


class Known(NamedTuple):
    """What the page is made from, kept from one answer to the next."""

    everybody: Everybody
    talks: Talks


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The answers of all six charts; `findings` has each one's title.

    `telling` has the places of the map that tell most, first. `names` and `of_layer` are of everybody.
    `before` is the same a quarter earlier, where that was asked for. `people` counts whom is asked about.
    """

    asked: Asked
    people: int
    heat: Heat
    kept: Kept
    against: AgainstRhythm
    attention: Attention
    quiet: Quiet
    begun: ReachedOutFirst
    capacity: Capacity
    findings: dict[Part, str]
    telling: tuple[int, ...]
    names: dict[int, str]
    of_layer: dict[int | None, tuple[int, ...]]
    before: Page | None = None


def learned(library: Library, today: date, reach: Reach = REACHES[USUAL_REACH]) -> Known:
    """Read what the page is made from."""
    since = today - QUARTER - timedelta(days=reach.days)
    return Known(everybody(library, today), talks_since(library, since))


def caught_up(library: Library, known: Known, changes: Iterable[Changed]) -> Known:
    """The same after some changes: only those whom they touched are read again."""
    for changed in changes:
        touched = people_touched(library, changed) | _who_spoke(library, changed)
        talks = known.talks
        if len(touched) > MOST_AT_A_TIME:
            talks = talks_since(library, talks.since)
        elif touched:
            talks = talks_with(library, talks, touched)
        known = Known(refreshed(library, known.everybody, changed), talks)
    return known


def _who_spoke(library: Library, changed: Changed) -> frozenset[int]:
    """The people of conversations that are longer now, or begun by somebody else."""
    keys = json.dumps(list(changed.rows.get("conversation", ())))
    asked = "SELECT person_id FROM participation WHERE conversation_id IN (SELECT value FROM json_each(?))"
    return frozenset(row[0] for row in library.rows(asked, (keys,)))


def cadence_page(library: Library, known: Known, asked: Asked) -> tuple[Page, Known]:
    """The page, and what is known now: an earlier day needs conversations of earlier."""
    since = asked.day - timedelta(days=asked.reach.days) - (QUARTER if asked.compare else timedelta())
    known = known._replace(talks=reaching_back(library, known.talks, since))
    page = _page(library, known, asked, planned=asked.day >= known.everybody.today)
    if not asked.compare:
        return page, known
    earlier = asked._replace(day=asked.day - QUARTER, compare=False)
    return replace(page, before=_page(library, known, earlier, planned=False)), known


def _page(library: Library, known: Known, asked: Asked, *, planned: bool) -> Page:
    day, reach, talks = asked.day, asked.reach, known.talks
    then = known.everybody if day == known.everybody.today else as_of(library, known.everybody, day)
    heat = heat_map(library, then, people=asked.people_of(Part.HEAT), weeks=reach.weeks, talks=talks)
    kept = intervals_kept(library, then, people=asked.people_of(Part.KEPT), months=reach.months)
    against = against_rhythm(then, people=asked.people_of(Part.AGAINST))
    spent = attention(
        library, day, days=reach.attention_days, talks=_only(talks, asked.people_of(Part.ATTENTION))
    )
    if asked.people_of(Part.ATTENTION) is not None:
        spent = spent.without_intentions()
    quiet = going_quiet(library, then, people=asked.people_of(Part.QUIET), planned=planned)
    begun = who_reached_out(
        library, day, people=asked.people_of(Part.BEGUN), days=reach.begun_days, talks=talks
    )
    names, of_layer = _listed(library)
    return Page(
        asked=asked,
        people=len(then.people) if asked.people is None else len(asked.people),
        heat=heat,
        kept=kept,
        against=against,
        attention=spent,
        quiet=quiet,
        begun=begun,
        capacity=capacity(library, then, days=reach.attention_days, talks=talks),
        findings={
            Part.HEAT: heat_finding(heat),
            Part.KEPT: kept_finding(kept),
            Part.AGAINST: against_rhythm_finding(against),
            Part.ATTENTION: attention_finding(spent, narrowed=asked.people_of(Part.ATTENTION) is not None),
            Part.QUIET: quiet_finding(quiet),
            Part.BEGUN: reached_out_finding(begun),
        },
        telling=heat.telling(MOST_TELLING),
        names=names,
        of_layer=of_layer,
    )


def first_day(library: Library) -> date | None:
    """The day of the first conversation, None before there is one."""
    found = library.value("SELECT min(day) FROM conversation")
    return date.fromisoformat(found) if found else None


def _listed(library: Library) -> tuple[dict[int, str], dict[int | None, tuple[int, ...]]]:
    """Everybody's name, and who is in which layer."""
    names: dict[int, str] = {}
    of_layer: defaultdict[int | None, list[int]] = defaultdict(list)
    for person_id, name, layer_id in library.rows(f"SELECT id, name, layer_id FROM person WHERE {LISTED}"):
        names[person_id] = name
        of_layer[layer_id].append(person_id)
    return names, {layer_id: tuple(people) for layer_id, people in of_layer.items()}


def _only(talks: Talks, people: frozenset[int] | None) -> Talks:
    return talks if people is None else talks.only(np.array(sorted(people), dtype=np.int64))
