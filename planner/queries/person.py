"""One person: who they are, how the relationship stands, and everything that happened, newest first."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple, TypeVar

from planner.domain.channels import ReachedOut
from planner.domain.errors import KnownError
from planner.domain.gaps import KnownGap, known_gaps
from planner.library import Library
from planner.queries.connections import Connected, connections_of
from planner.queries.notes import DatedNote, notes_of
from planner.queries.pauses import own_leave
from planner.queries.person_rows import Planned as Planned
from planner.queries.person_rows import Point as Point
from planner.queries.person_rows import Promise as Promise
from planner.queries.person_rows import Recent as Recent
from planner.queries.person_rows import Talk as Talk
from planner.queries.person_rows import plans_of, points_of, promises_of, talks_of
from planner.queries.standing import Measure, Standing, measures, standings

Part = TypeVar("Part")
Contact = tuple[date, ReachedOut | None]
"""The day of a conversation, and who reached out; None: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """Everything the person page shows, from one moment.

    `talks` may be the recent ones alone; `contacts` are the days of all conversations, newest first,
    and `gaps` lie between those until today, oldest first.
    """

    standing: Standing
    layer_id: int | None
    own_rhythm_days: int | None
    pronouns: str
    languages: str
    zone: str
    birthday: str | None
    likes_to_talk: str
    as_a_person: str
    notes: str
    photo: bytes | None
    archived: bool
    resting_until: date | None
    points: tuple[Point, ...]
    tags: tuple[str, ...]
    plans: tuple[Planned, ...]
    talks: tuple[Talk, ...]
    promises: tuple[Promise, ...]
    connections: tuple[Connected, ...]
    dated_notes: tuple[DatedNote, ...] = ()
    contacts: tuple[Contact, ...] = ()
    gaps: tuple[KnownGap, ...] = ()


_PERSON = """
SELECT layer_id, rhythm_days, pronouns, languages, zone, birthday, likes_to_talk, as_a_person, notes, photo,
    archived, resting_until
FROM person WHERE id = ? AND trashed_on IS NULL
"""


class _Parts(NamedTuple):
    """What the page is put together from: asked anew where its tables were touched since it was `known`."""

    library: Library
    person_id: int
    known: PersonPage | None
    touched: Collection[str]

    def part(
        self, ask: Callable[[Library, int], Part], kept: Callable[[PersonPage], Part], *tables: str
    ) -> Part:
        """One of them; `tables` are all that it hangs on."""
        if self.known is None or not set(tables).isdisjoint(self.touched):
            return ask(self.library, self.person_id)
        return kept(self.known)


def person_page(
    library: Library,
    person_id: int,
    today: date,
    *,
    recent: Recent | None = None,
    known: PersonPage | None = None,
    touched: Collection[str] = (),
) -> PersonPage:
    """One person, with all conversations or the recent ones.

    Where `known` is the page as it was, only what hangs on the tables `touched` since is asked again. Raises
    KnownError where the person is no longer there, or in the trash.
    """
    row = library.row(_PERSON, (person_id,))
    if row is None:
        raise KnownError("This person is no longer in the library.")
    part = _Parts(library, person_id, known, touched).part
    measure = measures(library, today, [person_id])[0]
    contacts = part(_contacts, lambda page: page.contacts, "conversation", "participation")
    return PersonPage(
        standing=standings(library, today, [person_id], known=[measure])[person_id],
        layer_id=row[0],
        own_rhythm_days=row[1],
        pronouns=row[2],
        languages=row[3],
        zone=row[4],
        birthday=row[5],
        likes_to_talk=row[6],
        as_a_person=row[7],
        notes=row[8],
        photo=row[9],
        archived=bool(row[10]),
        resting_until=date.fromisoformat(row[11]) if row[11] else None,
        points=part(points_of, lambda page: page.points, "contact_point"),
        tags=part(_tags, lambda page: page.tags, "person_tag"),
        plans=part(plans_of, lambda page: page.plans, "plan", "plan_person", "person", "trip"),
        talks=part(
            partial(talks_of, recent=recent),
            lambda page: page.talks,
            "conversation",
            "participation",
            "person",
        ),
        promises=part(promises_of, lambda page: page.promises, "commitment"),
        connections=part(connections_of, lambda page: page.connections, "connection", "person", "layer"),
        dated_notes=part(notes_of, lambda page: page.dated_notes, "note"),
        contacts=contacts,
        gaps=_gaps(library, measure, contacts, today),
    )


def _gaps(
    library: Library, measure: Measure, contacts: tuple[Contact, ...], today: date
) -> tuple[KnownGap, ...]:
    pauses = (*measure.own_pauses, *own_leave(library))
    return known_gaps((day for day, _ in contacts if day <= today), pauses, measure.rhythm_days)


def _tags(library: Library, person_id: int) -> tuple[str, ...]:
    rows = library.rows("SELECT tag FROM person_tag WHERE person_id = ? ORDER BY tag", (person_id,))
    return tuple(row[0] for row in rows)


def _contacts(library: Library, person_id: int) -> tuple[Contact, ...]:
    rows = library.rows(
        "SELECT x.day, c.reached_out FROM participation x JOIN conversation c ON c.id = x.conversation_id"
        " WHERE x.person_id = ? ORDER BY x.day DESC",
        (person_id,),
    )
    return tuple((date.fromisoformat(day), ReachedOut(by) if by else None) for day, by in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who uses this library."""

    name: str
    city: str
    zone: str


def owner(library: Library) -> Owner:
    """The library's owner."""
    row = library.row("SELECT name, city, zone FROM owner") or ("", "", "UTC")
    return Owner(name=row[0], city=row[1], zone=row[2])
