"""One detail of a person at a time: each is one readable step, and what cannot be is refused."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from planner.actions import people, person_details, photos
from planner.actions.person_details import Detail, change_detail
from planner.domain.errors import KnownError
from planner.library import Library
from tests.conftest import TODAY
from tests.dump import dump, searchable


@pytest.fixture
def ana(library: Library) -> int:
    form = people.PersonForm(name="Ana Ferreira", role="CIO", organisation="Norvane", tags=("x", "y"))
    return people.add_person(library, form, today=TODAY)


def column(library: Library, name: str) -> object:
    return library.value(f"SELECT {name} FROM person")


@pytest.mark.parametrize(
    ("detail", "typed", "name", "kept"),
    [
        (Detail.NAME, "  Ana  Ferreira Lopes ", "name", "Ana Ferreira Lopes"),
        (Detail.NAME, "Ána", "folded", "ana"),
        (Detail.ROLE, "CTO", "role", "CTO"),
        (Detail.CITY, "Porto", "city", "Porto"),
        (Detail.ZONE, "Europe/Lisbon", "zone", "Europe/Lisbon"),
        (Detail.PRONOUNS, "she/her", "pronouns", "she/her"),
        (Detail.LANGUAGES, "German", "languages", "German"),
        (Detail.BIRTHDAY, "15 Apr 1970", "birthday", "1970-04-15"),
        (Detail.BIRTHDAY, "", "birthday", None),
        (Detail.LIKES_TO_TALK, "Mornings", "likes_to_talk", "Mornings"),
        (Detail.AS_A_PERSON, "Sails.\nSings.", "as_a_person", "Sails.\nSings."),
        (Detail.NOTES, "Papers early", "notes", "Papers early"),
    ],
)
def test_each_detail_is_one_step_that_says_what_changed(
    library: Library, ana: int, detail: Detail, typed: str, name: str, kept: object
) -> None:
    before = dump(library)
    with library.change("Something else"):
        people.change_rhythm(library, ana, 9)
    change_detail(library, ana, detail, typed)
    assert column(library, name) == kept
    if kept is not None:
        assert library.next_labels()[0] == f"Change the {detail} of Ana Ferreira"
        library.undo()
    library.undo()
    assert dump(library) == before


def test_the_organisation_is_found_or_added(library: Library, ana: int) -> None:
    change_detail(library, ana, Detail.ORGANISATION, "  ALPENRHEIN ")
    other = people.add_person(library, people.PersonForm(name="Bo", organisation="Alpenrhein"), today=TODAY)
    both = {row[0] for row in library.rows("SELECT organisation_id FROM person")}
    assert len(both) == 1 and other
    change_detail(library, ana, Detail.ORGANISATION, "")
    assert library.value("SELECT organisation_id FROM person WHERE id = ?", (ana,)) is None


def test_the_search_follows(library: Library, ana: int) -> None:
    before = searchable(library)
    change_detail(library, ana, Detail.ROLE, "Harbour master")
    found = library.value("SELECT count(*) FROM person_search WHERE person_search MATCH 'harbour'")
    assert (found, searchable(library)) == (1, before)


@pytest.mark.parametrize(
    ("detail", "typed", "said"),
    [
        (Detail.NAME, "  ", "A name is needed"),
        (Detail.ZONE, "Narnia/Cair", "“Narnia/Cair” is not a time zone"),
        (Detail.BIRTHDAY, "31 Feb", "February has 29 days"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    library: Library, ana: int, detail: Detail, typed: str, said: str
) -> None:
    before, steps = dump(library), library.history()
    with pytest.raises(KnownError, match=said):
        change_detail(library, ana, detail, typed)
    assert (dump(library), library.history()) == (before, steps)


def test_the_same_again_leaves_no_step(library: Library, ana: int) -> None:
    steps = library.history()
    change_detail(library, ana, Detail.ROLE, " CIO ")
    person_details.change_tags(library, ana, ["y", "x"])
    assert library.history() == steps


def test_city_and_zone_are_one_step(library: Library, ana: int) -> None:
    person_details.change_place(library, ana, "Zurich", "Europe/Zurich")
    assert library.row("SELECT city, zone FROM person") == ("Zurich", "Europe/Zurich")
    assert library.next_labels()[0] == "Change where Ana Ferreira lives"
    with pytest.raises(KnownError, match="not a time zone"):
        person_details.change_place(library, ana, "Zurich", "Zurich time")


def test_tags_are_made_these(library: Library, ana: int) -> None:
    person_details.change_tags(library, ana, ["y", " new  one ", ""])
    assert [row[0] for row in library.rows("SELECT tag FROM person_tag ORDER BY tag")] == ["new one", "y"]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("ana@norvane.example", "email"),
        ("+41 (0)44 555 01 04", "phone"),
        ("https://norvane.example/ana", "link"),
        ("www.norvane.example", "link"),
        ("Limmathof 4, 8001 Zurich", "address"),
        ("8001", "address"),
    ],
)
def test_a_way_to_reach_is_told_by_its_look(library: Library, ana: int, value: str, kind: str) -> None:
    point = person_details.add_point(library, ana, f" {value} ")
    assert library.row("SELECT kind, value FROM contact_point WHERE id = ?", (point,)) == (kind, value)


def test_ways_to_reach_are_added_last_changed_and_removed(library: Library, ana: int) -> None:
    first = person_details.add_point(library, ana, "ana@norvane.example")
    second = person_details.add_point(library, ana, "+41 44 555 0104", "work")
    assert [row[0] for row in library.rows("SELECT id FROM contact_point ORDER BY position")] == [
        first,
        second,
    ]
    with pytest.raises(KnownError, match="known already"):
        person_details.add_point(library, ana, "ANA@norvane.example")
    with pytest.raises(KnownError, match="known already"):
        person_details.change_point(library, second, "Ana@Norvane.example")
    with pytest.raises(KnownError, match="Write an e-mail"):
        person_details.add_point(library, ana, " ")
    person_details.change_point(library, second, "+41 44 555 0199")
    assert library.value("SELECT normal FROM contact_point WHERE id = ?", (second,)) == "+41445550199"
    person_details.remove_point(library, first)
    assert library.value("SELECT count(*) FROM contact_point") == 1


def picture(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "PNG")
    return out.getvalue()


def test_a_photo_is_kept_small_and_can_be_removed(library: Library, ana: int) -> None:
    photos.set_photo(library, ana, picture(2000, 1000))
    with Image.open(io.BytesIO(library.value("SELECT photo FROM person"))) as kept:
        assert kept.size == (512, 256)
    assert library.next_labels()[0] == "Change the photo of Ana Ferreira"
    photos.remove_photo(library, ana)
    assert column(library, "photo") is None
    library.undo()
    assert column(library, "photo") is not None


def test_what_is_no_picture_is_refused(library: Library, ana: int) -> None:
    for data in (b"not a picture", picture(20, 20)[:40], b""):
        with pytest.raises(KnownError, match="no picture that can be read"):
            photos.set_photo(library, ana, data)
    assert column(library, "photo") is None
