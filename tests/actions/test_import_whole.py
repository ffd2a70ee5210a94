"""P16: what left a library comes back. The JSON of everything into an empty library, and into another one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from planner.actions.exports.wanted import Format
from planner.actions.imports.whole import WholeReview, import_whole, is_library_file, review_whole
from planner.actions.people import PersonForm, add_person, change_person
from planner.actions.settings import remember
from planner.domain.errors import Cancelled, KnownError
from planner.domain.whole.sections import DERIVED, NOT_DATA, SECTIONS
from planner.library import Library
from planner.library.schema import VERSION
from planner.library.tables import TABLES
from tests.actions.export_library import exported, filled
from tests.conftest import TODAY
from tests.dump import dump, searchable


@pytest.fixture
def other(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Library]:
    """Another fresh library."""
    with Library(tmp_path / "other.rapport", clock=clock) as opened:
        yield opened


def imported(library: Library, path: Path) -> WholeReview:
    review = review_whole(library, path)
    import_whole(library, review)
    return review


def changed(path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """The file with something in it changed by hand."""
    said = json.loads(path.read_text("utf-8"))
    change(said)
    path.write_text(json.dumps(said), "utf-8")
    return path


def test_every_column_of_every_table_is_described() -> None:
    described = {section.table: {field.column for field in section.fields} for section in SECTIONS}
    for table in TABLES:
        name = table._meta.table_name
        if name in NOT_DATA:
            continue
        columns = {field.column_name for field in table._meta.sorted_fields} - DERIVED
        columns -= {"day"} if name == "participation" else set()
        assert described.pop(name) == columns, name
    assert described == {}


def test_pointers_come_after_what_they_point_to() -> None:
    seen: set[str] = set()
    for section in SECTIONS:
        seen.add(section.key)
        assert {field.to for field in section.fields if field.to} <= seen, section.key


@pytest.mark.parametrize("private", [False, True])
def test_an_empty_library_becomes_the_one_that_left(
    library: Library, other: Library, tmp_path: Path, private: bool
) -> None:
    filled(library)
    remember(library, "look", {"dark": True})
    exported(library, tmp_path / "a.json", Format.JSON, private=private)
    start = dump(other)
    review = imported(other, tmp_path / "a.json")
    assert review.into_empty
    exported(other, tmp_path / "b.json", Format.JSON, private=private)
    assert (tmp_path / "b.json").read_bytes() == (tmp_path / "a.json").read_bytes()
    assert other.problems() == []
    if private:
        assert (dump(other), searchable(other)) == (dump(library), searchable(library))
    assert other.history()[0].label == "Import a.json: 2 people"
    other.undo()
    assert dump(other) == start


def test_the_sample_comes_back_whole(sample: Library, other: Library, tmp_path: Path) -> None:
    exported(sample, tmp_path / "a.json", Format.JSON, private=True)
    imported(other, tmp_path / "a.json")
    assert (dump(other), searchable(other)) == (dump(sample), searchable(sample))


def test_the_same_file_again_changes_nothing(library: Library, tmp_path: Path) -> None:
    filled(library)
    exported(library, tmp_path / "a.json", Format.JSON, private=True)
    before, steps = dump(library), library.history()
    review = review_whole(library, tmp_path / "a.json")
    assert review.nothing
    assert import_whole(library, review) == 0
    assert (dump(library), library.history()) == (before, steps)


def test_what_is_here_stays_as_it_is_here(library: Library, tmp_path: Path) -> None:
    ana, _ = filled(library)
    exported(library, tmp_path / "a.json", Format.JSON)
    change_person(library, ana, PersonForm(name="Ana Silva"))
    imported(library, tmp_path / "a.json")
    assert library.value("SELECT name FROM person WHERE id = ?", (ana,)) == "Ana Silva"


def test_another_library_gets_what_it_does_not_hold(library: Library, other: Library, tmp_path: Path) -> None:
    filled(library)
    exported(library, tmp_path / "a.json", Format.JSON, private=True)
    mine = add_person(other, PersonForm(name="Mei-Ling", organisation="NORVANE"), today=TODAY)
    layers = set(other.rows("SELECT id, name FROM layer"))
    review = imported(other, tmp_path / "a.json")
    assert (review.into_empty, review.number("people"), review.number("layers")) == (False, 2, 0)
    assert other.problems() == []
    assert set(other.rows("SELECT id, name FROM layer")) == layers
    people = list(
        other.rows("SELECT p.name, l.short_name FROM person p LEFT JOIN layer l ON l.id = p.layer_id")
    )
    assert sorted(people, key=str) == [("Ana Ferreira", "Board"), ("Luca Rossi", "Team"), ("Mei-Ling", None)]
    together = other.value(
        "SELECT count(DISTINCT organisation_id) FROM person WHERE organisation_id IS NOT NULL"
    )
    assert together == 1
    assert other.value("SELECT name FROM person WHERE id = ?", (mine,)) == "Mei-Ling"
    before = dump(other)
    assert review_whole(other, tmp_path / "a.json").nothing
    other.undo()
    assert other.value("SELECT count(*) FROM person") == 1
    other.redo()
    assert dump(other) == before
    assert list(other.backups.glob("*before import*"))


def test_some_people_come_with_what_is_theirs(library: Library, other: Library, tmp_path: Path) -> None:
    ana, _ = filled(library)
    exported(library, tmp_path / "a.json", Format.JSON, people=(ana,), private=True)
    aside = list(other.rows("SELECT * FROM time_set_aside"))
    imported(other, tmp_path / "a.json")
    exported(other, tmp_path / "b.json", Format.JSON, people=(ana,), private=True)
    assert (tmp_path / "b.json").read_bytes() == (tmp_path / "a.json").read_bytes()
    assert list(other.rows("SELECT * FROM time_set_aside")) == aside
    assert other.problems() == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            lambda said: said["tags"][0].update(person="12345"),
            "points to a row of “people” that is not there",
        ),
        (lambda said: said["people"].append(said["people"][0]), "“people” has two rows"),
        (lambda said: said["people"].clear(), "points to a row of “people” that is not there"),
        (
            lambda said: (
                said["organisations"].append({"id": "5", "name": "norvane"})
                or said["people"][1].update(organisation="5")
            ),
            "has another one's place",
        ),
    ],
)
def test_a_file_that_contradicts_itself_is_refused_whole(
    library: Library, other: Library, tmp_path: Path, change: Callable[[dict[str, Any]], object], words: str
) -> None:
    filled(library)
    exported(library, tmp_path / "a.json", Format.JSON, private=True)
    path = changed(tmp_path / "a.json", change)
    before = dump(other)
    with pytest.raises(KnownError) as refused:
        imported(other, path)
    assert words in str(refused.value)
    assert str(refused.value).endswith("Nothing was changed.")
    assert (dump(other), other.history()) == (before, [])


def test_an_older_file_has_the_defaults_of_what_it_does_not_know(
    library: Library, other: Library, tmp_path: Path
) -> None:
    filled(library)
    exported(library, tmp_path / "a.json", Format.JSON)

    def older(said: dict[str, Any]) -> None:
        said["schema"] = 1
        for key in ("notes", "evidence", "initiatives", "stands"):
            del said[key]
        for row in said["contact_points"]:
            del row["parts"], row["preferred"]

    imported(other, changed(tmp_path / "a.json", older))
    assert other.row("SELECT parts, preferred FROM contact_point") == ("", 0)
    assert other.problems() == []


def test_a_library_changed_meanwhile_is_left_alone(library: Library, other: Library, tmp_path: Path) -> None:
    filled(library)
    exported(library, tmp_path / "a.json", Format.JSON)
    review = review_whole(other, tmp_path / "a.json")
    add_person(other, PersonForm(name="Mei-Ling"), today=TODAY)
    with pytest.raises(KnownError, match="The library changed since"):
        import_whole(other, review)


def test_an_import_can_be_stopped_with_nothing_changed(
    library: Library, other: Library, tmp_path: Path
) -> None:
    filled(library)
    exported(library, tmp_path / "a.json", Format.JSON)
    before = dump(other)
    with pytest.raises(Cancelled):
        review_whole(other, tmp_path / "a.json", progress=lambda _share: False)
    review = review_whole(other, tmp_path / "a.json")
    with pytest.raises(Cancelled):
        import_whole(other, review, progress=lambda share: share < 0.5)
    assert (dump(other), other.history()) == (before, [])


def test_files_are_known_by_their_begin(library: Library, tmp_path: Path) -> None:
    filled(library)
    exported(library, tmp_path / "a.txt", Format.JSON)
    exported(library, tmp_path / "a.vcf", Format.VCARD)
    assert [is_library_file(tmp_path / name) for name in ("a.txt", "a.vcf", "none")] == [True, False, False]
    assert not is_library_file(tmp_path)
    assert json.loads((tmp_path / "a.txt").read_text())["schema"] == VERSION
