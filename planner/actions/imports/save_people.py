"""Writes the people of an import. Inside a change only."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from planner.actions.imports.cards import Points
from planner.actions.imports.differences import (
    name_parts_of,
    photo_of,
    tags_of,
    texts_of,
)
from planner.actions.imports.known import KnownPeople
from planner.actions.imports.reading import Progress, tell, told
from planner.actions.imports.review import PersonReview, Stranger
from planner.actions.imports.settle import Addition, Settled, email_of
from planner.domain.addresses import parts_text
from planner.domain.names import fold
from planner.library import Library
from planner.library.ids import new_ids
from planner.library.tables import Person, Setting
from planner.queries.duplicates import card_name

_TEXTS = ("nickname", "role", "city", "zone", "languages", "pronouns", "notes")
_PARTS = ("given_name", "additional_names", "family_name", "prefix", "suffix")
_PERSON = (
    *("id", "name", "folded", "organisation_id", "layer_id", "birthday", "photo"),
    *("created_on", "source_uid", "kept_lines", *_TEXTS, *_PARTS),
)
_POINT = ("id", "person_id", "kind", "label", "value", "normal", "position", "parts", "preferred")

Row = tuple[Any, ...]


class PeopleWriter:
    """Adds rows in bulk: organisations first, then people, their contact points and their tags."""

    def __init__(self, library: Library, known: KnownPeople, today: date) -> None:
        self._library = library
        self._known = known
        self._today = today.isoformat()
        self._organisations = dict(known.organisations)

    def write(self, work: Settled, progress: Progress | None) -> None:
        """Write everybody that is new and everything that known people get."""
        self._add_organisations(work)
        tell(progress, 0.1)
        people = [*map(self._person, work.added), *map(self._stranger, work.strangers)]
        self._library.add_rows("person", _PERSON, told(people, progress, 0.1, 0.6))
        for addition in work.additions:
            self._change(addition)
        tell(progress, 0.7)
        self._add_points(work)
        self._add_tags(work)
        if work.own_addresses:
            self._add_own_addresses(work.own_addresses)
        tell(progress, 1.0)

    def _add_organisations(self, work: Settled) -> None:
        names = [
            *(each.draft.organisation for each in work.added),
            *(each.organisation for each in work.additions),
        ]
        new: dict[str, str] = {}
        for name in names:
            bare = " ".join(name.split())
            if fold(bare) and fold(bare) not in self._organisations:
                new.setdefault(fold(bare), bare)
        ids = new_ids(len(new))
        self._organisations |= dict(zip(new, ids, strict=True))
        rows = ((identity, new[folded], folded) for identity, folded in zip(ids, new, strict=True))
        self._library.add_rows("organisation", ("id", "name", "folded"), rows)

    def _person(self, review: PersonReview) -> Row:
        draft = review.draft
        texts, parts = texts_of(draft), name_parts_of(draft)
        return (
            *(review.id, draft.name, fold(draft.name), self._organisations.get(fold(draft.organisation))),
            *(review.layer_id, draft.birthday, photo_of(draft)),
            *(self._today, draft.uid or None, "\n".join(draft.kept)),
            *(texts[column] for column in _TEXTS),
            *(parts[column] for column in _PARTS),
        )

    def _stranger(self, stranger: Stranger) -> Row:
        name = stranger.name
        texts = ("",) * (len(_TEXTS) + len(_PARTS))
        return (stranger.id, name, fold(name), None, None, None, None, self._today, None, "", *texts)

    def _change(self, addition: Addition) -> None:
        columns: dict[str, Any] = {**addition.quiet, **addition.columns}
        if "name" in columns:
            columns["folded"] = fold(columns["name"])
        if addition.organisation:
            columns["organisation"] = self._organisations[fold(addition.organisation)]
        if addition.layer_id is not None:
            columns["layer"] = addition.layer_id
        if addition.photo:
            columns["photo"] = addition.photo
        for uid in addition.further_uids:
            Setting.insert(
                name=card_name(addition.person.id, uid), value="true"
            ).on_conflict_ignore().execute()
        if columns:
            Person.update(**columns).where(Person.id == addition.person.id).execute()

    def _add_points(self, work: Settled) -> None:
        rows = [
            *(row for each in work.added for row in _points(each.id, each.points, 0)),
            *(row for each in work.strangers for row in _points(each.id, email_of(each), 0)),
            *(
                row
                for each in work.additions
                for row in _points(
                    each.person.id, each.points, len(each.person.points), each.person.preferred
                )
            ),
        ]
        self._add_numbered("contact_point", _POINT, rows)

    def _add_tags(self, work: Settled) -> None:
        rows = [
            *((each.id, tag) for each in work.added for tag in tags_of(each.draft, self._known).values()),
            *((each.person.id, tag) for each in work.additions for tag in each.tags.values()),
        ]
        self._add_numbered("person_tag", ("id", "person_id", "tag"), rows)

    def _add_numbered(self, table: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
        ids = new_ids(len(rows))
        self._library.add_rows(table, columns, ((i, *row) for i, row in zip(ids, rows, strict=True)))

    def _add_own_addresses(self, addresses: Iterable[str]) -> None:
        text = json.dumps(sorted({*self._known.own_addresses, *addresses}))
        Setting.insert(name="own_addresses", value=text).on_conflict(
            conflict_target=[Setting.name], update={Setting.value: text}
        ).execute()


def _points(person_id: int, points: Points, begin: int, marked: Iterable[str] = ()) -> Iterator[Row]:
    """The rows of contact points from place `begin` on; of each kind that is not `marked` yet, the first
    preferred one is."""
    taken = set(marked)
    for position, ((kind, normal), point) in enumerate(points.items(), begin):
        preferred = point.preferred and kind not in taken
        if preferred:
            taken.add(kind)
        value, parts = point.value.strip(), parts_text(point.parts)
        yield person_id, kind, point.label, value, normal, position, parts, int(preferred)
