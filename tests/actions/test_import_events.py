"""Calendars: what each entry becomes, and what the same entry is at the next import."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.imports.files import (
    Becomes,
    Choices,
    Imported,
    everybody_new,
    preview,
    review_drafts,
    save,
)
from planner.actions.people import PersonForm, Point, add_person
from planner.actions.plans import let_go, move_plan, talked
from planner.actions.settings import recall, remember, set_owner
from planner.domain.channels import Channel
from planner.exchange.drafts import AttendeeDraft, Drafts, EventDraft
from planner.library import Library
from tests.actions.import_drafts import (
    ANA,
    LISBON,
    RUI,
    calendar,
    cards,
    days,
    event,
    guest,
    imported,
    looked_at,
    person,
)
from tests.conftest import NOW, TODAY
from tests.dump import dump

HELENA = "helena@contoso.example"
YESTERDAY, TOMORROW = TODAY - days(1), TODAY + days(1)


@pytest.fixture
def ana(library: Library) -> int:
    """A library whose owner is Helena Voss and that knows Ana Ferreira."""
    set_owner(library, name="Helena Voss", zone="Europe/Berlin")
    remember(library, "own_addresses", [HELENA])
    form = PersonForm(name="Ana Ferreira", points=(Point(kind="email", value=ANA),))
    return add_person(library, form, today=TODAY)


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


def test_people_of_the_same_import_are_known(library: Library) -> None:
    file = calendar(event("1", YESTERDAY, guests=(guest(ANA),)))
    done = imported(library, file, cards(person("Ana Ferreira", ANA)))
    assert done == Imported(people_added=1, conversations_added=1)
    assert library.next_labels()[0] == "Import calendar.ics and 1 other file: 1 person, 1 conversation"


def test_without_its_people_an_event_is_only_busy_time(library: Library) -> None:
    review = looked_at(
        library, calendar(event("1", YESTERDAY, guests=(guest(ANA),))), cards(person("Ana Ferreira", ANA))
    )
    (ana,) = review.people
    assert review.events[0].becomes is Becomes.CONVERSATION
    assert preview(review, Choices(left_out=frozenset({ana.id}))) == Imported(busy_added=1)
    assert preview(review, Choices(left_out_events=frozenset({"1#"}))) == Imported(people_added=1)


def test_strangers_are_counted_and_can_be_added(library: Library, ana: int) -> None:
    file = calendar(
        event("1", YESTERDAY, guests=(guest(RUI), guest("eva@x.example", "Eva Berg", organiser=True))),
        event("2", TOMORROW, guests=(guest(RUI, "Rui Costa"), guest(ANA))),
        event("3", TOMORROW, guests=(guest("", "Jan Nowak"),), at="12:00"),
    )
    review = looked_at(library, file)
    assert [(each.name, each.email, each.events, each.last_day) for each in review.strangers] == [
        ("Rui Costa", RUI, 2, TOMORROW),
        ("Eva Berg", "eva@x.example", 1, YESTERDAY),
        ("Jan Nowak", "", 1, TOMORROW),
    ]
    assert preview(review) == Imported(plans_added=1, busy_added=2)
    done = save(library, review, everybody_new(review.strangers), now=NOW)
    assert done == Imported(people_added=3, conversations_added=1, plans_added=2)
    assert library.value("SELECT reached_out FROM conversation") == "they"
    assert library.value("SELECT count(*) FROM plan_person") == 3
    assert imported(library, file).nothing


def test_somebody_added_later_comes_to_the_events_that_are_there(library: Library, ana: int) -> None:
    file = calendar(
        event("1", YESTERDAY, guests=(guest(ANA), guest(RUI))),
        event("2", YESTERDAY, "12:00", guests=(guest(RUI),)),
        event("3", TOMORROW, guests=(guest(ANA), guest(RUI))),
    )
    assert imported(library, file) == Imported(conversations_added=1, plans_added=1, busy_added=1)
    imported(library, cards(person("Rui Costa", RUI)))
    assert imported(library, file) == Imported(conversations_added=1, events_changed=2)
    assert library.value("SELECT count(*) FROM busy_time") == 0
    assert library.value("SELECT count(*) FROM participation") == 3
    assert library.value("SELECT count(*) FROM plan_person") == 2
    assert imported(library, file).nothing


def test_a_stranger_with_a_known_name_can_be_the_same_person(library: Library, ana: int) -> None:
    review = looked_at(
        library, calendar(event("1", YESTERDAY, guests=(guest("ana@home.example", "Ana Ferreira"),)))
    )
    (stranger,) = review.strangers
    assert (stranger.matched, stranger.matched_name) == (ana, "Ana Ferreira")
    done = save(library, review, Choices(same=frozenset({stranger.id})), now=NOW)
    assert done == Imported(people_changed=1, conversations_added=1)
    assert library.value("SELECT group_concat(value) FROM contact_point") == f"{ANA},ana@home.example"
    assert library.value("SELECT person_id FROM participation") == ana


def test_a_name_without_an_address_is_enough_where_it_is_the_only_one(library: Library, ana: int) -> None:
    (seen,) = looked_at(library, calendar(event("1", guests=(guest("", "Ana  ferreira"),)))).events
    assert seen.people == (ana,)


def test_a_shared_address_is_the_one_whose_name_is_given(library: Library) -> None:
    home = "home@ferreira.example"
    people = cards(person("Ana Ferreira", home), person("Rui Ferreira", home))
    imported(library, people, calendar(event("1", YESTERDAY, guests=(guest(home, "Rui Ferreira"),))))
    assert (
        library.value("SELECT name FROM person p JOIN participation q ON q.person_id = p.id")
        == "Rui Ferreira"
    )


def test_the_owner_can_be_pointed_out_among_the_strangers(library: Library, ana: int) -> None:
    mine = "me@home.example"
    events = [
        event(str(number), YESTERDAY - days(number), guests=(guest(mine, organiser=True), guest(ANA)))
        for number in range(6)
    ]
    review = looked_at(library, calendar(*events))
    (me,) = review.strangers
    assert me.perhaps_you
    done = save(library, review, Choices(own=frozenset({me.id})), now=NOW)
    assert done == Imported(conversations_added=6)
    assert library.value("SELECT count(*) FROM conversation WHERE reached_out = 'you'") == 6
    assert recall(library, "own_addresses") == [HELENA, mine]
    assert looked_at(library, calendar(*events)).strangers == ()


def _series(*guests: AttendeeDraft) -> tuple[str, Drafts]:
    return calendar(*(event(str(number), YESTERDAY - days(number), guests=guests) for number in range(6)))


@pytest.mark.parametrize(
    ("guests", "perhaps", "likely"),
    [
        ((guest(RUI),), [RUI], []),
        ((guest(HELENA), guest(RUI)), [], []),
        ((guest("me@x.example", organiser=True), guest(RUI)), ["me@x.example", RUI], ["me@x.example"]),
        ((guest("me@x.example"), guest(RUI)), ["me@x.example", RUI], []),
        ((guest("me@x.example"), guest(ANA)), ["me@x.example"], ["me@x.example"]),
    ],
    ids=["alone with one", "the owner is named", "who invites", "two alike", "beside somebody known"],
)
def test_who_is_left_out_as_the_likely_owner(
    library: Library, ana: int, guests: tuple[AttendeeDraft, ...], perhaps: list[str], likely: list[str]
) -> None:
    strangers = looked_at(library, _series(*guests)).strangers
    assert sorted(each.email for each in strangers if each.perhaps_you) == sorted(perhaps)
    assert [each.email for each in strangers if each.likely_you] == likely


def test_a_calendar_called_by_an_address_is_its_owner_s(library: Library) -> None:
    guests = (guest(HELENA, organiser=True), guest(ANA))
    name, drafts = calendar(event("1", YESTERDAY, guests=guests))
    file = (name, replace(drafts, owners={HELENA: 1}))
    imported(library, cards(person("Ana Ferreira", ANA)), file)
    assert list(library.rows("SELECT name FROM person")) == [("Ana Ferreira",)]
    assert library.value("SELECT reached_out FROM conversation") == "you"
    assert recall(library, "own_addresses") == [HELENA]
    of_ana = (name, replace(drafts, owners={ANA: 1}))
    assert not [each for each in looked_at(library, of_ana).strangers if each.is_you]


def test_what_the_owner_of_a_calendar_declined_is_no_conversation(library: Library) -> None:
    guests = (guest(HELENA, declined=True), guest(ANA, organiser=True))
    name, drafts = calendar(event("1", YESTERDAY, guests=guests))
    imported(library, cards(person("Ana Ferreira", ANA)), (name, replace(drafts, owners={HELENA: 1})))
    assert library.value("SELECT count(*) FROM conversation") == 0


def test_undo_takes_a_calendar_back(library: Library, ana: int) -> None:
    before = dump(library)
    imported(library, calendar(event("1", YESTERDAY, guests=(guest(ANA),)), event("2", TOMORROW), event("3")))
    library.undo()
    assert dump(library) == before
