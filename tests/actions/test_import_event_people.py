"""Calendars: who was there, who of them is not known yet, and who is the owner."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.actions.imports.files import (
    Becomes,
    Choices,
    Imported,
    everybody_new,
    preview,
    save,
)
from planner.actions.settings import recall
from planner.exchange.drafts import AttendeeDraft, Drafts
from planner.library import Library
from tests.actions.import_drafts import (
    ANA,
    HELENA,
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

YESTERDAY, TOMORROW = TODAY - days(1), TODAY + days(1)


@pytest.fixture
def ana(library: Library) -> int:
    """A library whose owner is Helena Voss and that knows Ana Ferreira."""
    return helena_s(library)


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
