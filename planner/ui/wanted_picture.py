"""Which pictures can be rendered, and what has to be said about one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PERSON_SCREENS: dict[str, str] = {
    "person-angle": "the facts behind one angle of a person's page (--person NAME)",
    "person-trust": "the facts behind the band of trust (--person NAME)",
    "person-history": "what changed about a person, and when (--person NAME)",
    "debrief": "the debrief of a conversation",
    "note": "the dialog that writes a note (--person NAME)",
    "reflect": "the sheet to reflect on yourself with (--person NAME)",
    "objectivity": "what you expect of people beside their record",
    "questions": "the bank of questions worth asking",
}
"""What belongs to a person's page."""
TIDY_SCREENS: dict[str, str] = {
    "duplicates": "who is likely here twice",
    "trash": "who is in the trash",
    "merge": "the likeliest two duplicates side by side",
    "erase": "the question before the first in the trash is erased",
}
"""What puts the library in order."""
SAFE_SCREENS: dict[str, str] = {
    "backups": "the backups and what is in them",
    "passphrase": "the dialog that sets a passphrase",
    "locked": "what asks for the passphrase of a locked library",
    "damaged": "what is shown in place of a damaged library",
}
"""What keeps the file."""
SCREENS: dict[str, str] = {
    "week": "the planning board of the week",
    "suggest": "the week with a suggested plan over it",
    "lanes": "the planning board of the week, by layers",
    "narrowed": "the planning board of the week, narrowed to some people",
    "month": "the planning board of the month",
    "people": "everybody, by layer",
    "people-rows": "everybody, a line each",
    "people-spacious": "everybody, with room for the reason in full",
    "people-selected": "everybody, two of them selected, with what can be done with both",
    "commitments": "all commitments by the day they are due",
    "timeline": "people's lanes on a line of time",
    "timeline-table": "the timeline as a table",
    **TIDY_SCREENS,
    "filter": "the choices of + Filter over the people",
    "cadence": "the charts of how often you talk",
    "person": "one person's page (--person NAME)",
    **PERSON_SCREENS,
    "first-run": "what a new library shows",
    "field": "the universal field over the week, with a line it understands",
    "field-find": "the universal field, with what it finds",
    "field-recent": "the universal field before anything is typed",
    "field-help": "the universal field, with what can be typed",
    "log": "the dialog that logs a conversation",
    "plan": "the dialog that plans a conversation",
    "brief": "the meeting brief of a person as it will be on paper (--person NAME)",
    "brief-meeting": "the brief of a meeting with several people",
    "about": "all that is kept about a person (--person NAME)",
    "initiative": "the dialog that adds somebody to an initiative (--person NAME)",
    "leave": "the dialog of your own leave",
    "edit": "the form of a person",
    "keys": "all keys on one sheet",
    "change-keys": "the page where keys are changed",
    "capture": "the small window for one line",
    "import": "where an import begins",
    "import-review": "the review of a mail archive before it is imported",
    "import-people": "the review of an address book before it is imported",
    "import-columns": "what the columns of a table become",
    "export": "the dialog that exports",
    "export-initials": "the same while names are hidden",
    **SAFE_SCREENS,
}
"""Name of every screen that can be rendered, and what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to render. `size` in pixels; `text_scale` 0.9 to 1.5; `person` for the screens that need one.

    `of_sample` says that the library is the sample: what it lacks for a picture may be made up.
    """

    screen: str
    file: Path
    dark: bool = False
    size: tuple[int, int] = (1440, 900)
    text_scale: float = 1.0
    person_id: int | None = None
    high_contrast: bool = False
    of_sample: bool = False
