"""`rapport about`: everything that is kept about one person, to read or to hand over."""

from __future__ import annotations

from pathlib import Path

from planner.actions.exports.about import about_json, about_json_bytes, about_text
from planner.actions.exports.safe_files import write_file
from planner.cli import shapes
from planner.cli.call import Call
from planner.cli.plain import shown
from planner.domain import words
from planner.domain.errors import KnownError
from planner.queries.about import Kept, about_person
from planner.queries.about_hidden import kept_hidden
from planner.queries.about_told import Document, document
from planner.queries.all_names import names_hidden
from planner.queries.message import owner_name
from planner.queries.people import person_called

_ENDINGS = (".pdf", ".txt", ".json")


def about(call: Call) -> int:
    """Tell everything, or write it into a file."""
    given = call.options
    with call.opened() as library:
        person = person_called(library, " ".join(given.person))
        kept = about_person(library, person.id, call.today, private=given.private)
        owner = owner_name(library)
        called = kept.name
        if given.initials:
            hidden = names_hidden(library)
            kept, owner = kept_hidden(kept, hidden), hidden.name(owner)
        told = document(kept, owner)
    out: Path | None = given.out
    if out is not None:
        write_file(out, [_bytes(call, kept, told, out)], replace=given.replace)
        print(f"Wrote what is kept about {shown(called)} to {shown(str(out))}.{_left_out(kept)}")
    elif call.json:
        shapes.print_json(about_json(kept))
    else:
        print(about_text(told), end="")
        if kept.hidden:
            print(f"\n{_left_out(kept).strip()}")
    return 0


def _bytes(call: Call, kept: Kept, told: Document, out: Path) -> bytes:
    ending = out.suffix.lower()
    if call.json or ending == ".json":
        return about_json_bytes(kept)
    if ending not in _ENDINGS:
        raise KnownError(f"“{out.name}” must end in {', '.join(_ENDINGS)}. Nothing was written.")
    return about_text(told).encode("utf-8") if ending == ".txt" else call.doors.about_pdf(told)


def _left_out(kept: Kept) -> str:
    if not kept.hidden:
        return ""
    return f" {words.count(kept.hidden, 'private entry', 'private entries')} left out; --private adds them."
