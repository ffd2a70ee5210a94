"""Whatever a reader made of a file is written out and read again: what the fuzz tests of writers do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import islice

from PIL import Image

from planner.domain.errors import KnownError
from planner.domain.outgoing import OutgoingPlan
from planner.exchange.drafts import EventDraft, PersonDraft
from planner.exchange.icalendar.reader import read_calendar
from planner.exchange.icalendar.writer import calendar
from planner.exchange.people_table import people_header, person_row
from planner.exchange.photos import MOST_PIXELS_ACROSS, kept_photo, safe_photo
from planner.exchange.tables import table
from planner.exchange.vcard.cards import read_vcards
from planner.exchange.vcard.writer import vcard
from tests.exchange.outgoing import of_draft

UNTIL, ZONE = date(2027, 9, 15), "Europe/Lisbon"
NOW = datetime(2026, 9, 15, 7, 20, tzinfo=UTC)
_FEW = 5
_SEEN = (
    *("name", "nickname", "pronouns", "role", "organisation", "city", "zone", "languages", "birthday"),
    *("note", "tags", "points", "kept"),
)


def cards_out(data: bytes) -> None:
    """Whoever is in this address book comes back from our own cards, without a word of complaint, and the
    second time round nothing changes any more.
    """
    for person in islice(_people(data), _FEW):
        for version in ("3.0", "4.0"):
            once = _one(vcard(of_draft(person), version))
            twice = _one(vcard(of_draft(once), version))
            assert (once.name, once.kept) == (person.name, twice.kept)
            for field in _SEEN:
                assert getattr(twice, field) == getattr(once, field), field


def tables_out(data: bytes) -> None:
    """Whoever is in this address book has a row as wide as the headings, in both kinds of tables."""
    people = [of_draft(person) for person in islice(_people(data), _FEW)]
    most = {"email": 3, "phone": 3, "address": 2, "link": 2}
    for exact in (True, False):
        rows = [person_row(person, most) for person in people]
        assert all(len(row) == len(people_header(most)) for row in rows)
        b"".join(table(people_header(most), rows, exact=exact)).decode()


def calendars_out(data: bytes) -> None:
    """Whatever is in this calendar can be a plan, and comes back at its time."""
    events: tuple[EventDraft, ...] = ()
    with suppress(KnownError):
        events = read_calendar(data, until=UNTIL, zone=ZONE).events
    plans = [plan for event in events[:_FEW] if (plan := _plan(event)) is not None]
    if not plans:
        return
    once = read_calendar(calendar(plans, at=NOW, alarm_minutes=10), until=date(9999, 12, 30), zone=ZONE)
    assert once.problems == ()
    assert [(event.uid, _day(event)) for event in once.events] == [(plan.uid, plan.day) for plan in plans]


def photos_in(data: bytes) -> None:
    """Whatever these bytes are, they are a small sound picture afterwards, or none."""
    for made in (safe_photo(data), kept_photo(data)):
        if made is not None:
            with Image.open(BytesIO(made)) as picture:
                assert max(picture.size) <= MOST_PIXELS_ACROSS
                picture.load()


def _people(data: bytes) -> Iterator[PersonDraft]:
    with suppress(KnownError):
        yield from read_vcards(data).people


def _one(card: bytes) -> PersonDraft:
    drafts = read_vcards(card)
    assert drafts.problems == (), card
    (person,) = drafts.people
    return person


def _day(event: EventDraft) -> date:
    """The day where the event is, which may be another one at home."""
    return event.starts.date() if event.starts is not None else event.day


def _plan(event: EventDraft) -> OutgoingPlan | None:
    """The plan that an event could have become; none for one that has no name to go out under."""
    if event.instance or not event.uid.isprintable() or not 1970 <= event.day.year <= 2100:
        return None
    timed = event.starts is not None
    return OutgoingPlan(
        uid=event.uid.strip(),
        sequence=1,
        day=_day(event),
        starts=event.starts.time().replace(second=0, microsecond=0) if timed else None,
        zone=event.zone,
        minutes=min(event.minutes or 30, 600),
        channel="call",
        purpose=event.title,
        place=event.place,
        people=tuple((each.name or each.email, each.email) for each in event.attendees),
        created_on=NOW.date(),
    )
