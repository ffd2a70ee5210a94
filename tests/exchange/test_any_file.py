"""A file is read for what it holds, whatever it is called: people, events or mail."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from planner.domain.errors import KnownError
from planner.exchange.drafts import Cancelled, Drafts
from planner.exchange.reader import read_file_bytes

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nEND:VCARD\r\n"
CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    b"DTSTAMP:20260101T000000Z\r\nDTSTART:20260105T090000Z\r\nDTEND:20260105T093000Z\r\nSUMMARY:Coffee\r\n"
    b"END:VEVENT\r\nEND:VCALENDAR\r\n"
)


def read(data: bytes) -> Drafts:
    return read_file_bytes(data, until=date(2027, 1, 1), zone="Europe/London")


def test_an_address_book_is_read_as_people() -> None:
    drafts = read(CARD)
    assert drafts.format == "vCard"
    assert [person.name for person in drafts.people] == ["Ana"]


def test_a_calendar_is_read_as_events() -> None:
    drafts = read(CALENDAR)
    assert drafts.format == "iCalendar"
    assert [event.title for event in drafts.events] == ["Coffee"]


def test_a_table_is_read_as_people() -> None:
    drafts = read(b"name,email\nAna,a@x.example\n")
    assert drafts.format == "table"
    assert [person.name for person in drafts.people] == ["Ana"]


def test_mail_is_read_as_messages() -> None:
    message = b"From: Ana <ana@x.example>\nTo: me@y.example\nDate: Tue, 15 Sep 2026 08:00:00 +0200\n\nHello\n"
    drafts = read(message)
    assert drafts.format == "message"
    assert [each.sender.email for each in drafts.messages] == ["ana@x.example"]
    archive = b"From ana@x.example Tue Sep 15 08:00:00 2026\n" + message
    assert [each.sender.email for each in read(archive * 2).messages] == ["ana@x.example"] * 2
    assert read(archive).format == "mbox"


@pytest.mark.parametrize("data", [b"two eggs", b"\x89PNG\r\n\x1a\n", b"VERSION:3.0\n"])
def test_anything_else_gets_one_sentence(data: bytes) -> None:
    with pytest.raises(KnownError, match=r"^This file is not an address book, a calendar"):
        read(data)


def test_a_packed_and_an_empty_file_are_named() -> None:
    with pytest.raises(KnownError, match="packed"):
        read(b"PK\x03\x04rest")
    with pytest.raises(KnownError, match="empty"):
        read(b" \r\n")


def test_stopping_reaches_the_reader() -> None:
    with pytest.raises(Cancelled):
        read_file_bytes(CARD, until=date(2027, 1, 1), zone="UTC", progress=lambda share: False)


def test_reading_people_does_not_load_what_reads_calendars() -> None:
    program = (
        "import sys; from datetime import date; from planner.exchange.reader import read_file_bytes; "
        f"read_file_bytes({CARD!r}, until=date(2027, 1, 1), zone='UTC'); "
        "late = ('icalendar', 'charset_normalizer', 'planner.exchange.mail.mbox', 'email.parser'); "
        "sys.exit(any(name in sys.modules for name in late))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
