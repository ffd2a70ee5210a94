"""Plans that go out to calendars: what stands in them, and that every reader finds the same times."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import icalendar
import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.outgoing import OutgoingPlan
from planner.exchange.drafts import AttendeeDraft, EventDraft
from planner.exchange.icalendar.writer import calendar, title_of
from planner.exchange.icalendar.zone_text import zone_lines
from tests.exchange.icalendar_texts import read
from tests.exchange.outgoing import plans

NOW = datetime(2026, 9, 15, 7, 20, tzinfo=UTC)
LUNCH = OutgoingPlan(
    uid="3410980e-6000-8002-89aa-800000525250",
    sequence=2,
    day=date(2026, 9, 17),
    starts=time(12, 30),
    zone="Europe/Berlin",
    minutes=45,
    channel="call",
    purpose="The budget, again",
    place="Café; Elbe",
    people=(("Ana Ferreira", "ana@norvane.example"), ("Luca", "")),
    created_on=date(2026, 9, 8),
)


def lines(*planned: OutgoingPlan, alarm_minutes: int | None = None) -> list[str]:
    """The unfolded lines of the calendar."""
    text = calendar(list(planned), at=NOW, alarm_minutes=alarm_minutes).decode()
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_a_plan_with_a_time() -> None:
    assert lines(LUNCH) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Rapport//Rapport//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:DAYLIGHT",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:3410980e-6000-8002-89aa-800000525250",
        "DTSTAMP:20260915T072000Z",
        "DTSTART;TZID=Europe/Berlin:20260917T123000",
        "DTEND;TZID=Europe/Berlin:20260917T131500",
        "SEQUENCE:2",
        r"SUMMARY:Call with Ana Ferreira and Luca: The budget\, again",
        r"LOCATION:Café\; Elbe",
        'CONTACT;ALTREP="mailto:ana@norvane.example":Ana Ferreira',
        "CONTACT:Luca",
        "CREATED:20260908T000000Z",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_a_plan_without_a_time_takes_a_day_and_no_time_of_it() -> None:
    said = lines(replace(LUNCH, starts=None), alarm_minutes=15)
    assert "DTSTART;VALUE=DATE:20260917" in said
    assert "DTEND;VALUE=DATE:20260918" in said
    assert "TRANSP:TRANSPARENT" in said
    assert "TRIGGER:PT9H" in said
    assert not any("VTIMEZONE" in line for line in said)


def test_an_alarm_only_where_it_is_wanted() -> None:
    assert "BEGIN:VALARM" not in lines(LUNCH)
    said = lines(LUNCH, alarm_minutes=15)
    begin = said.index("BEGIN:VALARM")
    assert said[begin : begin + 5] == [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        r"DESCRIPTION:Call with Ana Ferreira and Luca: The budget\, again",
        "TRIGGER:-PT15M",
        "END:VALARM",
    ]


def test_a_plan_let_go_is_cancelled_and_takes_no_time() -> None:
    said = lines(replace(LUNCH, let_go=True), alarm_minutes=15)
    assert {"STATUS:CANCELLED", "TRANSP:TRANSPARENT", "SEQUENCE:2"} <= set(said)
    assert "BEGIN:VALARM" not in said
    assert read(calendar([replace(LUNCH, let_go=True)], at=NOW)).events == ()


def test_a_recurrence_keeps_the_name_it_has_in_its_calendar() -> None:
    moved = replace(LUNCH, uid="weekly@cal.example", instance="2026-09-14T08:00:00Z")
    assert "RECURRENCE-ID:20260914T080000Z" in lines(moved)
    assert "RECURRENCE-ID;VALUE=DATE:20260914" in lines(replace(moved, instance="2026-09-14"))
    (event,) = read(calendar([moved], at=NOW)).events
    assert (event.uid, event.instance) == ("weekly@cal.example", "2026-09-14T08:00:00Z")


def test_nobody_is_invited() -> None:
    text = "\n".join(lines(LUNCH))
    assert "ATTENDEE" not in text
    assert "ORGANIZER" not in text
    assert "METHOD" not in text


@pytest.mark.parametrize(
    ("change", "title"),
    [
        ({"channel": "in person"}, "Ana Ferreira and Luca: The budget, again"),
        ({"channel": "video"}, "Video call with Ana Ferreira and Luca: The budget, again"),
        ({"channel": "message", "purpose": ""}, "Message to Ana Ferreira and Luca"),
        ({"people": (), "channel": "in person"}, "The budget, again"),
        ({"people": (), "purpose": "", "channel": "in person"}, "Plan"),
        (
            {"people": (("A", ""), ("B", ""), ("C", ""), ("D", "")), "purpose": ""},
            "Call with A, B and 2 others",
        ),
    ],
)
def test_titles(change: dict[str, object], title: str) -> None:
    assert title_of(replace(LUNCH, **change)) == title  # type: ignore[arg-type]


def test_our_own_reader_finds_the_same() -> None:
    drafts = read(calendar([LUNCH], at=NOW))
    assert drafts.problems == ()
    assert drafts.events == (
        EventDraft(
            uid=LUNCH.uid,
            title="Call with Ana Ferreira and Luca: The budget, again",
            day=LUNCH.day,
            starts=datetime(2026, 9, 17, 12, 30, tzinfo=ZoneInfo("Europe/Berlin")),
            zone="Europe/Berlin",
            minutes=45,
            place="Café; Elbe",
            attendees=(AttendeeDraft(email="ana@norvane.example", name="Ana Ferreira"),),
            line=22,
        ),
    )


def test_signs_in_a_uid_come_back() -> None:
    plan = replace(LUNCH, uid='a;b,c"d: e')
    (event,) = read(calendar([plan], at=NOW)).events
    assert event.uid == plan.uid


def test_a_contact_counts_only_where_nobody_is_invited() -> None:
    contact = "CONTACT:Ben <ben@x.example>\nCONTACT:The front desk"
    head = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260917\n"
    alone = read(f"{head}{contact}\nEND:VEVENT\nEND:VCALENDAR".encode())
    assert alone.events[0].attendees == (AttendeeDraft(email="ben@x.example", name="Ben"),)
    invited = f"{head}{contact}\nATTENDEE;CN=Ana:mailto:ana@x.example\nEND:VEVENT\nEND:VCALENDAR"
    assert [each.name for each in read(invited.encode()).events[0].attendees] == ["Ana"]


IRREGULAR = {"Africa/Casablanca", "Africa/El_Aaiun", "Asia/Gaza", "Asia/Hebron"}


@pytest.mark.parametrize(
    "name",
    [
        "Europe/Lisbon",
        "America/New_York",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "Asia/Jerusalem",
        "America/Santiago",
        *sorted(IRREGULAR),
    ],
)
def test_zones_mean_the_same_to_others(name: str) -> None:
    """At noon and near midnight of every day of a year."""
    text = "\r\n".join(zone_lines(name, date(2026, 3, 1), date(2026, 11, 1))) + "\r\n"
    theirs, ours = icalendar.Timezone.from_ical(text).to_tz(lookup_tzid=False), ZoneInfo(name)
    for day in range(365):
        for hour in (12, 23):
            wall = datetime(2026, 1, 1, hour, 30) + timedelta(days=day)  # noqa: DTZ001
            assert wall.replace(tzinfo=theirs).utcoffset() == wall.replace(tzinfo=ours).utcoffset(), wall
    assert ("RRULE" in text) == (name not in {*IRREGULAR, "Asia/Kolkata"})


def test_every_zone_of_the_world_can_be_written() -> None:
    for name in available_timezones() - {"localtime", "Factory"}:
        found = list(zone_lines(name, date(2026, 1, 1), date(2026, 12, 31)))
        assert found[:2] == ["BEGIN:VTIMEZONE", f"TZID:{name}"]
        assert "BEGIN:STANDARD" in found


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=120)
@given(
    st.lists(plans(), min_size=1, max_size=4, unique_by=lambda plan: plan.uid),
    st.none() | st.integers(1, 600),
)
def test_other_libraries_find_the_same_times_and_titles(
    planned: list[OutgoingPlan], alarm: int | None
) -> None:
    data = calendar(planned, at=NOW, alarm_minutes=alarm)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    others = list(vobject.readOne(data.decode()).vevent_list)
    assert len(events) == len(others) == len(planned)
    for event, other, plan in zip(events, others, planned, strict=True):
        assert str(event["UID"]) == other.uid.value == plan.uid
        assert str(event["SUMMARY"]) == other.summary.value == title_of(plan)
        begins = event.decoded("DTSTART")
        if plan.starts is None:
            assert begins == other.dtstart.value == plan.day
            continue
        zone = ZoneInfo(plan.zone) if plan.zone not in ("", "UTC", "Mars/Olympus") else UTC
        wall = datetime.combine(plan.day, plan.starts, zone)
        assert begins.replace(tzinfo=None) == wall.replace(tzinfo=None)
        lasts = event.decoded("DTEND").astimezone(UTC) - begins.astimezone(UTC)
        assert lasts == timedelta(minutes=plan.minutes) or _is_in_a_gap(wall)


def _is_in_a_gap(wall: datetime) -> bool:
    """Whether the clocks skip this time, so that libraries may take it for one side or the other."""
    return wall.astimezone(UTC).astimezone(wall.tzinfo).replace(tzinfo=None) != wall.replace(tzinfo=None) or (
        wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset()
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100)
@given(plans())
def test_our_reader_finds_what_was_planned(plan: OutgoingPlan) -> None:
    drafts = read(calendar([plan], at=NOW), until=date(2100, 1, 1))
    assert drafts.problems == ()
    if plan.let_go:
        assert drafts.events == ()
        return
    (event,) = drafts.events
    assert (event.uid, event.title, event.place) == (plan.uid, title_of(plan), plan.place)
    assert (event.starts is None) == (plan.starts is None)
    assert event.free == (plan.starts is None)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=40), st.text(max_size=20))
def test_no_text_breaks_out_of_its_line(purpose: str, place: str, name: str, email: str) -> None:
    data = calendar([replace(LUNCH, purpose=purpose, place=place, people=((name, email),))], at=NOW)
    assert data.count(b"\r\nBEGIN:VEVENT\r\n") == 1
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert len(read(data).events) == 1
