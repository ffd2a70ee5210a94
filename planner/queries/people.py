"""Everybody: lists, choices, and the person that a typed name means."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from planner.domain.errors import KnownError
from planner.domain.names import fold
from planner.library import Library

_LISTED = "archived = 0 AND trashed_on IS NULL"


class LayerCount(NamedTuple):
    """A layer with how many people are in it."""

    id: int
    hue: str
    name: str
    short_name: str
    rhythm_days: int | None
    people: int


class Named(NamedTuple):
    """A person by name, for choosing among."""

    id: int
    name: str
    role: str
    organisation: str
    hue: str


def layers(library: Library) -> list[LayerCount]:
    """The layers in their order."""
    rows = library.rows(
        "SELECT l.id, l.hue, l.name, l.short_name, l.rhythm_days, coalesce(c.people, 0) FROM layer l"
        " LEFT JOIN (SELECT layer_id, count(*) AS people FROM person"
        f" WHERE {_LISTED} GROUP BY layer_id) c"
        " ON c.layer_id = l.id ORDER BY l.position, l.id"
    )
    return [
        LayerCount(id=row[0], hue=row[1], name=row[2], short_name=row[3], rhythm_days=row[4], people=row[5])
        for row in rows
    ]


class TagCount(NamedTuple):
    """A tag, and how many of the people in question have it."""

    tag: str
    people: int


def tags_of(library: Library, people: Iterable[int]) -> list[TagCount]:
    """Every tag there is: those of these people first, then those that most people have."""
    rows = library.rows(
        "SELECT tag, sum(person_id IN (SELECT value FROM json_each(?))) AS here FROM person_tag"
        " GROUP BY tag ORDER BY here DESC, count(*) DESC, tag",
        (json.dumps(list(people)),),
    )
    return [TagCount(tag=row[0], people=row[1]) for row in rows]


def layers_of(library: Library, people: Iterable[int]) -> set[int | None]:
    """The layers that these people are in; None for whoever is in none."""
    rows = library.rows(
        "SELECT DISTINCT layer_id FROM person WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(people)),),
    )
    return {row[0] for row in rows}


def archived_among(library: Library, people: Iterable[int]) -> set[int]:
    """Those of these people who are archived."""
    rows = library.rows(
        "SELECT id FROM person WHERE archived = 1 AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(people)),),
    )
    return {row[0] for row in rows}


def anybody(library: Library) -> bool:
    """Whether there is somebody who is neither archived nor in the trash."""
    return bool(library.value(f"SELECT EXISTS (SELECT 1 FROM person WHERE {_LISTED})"))


def count(library: Library) -> int:
    """How many people there are, without those who are archived or in the trash."""
    return int(library.value(f"SELECT count(*) FROM person WHERE {_LISTED}"))


_NAMED = (
    "SELECT p.id, p.name, p.role, coalesce(o.name, ''), coalesce(l.hue, '') FROM person p"
    " LEFT JOIN organisation o ON o.id = p.organisation_id LEFT JOIN layer l ON l.id = p.layer_id"
)


def names(library: Library) -> list[Named]:
    """Everybody who is not archived, by name: for completing a typed one."""
    rows = library.rows(f"{_NAMED} WHERE {_LISTED} ORDER BY p.folded, p.id")
    return [_named(row) for row in rows]


def named(library: Library, people: Iterable[int]) -> list[Named]:
    """These people in this order; ids that are not there are left out."""
    wanted = list(people)
    rows = library.rows(f"{_NAMED} WHERE p.id IN (SELECT value FROM json_each(?))", (json.dumps(wanted),))
    found = {row[0]: _named(row) for row in rows}
    return [found[each] for each in wanted if each in found]


def find_people(library: Library, text: str, limit: int = 20) -> list[Named]:
    """People whose name begins with, holds or nearly is `text`, best first; then those whose facts match."""
    wanted = fold(text)
    if not wanted:
        return []
    marks = {
        "begin": f"{_escaped(wanted)}%",
        "word": f"% {_escaped(wanted)}%",
        "any": f"%{_escaped(wanted)}%",
    }
    rows = library.rows(
        f"{_NAMED} WHERE {_LISTED} AND p.folded LIKE :any ESCAPE '\\'"
        " ORDER BY p.folded NOT LIKE :begin ESCAPE '\\', p.folded NOT LIKE :word ESCAPE '\\', p.folded"
        " LIMIT :limit",
        {**marks, "limit": limit},
    )
    found = [_named(row) for row in rows]
    if len(found) < limit:
        found += _by_facts(library, text, {each.id for each in found}, limit - len(found))
    return found or _nearly(library, wanted, limit)


def recent_people(library: Library, limit: int = 6) -> list[Named]:
    """The people of the newest conversations and plans, newest first; nobody who is archived."""
    rows = library.rows(
        "SELECT person_id FROM (SELECT person_id, max(id) AS newest FROM ("
        " SELECT person_id, id FROM (SELECT person_id, id FROM participation ORDER BY id DESC LIMIT 200)"
        " UNION ALL"
        " SELECT person_id, id FROM (SELECT person_id, id FROM plan_person ORDER BY id DESC LIMIT 200))"
        f" GROUP BY person_id) JOIN person p ON p.id = person_id WHERE {_LISTED}"
        " ORDER BY newest DESC LIMIT ?",
        (limit,),
    )
    return named(library, [row[0] for row in rows])


def person_called(library: Library, text: str, *, in_trash: bool = False) -> Named:
    """The one person whom a name or a unique part of it means; one in the trash only if asked for.

    A whole name wins over a part, a word of it over the beginning of one, and that over letters inside one;
    'Ana, Norvane' tells two of one name apart by their organisation.
    Raises KnownError for nobody, and for several with who they are.
    """
    where = f"{_NAMED} WHERE p.trashed_on IS {'NOT ' if in_trash else ''}NULL AND"
    name, comma, organisation = text.partition(",")
    if comma and (found := _of(library, where, fold(name), fold(organisation))):
        return found
    wanted = fold(text)
    if not wanted:
        raise KnownError("A name is needed.")
    bare = _escaped(wanted)
    ways = (f" {bare} ", f"% {bare} %", f"% {bare}%", f"%{bare}%")
    part = next(filter(None, (_like(library, where, way) for way in ways)), [])
    if len(part) == 1:
        return part[0]
    if not part:
        near = "" if in_trash else ", ".join(each.name for each in _nearly(library, wanted, 3))
        hint = f" Did you mean {near}?" if near else ""
        raise KnownError(f"Nobody {'in the trash' if in_trash else 'here'} is called “{text}”.{hint}")
    listed = "; ".join(_described(each) for each in part)
    raise KnownError(
        f"“{text}” could be several people: {listed}. Write more of the name, or “name, organisation”."
    )


def _like(library: Library, where: str, form: str) -> list[Named]:
    """Those whose name, with a space on either side, has this form."""
    sql = f"{where} ' ' || p.folded || ' ' LIKE ? ESCAPE '\\' ORDER BY p.folded LIMIT 12"
    return [_named(row) for row in library.rows(sql, (form,))]


def _of(library: Library, where: str, name: str, organisation: str) -> Named | None:
    """The one person with this in their name and in their organisation, or None."""
    rows = library.rows(
        f"{where} p.folded LIKE ? ESCAPE '\\' AND o.folded LIKE ? ESCAPE '\\' LIMIT 2",
        (f"%{_escaped(name)}%", f"%{_escaped(organisation)}%"),
    )
    found = [_named(row) for row in rows]
    return found[0] if len(found) == 1 else None


def _described(person: Named) -> str:
    known = ", ".join(each for each in (person.role, person.organisation) if each)
    return f"{person.name} ({known})" if known else person.name


def _named(row: tuple[int, str, str, str, str]) -> Named:
    return Named(id=row[0], name=row[1], role=row[2], organisation=row[3], hue=row[4])


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _by_facts(library: Library, text: str, known: set[int], limit: int) -> list[Named]:
    from planner.library import search as index  # at the first search

    ids = [each for each in index.people(library, text, limit + len(known)) if each not in known][:limit]
    return [
        _named(row) for each in ids for row in library.rows(f"{_NAMED} WHERE p.id = ? AND {_LISTED}", (each,))
    ]


def _nearly(library: Library, wanted: str, limit: int) -> list[Named]:
    """People whose name is a typing slip away."""
    from rapidfuzz import fuzz, process  # loaded only when nothing else was found

    folded = {row[0]: row[1] for row in library.rows(f"SELECT id, folded FROM person WHERE {_LISTED}")}
    near = process.extract(wanted, folded, scorer=fuzz.WRatio, score_cutoff=80, limit=limit)
    return [_named(row) for _, _, each in near for row in library.rows(f"{_NAMED} WHERE p.id = ?", (each,))]
