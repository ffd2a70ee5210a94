"""What of a library's JSON a library does not hold yet, with its pointers turned to what is here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.domain.errors import KnownError
from planner.domain.names import fold
from planner.domain.whole.sections import BY_KEY, SECTIONS
from planner.domain.whole.shape import Is, Section
from planner.exchange.whole.reader import Row, Whole
from planner.library import Library

BEGINNINGS = ("owner", "layers", "time_set_aside", "settings", "questions")
"""Sections of which a library that is new has rows already; a file's rows take their place there."""

_OWN = frozenset({"owner"})
"""Sections of which a library keeps its own in any case."""


def is_empty(library: Library) -> bool:
    """Whether nothing stands in the library but what a new one begins with."""
    tables = (section.table for section in SECTIONS if section.key not in BEGINNINGS)
    return not library.value("SELECT " + " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table in tables))


class Merge:
    """Compares a file with a library. `known` counts the rows that are here already."""

    def __init__(self, library: Library, whole: Whole, *, into_empty: bool) -> None:
        self._library = library
        self._whole = whole
        self._into_empty = into_empty
        self._here: dict[str, set[Any]] = {}
        self._turned: dict[str, dict[int, int]] = {}
        self.known = 0

    def rows(self) -> dict[str, list[Row]]:
        """The rows to add, by section. Raises KnownError where one points to a row that is nowhere."""
        if not self._into_empty:
            self._turned = {"layers": self._layers(), "organisations": self._organisations()}
        return {section.key: self._new(section) for section in SECTIONS if section.key in self._whole.rows}

    def _new(self, section: Section) -> list[Row]:
        if section.key in _OWN and not self._into_empty:
            return []
        here = self._ids_here(section)
        turned = self._turned.get(section.key, {})
        links = [(place, field.to) for place, field in enumerate(section.fields) if field.holds is Is.LINK]
        seen: set[Any] = set()
        rows: list[Row] = []
        for number, row in enumerate(self._whole.of(section.key), 1):
            if row[0] in seen:
                raise KnownError(f"“{section.key}” has two rows {row[0]}. Nothing was changed.")
            seen.add(row[0])
            if row[0] in here or row[0] in turned:
                self.known += 1
                continue
            rows.append(self._pointed(section, row, links, number) if links else row)
        self._here[section.key] = here | seen
        return rows

    def _pointed(self, section: Section, row: Row, links: list[tuple[int, str]], number: int) -> Row:
        values = list(row)
        for place, to in links:
            target = values[place]
            if target is None:
                continue
            values[place] = target = self._turned.get(to, {}).get(target, target)
            if target not in self._all_of(to):
                key = section.fields[place].key
                raise KnownError(
                    f"In row {number:,} of “{section.key}”, “{key}” points to a row of “{to}” that is not "
                    "there. Nothing was changed."
                )
        return tuple(values)

    def _all_of(self, key: str) -> set[Any]:
        """Every id of a section that is here or comes."""
        if key not in self._here:
            self._here[key] = self._ids_here(BY_KEY[key]) | {row[0] for row in self._whole.of(key)}
        return self._here[key]

    def _ids_here(self, section: Section) -> set[Any]:
        if self._into_empty and section.key in BEGINNINGS:
            return set()
        column = section.name_field.column
        return {row[0] for row in self._library.rows(f"SELECT {column} FROM {section.table}")}

    def _layers(self) -> dict[int, int]:
        """The file's layers that are here under another id: those of the same name, else of the same hue."""
        here = list(self._library.rows("SELECT id, hue, name FROM layer ORDER BY position DESC"))
        by_name = {fold(name): identity for identity, _, name in here}
        by_hue = {hue: identity for identity, hue, _ in here}
        ids = {identity for identity, _, _ in here}
        turned = {}
        for row in self._whole.of("layers"):
            layer = _named("layers", row)
            found = by_name.get(fold(layer["name"])) or by_hue.get(layer["hue"])
            if row[0] not in ids and found is not None:
                turned[row[0]] = found
        return turned

    def _organisations(self) -> dict[int, int]:
        here = {row[1]: row[0] for row in self._library.rows("SELECT id, folded FROM organisation")}
        named = {
            row[0]: fold(_named("organisations", row)["name"]) for row in self._whole.of("organisations")
        }
        return {
            identity: here[name] for identity, name in named.items() if here.get(name, identity) != identity
        }


def _named(key: str, row: Row) -> Mapping[str, Any]:
    return {field.key: value for field, value in zip(BY_KEY[key].fields, row, strict=True)}
