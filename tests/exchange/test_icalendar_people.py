"""Who an event was with."""

from __future__ import annotations

import pytest

from planner.exchange.drafts import AttendeeDraft
from tests.exchange.icalendar_texts import calendar, read


def people(*lines: str) -> tuple[AttendeeDraft, ...]:
    (event,) = read(calendar("\n".join(("UID:1", "DTSTART:20260302T090000", *lines)))).events
    return event.attendees


@pytest.mark.parametrize(
    ("line", "email", "name"),
    [
        ("ATTENDEE;CN=Ana Ruiz:mailto:ana@example.com", "ana@example.com", "Ana Ruiz"),
        ("ATTENDEE;CN=Ana Ruiz:MAILTO:Ana@Example.COM", "ana@example.com", "Ana Ruiz"),
        ('attendee;cn="Ruiz, Ana":Mailto:ana@example.com', "ana@example.com", "Ruiz, Ana"),
        ("ATTENDEE;CN=Ruiz\\, Ana:mailto:ana@example.com", "ana@example.com", "Ruiz, Ana"),
        ('ATTENDEE;CN="Ana "the plan" Ruiz":mailto:ana@example.com', "ana@example.com", "Ana the plan Ruiz"),
        ("ATTENDEE;CN=Ruiz, Ana:mailto:ana@example.com", "ana@example.com", "Ruiz, Ana"),
        ("ATTENDEE;CN=Ana: at work:mailto:ana@example.com", "ana@example.com", "Ana"),
        ("ATTENDEE;CN=ana@example.com:mailto:ana@example.com", "ana@example.com", ""),
        ("ATTENDEE:ana@example.com", "ana@example.com", ""),
        ("ATTENDEE:mailto:ana%40example.com?subject=Hello", "ana@example.com", ""),
        ("ATTENDEE;CN=Ana;EMAIL=Ana@example.com:urn:uuid:1234", "ana@example.com", "Ana"),
        ("ATTENDEE;CN=Ana:invalid:nomail", "", "Ana"),
        ("ATTENDEE;CN=\u202eAna\u0007:mailto:ana@example.com", "ana@example.com", "Ana"),
    ],
)
def test_addresses_and_names(line, email, name):
    assert people(line) == (AttendeeDraft(email=email, name=name),)


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE;CUTYPE=ROOM;CN=Elbe:mailto:elbe@example.com",
        "ATTENDEE;CUTYPE=resource;CN=Projector:mailto:projector@example.com",
        "ATTENDEE;CUTYPE=GROUP;CN=Everyone:mailto:all@example.com",
        "ATTENDEE;CN=Elbe:mailto:c_1@resource.calendar.google.com",
        "ORGANIZER;CN=Unknown Organizer:mailto:unknownorganizer@calendar.google.com",
        "ATTENDEE:invalid:nomail",
        "ATTENDEE:",
    ],
)
def test_what_is_no_person(line):
    assert people(line) == ()


def test_everybody_once_the_organiser_first_and_who_declined():
    assert people(
        "ATTENDEE;PARTSTAT=DECLINED;CN=Bo:mailto:bo@example.com",
        "ATTENDEE;PARTSTAT=ACCEPTED;CN=Helena Voss:mailto:helena@example.com",
        "ATTENDEE;PARTSTAT=declined:mailto:Bo@example.com",
        "ORGANIZER:mailto:helena@example.com",
    ) == (
        AttendeeDraft(email="helena@example.com", name="Helena Voss", organiser=True),
        AttendeeDraft(email="bo@example.com", name="Bo", declined=True),
    )


@pytest.mark.parametrize(("name", "owners"), [("Helena@Example.com", ["helena@example.com"]), ("Work", [])])
def test_a_calendar_called_by_an_address_says_whose_it_is(name, owners):
    event = "UID:1\nDTSTART:20260302T090000"
    assert list(read(calendar(event, head=f"X-WR-CALNAME:{name}")).owners) == owners
