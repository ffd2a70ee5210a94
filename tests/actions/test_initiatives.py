"""Putting people on initiatives: one step, and unknown stays unknown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.actions.initiatives import (
    InitiativeForm,
    StandForm,
    add_to_initiative,
    leave_initiative,
    start_initiative,
)
from planner.actions.people import PersonForm, add_person
from planner.domain.errors import KnownError
from planner.domain.stands import Stand, tally
from planner.library import Library
from planner.queries.initiatives import initiatives, standpoints
from tests.conftest import TODAY

BOOKING = InitiativeForm(
    name=" One  Booking ", goal="One system", next_what="Committee", next_on=date(2026, 10, 8)
)


@pytest.fixture
def ana(library: Library) -> int:
    return add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)


@pytest.fixture
def ben(library: Library) -> int:
    return add_person(library, PersonForm(name="Ben Adler"), today=TODAY)


def test_a_new_initiative_begins_with_its_people_as_one_step(library: Library, ana: int, ben: int) -> None:
    steps = len(library.history())
    people = [
        StandForm(person_id=ana, now=Stand.RESISTANT, hoped=Stand.SUPPORTIVE, reason=" Old  one "),
        StandForm(person_id=ben),
    ]
    made = add_to_initiative(library, BOOKING, people, today=TODAY)
    (found,) = initiatives(library)
    assert found[:5] == (made, "One Booking", "One system", "Committee", date(2026, 10, 8))
    assert tally(found.stands) == "1 against, 1 not known yet"
    assert standpoints(library, made) == {
        ana: (Stand.RESISTANT, Stand.SUPPORTIVE, TODAY, "Old one"),
        ben: (None, None, TODAY, ""),
    }
    assert len(library.history()) == steps + 1
    assert library.history()[0].label == "Add Ana and Ben to One Booking"
    library.undo()
    assert initiatives(library) == ()


def test_who_is_there_already_moves_and_what_is_the_same_keeps_its_day(
    library: Library, ana: int, ben: int
) -> None:
    first = [StandForm(person_id=ana, now=Stand.UNAWARE), StandForm(person_id=ben, now=Stand.NEUTRAL)]
    made = add_to_initiative(library, BOOKING, first, today=TODAY)
    later = TODAY + timedelta(days=9)
    again = [StandForm(person_id=ana, now=Stand.SUPPORTIVE, reason="Asked to help"), first[1]]
    assert add_to_initiative(library, made, again, today=later) == made
    found = standpoints(library, made)
    assert found[ana] == (Stand.SUPPORTIVE, None, later, "Asked to help")
    assert found[ben].on_day == TODAY
    leave_initiative(library, made, ana)
    assert list(standpoints(library, made)) == [ben]


def test_what_cannot_be_changes_nothing(library: Library, ana: int) -> None:
    made = start_initiative(library, BOOKING, today=TODAY)
    steps = len(library.history())
    stand = [StandForm(person_id=ana)]
    for wrong, words in (
        (InitiativeForm(name="  "), "needs a name"),
        (InitiativeForm(name="one booking"), "already"),
        (7, "no longer in the library"),
    ):
        with pytest.raises(KnownError, match=words):
            add_to_initiative(library, wrong, stand, today=TODAY)
    with pytest.raises(KnownError, match="who belongs"):
        add_to_initiative(library, made, [], today=TODAY)
    with pytest.raises(KnownError, match="no longer in the library"):
        add_to_initiative(library, made, [StandForm(person_id=5)], today=TODAY)
    with pytest.raises(KnownError, match="no longer"):
        leave_initiative(library, 7, ana)
    assert len(library.history()) == steps


def test_the_nearest_next_date_comes_first(library: Library) -> None:
    for name, day in (("Later", date(2026, 12, 1)), ("Never", None), ("Soon", date(2026, 9, 20))):
        start_initiative(library, InitiativeForm(name=name, next_on=day), today=TODAY)
    assert [each.name for each in initiatives(library)] == ["Soon", "Later", "Never"]


def test_the_sample_has_the_mockups_initiative(sample: Library) -> None:
    found = {each.name: each for each in initiatives(sample)}
    booking = found["One Booking"]
    assert len(found) == 3 and booking.next_on == date(2026, 10, 8)
    assert tally(booking.stands) == "7 for, 2 against, 6 undecided"
    counts = [booking.stands.count(each) for each in Stand]
    assert counts == [2, 2, 4, 5, 2]
    hoped = [point.hoped for point in standpoints(sample, booking.id).values()]
    assert [hoped.count(each) for each in Stand] == [0, 0, 3, 7, 5]
