"""Exports with initials: in no form is there a name, or anything that leads to somebody."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import icalendar
import pytest

from planner.actions.exports.wanted import Format
from planner.actions.imports.whole import review_whole
from planner.domain.errors import KnownError
from planner.exchange.vcard.cards import read_vcards
from planner.library import Library
from planner.library.tables import PersonTag
from tests.actions.export_library import exported
from tests.conftest import NOW
from tests.telling import tell_all, told, words_of

EVERYTHING = (Format.JSON, Format.SQLITE)
FORMS = [(form, folder) for form in Format for folder in (False, True) if not (folder and form in EVERYTHING)]


@pytest.mark.parametrize(("form", "folder"), FORMS)
def test_no_form_says_who_anybody_is(sample: Library, tmp_path: Path, form: Format, folder: bool) -> None:
    """P21: every name, address and number of everybody is looked for in the bytes of each form."""
    tell_all(sample)
    for initials in (False, True):
        to = tmp_path / f"out-{initials}"
        exported(sample, to, form, folder=folder, private=True, initials=initials)
        found = told(sample, words_of(to))
        assert "Zaphodine" in found if not initials else found == set()


def test_cards_have_initials_and_names_of_their_own(sample: Library, tmp_path: Path) -> None:
    tell_all(sample)
    for form in (Format.VCARD, Format.VCARD4):
        exported(sample, tmp_path / form, form, initials=True)
        text = words_of(tmp_path / form)
        assert not {"PHOTO", "BDAY", "UID", "EMAIL", "TEL"} & {
            line.split(":")[0] for line in text.splitlines()
        }
        people = read_vcards((tmp_path / form).read_bytes()).people
        assert len(people) == 42
        assert "P. van R." in [each.name for each in people]
        owner = next(each for each in people if each.role == "Owner of Q.")
        assert (owner.name, owner.organisation, owner.tags) == ("Dr. Z. Q.", "Q. & Daughters", ("Q.", "Z."))
        assert r"NOTE:Z. Q. (Q. to her friends) is at … or …@…\, …\, and knows B. K." in text


def test_plans_are_others_than_those_with_names_and_the_same_each_time(
    sample: Library, tmp_path: Path
) -> None:
    tell_all(sample)
    uids = []
    for name, initials in (("a", False), ("b", True), ("c", True)):
        exported(sample, tmp_path / name, Format.ICAL, initials=initials)
        events = icalendar.Calendar.from_ical((tmp_path / name).read_bytes()).walk("VEVENT")
        uids.append([str(each["UID"]) for each in events])
        assert initials == ("Dr. Z. Q. and B. K." in words_of(tmp_path / name))
    assert uids[1] == uids[2]
    assert len(set(uids[0]) | set(uids[1])) == 2 * len(uids[0])


def test_a_json_with_initials_says_so_and_is_never_read_back(
    sample: Library, library: Library, tmp_path: Path
) -> None:
    tell_all(sample)
    exported(sample, tmp_path / "a.json", Format.JSON, initials=True)
    said = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert said["names"] == "initials"
    assert len(said["people"]) == 42
    assert (said["contact_points"], said["settings"]) == ([], [])
    for into in (sample, library):
        with pytest.raises(KnownError, match="initials instead of names"):
            review_whole(into, tmp_path / "a.json")
    exported(sample, tmp_path / "b.json", Format.JSON)
    assert "names" not in json.loads((tmp_path / "b.json").read_text("utf-8"))


def test_a_copy_with_initials_says_so_and_keeps_every_other_row(sample: Library, tmp_path: Path) -> None:
    tell_all(sample)
    exported(sample, tmp_path / "a.sqlite", Format.SQLITE, private=True, initials=True)
    copy = sqlite3.connect(tmp_path / "a.sqlite")
    try:
        (words,) = copy.execute("SELECT words FROM initials").fetchone()
        assert "Initials stand for names here" in words
        for table in ("person", "organisation", "conversation", "commitment", "plan", "stand"):
            count = f"SELECT count(*) FROM {table}"
            assert copy.execute(count).fetchone()[0] == sample.value(count)
        assert copy.execute("SELECT count(*) FROM change").fetchone() == (0,)
        kinds = "SELECT group_concat(DISTINCT hue) FROM layer"
        assert copy.execute(kinds).fetchone()[0] == sample.value(kinds)
    finally:
        copy.close()
    with pytest.raises(KnownError):
        Library(tmp_path / "a.sqlite", clock=lambda: NOW, create=False)


def test_tags_that_become_the_same_stay_once(sample: Library, tmp_path: Path) -> None:
    who = tell_all(sample)
    with sample.change("Another tag"):
        PersonTag.create(person=who, tag="Quuxie")
    exported(sample, tmp_path / "a.sqlite", Format.SQLITE, initials=True)
    copy = sqlite3.connect(tmp_path / "a.sqlite")
    tags = {tag for (tag,) in copy.execute("SELECT tag FROM person_tag WHERE person_id = ?", (who,))}
    copy.close()
    assert tags == {"Q.", "Z."}
