"""What files hold, as they would be saved into an empty library: for programs that ask, with nothing saved.

The library that is there changes nothing of the answer but who the owner is: their name, addresses and zone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from planner.actions.imports.choices import Choices
from planner.actions.imports.columns import remembered_columns
from planner.actions.imports.compare import compared, known_to_nobody
from planner.actions.imports.events import Fate
from planner.actions.imports.files import review
from planner.actions.imports.mail import NamedDrafts, gathered
from planner.actions.imports.reading import Progress, read_files
from planner.actions.imports.review import Becomes, FileProblem, PersonReview, Review, Stranger
from planner.actions.imports.settle import settled
from planner.exchange.mail.messages import MessageDraft
from planner.library import Library
from planner.library.home_zone import home_zone

_SAVED = (Becomes.CONVERSATION, Becomes.PLAN, Becomes.BUSY, Becomes.COMMITMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class DryRun:
    """Everybody and everything. `events` stand beside the names of the people who would be at them.

    Whoever is at an event is named, as if they all came in; `strangers` are those whom mail proposes.
    """

    people: tuple[PersonReview, ...]
    strangers: tuple[Stranger, ...]
    events: tuple[tuple[Fate, tuple[str, ...]], ...]
    messages: Sequence[MessageDraft]
    problems: tuple[FileProblem, ...]


def dry_review(
    library: Library | None,
    files: Sequence[Path],
    *,
    today: date,
    now: datetime,
    progress: Progress | None = None,
) -> Review:
    """The review of an import, for looking at; without a library, of one into an empty one."""
    if library is not None:
        return review(library, files, today=today, now=now, progress=progress)
    read = read_files(files, today=today, zone=home_zone(), progress=progress)
    named = [(source.name, drafts) for source, drafts in read]
    return compared(named, known_to_nobody(None), today=today, now=now)


def dry_run(
    library: Library | None,
    files: Sequence[Path],
    *,
    today: date,
    now: datetime,
    everybody: bool,
    progress: Progress | None = None,
) -> DryRun:
    """Read the files. With `everybody`, all who are in the mail are proposed, not only those often.

    Raises KnownError for a file that cannot be read.
    """
    zone = str(library.value("SELECT zone FROM owner") if library else home_zone())
    columns = remembered_columns(library) if library else None
    read = read_files(files, today=today, zone=zone, columns=columns, progress=progress)
    found = [(source.name, drafts) for source, drafts in read]
    known = known_to_nobody(library)
    answer = compared(found, known, today=today, now=now)
    return DryRun(
        people=answer.people,
        strangers=tuple(each for each in answer.strangers if each.ticked or (everybody and _other(each))),
        events=tuple(_events(answer)),
        messages=_messages(found, answer),
        problems=answer.problems,
    )


def _other(stranger: Stranger) -> bool:
    """Whether a stranger is somebody else than the owner."""
    return not (stranger.likely_you or stranger.is_you)


def _events(review: Review) -> Iterator[tuple[Fate, tuple[str, ...]]]:
    """The events that would be saved, in the order of time, if everybody at them came in."""
    names = {person.id: person.draft.name for person in review.people}
    names |= {stranger.id: stranger.name for stranger in review.strangers}
    everybody = frozenset(each.id for each in review.strangers if _other(each))
    work = settled(review, Choices(new=everybody | {person.id for person in review.people}))
    for fate in sorted(work.fates, key=lambda each: (each.event.draft.day, each.event.key)):
        if fate.becomes in _SAVED:
            yield fate, tuple(names[person] for person in fate.people)


def _messages(files: NamedDrafts, review: Review) -> list[MessageDraft]:
    found = gathered(files, review.known.own_addresses, review.today, review.known.home)
    return [files[file][1].messages[number] for _, file, number in found.order]
