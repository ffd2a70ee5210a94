"""P17: a minute of broken files for every reader: `pytest -m long tests/exchange/test_fuzz_long.py -s`."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO

import pytest

from planner.exchange.csv_table.reader import looks_like_table, read_table
from planner.exchange.icalendar.reader import read_calendar
from planner.exchange.mail.body import text_of_message
from planner.exchange.mail.mbox import read_mbox
from planner.exchange.mail.single import read_message
from planner.exchange.reader import read_file_bytes
from planner.exchange.vcard.cards import read_vcards
from tests.exchange.csv_pieces import PIECES as CSV_PIECES
from tests.exchange.fuzzing import fuzz, fuzz_for, seeds, thrown
from tests.exchange.mail_pieces import PIECES as MAIL_PIECES
from tests.exchange.test_mail_fuzz import ARCHIVES, SINGLE
from tests.exchange.test_vcard_fuzz import PIECES as VCARD_PIECES

SECONDS = 60
UNTIL = date(2027, 9, 15)
ICALENDAR_PIECES = [
    *(
        b"BEGIN:VEVENT\n",
        b"END:VEVENT\n",
        b"BEGIN:VTIMEZONE\n",
        b"RRULE:FREQ=",
        b"DAILY",
        b"YEARLY;BYDAY=5MO",
    ),
    *(b"UNTIL=20300101", b"COUNT=9999999", b"INTERVAL=0", b"DTSTART;TZID=Nowhere:", b"20260915T090000Z"),
    *(
        b"DURATION:P",
        b"EXDATE:",
        b"RECURRENCE-ID;RANGE=THISANDFUTURE:",
        b"\n",
        b"\r",
        b" ",
        b"\x00",
        b"\xff",
        b";",
        b":",
    ),
]


def table(data: bytes) -> None:
    looks_like_table(data)
    read_table(data)


def calendar(data: bytes) -> None:
    read_calendar(data, until=UNTIL, zone="Europe/Lisbon")


def message(data: bytes) -> None:
    text_of_message(data)
    read_message(data)


def anything(data: bytes) -> None:
    read_file_bytes(data, until=UNTIL, zone="UTC")


CARDS, CALENDARS, TABLES = seeds("vcard", "*.vcf"), seeds("icalendar", "*.ics"), seeds("csv", "*.csv")
READERS: dict[str, tuple[Callable[[bytes], object], Sequence[bytes], Sequence[bytes]]] = {
    "vcard": (read_vcards, CARDS, VCARD_PIECES),
    "icalendar": (calendar, CALENDARS, ICALENDAR_PIECES),
    "csv": (table, TABLES, CSV_PIECES),
    "mbox": (lambda data: read_mbox(BytesIO(data), len(data)), ARCHIVES, MAIL_PIECES),
    "message": (message, SINGLE, MAIL_PIECES),
    "any": (anything, [*CARDS, *CALENDARS, *TABLES, *ARCHIVES, *SINGLE], [*VCARD_PIECES, *MAIL_PIECES]),
}


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", READERS)
def test_a_minute_of_broken_files(name: str) -> None:
    read, files, pieces = READERS[name]
    chance = thrown()
    count = fuzz_for(SECONDS, read, files, pieces, chance)
    print(f"{name}: {count:,} inputs in {SECONDS} s, chance {chance}")
    assert count > 100


@pytest.mark.long
@pytest.mark.timeout(4 * 3600)
@pytest.mark.parametrize("name", READERS)
def test_a_hundred_thousand_broken_files(name: str) -> None:
    read, files, pieces = READERS[name]
    assert fuzz(read, files, pieces, thrown(), times=100_000) == 100_000


@pytest.mark.parametrize("name", READERS)
def test_a_moment_of_broken_files(name: str) -> None:
    read, files, pieces = READERS[name]
    assert fuzz_for(0.5, read, files, pieces, secrets.randbits(32)) > 0
