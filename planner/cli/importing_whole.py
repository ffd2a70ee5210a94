"""`rapport import` of a library's JSON: what comes, a question, and one step that can be undone."""

from __future__ import annotations

import sys
from pathlib import Path

from planner.actions.imports.whole import WholeReview, import_whole, review_whole
from planner.cli import shapes
from planner.cli.call import Call, new_library
from planner.cli.plain import shown
from planner.cli.progress import progress
from planner.domain import words
from planner.domain.errors import KnownError
from planner.domain.whole.told import told


def import_library(call: Call, path: Path) -> int:
    """Import a library's JSON; a library that is not there yet is made and becomes what the file holds."""
    given = call.options
    if given.dry_run:
        return _only_look(call, path)
    with new_library(call.path, call.now) as library:
        with progress("Reading") as tell:
            found = review_whole(library, path, progress=tell)
        if not given.yes and not found.nothing:
            _ask(found)
        with progress("Importing") as tell:
            rows = import_whole(library, found, progress=tell)
    if given.json:
        shapes.print_json(_shape(found))
    elif rows:
        print(f"Imported {told(found.number) or words.count(rows, 'row')}. “rapport undo” takes it back.")
    else:
        print(_said(found))
    return 0


def _only_look(call: Call, path: Path) -> int:
    """Show what importing would bring, and save nothing; no library is made."""
    from planner.cli.dry_whole import dry_shape, looked_at

    found = looked_at(call, path)
    if call.options.json:
        shapes.print_json(dry_shape(found))
    else:
        print(_said(found))
    return 0


def _said(found: WholeReview) -> str:
    if found.nothing:
        return f"Nothing new in {shown(found.file)}."
    whole = (
        "this library is empty and becomes what the file holds"
        if found.into_empty
        else "only what is new comes"
    )
    return f"{shown(found.file)}: {told(found.number) or 'nothing about people'}; {whole}."


def _ask(found: WholeReview) -> None:
    print(_said(found))
    if not sys.stdin.isatty():
        raise KnownError("Nothing was imported; pass --yes to import what is listed.")
    if input("\nImport this? [y/N] ").strip().casefold() not in ("y", "yes"):
        raise KnownError("Nothing was imported.")


def _shape(found: WholeReview) -> shapes.Shape:
    """The answer of `import --json`, as for other files."""
    return {
        "people_added": found.number("people"),
        "people_changed": 0,
        "people_unchanged": 0,
        "conversations_added": found.number("conversations"),
        "plans_added": found.number("plans"),
        "busy_added": found.number("busy_times"),
        "problems": [],
    }
