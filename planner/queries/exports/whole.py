"""The rows of a library, section by section, for the JSON of everything."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from planner.domain.whole.sections import SECTIONS
from planner.domain.whole.shape import Is, Scope, Section
from planner.library import Library

Row = tuple[Any, ...]


def whole_rows(
    library: Library, *, private: bool, people: Sequence[int] | None = None
) -> Iterator[tuple[Section, Iterator[Row]]]:
    """Every section with its rows, ordered by id; those of one are to be read before the next is asked for.

    Without `private`, what is marked private stays behind. With `people` only these leave, with all that is
    theirs alone: what points to somebody or something left behind is left behind too, or points nowhere.
    """
    there: dict[str, set[Any]] = {}
    for section in SECTIONS:
        if (section.personal and not private) or (section.scope is Scope.NEVER and people is not None):
            continue
        rows = _rows(library, section, private, people)
        yield section, rows if people is None else _closed(section, rows, there)


def rows_in_all(library: Library) -> int:
    """How many rows there are, for telling how far an export is."""
    counts = " + ".join(f"(SELECT count(*) FROM {section.table})" for section in SECTIONS)
    return int(library.value(f"SELECT {counts}"))


def left_private(library: Library) -> int:
    """How many rows are marked private, and are left out or emptied unless they are asked for."""
    marked = (section.table for section in SECTIONS if section.has_private_rows)
    counts = " + ".join(f"(SELECT count(*) FROM {table} WHERE private)" for table in marked)
    return int(library.value(f"SELECT {counts}"))


def _rows(library: Library, section: Section, private: bool, people: Sequence[int] | None) -> Iterator[Row]:
    where = []
    if not private and section.has_private_rows and not section.hidden:
        where.append("private = 0")
    if people is not None and section.only:
        where.append(section.only)
    columns = [_column(section, field.key, field.column, private) for field in section.fields]
    condition = f" WHERE {' AND '.join(where)}" if where else ""
    asked = {"people": json.dumps(list(people))} if ":people" in condition and people is not None else {}
    sql = f"SELECT {', '.join(columns)} FROM {section.table}{condition} ORDER BY {section.name_field.column}"
    return library.rows(sql, asked)


def _column(section: Section, key: str, column: str, private: bool) -> str:
    if key in section.hidden and not private:
        return f"CASE WHEN private THEN '' ELSE {column} END"
    return f'"{column}"'


def _closed(section: Section, rows: Iterator[Row], there: dict[str, set[Any]]) -> Iterator[Row]:
    """The rows whose pointers lead to rows that leave too."""
    ids = there.setdefault(section.key, set())
    links = [(place, field) for place, field in enumerate(section.fields) if field.holds is Is.LINK]
    for row in rows:
        values = list(row)
        for place, field in links:
            if values[place] is not None and values[place] not in there.get(field.to, ()):
                values[place] = None
        if any(values[place] is None and not field.may_be_null for place, field in links):
            continue
        ids.add(values[0])
        yield tuple(values)
