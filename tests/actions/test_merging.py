"""Two entries become one person: field by field, with everything of both, as one step."""

from __future__ import annotations

import itertools
from datetime import date, time

import pytest
from peewee import Field, FloatField, ForeignKeyField, IntegerField

from planner.actions.connections import ConnectionForm, connect
from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.duplicates import not_the_same
from planner.actions.initiatives import InitiativeForm, StandForm, add_to_initiative
from planner.actions.merging import merge_people
from planner.actions.merging_rows import pointing
from planner.actions.people import PersonForm, Point, add_person
from planner.actions.repairs import begin_repair
from planner.domain.errors import KnownError
from planner.domain.stands import Stand
from planner.library import Library
from planner.library.fields import DayField
from planner.library.tables import Person
from planner.queries.duplicates import likely_duplicates
from planner.queries.merging import side_by_side
from tests.conftest import NOW, TODAY
from tests.dump import dump, searchable


def add(library: Library, name: str, *emails: str, **facts: object) -> int:
    points = tuple(Point(kind="email", value=each) for each in emails)
    return add_person(library, PersonForm(name=name, points=points, **facts), today=TODAY)  # type: ignore[arg-type]


def facts(library: Library, person: int, *columns: str) -> tuple[object, ...]:
    return library.row(f"SELECT {', '.join(columns)} FROM person WHERE id = ?", (person,)) or ()


@pytest.fixture
def twins(library: Library) -> tuple[int, int]:
    ana = add(
        library,
        "Ana Ferreira",
        *("ana@norvane.example", "ana@home.example"),
        role="CFO",
        organisation="Norvane",
        notes="Plays chess.",
        tags=("vip", "chess"),
        city="Porto",
    )
    other = add(
        library,
        "Ana Maria Ferreira",
        *("ANA@norvane.example", "am@contoso.example"),
        role="Finance director",
        organisation="Norvane",
        notes="Prefers mornings.",
        tags=("vip", "board"),
        birthday="1971-05-03",
    )
    return ana, other


def test_nothing_of_either_is_lost(library: Library, twins: tuple[int, int]) -> None:
    ana, other = twins
    before, found = dump(library), searchable(library)
    merge_people(library, ana, other, {"name"}, today=TODAY)
    assert facts(library, ana, "name", "role", "city", "birthday", "notes") == (
        *("Ana Maria Ferreira", "CFO", "Porto", "1971-05-03"),
        "Plays chess.\n\nPrefers mornings.",
    )
    assert facts(library, other, "name") == ()
    points = library.rows("SELECT value FROM contact_point WHERE person_id = ? ORDER BY position", (ana,))
    assert [row[0] for row in points] == ["ana@norvane.example", "ana@home.example", "am@contoso.example"]
    tags = library.rows("SELECT tag FROM person_tag WHERE person_id = ? ORDER BY tag", (ana,))
    assert [row[0] for row in tags] == ["board", "chess", "vip"]
    assert library.value("SELECT words FROM note WHERE person_id = ?", (ana,)) == (
        "From the entry “Ana Maria Ferreira”, merged into this one:\n"
        "Name: Ana Ferreira\nRole: Finance director"
    )
    assert library.next_labels()[0] == "Merge Ana Ferreira and Ana Maria Ferreira"
    after = dump(library)
    library.undo()
    assert (dump(library), searchable(library)) == (before, found)
    library.redo()
    assert dump(library) == after
    assert library.problems() == []


def test_every_row_that_names_the_other_names_the_kept_one(sample: Library) -> None:
    """A row in every table there is, so that a table made tomorrow is covered too."""
    ana = add(sample, "Ana Ferreira")
    other = add(sample, "Ana Maria Ferreira")
    made = itertools.count(1 << 50)
    with sample.change("A row of everything"):
        for table, field in pointing():
            wanted = [
                each
                for each in table._meta.sorted_fields
                if not each.null and each.default is None and each is not field
            ]
            values = {each.name: _some(sample, each) for each in wanted}
            table.insert(id=next(made), **{**values, field.name: other}).execute()
    tables = [(table._meta.table_name, field.column_name) for table, field in pointing()]
    assert len(tables) >= 19
    merge_people(sample, ana, other, today=TODAY)
    made_here = (1 << 50, 1 << 51)
    for table, column in tables:
        moved = sample.value(
            f"SELECT count(*) FROM {table} WHERE {column} = ? AND id BETWEEN ? AND ?", (ana, *made_here)
        )
        assert moved == (table != "forecast"), table
        assert sample.value(f"SELECT count(*) FROM {table} WHERE {column} = ?", (other,)) == 0
    assert sample.value("SELECT count(*) FROM pragma_foreign_key_check") == 0


def _some(library: Library, field: Field) -> object:
    """A value that fits a column."""
    if isinstance(field, ForeignKeyField):
        return library.value(f"SELECT min(id) FROM {field.rel_model._meta.table_name}")
    if isinstance(field, DayField):
        return TODAY
    return 1 if isinstance(field, IntegerField | FloatField) else "said"


def test_what_both_have_stays_once(library: Library, twins: tuple[int, int]) -> None:
    ana, other = twins
    luca = add(library, "Luca Hale")
    log_conversation(library, ConversationForm(people=(ana, other, luca), day=TODAY), now=NOW)
    connect(
        library, luca, ConnectionForm(other_id=ana, kind="trusts", directed=True, note="since the crisis")
    )
    connect(
        library, luca, ConnectionForm(other_id=other, kind="trusts", directed=True, closeness=2, note="much")
    )
    connect(library, ana, ConnectionForm(other_id=other, kind="knows", note="sisters?"))
    merge_people(library, ana, other, today=TODAY)
    assert library.value("SELECT count(*) FROM participation") == 2
    assert list(library.rows("SELECT person_id, other_id, closeness, note FROM connection")) == [
        (luca, ana, 2, "since the crisis\nmuch")
    ]
    assert "Connection with each other: knows: sisters?" in library.value("SELECT words FROM note")


def test_two_stands_become_one_and_the_other_is_said(library: Library, twins: tuple[int, int]) -> None:
    ana, other = twins
    stands = [
        StandForm(person_id=ana, now=Stand.NEUTRAL),
        StandForm(person_id=other, now=Stand.RESISTANT, hoped=Stand.SUPPORTIVE, reason="cost"),
    ]
    add_to_initiative(library, InitiativeForm(name="Harbour"), stands, today=TODAY)
    merge_people(library, ana, other, today=TODAY)
    assert list(library.rows("SELECT person_id, now, hoped, reason FROM stand")) == [
        (ana, "neutral", "supportive", "cost")
    ]
    assert "Stand on Harbour: today resistant" in library.value("SELECT words FROM note")


def test_only_the_newest_time_of_mending_stays_open(library: Library, twins: tuple[int, int]) -> None:
    ana, other = twins
    begin_repair(library, ana, why="The late figures", today=date(2026, 8, 1))
    begin_repair(library, other, why="The missed call", today=date(2026, 9, 1))
    merge_people(library, ana, other, today=TODAY)
    assert list(library.rows("SELECT why, ended_on FROM repair ORDER BY begun_on")) == [
        ("The late figures", "2026-09-01"),
        ("The missed call", None),
    ]


def test_a_photo_that_was_not_chosen_goes_with_the_card(library: Library, twins: tuple[int, int]) -> None:
    ana, other = twins
    with library.change("Photos"):
        Person.update(photo=b"one").where(Person.id == ana).execute()
        Person.update(photo=b"two", kept_lines="X-A:1").where(Person.id == other).execute()
    merge_people(library, ana, other, today=TODAY)
    assert facts(library, ana, "photo", "kept_lines") == (b"one", "PHOTO:data:image/jpeg;base64,dHdv\nX-A:1")


def test_an_import_knows_the_entry_that_went(library: Library, twins: tuple[int, int]) -> None:
    from planner.actions.imports.files import review_drafts, save
    from tests.actions.import_drafts import cards, person

    ana, other = twins
    with library.change("From an address book"):
        Person.update(source_uid="u-ana").where(Person.id == ana).execute()
        Person.update(source_uid="u-other").where(Person.id == other).execute()
    merge_people(library, ana, other, today=TODAY)
    review = review_drafts(library, [cards(person("A. M. Ferreira", uid="u-other"))], today=TODAY)
    save(library, review, now=NOW)
    assert library.value("SELECT count(*) FROM person") == 1


def test_what_makes_no_sense_is_refused(library: Library, twins: tuple[int, int]) -> None:
    ana, _ = twins
    before = dump(library)
    with pytest.raises(KnownError, match="one entry already"):
        merge_people(library, ana, ana, today=TODAY)
    with pytest.raises(KnownError, match="no longer in the library"):
        merge_people(library, ana, 5, today=TODAY)
    assert dump(library) == before


def test_side_by_side_tells_what_differs(library: Library, twins: tuple[int, int]) -> None:
    ana, other = twins
    log_conversation(library, ConversationForm(people=(ana,), day=TODAY, starts=time(9)), now=NOW)
    found = side_by_side(library, other, ana)
    assert (found.keep, found.other) == (ana, other), "the one with more behind it stays"
    assert [(each.id, each.ours, each.theirs, each.is_open) for each in found.choices] == [
        ("name", "Ana Ferreira", "Ana Maria Ferreira", True),
        ("role", "CFO", "Finance director", True),
        ("city", "Porto", "", False),
        ("birthday", "", "3 May 1971", False),
    ]
    assert found.same == ("Organisation",)
    assert found.joined == ("Notes",)
    assert found.together == ("1 conversation", "4 ways to reach them", "4 tags")


def test_values_stand_beside_each_other_in_words(library: Library, twins: tuple[int, int]) -> None:
    ana, other = twins
    with library.change("Rest, birthdays and photos"):
        for person, day, photo in ((ana, "1961-05-30", b"one"), (other, "--05-30", b"two")):
            rest = {"resting_from": TODAY, "resting_until": date(2027, 5, 3) if person == ana else None}
            Person.update(birthday=day, photo=photo, **rest).where(Person.id == person).execute()
    found = {each.id: each for each in side_by_side(library, ana, other).choices}
    assert found["birthday"][2:4] == ("30 May 1961", "30 May")
    assert found["rest"][2:4] == ("until 3 May 2027", "until further notice")
    assert found["photo"][2:] == ("a picture", "a picture", (b"one", b"two")), "two pictures are a choice"
    merge_people(library, ana, other, {"birthday", "rest"}, today=TODAY)
    kept = library.value("SELECT words FROM note WHERE person_id = ?", (ana,))
    assert "Rest: until 3 May 2027" in kept and "Birthday: 30 May 1961" in kept


def test_a_number_is_said_as_it_is_written_on_the_person(library: Library) -> None:
    for name, number in (("Ana Ferreira", "+44 (0)1455 501-04"), ("Ana M. Ferreira", "+44145550104")):
        form = PersonForm(name=name, points=(Point(kind="phone", value=number),))
        add_person(library, form, today=TODAY)
    (pair,) = likely_duplicates(library)
    assert pair.why == "One name holds the other, same number +44 (0)1455 501-04."


def test_likely_pairs_are_found_and_can_be_kept_apart(library: Library, twins: tuple[int, int]) -> None:
    ana, other = twins
    add(library, "Rui Ferreira", organisation="Norvane")
    pair = likely_duplicates(library)
    assert [(each.one, each.two, each.why) for each in pair] == [
        (ana, other, "One name holds the other, same e-mail ana@norvane.example, same organisation.")
    ]
    assert pair[0].known == ("CFO, Norvane, Porto", "Finance director, Norvane")
    not_the_same(library, other, ana)
    assert likely_duplicates(library) == ()
    assert library.next_labels()[0] == "Keep Ana and Ana apart"
    library.undo()
    assert likely_duplicates(library) == pair


def test_who_was_kept_apart_from_one_is_kept_apart_from_both(
    library: Library, twins: tuple[int, int]
) -> None:
    ana, other = twins
    third = add(library, "Ana Ferreira")
    assert len(likely_duplicates(library)) == 3
    not_the_same(library, third, other)
    not_the_same(library, ana, other)
    merge_people(library, ana, other, today=TODAY)
    assert likely_duplicates(library) == ()
