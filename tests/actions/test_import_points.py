"""Contact points of an import: their parts, which one is preferred, and photos that are safe to keep."""

from __future__ import annotations

import io
from base64 import b64encode
from pathlib import Path

from PIL import Image

from planner.actions.imports.files import review, save
from planner.actions.people import PersonForm, Point, add_person, change_person
from planner.domain.addresses import parts_of
from planner.exchange.drafts import PersonDraft, PointDraft, PointKind
from planner.exchange.photos import safe_photo
from planner.library import Library
from tests.actions.import_drafts import ANA, cards, imported
from tests.conftest import NOW, TODAY

PARTS = ("", "", "Rua Augusta 1", "Lisbon", "", "1100", "Portugal")
HOME = PointDraft(
    kind=PointKind.ADDRESS, value="Rua Augusta 1, Lisbon, 1100, Portugal", label="home", parts=PARTS
)


def email(value: str, *, preferred: bool = False) -> PointDraft:
    return PointDraft(kind=PointKind.EMAIL, value=value, preferred=preferred)


def person(name: str, *points: PointDraft, uid: str = "") -> PersonDraft:
    return PersonDraft(name=name, points=points, uid=uid)


def points(library: Library) -> list[tuple[object, ...]]:
    return list(library.rows("SELECT value, preferred FROM contact_point ORDER BY position, id"))


def test_the_parts_of_an_address_are_remembered_until_it_is_written_anew(library: Library) -> None:
    imported(library, cards(person("Ana Ferreira", HOME)))
    text = library.value("SELECT parts FROM contact_point")
    assert parts_of(text) == PARTS
    identity = library.value("SELECT id FROM person")
    same = Point(kind="address", value=HOME.value, label="summer house")
    change_person(library, identity, PersonForm(name="Ana Ferreira", points=(same,)))
    assert library.value("SELECT parts FROM contact_point") == text
    other = Point(kind="address", value=HOME.value.upper())
    change_person(library, identity, PersonForm(name="Ana Ferreira", points=(other,)))
    assert library.value("SELECT parts FROM contact_point") == ""


def test_the_preferred_point_is_marked_once_a_kind(library: Library) -> None:
    first = person("Ana Ferreira", email(ANA), email("a@x.example", preferred=True), uid="1")
    second = person("Ana Ferreira", email("b@x.example", preferred=True), uid="1")
    imported(library, cards(first, second))
    assert points(library) == [(ANA, 0), ("a@x.example", 1), ("b@x.example", 0)]


def test_what_is_preferred_here_stays_so(library: Library) -> None:
    imported(library, cards(person("Ana Ferreira", email(ANA, preferred=True), uid="1")))
    imported(library, cards(person("Ana Ferreira", email("b@x.example", preferred=True), uid="1")))
    assert points(library) == [(ANA, 1), ("b@x.example", 0)]
    typed = add_person(
        library, PersonForm(name="Rui Costa", points=(Point(kind="email", value="r@x.example"),)), today=TODAY
    )
    new = email("rui@x.example", preferred=True)
    imported(library, cards(person("Rui Costa", email("r@x.example"), new)))
    rows = library.rows(
        "SELECT value, preferred FROM contact_point WHERE person_id = ? ORDER BY position", (typed,)
    )
    assert list(rows) == [("r@x.example", 0), ("rui@x.example", 1)]


def test_a_photo_is_kept_small_and_safe(library: Library, tmp_path: Path) -> None:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((900, 700)).convert("RGB").save(out, "JPEG", comment=b"a secret")
    photo = out.getvalue()
    file = tmp_path / "ana.vcf"
    coded = b64encode(photo)
    file.write_bytes(b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nPHOTO;ENCODING=b:" + coded + b"\nEND:VCARD\n")
    found = review(library, [file], today=TODAY)
    save(library, found, now=NOW)
    kept = library.value("SELECT photo FROM person")
    assert kept == safe_photo(photo)
    assert b"secret" not in kept
    assert max(Image.open(io.BytesIO(kept)).size) == 512
