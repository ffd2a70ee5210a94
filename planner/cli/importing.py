"""`rapport import`: a review as text, a question, and one step that can be undone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from planner.actions.imports.files import Choices, Imported, Review, preview, review, save
from planner.actions.imports.whole import library_file
from planner.cli import shapes
from planner.cli.call import Call, new_library
from planner.cli.import_words import differing, print_review, summary
from planner.cli.importing_whole import import_library
from planner.cli.progress import progress
from planner.domain.errors import KnownError
from planner.library import Library


def import_files(call: Call) -> int:
    """Import files; a library that is not there yet is made."""
    given = call.options
    if given.json and not (given.yes or given.dry_run):
        raise KnownError("Nothing was imported; with --json, pass --yes or --dry-run as well.")
    if whole := library_file(given.files):
        return import_library(call, whole)
    if given.dry_run:
        return _only_look(call)
    with new_library(call.path, call.now) as library:
        with progress("Reading") as tell:
            found = review(library, given.files, today=call.today, now=call.now(), progress=tell)
        choices = _choices(call, found)
        if not given.yes:
            _ask(found, choices)
        imported = _save(library, found, choices, call)
    if given.json:
        shapes.print_json(shapes.import_shape(imported, found.problems))
    else:
        print(summary(imported, found))
    return 0


def _only_look(call: Call) -> int:
    """Show what importing would do, and save nothing; no library is made."""
    from planner.actions.imports.dry import dry_review, dry_run
    from planner.cli.dry_shape import dry_run_shape

    given, now = call.options, call.now()
    with _library_if_any(call) as library, progress("Reading") as tell:
        if given.json:
            answer = dry_run(
                library, given.files, today=call.today, now=now, everybody=given.attendees, progress=tell
            )
        else:
            found = dry_review(library, given.files, today=call.today, now=now, progress=tell)
    if given.json:
        shapes.print_json(dry_run_shape(answer))
    else:
        choices = _choices(call, found)
        print_review(found, preview(found, choices), taken=bool(choices.taken))
    return 0


@contextmanager
def _library_if_any(call: Call) -> Iterator[Library | None]:
    if not call.path.exists():
        yield None
        return
    with call.opened() as library:
        yield library


def _choices(call: Call, found: Review) -> Choices:
    """What the options choose. With --attendees, everybody at the events and in the mail comes in: those of a
    known name are taken as the same person, you yourself are left out. With --take-changes, what the files
    say otherwise of people who are surely known is taken.
    """
    given = call.options
    others = [each for each in found.strangers if not (each.likely_you or each.is_you)]
    wanted = others if given.attendees else []
    return Choices(
        new=frozenset(each.id for each in wanted if each.matched is None),
        same=frozenset(each.id for each in wanted if each.matched is not None),
        taken=frozenset(differing(found)) if given.take_changes else frozenset(),
        with_text=given.with_text,
    )


def _ask(found: Review, choices: Choices) -> None:
    """Show the review and ask. Raises KnownError unless the answer is yes, or there is nothing to save."""
    would = preview(found, choices)
    print_review(found, would, taken=bool(choices.taken))
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
