"""Everything that is kept about one person: every row of every table that points to them, and where else
their name stands.

Which tables those are is read from the description of the library (domain/whole), not listed here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from planner.domain import words
from planner.domain.errors import KnownError
from planner.domain.whole.sections import BY_KEY, SECTIONS
from planner.domain.whole.shape import Field, Is, Section
from planner.library import Library
from planner.queries.person_history import PersonStep, person_history

PEOPLE = "people"
_LABEL = {
    PEOPLE: "name",
    "organisations": "name",
    "layers": "name",
    "initiatives": "name",
    "conversations": "topic",
    "plans": "purpose",
    "commitments": "what",
}
_MOST_STEPS = 100_000
HIDDEN = "private"


class Part(NamedTuple):
    """The rows of one table, each with the values of the section's fields; `hidden` of them are left out."""

    section: Section
    rows: tuple[tuple[Any, ...], ...]
    hidden: int


class Mention(NamedTuple):
    """A place where the name stands in a row that is not about the person: what it is, and the words."""

    section: Section
    field: Field
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """All that is kept about somebody. `names` tells rows that are pointed to, by section and id.

    `private` says whether what is marked private is in it; `hidden` is how many entries were left out.
    `initials` says that they stand for names, and that ways to reach people are left out.
    """

    person_id: int
    name: str
    on: date
    private: bool
    parts: tuple[Part, ...]
    mentions: tuple[Mention, ...]
    steps: tuple[PersonStep, ...]
    names: dict[tuple[str, int], str]
    initials: bool = False

    @property
    def hidden(self) -> int:
        """How many entries are left out because they are marked private."""
        return sum(part.hidden for part in self.parts)


def about_person(library: Library, person_id: int, today: date, *, private: bool) -> Kept:
    """Everything, with or without what is marked private. Raises KnownError where the person is not there."""
    name = library.value("SELECT name FROM person WHERE id = ?", (person_id,))
    if name is None:
        raise KnownError("This person is no longer in the library.")
    rows = _rows_about(library, person_id)
    steps = person_history(library, person_id, today, limit=_MOST_STEPS).steps
    return Kept(
        person_id=person_id,
        name=name,
        on=today,
        private=private,
        parts=tuple(_part(section, rows[section.key], private) for section in SECTIONS if rows[section.key]),
        mentions=tuple(_mentions(library, person_id, name, rows, private)),
        steps=steps if private else tuple(_bare(each) for each in steps),
        names=_names(library, rows, private),
    )


def _bare(step: PersonStep) -> PersonStep:
    """A step without its details, which may be private."""
    return PersonStep(id=step.id, at=step.at, label=step.label, lines=(), rows=step.rows)


Rows = dict[str, dict[int, tuple[Any, ...]]]
"""The rows of every section by id."""


def _rows_about(library: Library, person_id: int) -> Rows:
    """What points to the person, and what is pointed to from there: a conversation, a plan, a layer."""
    found: Rows = defaultdict(dict)
    for section in SECTIONS:
        columns = [each.column for each in _links(section) if each.to == PEOPLE]
        if section.key == PEOPLE:
            columns = ["id"]
        if columns:
            where = " OR ".join(f"{column} = :id" for column in columns)
            _add(library, found, section, where, person_id)
    for section in [BY_KEY[key] for key in found]:
        for place, link in enumerate(section.fields):
            if link.holds is Is.LINK and link.to != PEOPLE:
                for row in list(found[section.key].values()):
                    if row[place] is not None:
                        _add(library, found, BY_KEY[link.to], "id = :id", row[place])
    return found


def _add(library: Library, found: Rows, section: Section, where: str, identity: int) -> None:
    columns = ", ".join(f'"{field.column}"' for field in section.fields)
    sql = f"SELECT {columns} FROM {section.table} WHERE {where} ORDER BY id"
    for row in library.rows(sql, {"id": identity}):
        found[section.key].setdefault(row[0], tuple(row))


def _links(section: Section) -> list[Field]:
    return [field for field in section.fields if field.holds is Is.LINK]


def _part(section: Section, rows: dict[int, tuple[Any, ...]], private: bool) -> Part:
    shown = [row for row in rows.values() if private or not _is_private(section, row)]
    return Part(section, tuple(shown), len(rows) - len(shown))


def _is_private(section: Section, row: tuple[Any, ...]) -> bool:
    return any(field.column == "private" and value for field, value in zip(section.fields, row, strict=True))


def _mentions(library: Library, person_id: int, name: str, known: Rows, private: bool) -> Iterator[Mention]:
    """Rows that are about something else and say the name, or the person's id."""
    wanted = (name.casefold(), str(person_id))
    for section in SECTIONS:
        if section.table in ("setting", "unfinished") and not private:
            continue
        texts = [place for place, field in enumerate(section.fields) if field.holds is Is.TEXT]
        for row in _holding(library, section, name, person_id):
            if row[0] in known[section.key] or (not private and _is_private(section, row)):
                continue
            for place in texts:
                said = str(row[place] or "")
                if any(each in said.casefold() for each in wanted):
                    yield Mention(section, section.fields[place], said)


def _holding(library: Library, section: Section, name: str, person_id: int) -> Iterator[tuple[Any, ...]]:
    texts = [field.column for field in section.fields if field.holds is Is.TEXT]
    if not texts:
        return
    columns = ", ".join(f'"{field.column}"' for field in section.fields)
    said = " OR ".join(f'instr(lower("{each}"), lower(:name)) OR instr("{each}", :id)' for each in texts)
    given = {"name": name, "id": str(person_id)}
    for row in library.rows(f"SELECT {columns} FROM {section.table} WHERE {said}", given):
        yield tuple(row)


def _names(library: Library, rows: Rows, private: bool) -> dict[tuple[str, int], str]:
    """How each row that is pointed to is called."""
    found: dict[tuple[str, int], str] = {}
    for key, label in _LABEL.items():
        section = BY_KEY[key]
        places = {field.key: place for place, field in enumerate(section.fields)}
        for identity, row in rows[key].items():
            hidden = not private and _is_private(section, row)
            said = [HIDDEN if hidden else row[places[label]]]
            if "day" in places:
                said.insert(0, words.long_day(date.fromisoformat(row[places["day"]]), date.min))
            found[key, identity] = ", ".join(each for each in said if each)
    for section in SECTIONS:
        for place, field in enumerate(section.fields):
            if field.holds is Is.LINK and field.to == PEOPLE:
                for row in rows[section.key].values():
                    if (PEOPLE, row[place]) not in found:
                        name = library.value("SELECT name FROM person WHERE id = ?", (row[place],))
                        found[PEOPLE, row[place]] = str(name or "")
    return found
