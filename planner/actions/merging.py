"""Making one person of two entries, as one step."""

from __future__ import annotations

import base64
import json
from collections.abc import Collection
from datetime import date

from planner.actions.merging_rows import move_rows
from planner.actions.people import name_of
from planner.actions.repairs import settle_repair
from planner.domain.errors import KnownError
from planner.domain.merging import FIELDS, JOINED, Field, joined, kept_words
from planner.library import Library
from planner.library.tables import Note, Person, Setting
from planner.queries.duplicates import MERGED, apart, pair_name
from planner.queries.merging import shown_value


def merge_people(
    library: Library, keep: int, other: int, from_other: Collection[str] = (), *, today: date
) -> None:
    """Make one of two entries: `keep` stays, with everything of both. A backup is made first.

    `from_other` are the ids of the fields whose value the other entry gives; of the rest it gives what is not
    known yet. What differs and was not chosen is kept as a note. Raises KnownError for one with themselves
    and for somebody who is not there.
    """
    if keep == other:
        raise KnownError("This is one entry already. Choose two.")
    ours, theirs = name_of(library, keep), name_of(library, other)
    library.back_up("before merge")
    with library.change(f"Merge {ours} and {theirs}"):
        kept, gone = Person.get_by_id(keep), Person.get_by_id(other)
        left = _choose(library, kept, gone, from_other)
        _join(kept, gone)
        kept.save()
        words = kept_words(theirs, left, move_rows(keep, other))
        if words:
            Note.create(person=keep, on_day=today, words=words)
        _remember(library, kept, gone)
        settle_repair(library, keep)
        Person.delete().where(Person.id == other).execute()


def _choose(
    library: Library, kept: Person, gone: Person, from_other: Collection[str]
) -> list[tuple[str, str]]:
    """Give the kept row the chosen values; return the words and value of each that was left."""
    left = []
    for field in FIELDS:
        first = field.columns[0]
        ours, theirs = (getattr(row, first) for row in (kept, gone))
        if theirs in (None, "") or all(
            getattr(kept, each) == getattr(gone, each) for each in _telling(field)
        ):
            continue
        chosen = field.id in from_other or ours in (None, "")
        lost = kept if chosen else gone
        if field.id == "photo" and ours:
            kept.kept_lines = _lines(kept.kept_lines, _photo_line(getattr(lost, first)))
        elif ours not in (None, ""):
            left.append((field.words, shown_value(library, field.id, lost.__data__)))
        if chosen:
            for column in field.columns:
                kept.__data__[column.removesuffix("_id")] = gone.__data__[column.removesuffix("_id")]
    return left


def _telling(field: Field) -> tuple[str, ...]:
    """The columns in which two values of a field differ; parts of a name may, where the whole is the same."""
    return field.columns[:1] if field.id == "name" else field.columns


def _join(kept: Person, gone: Person) -> None:
    """What is kept of both, and what is never asked."""
    for column in (field.columns[0] for field in JOINED):
        setattr(kept, column, joined(getattr(kept, column), getattr(gone, column)))
    kept.kept_lines = _lines(kept.kept_lines, gone.kept_lines)
    kept.source_uid = kept.source_uid or gone.source_uid
    kept.archived = kept.archived and gone.archived
    kept.trashed_on = kept.trashed_on and gone.trashed_on
    kept.not_to_contact = kept.not_to_contact or gone.not_to_contact
    kept.created_on = min(kept.created_on, gone.created_on)


def _lines(*texts: str) -> str:
    """Lines of cards, each once."""
    return "\n".join(dict.fromkeys(line for text in texts for line in text.splitlines()))


def _photo_line(photo: bytes) -> str:
    """The other picture as a line of the card, which goes with it wherever the card goes."""
    return "PHOTO:data:image/jpeg;base64," + base64.b64encode(photo).decode("ascii")


def _remember(library: Library, kept: Person, gone: Person) -> None:
    """Whom the entry that goes became, for imports that still know it and for erasing; and who is apart."""
    into = json.dumps({"into": kept.id, "uid": gone.source_uid or ""})
    Setting.create(name=f"{MERGED}{gone.id}", value=into)
    for one, two in apart(library):
        if gone.id not in (one, two):
            continue
        Setting.delete().where(Setting.name == pair_name(one, two)).execute()
        pair = {kept.id if each == gone.id else each for each in (one, two)}
        if len(pair) == 2:
            Setting.insert(name=pair_name(*pair), value="true").on_conflict_ignore().execute()
