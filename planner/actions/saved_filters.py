"""Keeping a filter under a name: saving, renaming, ordering, removing."""

from __future__ import annotations

import json

from planner.domain.errors import KnownError
from planner.domain.filter_rules import rule_of
from planner.domain.filters import Filter
from planner.library import Library
from planner.library.tables import SavedFilter

_LONGEST = 40


def save_filter(library: Library, place: str, name: str, wanted: Filter) -> int:
    """Keep a filter of a place under a name and return its id; one of that name takes the new filter.

    Raises KnownError for an empty or very long name, and for a filter that says nothing.
    """
    bare = _checked(name)
    if not wanted:
        raise KnownError("This filter shows everybody; choose something first.")
    rule = json.dumps(rule_of(wanted), ensure_ascii=False)
    with library.change(f"Save the filter “{bare}”"):
        row = SavedFilter.get_or_none(SavedFilter.place == place, SavedFilter.name == bare)
        if row is None:
            last = library.value("SELECT max(position) FROM saved_filter WHERE place = ?", (place,))
            position = 0 if last is None else last + 1
            row = SavedFilter.create(place=place, name=bare, rule=rule, position=position)
        elif row.rule != rule:
            row.rule = rule
            row.save()
    return int(row.id)


def rename_filter(library: Library, filter_id: int, name: str) -> None:
    """Give a saved filter another name. Raises KnownError for one that another filter of the place has."""
    bare = _checked(name)
    place, before, _ = _found(library, filter_id)
    others = library.rows(
        "SELECT 1 FROM saved_filter WHERE place = ? AND name = ? AND id <> ?", (place, bare, filter_id)
    )
    if any(others):
        raise KnownError(f"There is a filter “{bare}” already.")
    with library.change(f"Rename the filter “{before}”"):
        SavedFilter.update(name=bare).where(SavedFilter.id == filter_id).execute()


def remove_filter(library: Library, filter_id: int) -> None:
    """Forget a saved filter; nobody it shows is touched."""
    _, name, _ = _found(library, filter_id)
    with library.change(f"Remove the filter “{name}”"):
        SavedFilter.delete().where(SavedFilter.id == filter_id).execute()


def move_filter(library: Library, filter_id: int, by: int) -> None:
    """Move a saved filter by places among those of its place; at the ends it stays."""
    place, name, _ = _found(library, filter_id)
    rows = library.rows(
        "SELECT id, position FROM saved_filter WHERE place = ? ORDER BY position, id", (place,)
    )
    positions = dict(rows)
    order = list(positions)
    order.remove(filter_id)
    order.insert(max(0, list(positions).index(filter_id) + by), filter_id)
    with library.change(f"Move the filter “{name}”"):
        for position, each in enumerate(order):
            if positions[each] != position:
                SavedFilter.update(position=position).where(SavedFilter.id == each).execute()


def _checked(name: str) -> str:
    bare = " ".join(name.split())
    if not bare:
        raise KnownError("A filter needs a name.")
    if len(bare) > _LONGEST:
        raise KnownError(f"A name of a filter has at most {_LONGEST} letters.")
    return bare


def _found(library: Library, filter_id: int) -> tuple[str, str, str]:
    row = library.row("SELECT place, name, rule FROM saved_filter WHERE id = ?", (filter_id,))
    if row is None:
        raise KnownError("This filter is no longer in the library.")
    return row[0], row[1], row[2]
