"""What the description of a library is made of: sections with their fields."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Is(StrEnum):
    """What a field holds; the words are those of the JSON Schema's descriptions."""

    ID = "an id: a number up to 63 bits, in quotes because many programs cut such numbers"
    LINK = "the id of a row of another section"
    TEXT = "text"
    DAY = "a day, 'YYYY-MM-DD'"
    BIRTHDAY = "'YYYY-MM-DD', or '--MM-DD' where the year is not known"
    MOMENT = "a moment in UTC, 'YYYY-MM-DDTHH:MM:SSZ'"
    CLOCK = "a time of day, 'HH:MM'"
    ZONE = "the IANA name of a time zone, or ''"
    NUMBER = "a whole number"
    REAL = "a number"
    FLAG = "true or false"
    PICTURE = "a picture, JPEG or PNG, in base64"
    PARTS = "the parts of an address by name"


class Field(NamedTuple):
    """One field of a row: its key in the file, its column in the library, and what it means.

    `default` is what a file that does not say it means; `...` demands that it is said. `to` names the section
    that a LINK points to; `choices` are all that a TEXT may say, none for anything.
    """

    key: str
    column: str
    holds: Is
    words: str
    default: object = ...
    to: str = ""
    choices: tuple[str, ...] = ()

    @property
    def may_be_null(self) -> bool:
        """Whether the field may be unknown."""
        return self.default is None


class Scope(StrEnum):
    """Which rows go along when only some people leave."""

    PEOPLE = "those that belong to these people"
    ALWAYS = "all of them"
    NEVER = "none of them"


class Section(NamedTuple):
    """One table. `words` say what a row is; `only` is the SQL of what goes along with some people, for the
    tables that do not point to them.

    `hidden` are the keys that are emptied of rows marked private; without any, such rows are left out.
    """

    key: str
    table: str
    words: str
    fields: tuple[Field, ...]
    scope: Scope = Scope.PEOPLE
    only: str = ""
    hidden: tuple[str, ...] = ()
    personal: bool = False  # left out whole unless private things are asked for

    @property
    def name_field(self) -> Field:
        """The field that tells the rows apart."""
        return self.fields[0]

    @property
    def has_private_rows(self) -> bool:
        """Whether a row can be marked private."""
        return any(field.column == "private" for field in self.fields)


def identity() -> Field:
    """The id of a row."""
    return Field("id", "id", Is.ID, "the row's id")


def text(key: str, words: str, default: object = "") -> Field:
    """A text, '' where nothing is known."""
    return Field(key, key, Is.TEXT, words, default)


def zone(words: str, default: object = "") -> Field:
    """A time zone."""
    return Field("zone", "zone", Is.ZONE, words, default)


def one_of(key: str, words: str, choices: Iterable[str], default: object = ...) -> Field:
    """A text of which only these are understood."""
    return Field(key, key, Is.TEXT, words, default, "", tuple(choices))


def needed(key: str, words: str, holds: Is = Is.TEXT) -> Field:
    """A field that every row says."""
    return Field(key, key, holds, words)


def day(key: str, words: str, default: object = None) -> Field:
    """A day, null where it is not known."""
    return Field(key, key, Is.DAY, words, default)


def number(key: str, words: str, default: object = None) -> Field:
    """A whole number, null where it is not known."""
    return Field(key, key, Is.NUMBER, words, default)


def real(key: str, words: str, default: object = None) -> Field:
    """A number, null where it is not known."""
    return Field(key, key, Is.REAL, words, default)


def flag(key: str, words: str, default: object = False) -> Field:
    """True or false."""
    return Field(key, key, Is.FLAG, words, default)


def link(key: str, to: str, words: str) -> Field:
    """A pointer that every row has."""
    return Field(key, f"{key}_id", Is.LINK, words, ..., to)


def may_link(key: str, to: str, words: str) -> Field:
    """A pointer, null where there is none."""
    return Field(key, f"{key}_id", Is.LINK, words, None, to)
