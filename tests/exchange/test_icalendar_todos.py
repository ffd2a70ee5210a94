"""To-dos of calendars: what is to be done, until when, with whom, and whether it was."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.exchange.drafts import AttendeeDraft, EventDraft, TodoDraft
from planner.exchange.icalendar.reader import looks_like_calendar
from tests.exchange.icalendar_texts import read, sentences

ANA = "ORGANIZER;CN=Ana Ruiz:mailto:ana@x.example"


def todos(*lines: str) -> bytes:
    """A calendar of one to-do with these lines."""
    return "\n".join(["BEGIN:VCALENDAR", "BEGIN:VTODO", *lines, "END:VTODO", "END:VCALENDAR", ""]).encode()


def todo(*lines: str) -> TodoDraft:
    (event,) = read(todos("SUMMARY:Send it", *lines)).events
    assert event.todo is not None
    return event.todo


def test_one_with_everything() -> None:
    data = todos(
        *("UID:t1", "SUMMARY:Send the figures\\, all", "LOCATION:Berlin", "DESCRIPTION:As asked", ANA),
        *("CREATED:20260901T220000Z", "DUE;VALUE=DATE:20260920", "STATUS:IN-PROCESS", "SEQUENCE:1"),
        *("BEGIN:VALARM", "SUMMARY:not this", "END:VALARM"),
    )
    assert looks_like_calendar(data)
    assert read(data).events == (
        EventDraft(
            uid="t1",
            title="Send the figures, all",
            day=date(2026, 9, 20),
            starts=None,
            minutes=None,
            place="Berlin",
            notes="As asked",
            attendees=(AttendeeDraft(email="ana@x.example", name="Ana Ruiz", organiser=True),),
            free=True,
            todo=TodoDraft(made_on=date(2026, 9, 2), due_on=date(2026, 9, 20)),
            line=2,
        ),
    )


@pytest.mark.parametrize(
    ("lines", "due"),
    [
        (("DUE:20260920T233000Z",), date(2026, 9, 21)),
        (("DUE;TZID=Asia/Tokyo:20260921T040000",), date(2026, 9, 20)),
        (("DTSTART;VALUE=DATE:20260918", "DURATION:P2D"), date(2026, 9, 20)),
        (("DTSTART:20260918T200000Z", "DURATION:PT3H"), date(2026, 9, 19)),
        (("DUE:soon",), None),
        (("DTSTART;VALUE=DATE:20260918",), None),
    ],
)
def test_until_when(lines: tuple[str, ...], due: date | None) -> None:
    assert todo(*lines).due_on == due


@pytest.mark.parametrize(
    ("lines", "done", "cancelled"),
    [
        (("STATUS:NEEDS-ACTION",), None, False),
        (("STATUS:COMPLETED", "COMPLETED:20260902T230000Z"), date(2026, 9, 3), False),
        (("COMPLETED:20260902T100000Z",), date(2026, 9, 2), False),
        (("STATUS:COMPLETED", "DUE;VALUE=DATE:20260920"), date(2026, 9, 20), False),
        (("PERCENT-COMPLETE:100", "DTSTART;VALUE=DATE:20260918"), date(2026, 9, 18), False),
        (("PERCENT-COMPLETE:40",), None, False),
        (("STATUS:CANCELLED",), None, True),
        (("STATUS:CANCELLED", "COMPLETED:20260902T100000Z"), date(2026, 9, 2), False),
    ],
)
def test_whether_it_was_done(lines: tuple[str, ...], done: date | None, cancelled: bool) -> None:
    found = todo(*lines)
    assert (found.done_on, found.cancelled) == (done, cancelled)


def test_one_without_a_uid_has_the_same_name_at_each_reading() -> None:
    first, second = (read(todos("SUMMARY:Call")).events[0].uid for _ in range(2))
    assert first == second
    assert first != read(todos("SUMMARY:Write")).events[0].uid


def test_of_two_versions_the_newer_counts() -> None:
    both = todos("UID:1", "SUMMARY:Old", "END:VTODO", "BEGIN:VTODO", "UID:1", "SEQUENCE:2", "SUMMARY:New")
    assert [event.title for event in read(both).events] == ["New"]


def test_what_cannot_be_used_is_said() -> None:
    assert sentences(read(todos("UID:1"))) == [(2, "This to-do says nothing and was left out.")]
    repeats = read(todos("SUMMARY:Water", "RRULE:FREQ=DAILY"))
    assert len(repeats.events) == 1
    assert sentences(repeats) == [(2, "This to-do repeats; only the time that it names was kept.")]
    cut = read(b"BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:Cut")
    assert sentences(cut) == [(2, "This entry is cut off before its end and was left out.")]


def test_to_dos_and_events_of_one_file_come_after_each_other() -> None:
    data = todos("SUMMARY:Do", "END:VTODO", "BEGIN:VEVENT", "DTSTART:20260902", "SUMMARY:Meet", "END:VEVENT")
    assert [event.title for event in read(data).events] == ["Meet", "Do"]


PIECES = st.sampled_from(
    [
        *("SUMMARY:x", "DUE:", "DUE;TZID=Nowhere:20260101T", "DTSTART:99999999T999999", "DURATION:P", "UID:"),
        *("COMPLETED:00000000", "STATUS:", "RRULE:FREQ=", "RECURRENCE-ID:x", ANA, "ATTENDEE:", "\x00", "é"),
        *(
            "BEGIN:VTODO",
            "END:VTODO",
            "BEGIN:VALARM",
            "END:VALARM",
            "DURATION:P999999999D",
            "DTSTART:20260101",
        ),
    ]
)


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES | st.text(max_size=20), max_size=15))
def test_no_lines_raise(lines: list[str]) -> None:
    for event in read(todos(*lines)).events:
        assert event.title
        assert event.todo is None or event.free
