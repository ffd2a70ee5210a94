"""What somebody wants exported, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Format(StrEnum):
    """The forms in which a library leaves; the values are those of the command line."""

    VCARD = "vcard"
    VCARD4 = "vcard4"
    ICAL = "ical"
    CSV = "csv"
    CSV_EXACT = "csv-exact"
    JSON = "json"
    SQLITE = "sqlite"

    @property
    def ending(self) -> str:
        """How a file of this form is called: '.vcf'."""
        return _ENDINGS[self]

    @property
    def is_everything(self) -> bool:
        """Whether more leaves than people or plans."""
        return self in (Format.JSON, Format.SQLITE)


_ENDINGS = {
    Format.VCARD: ".vcf",
    Format.VCARD4: ".vcf",
    Format.ICAL: ".ics",
    Format.CSV: ".csv",
    Format.CSV_EXACT: ".csv",
    Format.JSON: ".json",
    Format.SQLITE: ".sqlite",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """`people` None is everybody. What is marked private leaves only with `private`.

    `folder` makes a folder with a file for each person, plan or table. `alarm_minutes` asks a calendar to
    remind so long before each plan; with `let_go` it also hears of plans that were let go, as cancelled.
    With `initials` nobody is named, and nothing leaves that leads to somebody.
    """

    format: Format
    people: tuple[int, ...] | None = None
    private: bool = False
    folder: bool = False
    replace: bool = False
    alarm_minutes: int | None = None
    let_go: bool = False
    initials: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What an export wrote: `number` people, plans or rows, in `files` files. `left_private` is how many rows
    marked private stayed behind, or were emptied."""

    path: Path
    number: int
    files: int = 1
    left_private: int = 0
