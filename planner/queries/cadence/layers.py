"""The layers as the charts name them, and who is in which."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from planner.domain.two_habits_many import Numbers
from planner.library import Library
from planner.queries.cadence.everybody import Everybody
from planner.queries.cadence.listed import LISTED


class Audience(NamedTuple):
    """A layer; `id` None stands for everybody in no layer."""

    id: int | None
    name: str
    short_name: str
    hue: str
    rhythm_days: int | None
    intended_share: float | None


NO_LAYER = Audience(None, "No layer", "No layer", "", None, None)


def audiences(library: Library) -> tuple[Audience, ...]:
    """The layers in their order, and last the people in no layer, where there are any."""
    rows = library.rows(
        "SELECT id, name, short_name, hue, rhythm_days, intended_share FROM layer ORDER BY position, id"
    )
    found = tuple(Audience(*row) for row in rows)
    alone = library.value(f"SELECT count(*) FROM person WHERE layer_id IS NULL AND {LISTED}")
    return (*found, NO_LAYER) if alone else found


def layer_places(
    library: Library, known: Everybody, layers: Sequence[Audience], people: Iterable[int] | None = None
) -> Numbers:
    """For everybody the place of their layer in `layers`; -1 for those who are not asked about."""
    place = {layer.id: number for number, layer in enumerate(layers)}
    found = np.full(len(known.people), -1, dtype=np.int64)
    narrowed = "" if people is None else " AND id IN (SELECT value FROM json_each(?))"
    asked = () if people is None else (json.dumps(list(people)),)
    rows = list(library.rows(f"SELECT id, layer_id FROM person WHERE {LISTED}{narrowed}", asked))
    ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
    where = np.searchsorted(known.people, ids)
    inside = np.flatnonzero(where < len(known.people))
    for each in inside.tolist():
        if known.people[where[each]] == ids[each]:
            found[where[each]] = place.get(rows[each][1], -1)
    return found
