"""Files that are damaged, foreign or hostile: a sentence, soon, and everything else kept."""

from __future__ import annotations

import multiprocessing
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.errors import KnownError
from planner.exchange.drafts import Cancelled
from planner.exchange.icalendar import lines as icalendar_lines
from planner.exchange.icalendar import reader as icalendar_reader
from planner.exchange.icalendar.reader import looks_like_calendar
from tests.busy import worked_seconds
from tests.exchange.icalendar_texts import FIXTURES, calendar, read, sentences

GOOD = "UID:good\nDTSTART;TZID=Europe/Berlin:20260302T090000\nSUMMARY:Good"
SLOW = "Working out how this entry repeats failed or took too long; only its first time was kept."


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0",
        b"BEGIN:VCARD\nFN:Ana\nEND:VCARD\n",
        b"hello\n",
        b"\xff\xfe",
        b"X BEGIN:VCALENDAR",
        b"PK\3\4\n\n",
    ],
)
def test_what_is_no_calendar(data):
    assert not looks_like_calendar(data)
    with pytest.raises(KnownError, match="not a calendar"):
        read(data)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("\n", "\r\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.replace("BEGIN:VCALENDAR", "begin:vcalendar ").encode(),
        lambda text: ("\n\n" + text).encode(),
        lambda text: text.replace("END:VCALENDAR\n", "").encode(),
        lambda text: text.replace("BEGIN:VCALENDAR\n", "").encode(),
    ],
)
def test_line_ends_unicode_and_missing_edges_do_not_matter(change):
    text = calendar(GOOD.replace("Good", "Käse")).decode()
    assert looks_like_calendar(change(text))
    assert [event.title for event in read(change(text)).events] == ["Käse"]


def test_text_is_unfolded_inside_a_character_and_cleaned():
    raw = calendar(GOOD + "\nDESCRIPTION:one\\ntwo\\, \0three\a\nLOCATION:M|nchen\n").replace(
        b"|", b"\xc3\n \xbc"
    )
    (event,) = read(raw).events
    assert (event.notes, event.place) == ("one\ntwo, three", "München")
    assert read(calendar(GOOD).replace(b"Good", b"K\xe4se")).events[0].title == "Käse"
    assert read(calendar(GOOD.replace("SUMMARY:", "SUMMARY\n\n :"))).events[0].title == "Good"


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("UID:bad", "This entry has no start that can be read and was left out."),
        ("UID:bad\nDTSTART:tomorrow", "This entry has no start that can be read and was left out."),
        ("UID:bad\nDTSTART:20261399T090000", "This entry has no start that can be read and was left out."),
        ("UID:bad\nDTSTART:PT1H", "This entry has no start that can be read and was left out."),
        ("UID:bad\nDTSTART:00010101T000000", "This entry could not be read and was left out."),
        (
            "UID:bad\nDTSTART:20260302T090000\nRECURRENCE-ID:x",
            "This entry could not be read and was left out.",
        ),
    ],
)
def test_a_broken_entry_is_named_and_the_others_are_kept(bad, words):
    drafts = read(calendar(GOOD, bad, GOOD.replace("good", "too")), zone="Asia/Tokyo")
    assert [event.uid for event in drafts.events] == ["good", "too"]
    assert sentences(drafts) == [(9, words)]


@pytest.mark.parametrize("line", ["DTEND:later", "DURATION:long", "ATTENDEE;CN=Ana"])
def test_a_broken_line_costs_only_itself(line):
    drafts = read(calendar(f"{GOOD}\n{line}\nnonsense\nLOCATION:Here"))
    assert (drafts.events[0].title, drafts.events[0].place) == ("Good", "Here")
    assert sentences(drafts) == [(4, "A line of this entry could not be read; the rest was kept.")]


def test_an_entry_that_does_not_end_is_named():
    cut = calendar(GOOD).partition(b"END:VEVENT")[0]
    assert sentences(read(cut)) == [(4, "This entry is cut off before its end and was left out.")]
    drafts = read(cut + calendar(GOOD))
    assert (len(drafts.events), len(drafts.problems)) == (1, 1)


def test_limits(monkeypatch):
    monkeypatch.setattr(icalendar_lines, "MOST_ENTRIES", 2)
    entries = [f"UID:{number}\nDTSTART:20260302" for number in range(3)]
    assert len(read(calendar(*entries[:2])).events) == 2
    with pytest.raises(KnownError, match="more than 100,000 entries"):
        read(calendar(*entries))
    monkeypatch.setattr(icalendar_reader, "MOST_BYTES", 100)
    with pytest.raises(KnownError, match="larger than 50 MB"):
        read(calendar(*entries))


def test_a_line_of_more_than_a_megabyte_is_left_out():
    long = "DESCRIPTION:" + "\n ".join(["x" * 1000] * 1001)
    drafts = read(calendar(f"{GOOD}\n{long}\nLOCATION:Here"))
    assert (drafts.events[0].notes, drafts.events[0].place) == ("", "Here")
    assert sentences(drafts) == [(8, "A line of this entry is longer than 1 MB and was left out.")]


def test_progress_runs_from_nothing_to_all_and_can_stop_the_reading():
    told: list[float] = []
    data = calendar(*(f"UID:{number}\nDTSTART:20260302" for number in range(500)))
    read(data, progress=lambda share: told.append(share) is None)
    assert told == sorted(told)
    assert told[0] == 0.0 and told[-1] == 1.0 and len(told) > 20
    with pytest.raises(Cancelled):
        read(data, progress=lambda share: share < 0.5)


HOSTILE = {
    "never": "DTSTART:20260302T090000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "since the year two": "DTSTART:00020101T000000\nRRULE:FREQ=DAILY",
    "many times a day": "DTSTART:19000101T000000\nRRULE:FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))),
    "no interval": "DTSTART:20260302T090000\nRRULE:FREQ=DAILY;INTERVAL=00",
    "each second": "DTSTART:19000101T000000\nRRULE:FREQ=SECONDLY",
    "no such position": "DTSTART:20260302T090000\nRRULE:FREQ=YEARLY;BYSETPOS=366;BYDAY=MO;BYWEEKNO=53",
    "far away": "DTSTART:20260302T090000\nRRULE:FREQ=WEEKLY;INTERVAL=999999999",
    "very many": "DTSTART:19900302T090000\nRRULE:FREQ=DAILY",
}


@pytest.mark.parametrize(
    "entries", [[HOSTILE["never"]] * 100, [*HOSTILE.values()] * 6], ids=["never", "each"]
)
def test_hostile_rules_are_answered_soon_and_cost_nobody_else(entries):
    began, worked = time.monotonic(), worked_seconds()
    drafts = read(calendar(GOOD, *(f"UID:{number}\n{entry}" for number, entry in enumerate(entries))))
    assert worked_seconds() - worked < 5
    assert time.monotonic() - began < 60, "nothing waits for ever"
    assert drafts.events[0].title == "Good"
    assert {event.uid for event in drafts.events} == {"good", *map(str, range(len(entries)))}
    assert multiprocessing.active_children() == []


def test_an_honest_rule_behind_a_hostile_one_is_still_worked_out():
    honest = (
        "UID:honest\nDTSTART;TZID=Europe/Berlin:20260213T090000\nRRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"
    )
    drafts = read(calendar(f"UID:hostile\n{HOSTILE['never']}", honest))
    assert [event.day for event in drafts.events if event.uid == "honest"] == [
        date(2026, month, 13) for month in (2, 3, 11)
    ]
    assert sentences(drafts) == [(4, SLOW)]


def test_a_slow_rule_can_be_stopped_by_the_person():
    worked = worked_seconds()
    with pytest.raises(Cancelled):
        read(calendar(HOSTILE["never"]), progress=lambda share: share < 1.0)
    assert worked_seconds() - worked < 5
    assert multiprocessing.active_children() == []


def test_thousands_of_further_dates_and_changes_are_answered_soon():
    further = ",".join(
        f"2026{number % 12 + 1:02}{number % 28 + 1:02}T{number % 24:02}0000" for number in range(20_000)
    )
    change = "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:2026{:02}{:02}T090000\nDTSTART:20260101T100000"
    changes = [change.format(number % 12 + 1, number % 28 + 1) for number in range(300)]
    worked = worked_seconds()
    drafts = read(calendar(f"UID:1\nDTSTART:20260101T090000\nRRULE:FREQ=DAILY\nRDATE:{further}", *changes))
    assert worked_seconds() - worked < 5
    assert 0 < len(drafts.events) <= 1000


WORDS = st.sampled_from(
    [
        *(
            "BEGIN:VEVENT",
            "END:VEVENT",
            "BEGIN:VCALENDAR",
            "END:VCALENDAR",
            "BEGIN:VTIMEZONE",
            "END:VTIMEZONE",
        ),
        *(
            "DTSTART",
            "DTEND",
            "RRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "DURATION",
            "ATTENDEE",
            "UID",
            "TZID",
        ),
        *(
            ":",
            ";",
            ",",
            "=",
            '"',
            "\\",
            "\n",
            "\n ",
            "\r\n",
            "\0",
            "Z",
            "T",
            "-",
            "9999",
            "0001",
            "é",
            "\u2028",
        ),
        *("FREQ=", "DAILY", "WEEKLY", "YEARLY", "COUNT=", "UNTIL=", "INTERVAL=", "BYDAY=", "BYMONTH=", "0"),
        *(
            "20260302",
            "20260302T090000",
            "PT1H",
            "P1D",
            "VALUE=DATE",
            "TZID=",
            "Europe/Berlin",
            "RANGE=THISANDFUTURE",
        ),
    ]
)


def _only_known_errors(data: bytes) -> None:
    began = time.monotonic()
    try:
        drafts = read(data)
    except KnownError:
        return
    assert time.monotonic() - began < 5
    keys = [(event.uid, event.instance) for event in drafts.events]
    assert len(keys) == len(set(keys))
    assert all(event.minutes is None or event.minutes >= 0 for event in drafts.events)
    assert all("\0" not in event.title + event.notes for event in drafts.events)


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=2000))
def test_any_bytes_give_a_sentence_or_drafts(data):
    _only_known_errors(data)
    _only_known_errors(b"BEGIN:VCALENDAR\n" + data)


@settings(deadline=None, max_examples=150)
@given(name=st.sampled_from(sorted(path.name for path in FIXTURES.glob("*.ics"))), data=st.data())
def test_a_damaged_calendar_gives_a_sentence_or_drafts(name, data):
    raw = bytearray((FIXTURES / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        begin = data.draw(st.integers(0, len(raw)))
        end = min(len(raw), begin + data.draw(st.integers(0, 30)))
        raw[begin:end] = "".join(data.draw(st.lists(WORDS, max_size=4))).encode()
    _only_known_errors(bytes(raw))


@settings(deadline=None, max_examples=100)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=5), max_size=8))
def test_an_entry_of_any_lines_gives_a_sentence_or_drafts(lines):
    _only_known_errors(calendar(GOOD + "\n" + "\n".join("".join(line) for line in lines), GOOD))
