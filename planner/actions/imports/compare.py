"""Drafts beside what is known already: the review of an import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain

from planner.actions.imports.acquaintances import Acquaintances
from planner.actions.imports.attendees import Attendance
from planner.actions.imports.calendar import NOTHING_KNOWN, KnownCalendar, known_calendar
from planner.actions.imports.cards import card_of
from planner.actions.imports.choices import Choices
from planner.actions.imports.differences import MOST_PHOTO_BYTES
from planner.actions.imports.events import key_of, proposed, review_events
from planner.actions.imports.known import KnownPeople, known_people, nobody_known
from planner.actions.imports.letters import NO_MAIL, KnownMail, Letter, Mail
from planner.actions.imports.mail import MOST_PROPOSED, NamedDrafts, review_mail
from planner.actions.imports.mail_talks import known_mail
from planner.actions.imports.people import review_people
from planner.actions.imports.review import EventReview, FileProblem, Review
from planner.actions.imports.settle import staying
from planner.actions.imports.sources import Source
from planner.actions.imports.times import where_it_is, where_you_are
from planner.exchange.drafts import EventDraft
from planner.library import Library
from planner.library.ids import new_ids

_OWNERS_EACH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What drafts are compared with: everybody, and two questions about what took place."""

    people: KnownPeople
    calendar: Callable[[set[str], set[str]], KnownCalendar]
    mail: Callable[[Sequence[Letter]], KnownMail]
    history: tuple[int, int]


def known_to(library: Library) -> Known:
    """All that a library knows."""
    history = history_of(library)
    people = known_people(library)
    return Known(
        people=people,
        calendar=lambda keys, days: known_calendar(library, keys, days, people.home),
        mail=lambda letters: known_mail(library, letters),
        history=history,
    )


def known_to_nobody(library: Library | None) -> Known:
    """An empty library with the same owner: what files mean by themselves."""
    return Known(
        people=nobody_known(library),
        calendar=lambda _keys, _days: NOTHING_KNOWN,
        mail=lambda _letters: KnownMail(),
        history=(0, 0),
    )


def history_of(library: Library) -> tuple[int, int]:
    """Where the history stands: another answer later means that the library was changed."""
    row = library.row("SELECT coalesce(max(id), 0), coalesce(sum(state = 'done'), 0) FROM change")
    return (row[0], row[1]) if row else (0, 0)


def compared(
    files: NamedDrafts,
    known: Known,
    *,
    today: date,
    now: datetime | None,
    sources: Sequence[Source] = (),
) -> Review:
    """What importing these drafts, each with its file's name, would do."""
    cards = [card_of(draft, name) for name, drafts in files for draft in drafts.people]
    events = [(name, draft) for name, drafts in files for draft in drafts.events]
    wanted = len(cards) + sum(len(draft.attendees) for _, draft in events)
    has_mail = any(drafts.messages or drafts.left_out for _, drafts in files)
    ids = iter(new_ids(wanted + has_mail * (MOST_PROPOSED + _OWNERS_EACH * len(files))))
    people = review_people(cards, known.people, ids)
    calendar, reviews, mail = NOTHING_KNOWN, list[EventReview](), NO_MAIL
    everybody = Acquaintances(known.people, people, ids)
    everybody.take_for_owners(email for _, drafts in files if drafts.events for email in drafts.owners)
    attendance = Attendance(everybody)
    if events:
        calendar = known.calendar(*_keys_and_days(events, known.people.home))
        reviews = list(review_events(events, attendance, calendar, today, now))
    if has_mail:
        mail = _mail(files, everybody, known, today, sources)
    invited = chain.from_iterable(each.invited for each in reviews)
    strangers = everybody.strangers(
        {*invited, *_in_mail(mail)}, attendance.with_guests, attendance.with_owner
    )
    stays = staying(people, strangers, Choices())
    return Review(
        files=tuple(name for name, drafts in files if drafts.format),
        today=today,
        people=people,
        events=proposed(reviews, stays, calendar, known.people.home),
        strangers=strangers,
        problems=tuple(_problems(files)),
        mail=mail,
        tables=tuple((name, drafts.table) for name, drafts in files if drafts.table is not None),
        known=known.people,
        calendar=calendar,
        history=known.history,
    )


def _mail(
    files: NamedDrafts, people: Acquaintances, known: Known, today: date, sources: Sequence[Source]
) -> Mail:
    mail = review_mail(files, people, today=today, home=known.people.home)
    return replace(mail, known=known.mail(mail.letters), sources=tuple(sources))


def _in_mail(mail: Mail) -> set[int]:
    return {
        person for letter in mail.letters for person in (letter.sender, *letter.to, *letter.copied) if person
    }


def _keys_and_days(events: Sequence[tuple[str, EventDraft]], home: str) -> tuple[set[str], set[str]]:
    """The keys of the events, and the days on which the same conversations may stand."""
    days = {each(draft, home).day.isoformat() for _, draft in events for each in (where_it_is, where_you_are)}
    return {key_of(draft) for _, draft in events}, days


def _problems(files: NamedDrafts) -> list[FileProblem]:
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
