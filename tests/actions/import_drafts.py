"""Short ways to write drafts, and to import them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from planner.actions.imports.files import Choices, Imported, Review, review_drafts, save
from planner.actions.people import PersonForm, Point, add_person
from planner.actions.settings import remember, set_owner
from planner.exchange.drafts import (
    AttendeeDraft,
    Drafts,
    EventDraft,
    PersonDraft,
    PointDraft,
    PointKind,
    Problem,
)
from planner.library import Library
from tests.conftest import NOW, TODAY

ANA = "ana@contoso.example"
RUI = "rui@contoso.example"
HELENA = "helena@contoso.example"
LISBON = ZoneInfo("Europe/Lisbon")


def person(name: str, *emails: str, phones: tuple[str, ...] = (), **rest: Any) -> PersonDraft:
    """A card with these e-mails and numbers."""
    points = [PointDraft(kind=PointKind.EMAIL, value=each, label="work") for each in emails]
    points += [PointDraft(kind=PointKind.PHONE, value=each) for each in phones]
    return PersonDraft(name=name, points=tuple(points), **rest)


def guest(email: str, name: str = "", **rest: bool) -> AttendeeDraft:
    """Somebody at an event."""
    return AttendeeDraft(email=email, name=name, **rest)


def event(
    uid: str,
    day: date = TODAY,
    at: str | None = "10:00",
    *,
    guests: tuple[AttendeeDraft, ...] = (),
    **rest: Any,
) -> EventDraft:
    """An event of an hour in Lisbon; `at` None is all day."""
    starts = datetime.combine(day, datetime.strptime(at, "%H:%M").time(), LISBON) if at else None  # noqa: DTZ007
    values = {"title": "Catching up", "zone": "Europe/Lisbon", "minutes": 60 if at else None} | rest
    return EventDraft(uid=uid, day=day, starts=starts, attendees=guests, **values)


def cards(
    *people: PersonDraft, name: str = "contacts.vcf", problems: tuple[Problem, ...] = ()
) -> tuple[str, Drafts]:
    """An address book."""
    return name, Drafts(format="vCard", people=people, problems=problems)


def calendar(*events: EventDraft, name: str = "calendar.ics") -> tuple[str, Drafts]:
    """A calendar."""
    return name, Drafts(format="iCalendar", events=events)


def looked_at(library: Library, *files: tuple[str, Drafts], now: datetime | None = None) -> Review:
    """The review of these files."""
    return review_drafts(library, files, today=TODAY, now=now)


def imported(library: Library, *files: tuple[str, Drafts], choices: Choices | None = None) -> Imported:
    """These files imported as the review proposes, or as chosen."""
    return save(library, looked_at(library, *files), choices or Choices(), now=NOW)


def days(number: int) -> timedelta:
    """So many days."""
    return timedelta(days=number)


def helena_s(library: Library) -> int:
    """Make it the library of Helena Voss, who knows Ana Ferreira; returns Ana's id."""
    set_owner(library, name="Helena Voss", zone="Europe/Berlin")
    remember(library, "own_addresses", [HELENA])
    form = PersonForm(name="Ana Ferreira", points=(Point(kind="email", value=ANA),))
    return add_person(library, form, today=TODAY)
