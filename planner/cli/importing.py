"""`rapport import`: a review as text, a question, and one step that can be undone."""

from __future__ import annotations

import sys

from planner.actions.imports.files import Choices, Imported, Review, preview, review, save
from planner.cli import shapes
from planner.cli.call import Call, new_library
from planner.cli.import_words import print_review, summary
from planner.cli.progress import progress
from planner.domain.errors import KnownError
from planner.library import Library


def import_files(call: Call) -> int:
    """Import files; a library that is not there yet is made."""
    given = call.options
    if given.json and not given.yes:
        raise KnownError("Nothing was imported; with --json, pass --yes as well.")
    with new_library(call.path, call.now) as library:
        with progress("Reading") as tell:
            found = review(library, given.files, today=call.today, now=call.now(), progress=tell)
        choices = _with_attendees(found) if given.attendees else Choices()
        if not given.yes:
            _ask(found, choices)
        imported = _save(library, found, choices, call)
    if given.json:
        shapes.print_json(shapes.import_shape(imported, found.problems))
    else:
        print(summary(imported, found))
    return 0


def _with_attendees(found: Review) -> Choices:
    """Everybody at the events: those of a known name are taken as the same person, you yourself left out."""
    others = [each for each in found.strangers if not each.perhaps_you]
    return Choices(
        new=frozenset(each.id for each in others if each.matched is None),
        same=frozenset(each.id for each in others if each.matched is not None),
    )


def _ask(found: Review, choices: Choices) -> None:
    """Show the review and ask. Raises KnownError unless the answer is yes, or there is nothing to save."""
    would = preview(found, choices)
    print_review(found, would)
    if would.nothing:
        return
    if not sys.stdin.isatty():
        raise KnownError("Nothing was imported; pass --yes to import what is listed.")
    answer = input("\nImport this? [y/N] ").strip().casefold()
    if answer not in ("y", "yes"):
        raise KnownError("Nothing was imported.")


def _save(library: Library, found: Review, choices: Choices, call: Call) -> Imported:
    with progress("Importing") as tell:
        return save(library, found, choices, now=call.now(), progress=tell)
