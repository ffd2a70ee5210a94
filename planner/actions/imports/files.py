"""Importing address books, calendars, tables and mail: a review first, then one step that can be undone.

Values that stand in the library stay. An import adds what is empty or missing here; what differs is shown and
taken only where it is chosen. So importing the same file again changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from planner.actions.imports.choices import Choices, Imported, everybody_new
from planner.actions.imports.columns import ColumnChoices, remember, remembered_columns
from planner.actions.imports.compare import compared, history_of, known_to
from planner.actions.imports.mail import NamedDrafts
from planner.actions.imports.reading import Progress, part_of, read_files, tell
from planner.actions.imports.review import (
    Becomes,
    Difference,
    EventReview,
    FileProblem,
    Kind,
    PersonReview,
    Review,
    Stranger,
)
from planner.actions.imports.save_events import EventsWriter
from planner.actions.imports.save_mail import MailWriter
from planner.actions.imports.save_people import PeopleWriter
from planner.actions.imports.settle import Settled, settled
from planner.domain import words
from planner.domain.errors import KnownError
from planner.exchange.drafts import Cancelled, EventDraft, PersonDraft
from planner.library import Library

__all__ = [
    "Becomes",
    "Cancelled",
    "Choices",
    "Difference",
    "EventDraft",
    "EventReview",
    "FileProblem",
    "Imported",
    "Kind",
    "PersonDraft",
    "PersonReview",
    "Progress",
    "Review",
    "Stranger",
    "everybody_new",
    "preview",
    "review",
    "review_drafts",
    "save",
]

_NOTHING_CHOSEN = Choices()
_READING = 0.85
_BACKUP = 0.2


def review(
    library: Library,
    files: Sequence[Path],
    *,
    today: date,
    now: datetime | None = None,
    columns: ColumnChoices | None = None,
    progress: Progress | None = None,
) -> Review:
    """Read the files and say what importing them would do. Changes nothing.

    An event of today is a conversation only if it ended before `now`; without `now` it is a plan. `columns`
    are what somebody chose for tables just now. Raises KnownError for a file that cannot be read, and
    Cancelled where `progress` answers False.
    """
    zone = str(library.value("SELECT zone FROM owner") or "UTC")
    known_columns = remembered_columns(library) | (columns or {})
    told = part_of(progress, 0, _READING)
    found = read_files(files, today=today, zone=zone, columns=known_columns, progress=told)
    tell(progress, _READING)
    named = [(source.name, drafts) for source, drafts in found]
    sources = [source for source, _ in found]
    answer = compared(named, known_to(library), today=today, now=now, sources=sources)
    tell(progress, 1.0)
    return replace(answer, chosen_columns=columns or {})


def review_drafts(
    library: Library, files: NamedDrafts, *, today: date, now: datetime | None = None
) -> Review:
    """What importing these drafts, each with its file's name, would do."""
    return compared(files, known_to(library), today=today, now=now)


def preview(review: Review, choices: Choices = _NOTHING_CHOSEN) -> Imported:
    """What `save` would do with these choices, for figures that follow every tick."""
    return settled(review, choices).imported


def save(
    library: Library,
    review: Review,
    choices: Choices = _NOTHING_CHOSEN,
    *,
    now: datetime,
    progress: Progress | None = None,
) -> Imported:
    """Import what was reviewed and chosen as one step, after a backup if the library holds any people.

    Where there is nothing to do there is no step and no backup. Raises KnownError where the library was
    changed since the review, and Cancelled, with nothing changed, where `progress` answers False.
    """
    work = settled(review, choices)
    if work.nothing:
        return work.imported
    if history_of(library) != review.history:
        raise KnownError("The library changed since this review. Nothing was imported; open the files again.")
    if review.known.people:
        library.back_up("before import", progress=part_of(progress, 0, _BACKUP))
    tell(progress, _BACKUP)
    with library.change(_label(review.files, work)):
        PeopleWriter(library, review.known, review.today).write(work, part_of(progress, _BACKUP, 0.5))
        EventsWriter(library, review.known.home, review.today, now).write(
            work.fates, part_of(progress, 0.7, 0.1)
        )
        MailWriter(library, review.mail, review.known.home, now, with_text=choices.with_text).write(
            work.talks, part_of(progress, 0.8, 0.2)
        )
        remember(library, review.columns_to_remember)
    return work.imported


def _label(files: Sequence[str], work: Settled) -> str:
    """'Import contacts.vcf: 12 people, 30 conversations'."""
    done = work.imported
    more = f" and {words.count(len(files) - 1, 'other file')}" if len(files) > 1 else ""
    parts = (
        (done.people_added, "person", "people"),
        (done.people_changed, "changed person", "changed people"),
        (done.conversations_added, "conversation", "conversations"),
        (done.messages_added, "conversation by mail", "conversations by mail"),
        (done.plans_added, "plan", "plans"),
        (done.commitments_added, "promise", "promises"),
        (done.busy_added, "busy time", "busy times"),
        (done.events_changed, "changed event", "changed events"),
    )
    said = ", ".join(words.count(number, one, many) for number, one, many in parts if number)
    return f"Import {files[0] if files else 'drafts'}{more}" + (f": {said}" if said else "")
