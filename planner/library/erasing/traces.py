"""Where people are found in a library: the rows that go with them, and the words that name them."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import apsw

from planner.domain.names import fold
from planner.library.erasing.recording import Row, read

SOMEBODY = "somebody erased"
"""What stands where an erased person was named in words about others."""
MERGED = "merged:"
"""A setting that begins so holds whom an entry became."""
_NAMING = (MERGED, "not the same person:", "card:")
"""How the settings begin that are about people, whose ids follow."""
_GROUPS = (("conversation", "participation"), ("plan", "plan_person"))
"""What goes when everybody in it does, and the table that says who is in it."""

_DIGITS = 6

Key = tuple[str, int | str]
"""A table and a primary key."""


class Link(NamedTuple):
    """A column, counted from 0, that points to a row of a table; the row goes with it, or lets go of it."""

    place: int
    column: str
    table: str
    goes: bool


class Schema(NamedTuple):
    """The tables of people's words with their columns, and what points to what."""

    columns: dict[str, tuple[str, ...]]
    links: dict[str, tuple[Link, ...]]


def schema_of(connection: apsw.Connection) -> Schema:
    """Read from the file itself, so that a backup of an older schema is understood as well."""
    tables = [
        row[0]
        for row in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT' AND name <> 'change'"
        )
    ]
    columns = {
        table: tuple(row[0] for row in connection.execute("SELECT name FROM pragma_table_info(?)", (table,)))
        for table in tables
    }
    question = 'SELECT "from", "table", on_delete FROM pragma_foreign_key_list(?)'
    links = {
        table: tuple(
            Link(columns[table].index(column), column, other, rule == "CASCADE")
            for column, other, rule in connection.execute(question, (table,))
        )
        for table in tables
    }
    return Schema(columns, links)


class Traces(NamedTuple):
    """What goes: people with the entries merged into them, rows, and the words that name them."""

    people: frozenset[int]
    rows: frozenset[Key]
    words: tuple[str, ...]

    def pattern(self) -> re.Pattern[str] | None:
        """Finds the words, whole and in any case; None where there are none."""
        if not self.words:
            return None
        longest = sorted(self.words, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


def traces_of(connection: apsw.Connection, schema: Schema, people: Iterable[int]) -> Traces:
    """All traces of these people in the rows of today and in the whole history."""
    everybody = _with_merged(connection, people)
    past = _Past(connection, schema)
    rows = _rows(connection, schema, past, everybody)
    return Traces(everybody, frozenset(rows), tuple(_words(connection, past, everybody, rows)))


def _with_merged(connection: apsw.Connection, people: Iterable[int]) -> frozenset[int]:
    """These and every entry that became one of them."""
    into = {
        int(name.removeprefix(MERGED)): json.loads(value)["into"]
        for name, value in connection.execute(
            "SELECT name, value FROM setting WHERE name GLOB ?", (f"{MERGED}*",)
        )
    }
    found = set(people)
    while more := {entry for entry, became in into.items() if became in found} - found:
        found |= more
    return frozenset(found)


class _Past:
    """What the history says: which row ever pointed to which, and every way a person was written."""

    def __init__(self, connection: apsw.Connection, schema: Schema) -> None:
        self.pointed: defaultdict[Key, set[Key]] = defaultdict(set)
        self.names: defaultdict[int, set[str]] = defaultdict(set)
        self.worked: defaultdict[int, set[int]] = defaultdict(set)
        self.points: defaultdict[int | str, set[str]] = defaultdict(set)
        self.settings: set[str] = set()
        self._schema = schema
        for (changeset,) in connection.execute("SELECT changeset FROM change"):
            for row in read(changeset):
                self._note(row)

    def _note(self, row: Row) -> None:
        columns = self._schema.columns.get(row.table, ())
        for state in row.states:
            for link in self._schema.links.get(row.table, ()):
                if link.goes and link.place < len(state) and isinstance(state[link.place], int):
                    self.pointed[row.table, row.key].add((link.table, state[link.place]))
            if row.table == "setting":
                self.settings.add(str(row.key))
            elif row.table == "person":
                self.names[int(row.key)] |= _said(state, columns, ("name", "folded"))
                where = state[columns.index("organisation_id")]
                self.worked[int(row.key)] |= {where} if isinstance(where, int) else set()
            elif row.table == "contact_point":
                self.points[row.key] |= _said(state, columns, ("value", "normal"))


def _said(state: tuple[Any, ...], columns: tuple[str, ...], wanted: tuple[str, ...]) -> set[str]:
    values = (state[columns.index(column)] for column in wanted)
    return {value for value in values if isinstance(value, str)}


def _rows(connection: apsw.Connection, schema: Schema, past: _Past, people: frozenset[int]) -> set[Key]:
    """Every row that goes: today's, and those that only the history still holds."""
    found: set[Key] = set()
    new: set[Key] = {("person", person) for person in people}
    new |= _left_alone(connection, past, people)
    pointing = defaultdict(set)
    for row, others in past.pointed.items():
        for other in others:
            pointing[other].add(row)
    while new:
        found |= new
        today = {row for key in new for row in _pointing_today(connection, schema, key)}
        before = {row for key in new for row in pointing[key] if not _is_there(connection, row)}
        new = (today | before) - found
    found |= {("organisation", each) for each in _organisations(connection, past, people)}
    return found | {("setting", each) for each in _settings(connection, past, people)}


def _pointing_today(connection: apsw.Connection, schema: Schema, key: Key) -> Iterator[Key]:
    for table, links in schema.links.items():
        for link in links:
            if link.goes and link.table == key[0]:
                rows = connection.execute(f"SELECT id FROM {table} WHERE {link.column} = ?", (key[1],))
                yield from ((table, identity) for (identity,) in rows)


def _is_there(connection: apsw.Connection, key: Key) -> bool:
    table, identity = key
    return bool(connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (identity,)).get)


def _left_alone(connection: apsw.Connection, past: _Past, people: frozenset[int]) -> set[Key]:
    """Conversations and plans in which nobody else is; of those without anybody, in which nobody else was."""
    found: set[Key] = set()
    for table, members in _GROUPS:
        was: defaultdict[int | str, set[int | str]] = defaultdict(set)
        for (where, _), others in past.pointed.items():
            if where == members:
                who = {key for of, key in others if of == "person"}
                for of, group in others:
                    if of == table:
                        was[group] |= who
        now: defaultdict[int | str, set[int | str]] = defaultdict(set)
        theirs = json.dumps([*people])
        question = (
            f"SELECT {table}_id, person_id FROM {members} WHERE {table}_id IN"
            f" (SELECT {table}_id FROM {members} WHERE person_id IN (SELECT value FROM json_each(?)))"
        )
        for group, person in connection.execute(question, (theirs,)):
            now[group].add(person)
        is_empty = f"SELECT 1 FROM {members} WHERE {table}_id = ?"
        for group, who in was.items():
            if group not in now and who and who <= people and not connection.execute(is_empty, (group,)).get:
                now[group] = who
        found |= {(table, group) for group, who in now.items() if who <= people}
    return found


def _settings(connection: apsw.Connection, past: _Past, people: frozenset[int]) -> set[str]:
    """What is remembered about these people by their ids."""
    known = {name for (name,) in connection.execute("SELECT name FROM setting")} | past.settings
    return {
        name
        for name in known
        for begins in _NAMING
        if name.startswith(begins) and {*name.removeprefix(begins).split(":")} & {*map(str, people)}
    }


def _organisations(connection: apsw.Connection, past: _Past, people: frozenset[int]) -> set[int]:
    """Where only these people work or ever worked."""
    works = dict(
        connection.execute("SELECT id, organisation_id FROM person WHERE organisation_id IS NOT NULL")
    )
    theirs = {works[person] for person in people & works.keys()}
    theirs |= {where for person in people for where in past.worked[person]}
    others = {where for person, where in works.items() if person not in people}
    return (
        theirs - others - {each for who, where in past.worked.items() if who not in people for each in where}
    )


def _words(connection: apsw.Connection, past: _Past, people: frozenset[int], rows: set[Key]) -> Iterator[str]:
    """Whole names, addresses and numbers that are nobody else's; a first name alone may be anybody's."""
    names = {name for person in people for name in past.names[person]}
    points = {point for table, key in rows if table == "contact_point" for point in past.points[key]}
    for person in people:
        names |= {row[0] for row in connection.execute("SELECT name FROM person WHERE id = ?", (person,))}
        known = connection.execute("SELECT value, normal FROM contact_point WHERE person_id = ?", (person,))
        points |= {each for row in known for each in row}
    theirs = json.dumps([*people])
    for name in sorted(names | {fold(name) for name in names}):
        question = (
            "SELECT 1 FROM person WHERE instr(folded, ?) AND id NOT IN (SELECT value FROM json_each(?))"
        )
        if len(name.split()) > 1 and not connection.execute(question, (fold(name), theirs)).get:
            yield from {name, json.dumps(name)[1:-1]}
    for point in sorted(points):
        question = (
            "SELECT 1 FROM contact_point WHERE (value = :it OR normal = :it)"
            " AND person_id NOT IN (SELECT value FROM json_each(:all))"
        )
        if _tells_apart(point) and not connection.execute(question, {"it": point, "all": theirs}).get:
            yield point


def _tells_apart(point: str) -> bool:
    """Whether this is an e-mail or a number, no town or street that many share."""
    return "@" in point or sum(map(str.isdigit, point)) >= _DIGITS
