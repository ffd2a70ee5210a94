"""Calendars: what each entry becomes, and what the same entry is at the next import."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.imports.files import (
    Becomes,
    Imported,
    review_drafts,
)
from planner.actions.plans import let_go, move_plan, talked
from planner.actions.settings import set_owner
from planner.domain.channels import Channel
from planner.exchange.drafts import EventDraft
from planner.library import Library
from tests.actions.import_drafts import (
    ANA,
    HELENA,
    LISBON,
    RUI,
    calendar,
    cards,
    days,
    event,
    guest,
    helena_s,
    imported,
    looked_at,
    person,
)
from tests.conftest import NOW, TODAY
from tests.dump import dump

YESTERDAY, TOMORROW = TODAY - days(1), TODAY + days(1)


@pytest.fixture
def ana(library: Library) -> int:
    """A library whose owner is Helena Voss and that knows Ana Ferreira."""
    return helena_s(library)


def becomes(library: Library, *drafts: EventDraft, now: datetime | None = None) -> list[Becomes]:
    return [each.becomes for each in looked_at(library, calendar(*drafts), now=now).events]


def test_a_past_event_becomes_a_conversation(library: Library, ana: int) -> None:
    talk = event(
        "1",
        YESTERDAY,
        guests=(guest(HELENA, organiser=True), guest(ANA.upper()), guest(RUI)),
        place="Café A Brasileira",
        notes="Private words",
    )
    done = imported(library, calendar(talk))
    assert done == Imported(conversations_added=1)
    row = library.row(
        "SELECT day, starts_at, zone, minutes, channel, reached_out, topic, notes, place, private,"
        " recorded_at, source_uid FROM conversation"
    )
    assert row == (
        *("2026-09-14", "2026-09-14T09:00:00Z", "Europe/Lisbon", 60, "in person", "you", "Catching up", ""),
        *("Café A Brasileira", 0, "2026-09-15T05:20:00Z", "1#"),
    )
    assert list(library.rows("SELECT person_id, day FROM participation")) == [(ana, "2026-09-14")]
    assert library.problems() == []


def test_an_event_to_come_becomes_a_plan_where_you_are(library: Library, ana: int) -> None:
    imported(library, calendar(event("1", TOMORROW, guests=(guest(ANA),), place="Room 4")))
    row = library.row(
        "SELECT day, starts, zone, minutes, channel, purpose, place, status, created_on FROM plan"
    )
    assert row == (
        *("2026-09-16", "11:00", "Europe/Berlin", 60, "in person", "Catching up", "Room 4", "open"),
        "2026-09-15",
    )
    assert list(library.rows("SELECT person_id FROM plan_person")) == [(ana,)]


def test_while_no_time_zone_was_chosen_an_event_keeps_its_own(library: Library, ana: int) -> None:
    set_owner(library, zone="UTC")
    imported(library, calendar(event("1", TOMORROW, guests=(guest(ANA),))))
    assert library.row("SELECT starts, zone FROM plan") == ("10:00", "Europe/Lisbon")


def test_a_zone_that_is_none_does_no_harm(library: Library, ana: int) -> None:
    imported(library, calendar(event("1", YESTERDAY, guests=(guest(ANA),), zone="Home/Office")))
    assert library.row("SELECT starts_at, zone FROM conversation") == (
        "2026-09-14T09:00:00Z",
        "Europe/Berlin",
    )


def test_an_event_without_anybody_known_is_busy_time(library: Library, ana: int) -> None:
    done = imported(
        library, calendar(event("1", TOMORROW, title="Dentist"), event("2", guests=(guest(RUI),)))
    )
    assert done == Imported(busy_added=2)
    rows = library.rows("SELECT day, starts_at, minutes, title, source_uid FROM busy_time ORDER BY day DESC")
    assert next(rows) == ("2026-09-16", "2026-09-16T09:00:00Z", 60, "Dentist", "1#")


def test_what_takes_none_of_your_time_is_left_out(library: Library, ana: int) -> None:
    declined = guest(HELENA, declined=True)
    assert becomes(
        library,
        event("1", free=True),
        event("2", YESTERDAY, guests=(declined, guest(ANA))),
        event("3", YESTERDAY, guests=(guest(ANA),), free=True),
        event("4", YESTERDAY, guests=(guest(ANA, declined=True), guest(RUI))),
    ) == [Becomes.LEFT_OUT, Becomes.LEFT_OUT, Becomes.CONVERSATION, Becomes.BUSY]


def test_today_is_a_plan_until_it_ended(library: Library, ana: int) -> None:
    early, late = event("1", at="07:00", guests=(guest(ANA),)), event("2", at="07:05", guests=(guest(ANA),))
    assert becomes(library, early, late) == [Becomes.PLAN, Becomes.PLAN]
    now = datetime(2026, 9, 15, 8, 0, tzinfo=LISBON)
    assert becomes(library, early, late, now=now) == [Becomes.CONVERSATION, Becomes.PLAN]
    assert becomes(library, event("3", at=None, guests=(guest(ANA),)), now=now) == [Becomes.PLAN]


def test_all_day_entries(library: Library, ana: int) -> None:
    guests = (guest(ANA),)
    imported(
        library,
        calendar(
            event("1", YESTERDAY, None, guests=guests),
            event("2", YESTERDAY, None, guests=guests, title="Dinner"),
            event("3", TOMORROW, None, guests=guests),
            event("4", TOMORROW, None),
        ),
    )
    assert library.value("SELECT count(*) FROM conversation WHERE starts_at IS NULL AND minutes IS NULL") == 2
    assert library.row("SELECT day, starts, minutes FROM plan") == ("2026-09-16", None, 30)
    assert library.row("SELECT day, starts_at, minutes FROM busy_time") == ("2026-09-16", None, None)


@pytest.mark.parametrize(
    ("values", "channel"),
    [
        ({}, "in person"),
        ({"notes": "Join: https://teams.microsoft.com/l/meetup-join/1"}, "video"),
        ({"place": "https://contoso.zoom.us/j/1"}, "video"),
        ({"notes": "https://meet.google.com/abc"}, "video"),
        ({"title": "Video call with Ana"}, "video"),
        ({"place": "Microsoft Teams Meeting"}, "video"),
        ({"title": "Call Ana"}, "call"),
        ({"title": "1:1", "place": "Phone"}, "call"),
        ({"title": "Recall of batch 7"}, "in person"),
        ({"title": "Offsite of two teams"}, "in person"),
        ({"title": "All-hands", "notes": "https://meet.google.com/abc"}, "event"),
        ({"title": "Town hall"}, "event"),
    ],
)
def test_the_channel_is_what_the_entry_speaks_of(
    library: Library, ana: int, values: dict[str, str], channel: str
) -> None:
    imported(library, calendar(event("1", YESTERDAY, guests=(guest(ANA),), **values)))
    assert library.value("SELECT channel FROM conversation") == channel


def test_more_than_five_people_are_an_event(library: Library) -> None:
    people = [person(f"Person {letter}", f"{letter}@x.example") for letter in "abcdef"]
    guests = tuple(guest(f"{letter}@x.example") for letter in "abcdef")
    file = calendar(event("1", YESTERDAY, guests=guests), event("2", YESTERDAY, guests=guests[:5]))
    imported(library, cards(*people), file)
    assert dict(library.rows("SELECT source_uid, channel FROM conversation")) == {
        "1#": "event",
        "2#": "in person",
    }


@pytest.mark.parametrize(
    ("organiser", "reached_out"), [(HELENA, "you"), (ANA, "they"), (RUI, None), ("", None)]
)
def test_who_invited_reached_out(library: Library, ana: int, organiser: str, reached_out: str | None) -> None:
    guests = [guest(each, organiser=each == organiser) for each in (HELENA, ANA, RUI)]
    imported(library, calendar(event("1", YESTERDAY, guests=tuple(guests))))
    assert library.value("SELECT reached_out FROM conversation") == reached_out


def test_the_owner_is_left_out_by_name_too(library: Library, ana: int) -> None:
    review = looked_at(
        library, calendar(event("1", guests=(guest("h@home.example", "Helena VOSS"), guest(ANA))))
    )
    assert review.strangers == ()
    assert review.events[0].people == (ana,)


def test_the_same_calendar_again_changes_nothing(library: Library, ana: int) -> None:
    guests = (guest(ANA), guest(RUI))
    file = calendar(
        event("1", YESTERDAY, guests=guests),
        event("2", TOMORROW, guests=guests),
        event("3", TOMORROW),
        event("weekly", YESTERDAY, guests=guests, at="12:00", instance="2026-09-14T11:00:00Z"),
        event("weekly", TODAY + days(6), guests=guests, at="12:00", instance="2026-09-21T11:00:00Z"),
    )
    assert imported(library, file) == Imported(conversations_added=2, plans_added=2, busy_added=1)
    before, history = dump(library), library.history()
    assert imported(library, file).nothing
    assert dump(library) == before
    assert library.history() == history


def test_the_same_event_of_two_calendars_comes_once(library: Library, ana: int) -> None:
    guests = (guest(ANA),)
    own, shared = event("1", YESTERDAY, guests=guests), event("1", YESTERDAY, guests=guests, title="Shared")
    near = event("2", YESTERDAY, "10:02", guests=guests)
    later = event("3", YESTERDAY, "10:03", guests=guests)
    done = imported(library, calendar(own), calendar(shared, near, later, name="shared.ics"))
    assert done.conversations_added == 2
    assert {row[0] for row in library.rows("SELECT source_uid FROM conversation")} == {"1#", "3#"}


def test_a_conversation_logged_by_hand_is_not_imported_again(library: Library, ana: int) -> None:
    set_owner(library, zone="Europe/Lisbon")
    form = ConversationForm(people=(ana,), day=YESTERDAY, starts=time(10, 1), channel=Channel.CALL)
    log_conversation(library, form, now=NOW)
    assert becomes(library, event("1", YESTERDAY, guests=(guest(ANA),))) == [Becomes.ALREADY]


def test_a_plan_that_the_calendar_moved_is_moved(library: Library, ana: int) -> None:
    imported(library, calendar(event("1", TOMORROW, guests=(guest(ANA),)), event("2", TOMORROW)))
    moved = calendar(
        event("1", TODAY + days(2), "15:00", guests=(guest(ANA),)), event("2", TOMORROW, minutes=30)
    )
    assert [each.becomes for each in looked_at(library, moved).events] == [Becomes.CHANGED] * 2
    assert imported(library, moved) == Imported(events_changed=2)
    assert library.next_labels()[0] == "Import calendar.ics: 2 changed events"
    assert library.row("SELECT day, starts FROM plan") == ("2026-09-17", "16:00")
    assert library.value("SELECT minutes FROM busy_time") == 30
    assert imported(library, moved).nothing


def test_a_plan_that_was_moved_here_stays_where_it_was_put(library: Library, ana: int) -> None:
    file = calendar(event("1", TOMORROW, guests=(guest(ANA),)))
    imported(library, file)
    plan = library.value("SELECT id FROM plan")
    move_plan(library, plan, TODAY + days(3), None, today=TODAY)
    assert imported(library, file).nothing
    assert library.row("SELECT day, starts FROM plan") == ("2026-09-18", None)


def test_what_was_let_go_or_talked_is_left_as_it_is(library: Library, ana: int) -> None:
    guests = (guest(ANA),)
    imported(library, calendar(event("1", TOMORROW, guests=guests), event("2", guests=guests)))
    first, second = [row[0] for row in library.rows("SELECT id FROM plan ORDER BY day DESC")]
    let_go(library, first)
    talked(library, second, now=NOW)
    again = calendar(event("1", TOMORROW, "16:00", guests=guests), event("2", at="16:00", guests=guests))
    assert imported(library, again).nothing
    assert library.value("SELECT count(*) FROM conversation") == 1


def test_a_past_plan_still_asks_whether_you_talked(library: Library, ana: int) -> None:
    imported(library, calendar(event("1", TOMORROW, guests=(guest(ANA),))))
    review = review_drafts(
        library, [calendar(event("1", TOMORROW, guests=(guest(ANA),)))], today=TODAY + timedelta(days=30)
    )
    assert [each.becomes for each in review.events] == [Becomes.ALREADY]


def test_an_older_conversation_never_moves_the_clock_back(library: Library, ana: int) -> None:
    guests = (guest(ANA),)
    imported(library, calendar(event("1", YESTERDAY, guests=guests)))
    imported(library, calendar(event("0", YESTERDAY - days(300), guests=guests)))
    assert library.value("SELECT max(day) FROM participation WHERE person_id = ?", (ana,)) == "2026-09-14"


def test_undo_takes_a_calendar_back(library: Library, ana: int) -> None:
    before = dump(library)
    imported(library, calendar(event("1", YESTERDAY, guests=(guest(ANA),)), event("2", TOMORROW), event("3")))
    library.undo()
    assert dump(library) == before
