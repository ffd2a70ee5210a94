"""Calendars in the way of each program, read to exactly what they say."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from planner.exchange.drafts import AttendeeDraft, EventDraft, TodoDraft
from tests.exchange.icalendar_texts import BERLIN, FIXTURES, read, starts

HELENA = AttendeeDraft(email="helena@example.com", name="Helena Voss", organiser=True)


def at(zone: str, *parts: int) -> datetime:
    return datetime(*parts, tzinfo=ZoneInfo(zone))  # type: ignore[misc, arg-type]


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.ics")), ids=lambda path: path.stem)
def test_a_file_read_again_gives_the_same_instances_and_no_problem(path):
    first, second = read(path.name), read(path.name)
    assert first == second
    keys = [(event.uid, event.instance) for event in first.events]
    assert len(keys) == len(set(keys)) > 0
    assert first.problems == ()


def test_google():
    events = read("google.ics").events
    assert events[0] == EventDraft(
        uid="lunch26@google.com",
        title="Lunch with Ana",
        day=date(2026, 3, 10),
        starts=at(BERLIN, 2026, 3, 10, 12, 30),
        zone=BERLIN,
        minutes=60,
        place="Café Elbe, Hamburg",
        notes="About the plan, and what is next.\nBring the numbers; please.",
        attendees=(
            HELENA,
            AttendeeDraft(email="ana.ruiz@example.com", name="Ana Ruiz"),
            AttendeeDraft(email="bo@example.com", declined=True),
        ),
        line=26,
    )
    calls = [(event.instance, event.starts, event.minutes, event.title) for event in events[1:4]]
    new_york = "America/New_York"
    assert calls == [
        ("2026-03-02T21:00:00Z", at(new_york, 2026, 3, 2, 16), 60, "Board call"),
        ("2026-03-30T20:00:00Z", at(new_york, 2026, 3, 30, 16), 60, "Board call"),
        ("2026-03-16T20:00:00Z", at(new_york, 2026, 3, 17, 18), 45, "Board call, moved"),
    ]
    assert all(
        event.attendees == (AttendeeDraft(email="carl@example.com", name="Carl Ito"),)
        for event in events[1:4]
    )
    assert events[4:] == (
        EventDraft(
            uid="holiday26@google.com",
            title="In Lisbon",
            day=date(2026, 4, 6),
            starts=None,
            minutes=None,
            days=5,
            free=True,
            line=85,
        ),
    )


def test_outlook():
    talks, fair, call = (read("outlook.ics").events[index] for index in (0, 3, 4))
    assert starts(read("outlook.ics"))[:3] == [
        "2026-03-24T10:00:00+01:00",
        "2026-03-31T10:00:00+02:00",
        "2026-04-07T10:00:00+02:00",
    ]
    assert (talks.zone, talks.minutes, talks.title, talks.place) == (BERLIN, 60, "Price talks", "Room 12")
    assert talks.notes == "Agenda:\n\n1. Prices\n2. People"
    assert talks.attendees == (
        AttendeeDraft(email="helena@example.com", name="Voss, Helena", organiser=True),
        AttendeeDraft(email="ana@example.com", name="Ruiz, Ana"),
        AttendeeDraft(email="dana@example.com"),
        AttendeeDraft(email="", name="Evan"),
    )
    assert (fair.day, fair.starts, fair.minutes, fair.days) == (date(2026, 5, 1), None, None, 2)
    assert (call.starts, call.day, call.zone, call.minutes) == (
        at("Asia/Kolkata", 2026, 3, 4, 1, 30),
        date(2026, 3, 3),
        BERLIN,
        45,
    )


def test_apple():
    drafts = read("apple.ics")
    assert starts(drafts)[:7] == [
        "2026-03-27T09:45:00+00:00",
        "2026-03-28T09:45:00+00:00",
        "2026-03-29T09:45:00+01:00",
        "2026-03-30T09:45:00+01:00",
        "2026-04-02T08:00:00+02:00",
        "2026-04-09T08:00:00+02:00",
        "2026-04-16T08:30:00+02:00",
    ]
    coffee, run = drafts.events[0], drafts.events[4]
    assert (coffee.zone, coffee.minutes, coffee.place) == ("Europe/Lisbon", 45, "Rua Augusta 1, Lisbon")
    assert coffee.attendees == (HELENA, AttendeeDraft(email="prado@example.com", name="Inês Prado"))
    assert (run.instance, run.zone, run.minutes) == ("2026-04-02T08:00:00", BERLIN, 90)
    birthdays = [event for event in drafts.events if event.uid == "BIRTHDAY-1"]
    assert (len(birthdays), birthdays[0].instance, birthdays[-1].day) == (
        103,
        "1604-02-29",
        date(2024, 2, 29),
    )


def test_nextcloud():
    drafts = read("nextcloud.ics")
    assert starts(drafts) == ["2026-01-07T08:00:00+09:00", "2026-03-04T08:00:00+09:00", "2026-03-01"]
    assert {(event.zone, event.minutes) for event in drafts.events if not event.todo} == {("Asia/Tokyo", 60)}
    assert drafts.events[2].todo == TodoDraft(made_on=date(2026, 3, 1))
    assert drafts.events[0].attendees == (
        AttendeeDraft(email="helena@example.com", name="Helena", organiser=True),
        AttendeeDraft(email="mori@example.com", name="K. Mori"),
    )


def test_thunderbird_moves_this_and_all_later_ones():
    drafts = read("thunderbird.ics")
    assert [(event.instance, event.minutes, event.title) for event in drafts.events] == [
        ("2026-10-12T07:00:00Z", 30, "One to one"),
        ("2026-10-19T07:00:00Z", 30, "One to one"),
        ("2026-10-26T08:00:00Z", 45, "One to one, later"),
        ("2026-11-02T08:00:00Z", 45, "One to one, later"),
    ]
    assert starts(drafts) == [
        "2026-10-12T09:00:00+02:00",
        "2026-10-19T09:00:00+02:00",
        "2026-10-26T10:30:00+01:00",
        "2026-11-02T10:30:00+01:00",
    ]
    assert drafts.events[0].zone == BERLIN
    assert drafts.events[0].attendees == (HELENA, AttendeeDraft(email="dan@example.com", name="Dan"))


def test_lotus_with_a_zone_of_its_own_and_periods():
    drafts = read("lotus.ics", zone="America/Toronto")
    assert [(event.starts, event.minutes) for event in drafts.events] == [
        (at("America/Toronto", 2026, 3, 2, 14), 60),
        (at("America/Toronto", 2026, 3, 9, 14), 120),
    ]
    assert drafts.events[0].attendees == (
        AttendeeDraft(email="helena@example.com", name="Helena Voss/ACME", organiser=True),
        AttendeeDraft(email="frank@example.com"),
    )


def test_the_calendar_library_is_not_loaded_before_a_calendar_is_read():
    code = "import planner.exchange.icalendar.reader, sys; sys.exit('icalendar' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
