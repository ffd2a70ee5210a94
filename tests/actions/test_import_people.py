"""Address books: who is new, who is known, and what a file adds to whom."""

from __future__ import annotations

import pytest

from planner.actions.imports.files import Choices, Kind, preview, save
from planner.actions.people import PersonForm, Point, add_person
from planner.actions.settings import remember, set_owner
from planner.domain.errors import KnownError
from planner.exchange.drafts import Problem
from planner.library import Library
from planner.library.tables import Person
from tests.actions.import_drafts import ANA, RUI, cards, imported, looked_at, person
from tests.conftest import NOW, TODAY
from tests.dump import dump, searchable


def known(library: Library, name: str, *emails: str, **rest: object) -> int:
    points = tuple(Point(kind="email", value=each) for each in emails)
    return add_person(library, PersonForm(name=name, points=points, **rest), today=TODAY)  # type: ignore[arg-type]


def only(library: Library, column: str) -> object:
    return library.value(f"SELECT {column} FROM person")


def test_everything_a_card_says_is_kept(library: Library) -> None:
    card = person(
        "Dr. Ana Ferreira",
        ANA,
        phones=("+351 910 000 000",),
        given_name="Ana",
        family_name="Ferreira",
        prefix="Dr.",
        nickname="Annie",
        role="Buyer",
        organisation="Contoso  Ltd",
        city="Lisbon",
        zone="Europe/Lisbon",
        languages="Portuguese, English",
        pronouns="she/her",
        birthday="--05-03",
        note="Met at the fair",
        tags=("chess", "Customers", "Chess"),
        photo=b"\x89PNG",
        uid="card-1",
        kept=("X-SKYPE:ana", "X-A:b"),
    )
    done = imported(library, cards(card))
    assert (done.people_added, done.people_changed, done.people_unchanged) == (1, 0, 0)
    row = library.row(
        "SELECT p.name, p.folded, given_name, family_name, prefix, nickname, role, o.name, o.folded, city,"
        " zone, languages, pronouns, birthday, notes, l.name, photo, source_uid, kept_lines, created_on"
        " FROM person p JOIN organisation o ON o.id = organisation_id JOIN layer l ON l.id = layer_id"
    )
    assert row == (
        *("Dr. Ana Ferreira", "dr. ana ferreira", "Ana", "Ferreira", "Dr.", "Annie", "Buyer"),
        *("Contoso Ltd", "contoso ltd", "Lisbon", "Europe/Lisbon", "Portuguese, English", "she/her"),
        *(
            "--05-03",
            "Met at the fair",
            "Customers",
            b"\x89PNG",
            "card-1",
            "X-SKYPE:ana\nX-A:b",
            "2026-09-15",
        ),
    )
    assert [row[0] for row in library.rows("SELECT tag FROM person_tag")] == ["chess"]
    points = library.rows("SELECT kind, label, value, normal, position FROM contact_point ORDER BY position")
    assert list(points) == [
        ("email", "work", ANA, ANA, 0),
        ("phone", "", "+351 910 000 000", "+351910000000", 1),
    ]


def test_the_same_file_again_changes_nothing(library: Library, now: object) -> None:
    file = cards(
        person("Ana Ferreira", ANA, uid="1"), person("Rui Costa", organisation="Contoso"), person("Mum")
    )
    imported(library, file)
    before, history = dump(library), library.history()
    done = imported(library, file)
    assert (done.people_added, done.people_changed, done.people_unchanged) == (0, 0, 3)
    assert done.nothing
    assert dump(library) == before
    assert library.history() == history
    assert not library.backups.exists()


def test_one_step_with_a_name_and_undo_takes_all_of_it_back(library: Library) -> None:
    known(library, "Ana Ferreira", ANA)
    before, found = dump(library), searchable(library)
    imported(
        library, cards(person("Ana Ferreira", ANA, role="Buyer"), person("Rui Costa", RUI, tags=("vip",)))
    )
    after = dump(library)
    assert library.next_labels()[0] == "Import contacts.vcf: 1 person, 1 changed person"
    library.undo()
    assert dump(library) == before
    assert searchable(library) == found
    library.redo()
    assert dump(library) == after


def test_a_backup_comes_first_where_there_is_somebody_to_lose(library: Library) -> None:
    imported(library, cards(person("Ana Ferreira", ANA)))
    assert not library.backups.exists()
    imported(library, cards(person("Rui Costa", RUI)))
    (backup,) = library.backups.iterdir()
    assert "before import" in backup.name
    with Library(backup, clock=library.clock) as copy:
        assert only(copy, "group_concat(name)") == "Ana Ferreira"


def test_what_is_empty_is_filled_and_what_stands_here_stays(library: Library) -> None:
    known(library, "Ana Ferreira", ANA, role="Head of Purchasing", city="")
    review = looked_at(
        library,
        cards(person("Ana Ferreira", ANA.upper(), "ana@home.example", role="Buyer", city="Porto", uid="7")),
    )
    (ana,) = review.people
    assert ana.kind is Kind.CHANGED
    assert ana.ticked
    assert [(each.words, each.old, each.new, each.adds) for each in ana.differences] == [
        ("Role", "Head of Purchasing", "Buyer", False),
        ("City", "", "Porto", True),
        ("E-mail", "", "ana@home.example", True),
    ]
    save(library, review, now=NOW)
    assert library.row("SELECT role, city, source_uid FROM person") == ("Head of Purchasing", "Porto", "7")
    assert library.value("SELECT group_concat(value) FROM contact_point") == f"{ANA},ana@home.example"


def test_a_difference_is_taken_where_it_is_chosen(library: Library) -> None:
    ana_id = known(library, "Ana Ferreira", ANA, role="Head of Purchasing", organisation="Contoso")
    file = cards(person("Ana Costa Ferreira", ANA, given_name="Ana", role="Buyer", organisation="Fabrikam"))
    review = looked_at(library, file)
    assert review.people[0].kind is Kind.UNCHANGED
    assert preview(review).nothing
    taken = frozenset((ana_id, field) for field in ("name", "role", "organisation"))
    assert save(library, review, Choices(taken=taken), now=NOW).people_changed == 1
    row = library.row(
        "SELECT p.name, p.folded, given_name, role, o.name FROM person p"
        " JOIN organisation o ON o.id = organisation_id"
    )
    assert row == ("Ana Costa Ferreira", "ana costa ferreira", "Ana", "Buyer", "Fabrikam")
    assert looked_at(library, file).people[0].differences == ()


def test_what_was_edited_here_survives_the_next_import(library: Library) -> None:
    file = cards(person("Ana Ferreira", ANA, role="Buyer", note="Met at the fair", uid="1"))
    imported(library, file)
    with library.change("Edit"):
        Person.update(role="Head of Purchasing", notes="Met at the fair. Likes tea.").execute()
    assert imported(library, file).nothing
    assert library.row("SELECT role, notes FROM person") == (
        "Head of Purchasing",
        "Met at the fair. Likes tea.",
    )


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (person("Ana Ferreira", ANA, uid="1"), person("Ana Costa", "new@fabrikam.example", uid="1")),
        (person("Ana Ferreira", ANA), person("Ana Maria Ferreira", ANA.upper())),
        (person("Ana Ferreira", ANA, uid="1"), person("A. Ferreira", ANA, uid="2")),
        (
            person("Ana Ferreira", organisation="Contoso"),
            person("Ána  FERREIRA", ANA, organisation="contoso"),
        ),
        (
            person("Ana Ferreira", phones=("+351 910",)),
            person("Ana Ferreira", phones=("+351910",), organisation="X"),
        ),
        (person("Ana Ferreira"), person("Ana Ferreira", ANA)),
        (person(ANA, ANA, named_by="EMAIL"), person("Ana Ferreira", ANA)),
    ],
)
def test_the_same_person_is_recognised(library: Library, here: object, there: object) -> None:
    """By UID, then e-mail, then name and organisation; also with the files the other way round."""
    imported(library, cards(here))  # type: ignore[arg-type]
    assert imported(library, cards(there)).people_added == 0  # type: ignore[arg-type]
    assert library.value("SELECT count(*) FROM person") == 1
    assert imported(library, cards(there), cards(here)).nothing  # type: ignore[arg-type]


def test_a_name_that_was_only_an_address_gives_way_to_a_real_one(library: Library) -> None:
    imported(library, cards(person(ANA, ANA, named_by="EMAIL")))
    imported(library, cards(person("Ana Ferreira", ANA)))
    assert library.row("SELECT name, folded FROM person") == ("Ana Ferreira", "ana ferreira")


@pytest.mark.parametrize(
    ("there", "reason"),
    [
        (
            person("Ana Ferreira", "a@fabrikam.example", organisation="Contoso"),
            "Same name and organisation as Ana Ferreira, other e-mail.",
        ),
        (
            person("Ana Ferreira", "a@fabrikam.example", organisation="Fabrikam"),
            "Same name as Ana Ferreira of Contoso, other organisation.",
        ),
        (
            person("Ana Ferreira", "a@fabrikam.example"),
            "Same name as Ana Ferreira of Contoso, without an organisation in the file.",
        ),
        (person("Rui Costa", ANA), "Same e-mail as Ana Ferreira, other name."),
    ],
)
def test_who_may_be_known_is_asked_and_left_out_until_answered(
    library: Library, there: object, reason: str
) -> None:
    ana_id = known(library, "Ana Ferreira", ANA, organisation="Contoso")
    file = cards(there)  # type: ignore[arg-type]
    review = looked_at(library, file)
    (possible,) = review.people
    assert (possible.kind, possible.matched, possible.matched_name) == (Kind.POSSIBLE, ana_id, "Ana Ferreira")
    assert possible.reason == reason
    assert not possible.ticked
    assert preview(review).nothing

    merged = preview(review, Choices(same=frozenset({possible.id})))
    assert (merged.people_added, merged.people_changed) == (
        0,
        int(reason != "Same e-mail as Ana Ferreira, other name."),
    )

    save(library, review, Choices(new=frozenset({possible.id})), now=NOW)
    assert library.value("SELECT count(*) FROM person") == 2
    assert imported(library, file).nothing


def test_the_same_person_after_all(library: Library) -> None:
    ana_id = known(library, "Ana Ferreira", ANA, organisation="Contoso")
    file = cards(person("Ana Ferreira", "a@fabrikam.example", organisation="Fabrikam", city="Porto", uid="9"))
    review = looked_at(library, file)
    done = save(library, review, Choices(same=frozenset({review.people[0].id})), now=NOW)
    assert (done.people_added, done.people_changed) == (0, 1)
    assert library.row("SELECT id, city, source_uid FROM person") == (ana_id, "Porto", "9")
    assert library.value("SELECT count(*) FROM contact_point") == 2
    again = looked_at(library, file)
    assert again.people[0].kind is Kind.UNCHANGED
    assert [each.words for each in again.people[0].differences] == ["Organisation"]


def test_two_answers_for_one_person_add_each_thing_once(library: Library) -> None:
    known(library, "Ana Ferreira", ANA, organisation="Contoso")
    file = cards(
        person("Ana Ferreira", "a@fabrikam.example", organisation="Fabrikam", tags=("vip",), uid="1"),
        person(
            "Ana Ferreira", "b@fabrikam.example", "c@x.example", organisation="Adatum", tags=("VIP",), uid="2"
        ),
    )
    review = looked_at(library, file)
    assert {each.kind for each in review.people} == {Kind.POSSIBLE}
    save(library, review, Choices(same=frozenset(each.id for each in review.people)), now=NOW)
    assert library.value("SELECT count(*) FROM person_tag") == 1
    positions = [row[0] for row in library.rows("SELECT position FROM contact_point ORDER BY position")]
    assert positions == [0, 1, 2, 3]


def test_cards_of_one_person_become_one(library: Library) -> None:
    file = cards(
        person("Ana Ferreira", ANA, role="Buyer", note="One"),
        person("Ana Ferreira", ANA, phones=("+351 1",), note="Two", role="Head"),
        person("Ana Ferreira", phones=("+3511",), uid="1", city="Lisbon"),
    )
    assert imported(library, file).people_added == 1
    row = library.row("SELECT role, notes, city, source_uid FROM person")
    assert row == ("Buyer", "One\n\nTwo", "Lisbon", "1")
    assert library.value("SELECT count(*) FROM contact_point") == 2
    assert imported(library, file).nothing


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (person("Ana Ferreira", "home@ferreira.example"), person("Rui Ferreira", "home@ferreira.example")),
        (person("Ana Ferreira", "office@x.example"), person("Contoso", "office@x.example", named_by="ORG")),
        (
            person("John Smith", "a@x.example", organisation="X"),
            person("John Smith", "b@x.example", organisation="X"),
        ),
        (person("John Smith", uid="1"), person("John Smith", uid="2")),
        (person("Maria", phones=("111",)), person("Maria", phones=("222",))),
        (person("Ana Ferreira", uid="1"), person("Rui Costa", uid="1")),
    ],
)
def test_two_people_of_one_file_stay_two(library: Library, first: object, second: object) -> None:
    file = cards(first, second)  # type: ignore[arg-type]
    assert imported(library, file).people_added == 2
    assert imported(library, file).people_unchanged == 2
    assert library.value("SELECT count(*) FROM person") == 2


def test_the_same_card_in_two_files_comes_once(library: Library) -> None:
    card = person("Ana Ferreira", ANA)
    done = imported(library, cards(card), cards(card, name="phone.vcf"))
    assert done.people_added == 1
    assert library.next_labels()[0] == "Import contacts.vcf and 1 other file: 1 person"


def test_who_is_unticked_stays_out(library: Library) -> None:
    known(library, "Ana Ferreira", ANA)
    review = looked_at(library, cards(person("Ana Ferreira", ANA, city="Porto"), person("Rui Costa", RUI)))
    everybody = frozenset(each.id for each in review.people)
    assert save(library, review, Choices(left_out=everybody), now=NOW).nothing
    one = frozenset({review.people[1].id})
    assert save(library, review, Choices(left_out=one), now=NOW).people_changed == 1
    assert only(library, "group_concat(name || city)") == "Ana FerreiraPorto"


def test_somebody_new_gets_the_layer_of_their_organisation(library: Library) -> None:
    board = library.value("SELECT id FROM layer WHERE hue = 'board'")
    team = library.value("SELECT id FROM layer WHERE hue = 'team'")
    known(library, "Ana Ferreira", organisation="Contoso", layer_id=board)
    known(library, "Mei Tan", organisation="Fabrikam", layer_id=board)
    known(library, "Luca Rossi", organisation="Fabrikam", layer_id=team)
    imported(
        library,
        cards(
            person("Rui Costa", organisation="contoso"),
            person("Eva Berg", organisation="Fabrikam"),
            person("Jan Nowak", organisation="Contoso", tags=("Team",)),
        ),
    )
    rows = dict(library.rows("SELECT name, layer_id FROM person"))
    assert (rows["Rui Costa"], rows["Eva Berg"], rows["Jan Nowak"]) == (board, None, team)
    assert library.value("SELECT count(*) FROM person_tag") == 0


def test_a_department_says_what_somebody_does_where_there_is_no_role(library: Library) -> None:
    imported(library, cards(person("Ana Ferreira", organisation="Contoso", department="Finance")))
    assert only(library, "role") == "Finance"


def test_your_own_card_is_left_out(library: Library) -> None:
    set_owner(library, name="Helena Voss")
    remember(library, "own_addresses", ["H.Voss@contoso.example"])
    review = looked_at(library, cards(person("Helena Voss"), person("HV", "h.voss@contoso.example")))
    assert [each.reason for each in review.people] == ["This looks like your own card."] * 2
    assert preview(review).nothing
    assert preview(review, Choices(new=frozenset({review.people[0].id}))).people_added == 1


def test_a_picture_over_five_megabytes_is_left_out_and_said(library: Library) -> None:
    review = looked_at(library, cards(person("Ana Ferreira", photo=b"x" * (5 * 1024 * 1024 + 1), line=4)))
    assert [(each.line, each.words) for each in review.problems] == [
        (4, "The picture of Ana Ferreira is larger than 5 MB and was left out.")
    ]
    assert save(library, review, now=NOW).people_added == 1
    assert only(library, "photo") is None


def test_problems_keep_file_and_line(library: Library) -> None:
    review = looked_at(
        library, cards(person("Ana"), problems=(Problem(line=7, words="This card is cut off."),))
    )
    (problem,) = review.problems
    assert (problem.file, problem.line, problem.words) == ("contacts.vcf", 7, "This card is cut off.")
    assert preview(review).problems == 1


def test_a_review_of_an_older_library_is_refused(library: Library) -> None:
    review = looked_at(library, cards(person("Ana Ferreira", ANA)))
    known(library, "Ana Ferreira", ANA)
    with pytest.raises(KnownError, match="changed since this review"):
        save(library, review, now=NOW)
    assert library.value("SELECT count(*) FROM person") == 1


def test_a_whole_office_behind_one_address_stays_as_many_people(library: Library) -> None:
    words = [
        f"{first}{last}" for first in ("Ana", "Bea", "Cem", "Dov", "Eda", "Fay", "Gil") for last in "abcdefgh"
    ]
    file = cards(*(person(f"{word} {word}son", "office@x.example") for word in words))
    assert imported(library, file).people_added == len(words)
    assert imported(library, file).people_unchanged == len(words)
