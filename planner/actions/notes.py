"""Dated notes about a person."""

from __future__ import annotations

from datetime import date

from planner.actions.checks import whom_of
from planner.actions.people import name_of
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.tables import Note


def add_note(library: Library, person_id: int, words: str, *, on: date, private: bool = False) -> int:
    """Write a note about a person and return its id. Raises KnownError for an empty one."""
    text = _written(words)
    with library.change(f"Write a note about {name_of(library, person_id)}"):
        row = Note.create(person=person_id, on_day=on, words=text, private=private)
    return int(row.id)


def change_note(library: Library, note_id: int, words: str, *, on: date, private: bool) -> None:
    """Write a note anew."""
    text = _written(words)
    with library.change(f"Change a note about {whom_of(library, 'note', note_id)}"):
        Note.update(on_day=on, words=text, private=private).where(Note.id == note_id).execute()


def remove_note(library: Library, note_id: int) -> None:
    """Remove a note."""
    with library.change(f"Remove a note about {whom_of(library, 'note', note_id)}"):
        Note.delete().where(Note.id == note_id).execute()


def _written(words: str) -> str:
    if not words.strip():
        raise KnownError("Write something first.")
    return words.strip()
