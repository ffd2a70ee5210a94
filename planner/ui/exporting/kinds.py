"""What can be exported, in the words of the dialog, and the choices that go with it. Without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from planner.actions.exports.wanted import Format
from planner.ui.widgets.segment import Choice


class Kind(NamedTuple):
    """One thing to export. `choices` are its forms, where there is more than one; `each` offers a folder.

    `hidden` says what the file is like while names are hidden, with the keys that show them at `{keys}`.
    """

    key: str
    title: str
    words: str
    icon: str
    formats: tuple[Format, ...]
    choices: tuple[Choice, ...] = ()
    choosing: str = ""
    each: str = ""
    name: str = ""
    hidden: str = ""


_HIDDEN = "Names are hidden: the file will show initials"

KINDS: tuple[Kind, ...] = (
    Kind(
        "cards",
        "Address book",
        "Cards for phones, Apple, Google and Outlook",
        "card",
        (Format.VCARD, Format.VCARD4),
        (Choice("vcard", "vCard 3.0"), Choice("vcard4", "vCard 4.0")),
        "Version 3.0 is understood everywhere.",
        "A folder with one file for each person",
        "People",
        f"{_HIDDEN}, and no photo, birthday or way to reach anybody.",
    ),
    Kind(
        "plans",
        "Calendar",
        "Open plans; nobody is invited",
        "calendar",
        (Format.ICAL,),
        each="A folder with one file for each plan",
        name="Plans",
        hidden=f"{_HIDDEN}, and nobody's e-mail.",
    ),
    Kind(
        "table",
        "Table",
        "For a spreadsheet or a program",
        "table",
        (Format.CSV, Format.CSV_EXACT),
        (Choice("csv", "For a spreadsheet"), Choice("csv-exact", "Exact")),
        "A spreadsheet runs no formula out of it; the exact one is for programs.",
        "A folder with conversations, plans and promises too",
        "People",
        f"{_HIDDEN}, and no birthday or way to reach anybody.",
    ),
    Kind(
        "everything",
        "Everything",
        "JSON that brings all of it back, with a documented schema",
        "package",
        (Format.JSON,),
        name="Everything",
        hidden=f"{_HIDDEN} and cannot be imported again. To keep all of it, show names first ({{keys}}).",
    ),
    Kind(
        "copy",
        "SQLite copy",
        "A plain database for other tools",
        "database",
        (Format.SQLITE,),
        name="Copy",
        hidden=f"{_HIDDEN}, and neither its history nor a way to reach anybody.",
    ),
)
BY_KEY: dict[str, Kind] = {kind.key: kind for kind in KINDS}


@dataclass(slots=True, kw_only=True)
class Options:
    """What was chosen beside the kind: its form, a folder, alarms, what was let go, private things."""

    format: Format = Format.VCARD
    folder: bool = False
    alarm_minutes: int | None = None
    let_go: bool = False
    private: bool = False
