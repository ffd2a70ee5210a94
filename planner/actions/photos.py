"""The photo of a person: kept small and without what a camera wrote beside it."""

from __future__ import annotations

from planner.actions.people import name_of
from planner.domain.errors import KnownError
from planner.exchange.photos import safe_photo
from planner.library import Library
from planner.library.tables import Person

MOST_BYTES = 50 * 1024 * 1024


def set_photo(library: Library, person_id: int, data: bytes) -> None:
    """Keep a picture as the photo of a person, at most 512 px across.

    Raises KnownError where it is no picture that can be read, or a monstrous one.
    """
    photo = safe_photo(data) if len(data) <= MOST_BYTES else None
    if photo is None:
        raise KnownError("This is no picture that can be read. Take a JPEG, PNG, GIF, WebP or BMP.")
    with library.change(f"Change the photo of {name_of(library, person_id)}"):
        Person.update(photo=photo).where(Person.id == person_id).execute()


def remove_photo(library: Library, person_id: int) -> None:
    """Show initials again."""
    with library.change(f"Remove the photo of {name_of(library, person_id)}"):
        Person.update(photo=None).where(Person.id == person_id).execute()
