"""Which person a typed name means, and who is found."""

from __future__ import annotations

from datetime import date

import pytest

from planner.actions.people import PersonForm, add_person
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.tables import Person
from planner.queries.people import (
    anybody,
    count,
    find_people,
    layers,
    names,
    person_called,
    recent_people,
)


def test_a_name_or_a_unique_part_of_it(sample: Library) -> None:
    assert person_called(sample, "beatrix").name == "Beatrix Keller"
    assert person_called(sample, "zielinski").name == "Tomasz Zieliński"
    assert person_called(sample, "  MEI-LING ").name == "Mei-Ling Zhao"


def test_a_whole_name_wins_over_a_part(library: Library, today: date) -> None:
    for name in ("Ana", "Ana Ferreira"):
        add_person(library, PersonForm(name=name), today=today)
    assert person_called(library, "ana").name == "Ana"


def test_a_word_wins_over_the_beginning_of_one_and_that_over_its_inside(
    library: Library, today: date
) -> None:
    for name in ("Ana Lind", "Anabel Frost", "Johana Park"):
        add_person(library, PersonForm(name=name), today=today)
    assert person_called(library, "ana").name == "Ana Lind"
    assert person_called(library, "anab").name == "Anabel Frost"
    assert person_called(library, "hana").name == "Johana Park"


def test_several_are_listed_and_nobody_is_changed(sample: Library) -> None:
    with pytest.raises(KnownError, match=r"Tomás Herrera .*; Tomasz Zieliński") as caught:
        person_called(sample, "toma")
    assert "Write more of the name" in str(caught.value)


def test_two_of_one_name_are_told_apart_by_their_organisation(library: Library, today: date) -> None:
    for organisation in ("Norvane", "Baltyk Foods"):
        add_person(library, PersonForm(name="Ana Lind", organisation=organisation), today=today)
    with pytest.raises(KnownError, match="could be several people"):
        person_called(library, "Ana Lind")
    assert person_called(library, "ana, norvane").organisation == "Norvane"


def test_nobody_is_said_with_a_guess(sample: Library) -> None:
    with pytest.raises(KnownError, match="Did you mean Katarzyna Wolska"):
        person_called(sample, "Katazyna Wolska")
    with pytest.raises(KnownError, match="A name is needed"):
        person_called(sample, "  ")


def test_marks_of_like_are_letters(library: Library, today: date) -> None:
    add_person(library, PersonForm(name="100% Ana_B"), today=today)
    add_person(library, PersonForm(name="100 Anab"), today=today)
    assert [each.name for each in find_people(library, "0%")] == ["100% Ana_B"]
    assert [each.name for each in find_people(library, "a_b")] == ["100% Ana_B"]


def test_beginnings_come_first(sample: Library) -> None:
    names = [each.name for each in find_people(sample, "ma")]
    assert names[0].startswith("Ma") and "Hugo Castellane" not in names[:3]


def test_recent_people_are_those_of_the_newest_steps(sample: Library) -> None:
    assert len(recent_people(sample, 4)) == 4


def test_the_layers_count_everybody_once(sample: Library) -> None:
    assert sum(layer.people for layer in layers(sample)) == 41


def test_whoever_is_in_the_trash_is_nowhere_among_people(sample: Library, today: date) -> None:
    gone = person_called(sample, "Beatrix")
    before = {each.hue: each.people for each in layers(sample)}
    with sample.change("Put into the trash"):
        Person.update(trashed_on=today).where(Person.id == gone.id).execute()
    assert count(sample) == 40 and anybody(sample) and gone not in names(sample)
    assert {each.hue: each.people for each in layers(sample)} == before | {"board": before["board"] - 1}
    for typed in ("Beatrix", "Chair of the Board", "Beatrix Kelle"):
        assert gone.id not in {each.id for each in find_people(sample, typed)}
    assert gone.id not in {each.id for each in recent_people(sample, limit=50)}
    with sample.change("All"):
        Person.update(trashed_on=today).execute()
    assert not anybody(sample)
