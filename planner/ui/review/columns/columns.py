"""The columns of tables while somebody says what they become. Without Qt."""

from __future__ import annotations

from collections.abc import Sequence

from planner.actions.imports.columns import (
    ColumnChoices,
    Meaning,
    PersonDraft,
    Table,
    chosen,
    chosen_columns,
    people_of_sample,
)

MOST_PREVIEWED = 6
_MOST_VALUES = 4

GROUPS: tuple[tuple[Meaning, ...], ...] = (
    (
        Meaning.NAME,
        Meaning.GIVEN,
        Meaning.MIDDLE,
        Meaning.FAMILY,
        Meaning.PREFIX,
        Meaning.SUFFIX,
        Meaning.NICKNAME,
    ),
    (Meaning.ORGANISATION, Meaning.DEPARTMENT, Meaning.ROLE),
    (Meaning.EMAIL, Meaning.PHONE, Meaning.LINK),
    (
        *(Meaning.ADDRESS, Meaning.STREET, Meaning.EXTENSION, Meaning.POST_BOX),
        *(Meaning.CODE, Meaning.CITY, Meaning.REGION, Meaning.COUNTRY),
    ),
    (Meaning.BIRTHDAY, Meaning.BIRTH_YEAR, Meaning.BIRTH_MONTH, Meaning.BIRTH_DAY, Meaning.ANNIVERSARY),
    (Meaning.LANGUAGES, Meaning.PRONOUNS, Meaning.ZONE, Meaning.TAGS, Meaning.NOTE),
    (Meaning.KEPT, Meaning.NOTHING),
)
"""What can be chosen, in groups as in the chooser. A label beside a value is only ever recognised."""


class Columns:
    """One table after the other; the columns of the present one can be changed."""

    def __init__(self, tables: Sequence[tuple[str, Table]]) -> None:
        self._tables = list(tables)
        self._guessed = [table for _, table in tables]
        self._at = 0

    @property
    def name(self) -> str:
        """The file of the present table."""
        return self._tables[self._at][0]

    @property
    def table(self) -> Table:
        """The present table, its columns as they are chosen now."""
        return self._tables[self._at][1]

    @property
    def place(self) -> tuple[int, int]:
        """The present table's number, counted from 1, and how many there are."""
        return self._at + 1, len(self._tables)

    @property
    def is_first(self) -> bool:
        """Whether no table comes before this one."""
        return self._at == 0

    @property
    def is_last(self) -> bool:
        """Whether no table comes after this one."""
        return self._at == len(self._tables) - 1

    @property
    def names_people(self) -> bool:
        """Whether anybody would be read of the present table."""
        return self.table.names_people

    @property
    def changed(self) -> bool:
        """Whether anything is chosen otherwise than it was guessed."""
        return any(
            table.columns != guess.columns
            for (_, table), guess in zip(self._tables, self._guessed, strict=True)
        )

    def go(self, step: int) -> None:
        """Go to the next table, or back to the one before."""
        self._at = max(0, min(len(self._tables) - 1, self._at + step))

    def meaning(self, number: int) -> Meaning:
        """What a column becomes."""
        return self.table.columns[number].meaning

    def values(self, number: int) -> tuple[str, ...]:
        """The first different values of a column, each on one line."""
        found = dict.fromkeys(" ".join(value.split()) for value in self.table.values(number))
        return tuple(found)[:_MOST_VALUES]

    def choose(self, number: int, meaning: Meaning) -> bool:
        """Let a column become something else; False where it is that already."""
        table = self.table
        if table.columns[number].meaning is meaning:
            return False
        columns = list(table.columns)
        columns[number] = chosen(table.heading(number), meaning, self._guessed[self._at].columns[number])
        self._tables[self._at] = (self.name, table.under(columns))
        return True

    def people(self) -> tuple[PersonDraft, ...]:
        """The first people of the present table, as they would come in."""
        return people_of_sample(self.table, self.table.columns, MOST_PREVIEWED)

    def choices(self) -> ColumnChoices:
        """All columns of all tables as they are chosen."""
        return chosen_columns(table for _, table in self._tables)
