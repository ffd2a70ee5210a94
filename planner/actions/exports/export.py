"""Exporting: people as address books, plans as calendars, tables for spreadsheets, or everything there is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from planner.actions.exports.contents import Contents
from planner.actions.exports.copies import seen, taken_out, with_initials
from planner.actions.exports.safe_files import being_made, write_file, write_folder
from planner.actions.exports.wanted import Exported, Format, Wanted
from planner.domain.errors import Cancelled, KnownError
from planner.library import Library
from planner.library.backup import beside
from planner.queries.all_names import names_hidden

Progress = Callable[[float], bool]
"""Hears the share done, 0 to 1, and answers False to stop."""


def export(
    library: Library, to: Path, wanted: Wanted, *, now: datetime, progress: Progress | None = None
) -> Exported:
    """Write what is wanted to a file, or a folder, that is whole or not there.

    Everything in it is of one moment. Raises KnownError where it cannot be written or there is nothing to
    write, and Cancelled, with nothing written, where `progress` answers False.
    """
    _refuse_own_file(library, to)
    if wanted.format is Format.SQLITE:
        return _copy(library, to, wanted, now, progress)
    with library.one_moment():
        contents = Contents(library, wanted, now, progress)
        if wanted.folder:
            files = write_folder(to, contents.files(), replace=wanted.replace)
        else:
            write_file(to, contents.pieces(), replace=wanted.replace)
            files = 1
        return Exported(path=to, number=contents.number, files=files, left_private=contents.left_private())


def export_pieces(library: Library, wanted: Wanted, *, now: datetime) -> Iterator[bytes]:
    """The same file piece by piece, for another program to read. Raises KnownError as `export` does."""
    if wanted.format is Format.SQLITE:
        raise KnownError("A SQLite copy needs a file of its own. Nothing was written; name one.")
    with library.one_moment():
        yield from Contents(library, wanted, now, None).pieces()


def _copy(library: Library, to: Path, wanted: Wanted, now: datetime, progress: Progress | None) -> Exported:
    """A plain SQLite copy, without what is not wanted."""
    contents = Contents(library, wanted, now, None)
    with being_made(to, replace=wanted.replace) as part, library.one_moment():
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        before = taken_out(wanted.people, private=wanted.private)
        functions = seen(names_hidden(library)) if wanted.initials else {}
        if wanted.initials:
            before += with_initials()
        library.plain_copy(part, before, progress, functions=functions)
        if progress and not progress(1.0):
            raise Cancelled
    people = contents.people_chosen
    return Exported(path=to, number=people, left_private=contents.left_private())


def _refuse_own_file(library: Library, to: Path) -> None:
    own = {each.resolve() for each in (library.path, *beside(library.path))}
    if to.resolve() in own:
        raise KnownError("An export cannot replace the library itself. Choose another name.")
