"""Importing address books and calendars: a review first, then one step that can be undone.

Values that stand in the library stay. An import adds what is empty or missing here; what differs is shown and
taken only where it is chosen. So importing the same file again changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from planner.actions.imports.attendees import Attendance
from planner.actions.imports.calendar import NOTHING_KNOWN, known_calendar
from planner.actions.imports.cards import card_of
from planner.actions.imports.choices import Choices, Imported, everybody_new
from planner.actions.imports.differences import MOST_PHOTO_BYTES
from planner.actions.imports.events import key_of, proposed, review_events
from planner.actions.imports.known import known_people
from planner.actions.imports.people import review_people
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
from planner.actions.imports.save_people import PeopleWriter
from planner.actions.imports.settle import Settled, settled, staying
from planner.actions.imports.times import where_it_is, where_you_are
from planner.domain import words
from planner.domain.errors import KnownError
from planner.exchange.drafts import Cancelled, Drafts, EventDraft, PersonDraft
from planner.library import Library
from planner.library.ids import new_ids

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
    progress: Progress | None = None,
) -> Review:
    """Read the files and say what importing them would do. Changes nothing.

    An event of today is a conversation only if it ended before `now`; without `now` it is a plan. Raises
    KnownError for a file that cannot be read, and Cancelled where `progress` answers False.
    """
    zone = str(library.value("SELECT zone FROM owner") or "UTC")
    drafts = read_files(files, today=today, zone=zone, progress=part_of(progress, 0, _READING))
    tell(progress, _READING)
    found = review_drafts(library, drafts, today=today, now=now)
    tell(progress, 1.0)
    return found


def review_drafts(
    library: Library, files: Sequence[tuple[str, Drafts]], *, today: date, now: datetime | None = None
) -> Review:
    """What importing these drafts, each with its file's name, would do."""
    history = _history(library)
    known = known_people(library)
    cards = [card_of(draft, name) for name, drafts in files for draft in drafts.people]
    events = [(name, draft) for name, drafts in files for draft in drafts.events]
    ids = iter(new_ids(len(cards) + sum(len(draft.attendees) for _, draft in events)))
    people = review_people(cards, known, ids)
    calendar = NOTHING_KNOWN
    reviews: list[EventReview] = []
    strangers: tuple[Stranger, ...] = ()
    if events:
        calendar = known_calendar(library, *_keys_and_days(events, known.home), known.home)
        attendance = Attendance(known, people, ids)
        reviews = list(review_events(events, attendance, calendar, today, now))
        strangers = attendance.strangers(chain.from_iterable(each.invited for each in reviews))
    stays = staying(people, strangers, _NOTHING_CHOSEN)
    return Review(
        files=tuple(name for name, _ in files),
        today=today,
        people=people,
        events=proposed(reviews, stays, calendar, known.home),
        strangers=strangers,
        problems=tuple(_problems(files)),
        known=known,
        calendar=calendar,
        history=history,
    )


def _keys_and_days(events: Sequence[tuple[str, EventDraft]], home: str) -> tuple[set[str], set[str]]:
    """The keys of the events, and the days on which the same conversations may stand."""
    days = {each(draft, home).day.isoformat() for _, draft in events for each in (where_it_is, where_you_are)}
    return {key_of(draft) for _, draft in events}, days


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
    if _history(library) != review.history:
        raise KnownError("The library changed since this review. Nothing was imported; open the files again.")
    if review.known.people:
        library.back_up("before import", progress=part_of(progress, 0, _BACKUP))
    tell(progress, _BACKUP)
    with library.change(_label(review.files, work)):
        PeopleWriter(library, review.known, review.today).write(work, part_of(progress, _BACKUP, 0.5))
        EventsWriter(library, review.known.home, review.today, now).write(
            work.fates, part_of(progress, 0.7, 0.3)
        )
    return work.imported


def _history(library: Library) -> tuple[int, int]:
    """Where the history stands: another answer later means that the library was changed."""
    row = library.row("SELECT coalesce(max(id), 0), coalesce(sum(state = 'done'), 0) FROM change")
    return (row[0], row[1]) if row else (0, 0)


def _problems(files: Sequence[tuple[str, Drafts]]) -> list[FileProblem]:
    found = [
        FileProblem(file=name, line=problem.line, words=problem.words)
        for name, drafts in files
        for problem in drafts.problems
    ]
    found += [
        FileProblem(
            file=name,
            line=draft.line,
            words=f"The picture of {draft.name} is larger than 5 MB and was left out.",
        )
        for name, drafts in files
        for draft in drafts.people
        if draft.photo and len(draft.photo) > MOST_PHOTO_BYTES
    ]
    return found


def _label(files: Sequence[str], work: Settled) -> str:
    """'Import contacts.vcf: 12 people, 30 conversations'."""
    done = work.imported
    more = f" and {words.count(len(files) - 1, 'other file')}" if len(files) > 1 else ""
    parts = (
        (done.people_added, "person", "people"),
        (done.people_changed, "changed person", "changed people"),
        (done.conversations_added, "conversation", "conversations"),
        (done.plans_added, "plan", "plans"),
        (done.busy_added, "busy time", "busy times"),
        (done.events_changed, "changed event", "changed events"),
    )
    said = ", ".join(words.count(number, one, many) for number, one, many in parts if number)
    return f"Import {files[0] if files else 'drafts'}{more}" + (f": {said}" if said else "")
