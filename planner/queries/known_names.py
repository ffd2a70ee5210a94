"""Everybody by name, kept while a library is open and changed as it changes: no key typed reads all anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from weakref import WeakKeyDictionary, ref

from planner.domain.filters import narrowed
from planner.domain.one_line.names import FILTER, Group, Known, NameIndex
from planner.library import Library
from planner.library.changes import Changed
from planner.queries.briefs import briefs
from planner.queries.saved_filters import saved_filters

_PEOPLE = "SELECT id, name, nickname, pronouns FROM person WHERE archived = 0 AND trashed_on IS NULL"
_GROUPS = ("layer", "initiative", "stand", "person_tag", "saved_filter")
_LISTED = "p.archived = 0 AND p.trashed_on IS NULL"
_LAYERS = f"""
SELECT l.id, l.name, l.short_name, json_group_array(p.id) FROM layer l JOIN person p ON p.layer_id = l.id
WHERE {_LISTED} GROUP BY l.id
"""
_INITIATIVES = f"""
SELECT i.id, i.name, json_group_array(p.id) FROM initiative i JOIN stand s ON s.initiative_id = i.id
JOIN person p ON p.id = s.person_id WHERE i.archived = 0 AND {_LISTED} GROUP BY i.id
"""
_TAGS = f"""
SELECT t.tag, json_group_array(p.id) FROM person_tag t JOIN person p ON p.id = t.person_id
WHERE {_LISTED} GROUP BY t.tag
"""


class _Kept:
    """The index of one library, and what has changed since it was last asked for."""

    def __init__(self) -> None:
        self.index: NameIndex | None = None
        self._people: set[int] = set()
        self._groups = True
        self._shown: dict[tuple[int, date], tuple[int, ...]] = {}

    def hear(self, changed: Changed) -> None:
        """Note what a change touched; it is read when the index is asked for."""
        self._people |= {each for each in changed.rows.get("person", ()) if isinstance(each, int)}
        self._groups = self._groups or changed.touches("person", *_GROUPS)
        self._shown.clear()

    def fresh(self, library: Library) -> NameIndex:
        """The index as the library is now."""
        if self.index is None:
            self.index = NameIndex(Known(*row) for row in library.rows(_PEOPLE))
            self.index.filtered = partial(self._filtered, ref(library))
        elif self._people:
            _take_up(self.index, library, self._people)
        self._people = set()
        if self._groups:
            self.index.set_groups(_groups(library))
            self._groups = False
        return self.index

    def _filtered(self, library: ref[Library], filter_id: int) -> tuple[int, ...]:
        """Whom a saved filter shows today, kept until anything changes."""
        opened = library()
        assert opened is not None
        today = opened.clock().date()
        if (filter_id, today) not in self._shown:
            wanted = next(each for each in saved_filters(opened, "people") if each.id == filter_id)
            found = narrowed(wanted.filter, briefs(opened, today))
            self._shown[filter_id, today] = tuple(each.id for each in found)
        return self._shown[filter_id, today]


_KEPT: WeakKeyDictionary[Library, _Kept] = WeakKeyDictionary()


def known_names(library: Library) -> NameIndex:
    """Who is called what in a library that stays open; archived people and those in the trash are nobody."""
    kept = _KEPT.get(library)
    if kept is None:
        kept = _KEPT[library] = _Kept()
        library.listen(kept.hear)
    return kept.fresh(library)


def _take_up(index: NameIndex, library: Library, people: set[int]) -> None:
    rows = library.rows(f"{_PEOPLE} AND id IN (SELECT value FROM json_each(?))", (json.dumps(list(people)),))
    there = {row[0]: Known(*row) for row in rows}
    for person_id in people:
        if person_id in there:
            index.put(there[person_id])
        else:
            index.remove(person_id)


def _groups(library: Library) -> Iterator[tuple[str, Group]]:
    """Layers, initiatives and tags with everybody in them, by each of their names; empty ones are none.

    Saved filters come last: a layer of the same name is meant before them.
    """
    for identity, name, short, people in library.rows(_LAYERS):
        group = Group("layer", identity, name, tuple(json.loads(people)))
        yield name, group
        yield short, group
    for identity, name, people in library.rows(_INITIATIVES):
        yield name, Group("initiative", identity, name, tuple(json.loads(people)))
    for tag, people in library.rows(_TAGS):
        yield tag, Group("tag", 0, tag, tuple(json.loads(people)))
    for saved in saved_filters(library, "people"):
        yield saved.name, Group(FILTER, saved.id, saved.name, ())
