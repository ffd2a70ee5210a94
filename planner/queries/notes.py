"""Dated notes about a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedNote:
    """One note; a private one is shown only where it is opened on purpose."""

    id: int
    on: date
    words: str
    private: bool


def notes_of(library: Library, person_id: int) -> tuple[DatedNote, ...]:
    """The notes about one person, newest first."""
    rows = library.rows(
        "SELECT id, on_day, words, private FROM note WHERE person_id = ? ORDER BY on_day DESC, id DESC",
        (person_id,),
    )
    return tuple(
        DatedNote(id=row[0], on=date.fromisoformat(row[1]), words=row[2], private=bool(row[3]))
        for row in rows
    )
