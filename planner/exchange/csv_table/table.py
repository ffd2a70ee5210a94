"""A table as it was opened: what stands in it, and what its columns are taken for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from planner.domain.names import fold
from planner.exchange.csv_table.columns import chosen
from planner.exchange.csv_table.meanings import IDENTIFYING, Column, Meaning

_GERMAN = frozenset(
    {"vorname", "nachname", "geburtstag", "geburtsdatum", "firma", "telefon", "strasse", "ort"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`program` is '' for a table that anybody may have made; `headings` are empty where it has none.

    `sample` are its first rows. `was_remembered` says that the columns were chosen at an earlier import.
    """

    program: str
    separator: str
    headings: tuple[str, ...]
    columns: tuple[Column, ...]
    was_remembered: bool
    sample: tuple[tuple[str, ...], ...] = field(repr=False)
    heading_cells: list[str] = field(repr=False, compare=False)
    first_line: int

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.columns)

    @property
    def asks(self) -> bool:
        """Whether nobody has said yet what the columns are, so that somebody should look at them."""
        return not self.program and not self.was_remembered

    @property
    def names_people(self) -> bool:
        """Whether any column names people or says how to reach them."""
        return any(column.meaning in IDENTIFYING for column in self.columns)

    @property
    def is_german(self) -> bool:
        """Whether the headings are German, so that days come before months."""
        return not _GERMAN.isdisjoint(word for heading in self.headings for word in fold(heading).split())

    @property
    def names(self) -> tuple[str, ...]:
        """What the columns are called: their headings, or 'Column 1' and so on where there are none."""
        return tuple(self.heading(number) for number in range(self.width))

    @property
    def key(self) -> str:
        """What the choice of columns is remembered by."""
        return headings_key(self.names)

    def heading(self, number: int) -> str:
        """A column's heading, or 'Column 3'."""
        named = self.headings[number] if number < len(self.headings) else ""
        return named or f"Column {number + 1}"

    def values(self, number: int) -> Iterator[str]:
        """What stands in a column of the first rows, without empty cells."""
        return (cell for row in self.sample if number < len(row) and (cell := row[number].strip()))

    def under(self, columns: Sequence[Column]) -> Table:
        """The same table with other columns."""
        return replace(self, columns=tuple(columns))

    def choices(self) -> dict[str, list[str]]:
        """What the columns become, in the form that is remembered: by heading, one entry a column of it."""
        found: dict[str, list[str]] = {}
        for heading, column in zip(self.names, self.columns, strict=True):
            found.setdefault(fold(heading), []).append(column.meaning.name)
        return found


def headings_key(headings: Sequence[str]) -> str:
    """What a set of headings is remembered by, in whatever order they stand."""
    counted = sorted(Counter(map(fold, headings)).items())
    return sha256(repr(counted).encode()).hexdigest()[:32]


def remembered(table: Table, known: Mapping[str, Mapping[str, Sequence[str]]]) -> Table:
    """The table with its columns as they were chosen under the same headings before; else as it is."""
    choices = known.get(table.key)
    if choices is None:
        return table
    waiting = {heading: list(names) for heading, names in choices.items()}
    columns = []
    for heading, column in zip(table.names, table.columns, strict=True):
        names = waiting.get(fold(heading))
        meaning = Meaning.__members__.get(names.pop(0) if names else "", column.meaning)
        columns.append(chosen(heading, meaning, column))
    return replace(table, columns=tuple(columns), was_remembered=True)
