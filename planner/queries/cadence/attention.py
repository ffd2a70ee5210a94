"""The attention portfolio: time by layer against what was intended, and whether rhythms fit (SCIENCE 4)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from planner.domain.balance import Spread, intended_words, spread_of
from planner.domain.capacity import Demand, Relief, demand_hours, load, reliefs
from planner.domain.week import DEFAULT_MINUTES
from planner.library import Library
from planner.queries.cadence.everybody import Everybody
from planner.queries.cadence.layers import Audience, audiences
from planner.queries.cadence.listed import LISTED
from planner.queries.cadence.talks import UNKNOWN, Talks, talks_since
from planner.queries.days_off import minutes_aside

QUARTER_DAYS = 90
_HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerTime:
    """A layer's minutes and people; a conversation with several layers is shared by its people."""

    layer: Audience
    minutes: float
    share: float | None
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """Time by layer in the quarter up to a day.

    `spread` is None without any time. `unknown_talks` counts conversations whose length nobody knows: they
    are no part of it. `intended_words` says what the intended shares add up to, '' where that is one whole.
    """

    as_of: date
    since: date
    layers: tuple[LayerTime, ...]
    minutes: float
    spread: Spread | None
    unknown_talks: int
    intended_words: str

    def without_intentions(self) -> Attention:
        """The time alone: what was intended is for everybody, and says nothing of a part of them."""
        layers = tuple(
            replace(each, layer=each.layer._replace(intended_share=None))
            for each in self.layers
            if each.minutes
        )
        return replace(self, layers=layers, intended_words="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """What the rhythms ask for a week against the time set aside; `load` above 1 cannot be kept.

    `reliefs` are single changes that would each make it fit, the smallest first.
    """

    demanded_hours: float
    set_aside_hours: float
    load: float | None
    reliefs: tuple[Relief, ...]


def attention(
    library: Library, today: date, *, days: int = QUARTER_DAYS, talks: Talks | None = None
) -> Attention:
    """Time by layer in so many days up to a day; an earlier day answers as of then.

    `talks` are read where they are not at hand; they must reach back as far.
    """
    layers = audiences(library)
    since = today - timedelta(days=days - 1)
    lately = (talks if talks is not None else talks_since(library, since)).between(since, today)
    minutes, unknown = _minutes(library, lately)
    people = dict(library.rows(f"SELECT layer_id, count(*) FROM person WHERE {LISTED} GROUP BY 1"))
    shown = [each for each in layers if each.id is not None or minutes.get(None)]
    intended = [each.intended_share for each in shown]
    spread = spread_of([minutes.get(each.id, 0.0) for each in shown], intended)
    return Attention(
        as_of=today,
        since=since,
        layers=tuple(
            LayerTime(
                layer=each,
                minutes=minutes.get(each.id, 0.0),
                share=spread.shares[place] if spread else None,
                people=people.get(each.id, 0),
            )
            for place, each in enumerate(shown)
        ),
        minutes=sum(minutes.values()),
        spread=spread,
        unknown_talks=unknown,
        intended_words=intended_words([each.intended_share for each in layers if each.id is not None]),
    )


def _minutes(library: Library, talks: Talks) -> tuple[dict[int | None, float], int]:
    """Minutes by layer, a conversation's shared by its people; and of how many no length is known."""
    timed = talks.minutes != UNKNOWN
    parts = np.where(timed, talks.minutes / talks.together(), 0.0) if len(timed) else np.zeros(0)
    people, owner = np.unique(talks.person, return_inverse=True)
    spent = dict(zip(people.tolist(), np.bincount(owner, weights=parts).tolist(), strict=True))
    found: defaultdict[int | None, float] = defaultdict(float)
    for person_id, layer_id in library.rows("SELECT id, layer_id FROM person"):
        if person_id in spent:
            found[layer_id] += spent[person_id]
    return dict(found), len(np.unique(talks.conversation[~timed]))


def capacity(
    library: Library, known: Everybody, *, days: int = QUARTER_DAYS, talks: Talks | None = None
) -> Capacity:
    """Whether all rhythms fit into the time set aside, talks being as long as they lately were in a layer.

    `talks` are read where they are not at hand; they must reach back as far.
    """
    since = known.today - timedelta(days=days - 1)
    lately = (talks if talks is not None else talks_since(library, since)).between(since, known.today)
    layer_of = dict(library.rows("SELECT id, layer_id FROM person"))
    lengths = _usual_hours(lately, layer_of)
    counts: defaultdict[tuple[int | None, int], int] = defaultdict(int)
    for each in known.measures:
        if each.rhythm_days and not each.resting:
            counts[layer_of.get(each.person_id), each.rhythm_days] += 1
    names = {each.id: each.name for each in audiences(library)}
    demands = [
        Demand(names.get(layer, ""), people, rhythm, lengths.get(layer, DEFAULT_MINUTES / _HOUR))
        for (layer, rhythm), people in sorted(counts.items(), key=lambda each: (each[0][0] or 0, each[0][1]))
    ]
    hours = sum(minutes_aside(library)) / _HOUR
    return Capacity(
        demanded_hours=demand_hours(demands),
        set_aside_hours=hours,
        load=load(demands, hours),
        reliefs=reliefs(demands, hours) if hours > 0 else (),
    )


def _usual_hours(talks: Talks, layer_of: dict[int, int | None]) -> dict[int | None, float]:
    """How long a conversation usually is with somebody of a layer."""
    timed = talks.minutes != UNKNOWN
    people, owner = np.unique(talks.person[timed], return_inverse=True)
    sums = np.bincount(owner, weights=talks.minutes[timed]).tolist()
    counts = np.bincount(owner).tolist()
    found: defaultdict[int | None, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for person_id, minutes, count in zip(people.tolist(), sums, counts, strict=True):
        whole = found[layer_of.get(person_id)]
        whole[0] += minutes
        whole[1] += count
    return {layer: minutes / count / _HOUR for layer, (minutes, count) in found.items()}
