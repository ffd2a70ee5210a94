"""Dates, times, zones and lengths, as programs write them."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.errors import KnownError
from tests.exchange.icalendar_texts import calendar, read, sentences, starts

CUSTOM = """
BEGIN:VTIMEZONE
TZID:Office
BEGIN:STANDARD
DTSTART:20000101T000000
TZOFFSETFROM:{offset}
TZOFFSETTO:{offset}
END:STANDARD
END:VTIMEZONE
"""


def only(*lines: str, head: str = "", zone: str = "Europe/Berlin"):
    drafts = read(calendar("\n".join(("UID:1", *lines)), head=head), zone=zone)
    assert len(drafts.events) == 1, drafts
    return drafts.events[0]


@pytest.mark.parametrize(
    ("written", "zone", "starts_at"),
    [
        ("DTSTART;TZID=Europe/Paris:20260701T090000", "Europe/Paris", "2026-07-01T09:00:00+02:00"),
        ("DTSTART;TZID=europe/paris:20260701T090000", "Europe/Paris", "2026-07-01T09:00:00+02:00"),
        ('DTSTART;TZID="Tokyo Standard Time":20260701T090000', "Asia/Tokyo", "2026-07-01T09:00:00+09:00"),
        (
            "DTSTART;TZID=/mozilla.org/20050126_1/Asia/Tokyo:20260701T090000",
            "Asia/Tokyo",
            "2026-07-01T09:00:00+09:00",
        ),
        (
            "DTSTART;VALUE=DATE-TIME;TZID=Asia/Tokyo:20260701T090000",
            "Asia/Tokyo",
            "2026-07-01T09:00:00+09:00",
        ),
        (
            'DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna":20260701T090000',
            "Europe/Amsterdam",
            "2026-07-01T09:00:00+02:00",
        ),
        (
            "DTSTART;TZID=(GMT-05.00) Eastern Time (US & Canada):20260701T090000",
            "America/New_York",
            "2026-07-01T09:00:00-04:00",
        ),
        (
            'DTSTART;TZID="(UTC-03:30) Newfoundland":20260701T090000',
            "Canada/Newfoundland",
            "2026-07-01T09:00:00-02:30",
        ),
        ("DTSTART;TZID=GMT+0200:20260701T090000", "Etc/GMT-2", "2026-07-01T09:00:00+02:00"),
        ("DTSTART:20260701T090000Z", "Europe/Berlin", "2026-07-01T11:00:00+02:00"),
        ("DTSTART;TZID=UTC:20260701T090000", "Europe/Berlin", "2026-07-01T11:00:00+02:00"),
        ("DTSTART;TZID=tzone://Microsoft/Utc:20260701T090000", "Europe/Berlin", "2026-07-01T11:00:00+02:00"),
        ("DTSTART;TZID=Asia/Tokyo:20260701T090000Z", "Europe/Berlin", "2026-07-01T11:00:00+02:00"),
        ("DTSTART:20260701T090000", "Europe/Berlin", "2026-07-01T09:00:00+02:00"),
        ("DTSTART;TZID=:20260701T0900", "Europe/Berlin", "2026-07-01T09:00:00+02:00"),
    ],
)
def test_zones_by_their_names(written, zone, starts_at):
    event = only(written)
    assert (event.zone, event.starts.isoformat()) == (zone, starts_at)


def test_utc_is_the_time_of_the_calendar_where_it_names_its_zone():
    event = only("DTSTART:20260701T233000Z", head="X-WR-TIMEZONE:America/New_York")
    assert (event.zone, event.starts.isoformat()) == ("America/New_York", "2026-07-01T19:30:00-04:00")
    assert event.day == date(2026, 7, 2)


@pytest.mark.parametrize(("zone", "day"), [("Pacific/Auckland", 2), ("America/Los_Angeles", 1)])
def test_the_day_is_the_owners(zone, day):
    event = only("DTSTART;TZID=Europe/Berlin:20260701T230000", zone=zone)
    assert event.day == date(2026, 7, day)
    assert event.starts.isoformat() == "2026-07-01T23:00:00+02:00"


def test_a_zone_that_only_its_file_knows_is_that_files_own():
    for offset, hour in (("+0300", "08"), ("-0800", "19")):
        event = only("DTSTART;TZID=Office:20260701T090000", head=CUSTOM.format(offset=offset))
        assert event.starts.isoformat() == f"2026-07-01T{hour}:00:00+02:00"
        assert event.zone == "Europe/Berlin"


def test_a_zone_with_a_colon_in_its_name_and_one_with_a_place():
    offset = CUSTOM.format(offset="+0530").replace("Office", "(UTC+05:30) Chennai, Mumbai")
    event = only("DTSTART;TZID=(UTC+05:30) Chennai, Mumbai:20260701T090000", head=offset)
    assert event.starts.isoformat() == "2026-07-01T05:30:00+02:00"
    placed = CUSTOM.format(offset="+0000").replace("TZID:Office", "TZID:Office\nX-LIC-LOCATION:Asia/Tokyo")
    assert only("DTSTART;TZID=Office:20260701T090000", head=placed).zone == "Asia/Tokyo"


def test_a_zone_nobody_knows_is_read_as_the_owners_and_said_once():
    entry = "UID:{}\nDTSTART;TZID=Mars/Base:20260701T090000\nDTEND;TZID=Mars/Base:20260701T100000"
    drafts = read(calendar(entry.format(1), entry.format(2)))
    assert starts(drafts) == ["2026-07-01T09:00:00+02:00"] * 2
    assert sentences(drafts) == [
        (4, "The time zone “Mars/Base” is not known; its times are read in Europe/Berlin.")
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYSECOND=1,2",
        "FREQ=YEARLY;INTERVAL=0",
    ],
)
def test_a_zone_of_endless_work_is_not_believed(rule):
    head = CUSTOM.format(offset="+0300").replace("END:STANDARD", f"RRULE:{rule}\nEND:STANDARD")
    drafts = read(calendar("UID:1\nDTSTART;TZID=Office:20260701T090000", head=head))
    assert starts(drafts) == ["2026-07-01T09:00:00+02:00"]
    assert len(drafts.problems) == 1


@pytest.mark.parametrize(
    ("end", "minutes"),
    [
        ("DTEND;TZID=Europe/Berlin:20260701T101500", 75),
        ("DTEND:20260701T080000Z", 60),
        ("DTEND;TZID=America/New_York:20260701T090000", 360),
        ("DURATION:PT1H30M", 90),
        ("DURATION:P1DT1H", 1500),
        ("DTEND;VALUE=DATE:20260702", 900),
        ("DTEND;TZID=Europe/Berlin:20260630T090000", 0),
        ("DURATION:-PT1H", 0),
        ("SUMMARY:no end", 0),
    ],
)
def test_minutes(end, minutes):
    assert only("DTSTART;TZID=Europe/Berlin:20260701T090000", end).minutes == minutes


@pytest.mark.parametrize(("day", "minutes"), [("28", 420), ("27", 480)])
def test_a_night_in_which_the_clock_changes_has_the_minutes_it_has(day, minutes):
    begin, end = f"202603{day}T220000", f"202603{int(day) + 1}T060000"
    event = only(f"DTSTART;TZID=Europe/Berlin:{begin}", f"DTEND;TZID=Europe/Berlin:{end}")
    assert event.minutes == minutes


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["DTSTART;VALUE=DATE:20260701"], 1),
        (["DTSTART:20260701", "DTEND:20260703"], 2),
        (["DTSTART;VALUE=DATE;TZID=Asia/Tokyo:20260701", "DURATION:P3D"], 3),
        (["DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:20260701"], 1),
        (["DTSTART;VALUE=DATE:20260701", "DTEND;TZID=Europe/Berlin:20260702T120000"], 2),
        (["DTSTART;VALUE=DATE:20260701", "DTEND;VALUE=DATE:99990101"], 366),
    ],
)
def test_all_day(lines, days):
    event = only(*lines)
    assert (event.day, event.starts, event.zone, event.minutes) == (date(2026, 7, 1), None, "", None)
    assert event.days == days


def test_busy_or_free_and_cancelled():
    assert only("DTSTART:20260701T090000", "TRANSP:transparent").free
    assert not only("DTSTART:20260701T090000", "TRANSP:OPAQUE").free
    assert read(calendar("UID:1\nDTSTART:20260701T090000\nSTATUS:cancelled")).events == ()
    assert read(calendar("UID:1\nDTSTART:20260701T090000", head="METHOD:CANCEL")).events == ()


def test_an_owner_whose_zone_does_not_exist():
    with pytest.raises(KnownError, match="Mars/Base"):
        read(calendar("UID:1\nDTSTART:20260701T090000"), zone="Mars/Base")
