"""Filters kept under a name, and the initiatives that a filter can speak of."""

from __future__ import annotations

import json
from typing import NamedTuple

from planner.domain.filter_rules import filter_of
from planner.domain.filters import Filter
from planner.library import Library


class SavedFilter(NamedTuple):
    """A filter of one place under its name."""

    id: int
    name: str
    filter: Filter


def saved_filters(library: Library, place: str) -> tuple[SavedFilter, ...]:
    """The filters of a place in their order."""
    rows = library.rows(
        "SELECT id, name, rule FROM saved_filter WHERE place = ? ORDER BY position, id", (place,)
    )
    return tuple(SavedFilter(id=row[0], name=row[1], filter=_read(row[2])) for row in rows)


def _read(rule: str) -> Filter:
    try:
        found = json.loads(rule)
    except ValueError:
        found = None
    return filter_of(found if isinstance(found, dict) else {})


def initiative_names(library: Library) -> dict[int, str]:
    """Every initiative by id, those put away too: a filter may still name one."""
    return dict(library.rows("SELECT id, name FROM initiative ORDER BY folded"))
