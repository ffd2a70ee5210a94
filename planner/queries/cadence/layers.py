"""The layers as the charts name them, and who is in which."""

from __future__ import annotations

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
    layer_of = dict(library.rows(f"SELECT id, layer_id FROM person WHERE {LISTED}"))
    theirs = (place.get(layer_of[each], -1) if each in layer_of else -1 for each in known.people.tolist())
    found = np.fromiter(theirs, dtype=np.int64, count=len(known.people))
    if people is not None:
        found[~np.isin(known.people, np.fromiter(people, dtype=np.int64))] = -1
    return found
