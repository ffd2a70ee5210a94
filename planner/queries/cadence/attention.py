"""The attention portfolio: time by layer against what was intended, and whether rhythms fit (SCIENCE 4)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain.balance import Spread, intended_words, spread_of
from planner.domain.capacity import Demand, Relief, demand_hours, load, reliefs
from planner.domain.week import DEFAULT_MINUTES
from planner.library import Library
from planner.queries.cadence.everybody import Everybody
from planner.queries.cadence.layers import Audience, audiences
from planner.queries.cadence.listed import LISTED
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """What the rhythms ask for a week against the time set aside; `load` above 1 cannot be kept.

    `reliefs` are single changes that would each make it fit, the smallest first.
    """

    demanded_hours: float
    set_aside_hours: float
    load: float | None
    reliefs: tuple[Relief, ...]


_TIME = """
SELECT p.layer_id,
    sum(c.minutes * 1.0 / (SELECT count(*) FROM participation y WHERE y.conversation_id = c.id))
FROM conversation c JOIN participation x ON x.conversation_id = c.id JOIN person p ON p.id = x.person_id
WHERE c.day > :since AND c.day <= :today AND c.minutes IS NOT NULL GROUP BY 1
"""


def attention(library: Library, today: date, *, days: int = QUARTER_DAYS) -> Attention:
    """Time by layer in so many days up to a day; an earlier day answers as of then."""
    layers = audiences(library)
    since = today - timedelta(days=days)
    asked = {"since": since.isoformat(), "today": today.isoformat()}
    minutes = dict(library.rows(_TIME, asked))
    people = dict(library.rows(f"SELECT layer_id, count(*) FROM person WHERE {LISTED} GROUP BY 1"))
    shown = [each for each in layers if each.id is not None or minutes.get(None)]
    intended = [each.intended_share for each in shown]
    spread = spread_of([minutes.get(each.id) or 0.0 for each in shown], intended)
    return Attention(
        as_of=today,
        since=since + timedelta(days=1),
        layers=tuple(
            LayerTime(
                layer=each,
                minutes=minutes.get(each.id) or 0.0,
                share=spread.shares[place] if spread else None,
                people=people.get(each.id, 0),
            )
            for place, each in enumerate(shown)
        ),
        minutes=sum(minutes.values()),
        spread=spread,
        unknown_talks=library.value(
            "SELECT count(*) FROM conversation WHERE minutes IS NULL AND day > :since AND day <= :today",
            asked,
        ),
        intended_words=intended_words([each.intended_share for each in layers if each.id is not None]),
    )


_USUAL_LENGTH = """
SELECT p.layer_id, avg(c.minutes) FROM conversation c JOIN participation x ON x.conversation_id = c.id
JOIN person p ON p.id = x.person_id WHERE c.day > ? AND c.day <= ? AND c.minutes IS NOT NULL GROUP BY 1
"""


def capacity(library: Library, known: Everybody, *, days: int = QUARTER_DAYS) -> Capacity:
    """Whether all rhythms fit into the time set aside, talks being as long as they lately were in a layer."""
    since = (known.today - timedelta(days=days)).isoformat()
    lengths = dict(library.rows(_USUAL_LENGTH, (since, known.today.isoformat())))
    layer_of = dict(library.rows(f"SELECT id, layer_id FROM person WHERE {LISTED}"))
    counts: defaultdict[tuple[int | None, int], int] = defaultdict(int)
    for each in known.measures:
        if each.rhythm_days and not each.resting:
            counts[layer_of.get(each.person_id), each.rhythm_days] += 1
    names = {each.id: each.name for each in audiences(library)}
    demands = [
        Demand(names.get(layer, ""), people, rhythm, (lengths.get(layer) or DEFAULT_MINUTES) / _HOUR)
        for (layer, rhythm), people in sorted(counts.items(), key=lambda each: (each[0][0] or 0, each[0][1]))
    ]
    hours = sum(minutes_aside(library)) / _HOUR
    return Capacity(
        demanded_hours=demand_hours(demands),
        set_aside_hours=hours,
        load=load(demands, hours),
        reliefs=reliefs(demands, hours) if hours > 0 else (),
    )
