"""What a line means in a library: its people as they are now, and what the library makes likely."""

from __future__ import annotations

from datetime import date, time

from planner.actions.people import PersonForm, add_person, change_person
from planner.actions.saved_filters import remove_filter, save_filter
from planner.actions.settings import remember
from planner.actions.trash import move_to_trash
from planner.domain.channels import Channel
from planner.domain.filters import Filter
from planner.domain.one_line.rows import RowKind, Understood
from planner.library import Library
from planner.library.tables import BusyTime, Initiative, Stand
from planner.queries.known_names import known_names
from planner.queries.one_line import aside, speech, understand_line
from planner.queries.people import person_called
from tests.conftest import NOW, TODAY


def understood(library: Library, line: str, hour: int = 7) -> Understood:
    return understand_line(library, line, now=NOW.replace(hour=hour))


def names(library: Library, line: str) -> list[str]:
    statement = understood(library, line).statements[0]
    return [row.words for row in statement.all(RowKind.PEOPLE) if row.value]


def test_the_index_follows_every_change_of_the_library(library: Library) -> None:
    line = "Lunch with Ana yesterday"
    assert names(library, line) == []
    ana = add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)
    index = known_names(library)
    assert names(library, line) == ["Ana Ferreira"]
    change_person(library, ana, PersonForm(name="Maria Costa"))
    assert names(library, line) == [] and names(library, "Lunch with Maria yesterday") == ["Maria Costa"]
    library.undo()
    assert names(library, line) == ["Ana Ferreira"]
    move_to_trash(library, [ana], today=TODAY)
    assert names(library, line) == []
    library.undo()
    assert names(library, line) == ["Ana Ferreira"]
    assert known_names(library) is index


def test_somebody_archived_is_nobody(library: Library) -> None:
    ana = add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)
    with library.change("Archive"):
        from planner.library.tables import Person

        Person.update(archived=True).where(Person.id == ana).execute()
    assert names(library, "Lunch with Ana yesterday") == []


def test_groups_are_layers_initiatives_and_tags(library: Library) -> None:
    for name in ("Ana Ferreira", "Luca Moretti"):
        add_person(library, PersonForm(name=name, tags=("steering committee",)), today=TODAY)
    ana = person_called(library, "Ana").id
    with library.change("Begin an initiative"):
        initiative = Initiative.create(name="One Booking", folded="one booking", created_on=TODAY)
        Stand.create(initiative=initiative, person=ana)
    assert understood(library, "Lunch with One Booking yesterday").statements[0].people == (ana,)
    both = understood(library, "Lunch with the steering committee yesterday").statements[0]
    assert len(both.people) == 2 and both.guesses == (RowKind.PEOPLE,)
    library.undo()
    assert not understood(library, "Lunch with One Booking yesterday").statements


def test_of_two_anas_the_one_talked_to_last_is_meant(sample: Library) -> None:
    add_person(sample, PersonForm(name="Ana Abel"), today=TODAY)
    row = understood(sample, "Lunch with Ana yesterday").statements[0].rows[0]
    assert row.words == "Ana Ferreira" and row.guess == "2 people are called Ana"
    assert [choice.words for choice in row.choices] == ["Ana Ferreira", "Ana Abel"]


def test_the_way_is_the_usual_one_where_none_is_said(sample: Library) -> None:
    last = sample.row(
        "SELECT c.channel, p.name FROM participation x JOIN conversation c ON c.id = x.conversation_id"
        " JOIN person p ON p.id = x.person_id GROUP BY p.id HAVING x.day = max(x.day) AND c.channel = 'call'"
    )
    assert last is not None
    statement = understood(sample, f"{last[1]} yesterday 30m").statements[0]
    assert statement.channel is Channel.CALL and RowKind.CHANNEL in statement.guesses


def test_the_calendar_tells_the_time_of_a_lunch(sample: Library) -> None:
    line = "Lunch with Ana last Friday 1h"
    assert understood(sample, line).statements[0].starts is None
    with sample.change("Import"):
        BusyTime.create(
            day=date(2026, 9, 11),
            starts_at=NOW.replace(day=11, hour=12, minute=30),
            zone="Europe/Berlin",
            minutes=60,
            title="Lunch, Harbour Club",
        )
    found = understood(sample, line)
    row = found.statements[0].all(RowKind.WHEN)[0]
    assert found.statements[0].starts == time(12, 30)
    assert row.words == "Friday 11 September, 12:30 to 13:30"
    assert row.guess == "12:30 is a guess from your calendar"
    assert aside(sample, found, 0, row) == "12:30 is a guess from your calendar"


def test_a_row_has_something_beside_it(sample: Library) -> None:
    found = understood(sample, "Lunch with Ana yesterday about the budget; she will send the forecast")
    sides = {row.kind: aside(sample, found, place, row) for place, row in reversed(list(found.rows()))}
    assert sides[RowKind.PEOPLE] == "The only Ana you know"
    assert sides[RowKind.COMMITMENT] == "Ana to you"
    topic, person = sample.row(
        "SELECT c.topic, p.name FROM conversation c JOIN participation x ON x.conversation_id = c.id"
        " JOIN person p ON p.id = x.person_id WHERE c.topic <> '' AND c.private = 0 LIMIT 1"
    ) or ("", "")
    again = understood(sample, f"Lunch with {person} yesterday about {topic}")
    (row,) = again.statements[0].all(RowKind.TOPIC)
    assert aside(sample, again, 0, row).startswith("Used ")


def test_a_language_is_chosen_or_the_systems_or_any(library: Library) -> None:
    assert speech(library, "C").languages == ("en", "de")
    assert speech(library, "de_CH").languages == ("de", "en")
    assert speech(library, "German_Germany").languages == ("de", "en")
    assert (speech(library, "en_US").month_first, speech(library, "en_GB").month_first) == (True, False)
    remember(library, "language", "de")
    remember(library, "date order", "day first")
    assert speech(library, "en_US") == (("de",), False)


def test_a_saved_filter_is_a_group(library: Library) -> None:
    ana, luca = (
        add_person(library, PersonForm(name=name, city="Zurich"), today=TODAY) for name in ("Ana", "Luca")
    )
    filter_id = save_filter(library, "people", "Zurich crowd", Filter(cities=frozenset({"zurich"})))
    lunch = understand_line(library, "lunch with the Zurich crowd tomorrow", now=NOW)
    assert lunch.statements[0].people == (ana, luca)
    add_person(library, PersonForm(name="Maya", city="Zurich"), today=TODAY)
    again = understand_line(library, "lunch with the Zurich crowd tomorrow", now=NOW)
    assert len(again.statements[0].people) == 3
    remove_filter(library, filter_id)
    assert not understand_line(library, "lunch with the Zurich crowd tomorrow", now=NOW).statements
