"""What to know before a meeting: one page about a person, or about everybody who will be there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from planner.domain import brief_words, words
from planner.domain.channels import Channel
from planner.domain.errors import KnownError
from planner.domain.names import first_name, whom
from planner.library import Library
from planner.queries.brief_private import PrivateThing, private_things
from planner.queries.brief_sections import (
    Around,
    Line,
    around,
    lately,
    messages,
    promises,
    questions,
    remember,
    understood,
)
from planner.queries.person import PersonPage, owner, person_page
from planner.queries.trust import Trust, trust_of
from planner.queries.understanding import understanding_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonBrief:
    """One person, as the brief tells them. Nothing private is in it but what is in `added`.

    `band` is (low, likely, high) for the drawing, None while not known; `stage` its words and `standing` the
    facts. `yours` and `theirs` are the open promises of each side.
    """

    person_id: int
    name: str
    first: str
    whom: str
    initials: str
    hue: str
    photo: bytes | None
    line: str
    remember: str
    yours: tuple[Line, ...]
    theirs: tuple[Line, ...]
    lately: tuple[Line, ...]
    around: tuple[Around, ...]
    understood: tuple[Line, ...]
    messages: tuple[Line, ...]
    questions: tuple[str, ...]
    band: tuple[float, float, float] | None
    stage: str
    standing: str
    added: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingBrief:
    """The page: when and where, what for, and who. `private` is all that was left out unless asked for.

    `hours`, `place` and `purpose` are '' where no conversation is planned.
    """

    day: str
    hours: str
    place: str
    purpose: str
    planned: bool
    people: tuple[PersonBrief, ...]
    private: tuple[PrivateThing, ...]
    owner: str
    printed: str


class _Plan(NamedTuple):
    day: date
    starts: time | None
    minutes: int
    channel: Channel
    purpose: str
    place: str


def meeting_brief(
    library: Library,
    people: Sequence[int],
    today: date,
    *,
    plan_id: int = 0,
    added: Collection[str] = (),
) -> MeetingBrief:
    """The brief for these people: for a plan, else for the next conversation that is planned with them all.

    What is private is in it only where its key is in `added`. Raises KnownError where nobody is there.
    """
    if not people:
        raise KnownError("Choose somebody first; a brief is about people.")
    plan = _plan(library, people, today, plan_id)
    hidden = [thing for each in people for thing in private_things(library, each)]
    day = plan.day if plan else today
    near, below = brief_words.where(plan.place, plan.channel) if plan else ("", "")
    return MeetingBrief(
        day=f"{words.weekday(day)} {day.day} {words.long_month(day)} {day.year}",
        hours=f"{brief_words.hours(plan.starts, plan.minutes)}, {near}" if plan else "",
        place=below,
        purpose=plan.purpose if plan else "",
        planned=plan is not None,
        people=tuple(_person(library, each, today, hidden, added) for each in people),
        private=tuple(hidden),
        owner=owner(library).name,
        printed=f"{today.day} {words.month(today)} {today.year}",
    )


def people_of_plan(library: Library, plan_id: int) -> tuple[int, ...]:
    """Who a plan is with, by name."""
    rows = library.rows(
        "SELECT p.id FROM plan_person x JOIN person p ON p.id = x.person_id"
        " WHERE x.plan_id = ? AND p.trashed_on IS NULL ORDER BY p.folded, p.id",
        (plan_id,),
    )
    return tuple(row[0] for row in rows)


def next_meeting(library: Library, person_id: int, today: date) -> int:
    """The person's next open plan, 0 where there is none."""
    found = library.value(
        "SELECT p.id FROM plan p JOIN plan_person x ON x.plan_id = p.id WHERE x.person_id = ?"
        " AND p.status = 'open' AND p.day >= ? ORDER BY p.day, p.starts IS NULL, p.starts LIMIT 1",
        (person_id, today.isoformat()),
    )
    return int(found or 0)


_PLAN = "SELECT p.day, p.starts, p.minutes, p.channel, p.purpose, p.place FROM plan p"


def _plan(library: Library, people: Sequence[int], today: date, plan_id: int) -> _Plan | None:
    if plan_id:
        row = library.row(f"{_PLAN} WHERE p.id = ?", (plan_id,))
    else:
        marks = ", ".join("?" * len(people))
        row = library.row(
            f"{_PLAN} JOIN plan_person x ON x.plan_id = p.id WHERE x.person_id IN ({marks})"
            " AND p.status = 'open' AND p.day >= ? GROUP BY p.id HAVING count(*) = ?"
            " ORDER BY p.day, p.starts IS NULL, p.starts LIMIT 1",
            (*people, today.isoformat(), len(people)),
        )
    if row is None:
        return None
    starts = time.fromisoformat(row[1]) if row[1] else None
    return _Plan(date.fromisoformat(row[0]), starts, row[2], Channel(row[3]), row[4], row[5])


def _person(
    library: Library, person_id: int, today: date, hidden: list[PrivateThing], added: Collection[str]
) -> PersonBrief:
    page = person_page(library, person_id, today)
    known, trust = understanding_of(library, person_id, today), trust_of(library, person_id, today)
    standing = page.standing
    first = remember(page, known, trust, today)
    return PersonBrief(
        person_id=person_id,
        name=standing.name,
        first=first_name(standing.name),
        whom=whom(standing.name, page.pronouns),
        initials=standing.initials,
        hue=standing.hue,
        photo=page.photo,
        line=_line(page),
        remember=first.sentence,
        yours=promises(page, today, yours=True),
        theirs=promises(page, today, yours=False),
        lately=lately(page, today),
        around=around(library, page),
        understood=understood(page, known, left_out=first.fact_id),
        messages=messages(library, page, known, trust, today),
        questions=questions(library, page, known, today),
        band=(trust.band.low, trust.band.likely, trust.band.high) if trust.band else None,
        stage=f"trust is {trust.band.words}" if trust.band else "",
        standing=_standing(trust),
        added=tuple(
            Line(words.short_day(thing.day, today), thing.words)
            for thing in hidden
            if thing.person_id == person_id and thing.key in added
        ),
    )


def _line(page: PersonPage) -> str:
    role = ", ".join(filter(None, (page.standing.role, page.standing.organisation)))
    return brief_words.listed(filter(None, (role, page.standing.layer)))


def _standing(trust: Trust) -> str:
    """Your record, and the newest fact against; or why nothing is known."""
    if trust.band is None:
        return trust.width
    told = (each for each in trust.lines if each.commitment_id or each.evidence_id)
    against = next((each.words for each in told if each.speaks_for is False and not each.private), "")
    record = trust.yours.sentence if trust.yours.counted else trust.theirs.sentence
    return brief_words.listed((record, against))
