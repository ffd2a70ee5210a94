"""Recurrences: which days, under which names, and where they end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.exchange.icalendar.rules import parsed_rule, rule_text, steps
from planner.exchange.icalendar.series import SeriesText, work_out
from tests.exchange.icalendar_texts import BERLIN, calendar, read, sentences, starts

WEEKLY = "UID:1\nDTSTART;TZID=Europe/Berlin:20260316T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4"
FIRST_ONLY = "only its first time was kept."


def instances(data: bytes, **given: object) -> list[str]:
    return [event.instance for event in read(data, **given).events]


def days(*lines: str, until: date = date(2026, 12, 31)) -> list[str]:
    drafts = read(calendar("\n".join(("UID:1", *lines))), until=until)
    assert drafts.problems == ()
    return [event.day.isoformat()[5:] for event in drafts.events]


def test_the_clock_stays_when_summer_time_begins():
    assert starts(read(calendar(WEEKLY))) == [
        "2026-03-16T09:00:00+01:00",
        "2026-03-23T09:00:00+01:00",
        "2026-03-30T09:00:00+02:00",
        "2026-04-06T09:00:00+02:00",
    ]


def test_the_names_of_instances_do_not_depend_on_how_the_zone_is_spelled():
    names = instances(calendar(WEEKLY))
    assert names[1:3] == ["2026-03-23T08:00:00Z", "2026-03-30T07:00:00Z"]
    assert names == instances(calendar(WEEKLY.replace("Europe/Berlin", "W. Europe Standard Time")))
    assert names == instances(calendar(WEEKLY), zone="Asia/Tokyo")


def test_floating_times_keep_their_names_wherever_the_owner_lives():
    floating = calendar(WEEKLY.replace(";TZID=Europe/Berlin", ""))
    assert instances(floating) == instances(floating, zone="Asia/Tokyo")
    assert instances(floating)[0] == "2026-03-16T09:00:00"
    assert starts(read(floating, zone="Asia/Tokyo"))[0] == "2026-03-16T09:00:00+09:00"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY;INTERVAL=10;COUNT=3", ["03-02", "03-12", "03-22"]),
        ("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20260312", ["03-02", "03-05", "03-09", "03-12"]),
        ("FREQ=WEEKLY;UNTIL=20260309T080000Z", ["03-02", "03-09"]),
        ("FREQ=WEEKLY;UNTIL=20260309T090000", ["03-02", "03-09"]),
        ("freq=weekly; count=2;", ["03-02", "03-09"]),
        ("FREQ=MONTHLY;BYDAY=1MO;COUNT=3", ["03-02", "04-06", "05-04"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;COUNT=2", ["03-02", "04-01"]),
        ("FREQ=MONTHLY;BYMONTHDAY=2;COUNT=2", ["03-02", "04-02"]),
        ("FREQ=YEARLY;COUNT=2", ["03-02"]),
        ("FREQ=YEARLY;BYMONTH=3,6;BYDAY=1MO;COUNT=2", ["03-02", "06-01"]),
        ("FREQ=WEEKLY;COUNT=-1;UNTIL=20260309T235959", ["03-02", "03-09"]),
    ],
)
def test_rules(rule, expected):
    assert days("DTSTART;TZID=Europe/Berlin:20260302T090000", f"RRULE:{rule}") == expected


def test_until_a_day_of_an_all_day_entry_in_each_way_it_is_written():
    for until in ("20260316", "20260316T000000Z", "20260315T230000Z", "20260316T090000"):
        rule = f"RRULE:FREQ=WEEKLY;UNTIL={until}"
        assert days("DTSTART;VALUE=DATE:20260302", rule) == ["03-02", "03-09", "03-16"]


def test_further_and_left_out_dates():
    lines = ("DTSTART;TZID=Europe/Berlin:20260302T090000", "RRULE:FREQ=WEEKLY;COUNT=4")
    assert days(*lines, "EXDATE;VALUE=DATE:20260309") == ["03-02", "03-16", "03-23"]
    assert days(*lines, "EXDATE:20260309T080000Z,20260316T080000Z") == ["03-02", "03-23"]
    assert days(*lines, "RDATE;TZID=Asia/Tokyo:20260320T090000,20260321T090000") == [
        *("03-02", "03-09", "03-16", "03-20", "03-21", "03-23")
    ]


def test_utc_recurs_where_the_calendar_is_kept():
    entry = "UID:1\nDTSTART:20260326T090000Z\nRRULE:FREQ=WEEKLY;COUNT=2"
    assert starts(read(calendar(entry, head="X-WR-TIMEZONE:Europe/Berlin"))) == [
        *("2026-03-26T10:00:00+01:00", "2026-04-02T10:00:00+02:00")
    ]
    assert starts(read(calendar(entry))) == ["2026-03-26T10:00:00+01:00", "2026-04-02T11:00:00+02:00"]


def test_a_changed_one_takes_the_place_of_its_original():
    moved = "UID:1\nRECURRENCE-ID{}\nDTSTART;TZID=Europe/Berlin:20260324T140000\nSUMMARY:Moved"
    for original in (":20260323T080000Z", ";TZID=Europe/Berlin:20260323T090000", ";VALUE=DATE:20260323"):
        drafts = read(calendar(moved.format(original), WEEKLY))
        assert sorted(starts(drafts)) == [
            *("2026-03-16T09:00:00+01:00", "2026-03-24T14:00:00+01:00"),
            *("2026-03-30T09:00:00+02:00", "2026-04-06T09:00:00+02:00"),
        ]
        assert {event.instance: event.title for event in drafts.events}["2026-03-23T08:00:00Z"] == "Moved"


def test_the_newest_version_of_an_entry_and_of_a_change_counts():
    old = "UID:1\nSEQUENCE:1\nDTSTART:20260302T090000\nSUMMARY:Old"
    new = "UID:1\nSEQUENCE:2\nDTSTART:20260303T090000\nSUMMARY:New"
    for entries in ((old, new), (new, old)):
        (event,) = read(calendar(*entries)).events
        assert (event.title, event.instance) == ("New", "")
    change = "UID:1\nRECURRENCE-ID:20260323T080000Z\nDTSTART:20260323T090000\nSEQUENCE:{0}\nSUMMARY:{0}"
    titles = [event.title for event in read(calendar(WEEKLY, change.format(2), change.format(1))).events]
    assert sorted(titles) == ["", "", "", "2"]


def test_a_change_without_its_series_and_two_entries_with_one_uid_are_kept():
    alone = "UID:1\nRECURRENCE-ID:20260302T090000Z\nDTSTART:20260303T090000Z"
    assert instances(calendar(alone)) == ["2026-03-02T09:00:00Z"]
    twice = ("UID:1\nDTSTART:20260302T090000Z", "UID:1\nDTSTART:20260303T090000Z")
    assert instances(calendar(*twice)) == ["2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z"]


def test_an_entry_without_uid_gets_the_same_one_each_time_and_another_than_others():
    data = calendar("DTSTART:20260302T090000\nSUMMARY:A", "DTSTART:20260302T090000\nSUMMARY:B")
    first = [event.uid for event in read(data).events]
    assert first == [event.uid for event in read(data).events]
    assert len(set(first)) == 2


def test_recurrences_end_with_the_day_asked_for_and_single_events_do_not():
    daily = "UID:1\nDTSTART;TZID=Europe/Berlin:20260301T233000\nDURATION:PT1H\nRRULE:FREQ=DAILY"
    drafts = read(calendar(daily, "UID:2\nDTSTART:20300101T090000"), until=date(2026, 3, 3))
    assert [event.day for event in drafts.events] == [date(2026, 3, day) for day in (1, 2, 3)] + [
        date(2030, 1, 1)
    ]


def test_of_a_long_series_the_latest_thousand_are_kept():
    data = calendar("UID:1\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY")
    drafts = read(data, until=date(2026, 12, 31))
    last = date(2026, 12, 31)
    assert [event.day for event in drafts.events] == [
        last - timedelta(days=ago) for ago in range(999, -1, -1)
    ]
    words = "This entry repeats more than 1,000 times; the latest 1,000 up to 31 Dec 2026 were kept."
    assert sentences(drafts) == [(4, words)]
    exactly = calendar("UID:1\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY;COUNT=1000")
    assert (len(read(exactly).events), read(exactly).problems) == (1000, ())


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=HOURLY", f"This entry repeats more often than daily; {FIRST_ONLY}"),
        ("FREQ=MINUTELY;COUNT=3", f"This entry repeats more often than daily; {FIRST_ONLY}"),
        ("FREQ=SECONDLY", f"This entry repeats more often than daily; {FIRST_ONLY}"),
        (
            "FREQ=DAILY;BYHOUR=9,10,11,12,13;BYMINUTE=0,10,20,30,40",
            f"This entry repeats more often than daily; {FIRST_ONLY}",
        ),
        ("FREQ=SOMETIMES", f"How this entry repeats could not be read; {FIRST_ONLY}"),
        ("FREQ=DAILY;INTERVAL=0", f"How this entry repeats could not be read; {FIRST_ONLY}"),
        ("FREQ=DAILY;UNTIL=later", f"How this entry repeats could not be read; {FIRST_ONLY}"),
        ("RSCALE=CHINESE;FREQ=YEARLY", f"How this entry repeats could not be read; {FIRST_ONLY}"),
    ],
)
def test_rules_that_are_refused_leave_the_first_time(rule, words):
    drafts = read(calendar(f"UID:1\nDTSTART;TZID=Europe/Berlin:20260302T090000\nRRULE:{rule}"))
    assert [event.instance for event in drafts.events] == ["2026-03-02T08:00:00Z"]
    assert sentences(drafts) == [(4, words)]


WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
RULES = st.one_of(
    st.just("FREQ=DAILY"),
    st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(
        lambda days: f"FREQ=WEEKLY;BYDAY={','.join(sorted(days))}"
    ),
    st.sampled_from(["FREQ=DAILY;BYDAY=MO,FR", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY"]),
    st.integers(1, 28).map(lambda day: f"FREQ=MONTHLY;BYMONTHDAY={day}"),
    st.builds("FREQ=MONTHLY;BYDAY={}{}".format, st.sampled_from([1, 2, 3, 4, -1]), st.sampled_from(WEEKDAYS)),
    st.builds("FREQ=YEARLY;BYMONTH={};BYDAY={}MO".format, st.integers(1, 12), st.sampled_from([1, 4, -1])),
)
STARTS = st.dates(date(2000, 1, 1), date(2026, 1, 1))


@settings(deadline=None, max_examples=60)
@given(rule=RULES, interval=st.integers(1, 40), start=STARTS)
def test_a_rule_is_never_more_work_than_it_was_weighed(rule, interval, start):
    parsed = parsed_rule(rule if "BYDAY=MO,FR" in rule else f"{rule};INTERVAL={interval}")
    assert parsed is not None
    until = date(2027, 1, 1)
    weighed = steps(parsed, start, until)
    lines = (f"DTSTART;VALUE=DATE:{start:%Y%m%d}", f"RRULE:{rule_text(parsed)}")
    series = SeriesText(entries=(lines,), definitions=(), home="", until=until, zone=BERLIN)
    assert weighed is not None
    assert min(1001, weighed) >= len(work_out(series)) - 1


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:19900302T090000Z", "DURATION:PT30M", "RRULE:FREQ=DAILY"),
        ("DTSTART;VALUE=DATE:19900302", "RRULE:FREQ=DAILY", "EXDATE;VALUE=DATE:20260101,20260102"),
        ("DTSTART;VALUE=DATE:19900302", "DURATION:P40D", "RRULE:FREQ=DAILY;INTERVAL=2"),
        ("DTSTART:19200302T090000Z", "RRULE:FREQ=WEEKLY", "RDATE:18000101T000000Z"),
        ("DTSTART:19500302T090000Z", "RRULE:FREQ=MONTHLY"),
    ],
)
def test_a_long_series_looked_at_from_its_end_is_the_same(lines: tuple[str, ...]) -> None:
    moved = ("RECURRENCE-ID:20260105T090000Z", "DTSTART:19910105T090000Z")
    entries = (lines, moved) if "DURATION:PT30M" in lines else (lines,)
    series = SeriesText(entries=entries, definitions=(), home="", until=date(2027, 1, 1), zone=BERLIN)
    assert work_out(series, long=True) == work_out(series)
