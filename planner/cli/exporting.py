"""`rapport export`: people, plans, tables or everything, into a file, a folder or another program."""

from __future__ import annotations

import sys
from pathlib import Path

from planner.actions.exports.export import export, export_pieces
from planner.actions.exports.wanted import Exported, Format, Wanted
from planner.cli.call import Call
from planner.cli.plain import shown
from planner.cli.progress import progress
from planner.domain import words
from planner.domain.errors import KnownError
from planner.library import Library
from planner.queries.exports.chosen import people_matching

STANDARD_OUTPUT = Path("-")
_BY_ENDING = {
    ".vcf": Format.VCARD,
    ".ics": Format.ICAL,
    ".csv": Format.CSV,
    ".json": Format.JSON,
    ".sqlite": Format.SQLITE,
    ".db": Format.SQLITE,
}


def export_library(call: Call) -> int:
    """Export what is asked for."""
    to: Path = call.options.to
    with call.opened() as library:
        wanted = _wanted(library, call)
        if to == STANDARD_OUTPUT:
            for piece in export_pieces(library, wanted, now=call.now()):
                sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
            return 0
        with progress("Exporting") as tell:
            done = export(library, to, wanted, now=call.now(), progress=tell)
    print(_said(done, wanted))
    return 0


def _wanted(library: Library, call: Call) -> Wanted:
    given = call.options
    return Wanted(
        format=given.format or _by_ending(given.to),
        people=_people(library, call),
        private=given.private,
        folder=given.folder,
        replace=given.replace,
        alarm_minutes=given.alarm,
        let_go=given.let_go,
        initials=given.initials,
    )


def _people(library: Library, call: Call) -> tuple[int, ...] | None:
    if call.options.people is None:
        return None
    found = people_matching(library, call.options.people, call.today)
    if not found:
        raise KnownError(f"Nobody matches “{call.options.people}”. Nothing was written.")
    return found


def _by_ending(to: Path) -> Format:
    found = _BY_ENDING.get(to.suffix.lower())
    if found is None:
        raise KnownError(f"Say with --as in which form: {', '.join(Format)}. Nothing was written.")
    return found


def _said(done: Exported, wanted: Wanted) -> str:
    what = {
        Format.ICAL: words.count(done.number, "plan"),
        Format.JSON: words.count(done.number, "row"),
        Format.SQLITE: "a plain SQLite copy",
    }.get(wanted.format, words.count(done.number, "person", "people"))
    files = f"{words.count(done.files, 'file')} in " if wanted.folder else ""
    how = ", with initials instead of names" if wanted.initials else ""
    said = f"Wrote {what} to {files}{shown(str(done.path))}{how}."
    if done.left_private:
        entries = words.count(done.left_private, "private entry", "private entries")
        said += f" The words of {entries} stayed behind; --private takes them along."
    return said
