"""`rapport export`, and `rapport import` of what it wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.actions.exports.wanted import Format
from planner.exchange.vcard.cards import read_vcards
from planner.library import Library
from tests.cli.conftest import Terminal
from tests.conftest import NOW
from tests.telling import told, words_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def names(path: Path) -> list[str]:
    return [person.name for person in read_vcards(path.read_bytes()).people]


@pytest.mark.parametrize("form", [*Format])
def test_every_form_into_a_private_file(sample_terminal: Terminal, folder: Path, form: Format) -> None:
    said = sample_terminal("export", folder / "x", "--as", form)
    assert said.startswith("Wrote ")
    assert str(folder / "x") in said
    assert (folder / "x").stat().st_mode & 0o777 == 0o600
    assert list(folder.iterdir()) == [folder / "x"]


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("a.vcf", b"BEGIN:VCARD\r\nVERSION:3.0"),
        ("a.ICS", b"BEGIN:VCALENDAR"),
        ("a.csv", b"\xef\xbb\xbfName,"),
        ("a.json", b'{\n"format": "rapport-library"'),
        ("a.sqlite", b"SQLite format 3\0"),
    ],
)
def test_the_ending_says_the_form(sample_terminal: Terminal, folder: Path, name: str, begin: bytes) -> None:
    sample_terminal("export", folder / name)
    assert (folder / name).read_bytes().startswith(begin)


def test_what_was_written_is_said(sample_terminal: Terminal, folder: Path) -> None:
    assert sample_terminal("export", folder / "a.vcf") == f"Wrote 41 people to {folder / 'a.vcf'}.\n"
    said = sample_terminal("export", folder / "a.ics")
    plans = (folder / "a.ics").read_text("utf-8").count("BEGIN:VEVENT")
    assert said == f"Wrote {plans} plans to {folder / 'a.ics'}.\n"
    said = sample_terminal("export", folder / "a.json")
    assert re.search(r"The words of \d+ private entries stayed behind; --private takes them along\.$", said)
    assert "private" not in sample_terminal("export", folder / "b.json", "--private")
    said = sample_terminal("export", folder / "each", "--as", "vcard4", "--folder")
    assert said == f"Wrote 41 people to 41 files in {folder / 'each'}.\n"


def test_a_filter_of_people(sample_terminal: Terminal, folder: Path) -> None:
    sample_terminal("export", folder / "a.vcf", "--people", "layer:board -city:zurich")
    found = names(folder / "a.vcf")
    assert found
    assert "Beatrix Keller" not in found
    assert sample_terminal.refuses("export", folder / "b.vcf", "--people", "nobody at all") == (
        "Nobody matches “nobody at all”. Nothing was written."
    )
    assert "There is no filter “shoe:”" in sample_terminal.refuses(
        "export", folder / "b.vcf", "--people", "shoe:41"
    )
    assert not (folder / "b.vcf").exists()


def test_a_calendar_with_alarms_and_plans_let_go(sample_terminal: Terminal, folder: Path) -> None:
    sample_terminal("export", folder / "a.ics", "--alarm", "1 h 30", "--let-go")
    text = (folder / "a.ics").read_text("utf-8")
    assert "TRIGGER:-PT90M" in text
    assert text.count("BEGIN:VALARM") == text.count("STATUS:CONFIRMED") > 10


def test_nothing_is_written_over_unasked(sample_terminal: Terminal, folder: Path) -> None:
    (folder / "a.vcf").write_text("precious")
    assert sample_terminal.refuses("export", folder / "a.vcf").startswith("“a.vcf” is there already.")
    assert (folder / "a.vcf").read_text() == "precious"
    sample_terminal("export", folder / "a.vcf", "--replace")
    assert len(names(folder / "a.vcf")) == 41


def test_a_file_into_another_program(sample_terminal: Terminal, folder: Path) -> None:
    written = sample_terminal("export", "-", "--as", "vcard")
    sample_terminal("export", folder / "a.vcf")
    assert written.encode() == (folder / "a.vcf").read_bytes()
    assert sample_terminal.refuses("export", "-", "--as", "sqlite").startswith("A SQLite copy needs a file")


def test_forms_that_cannot_be(sample_terminal: Terminal, folder: Path) -> None:
    assert sample_terminal.refuses("export", folder / "a.doc").startswith(
        "Say with --as in which form: vcard,"
    )
    assert sample_terminal("export", folder / "a", "--as", "doc", code=2) == ""
    assert "is none of vcard, vcard4" in sample_terminal.said
    assert sample_terminal.refuses("export", folder / "a", "--as", "json", "--folder").startswith(
        "This form is one"
    )
    assert list(folder.iterdir()) == []


def test_a_library_that_is_open_in_a_window_can_be_exported(sample_terminal: Terminal, folder: Path) -> None:
    with Library(sample_terminal.library, clock=lambda: NOW) as library:
        library.claim()
        sample_terminal("export", folder / "a.json")
    assert json.loads((folder / "a.json").read_text("utf-8"))["people"]


def test_everything_into_a_new_library_and_out_again(
    sample_terminal: Terminal, terminal: Terminal, folder: Path
) -> None:
    sample_terminal("export", folder / "a.json", "--private")
    terminal.library = folder / "new.rapport"
    said = terminal("import", folder / "a.json", "--yes")
    assert re.match(r"Imported 41 people, \d+ conversations, \d+ plans, ", said)
    assert said.endswith("“rapport undo” takes it back.\n")
    terminal("export", folder / "b.json", "--private")
    assert (folder / "b.json").read_bytes() == (folder / "a.json").read_bytes()
    assert terminal("import", folder / "a.json", "--yes") == "Nothing new in a.json.\n"
    assert terminal.json("import", folder / "a.json", "--yes")["people_added"] == 0


def test_a_library_s_json_is_asked_about_and_comes_alone(
    sample_terminal: Terminal, add: Callable[..., None], folder: Path, terminal: Terminal
) -> None:
    sample_terminal("export", folder / "a.json")
    (folder / "b.vcf").write_text("BEGIN:VCARD\nFN:Mei\nEND:VCARD\n")
    terminal.library = folder / "new.rapport"
    add("Mei-Ling")
    assert terminal("import", folder / "a.json", code=1).startswith("a.json: 41 people, ")
    assert terminal.said == "Nothing was imported; pass --yes to import what is listed.\n"
    refused = terminal.refuses("import", folder / "a.json", folder / "b.vcf", "--yes")
    assert refused == "“a.json” holds a whole library; import it alone. Nothing was imported."
    assert terminal.json("import", folder / "a.json", "--yes")["people_added"] == 41
    assert len(terminal.json("people")) == 42


def test_a_library_s_json_can_be_looked_at_first(
    sample_terminal: Terminal, terminal: Terminal, folder: Path
) -> None:
    sample_terminal("export", folder / "a.json", "--private")
    assert sample_terminal("import", folder / "a.json", "--dry-run") == "Nothing new in a.json.\n"
    known = sample_terminal.json("import", folder / "a.json", "--dry-run")
    terminal.library = folder / "new.rapport"
    found = terminal.json("import", folder / "a.json", "--dry-run")
    assert known == found, "whatever the library knows"
    assert terminal("import", folder / "a.json", "--dry-run").startswith("a.json: 41 people, ")
    assert not terminal.library.exists()
    assert (len(found["people"]), found["messages"], found["problems"]) == (41, [], [])
    ana = next(each for each in found["people"] if each["name"] == "Ana Ferreira")
    assert ana["organisation"] and ana["role"] and ana["source"] == "a.json"
    assert ana.keys() == {"name", "organisation", "role", "emails", "phones", "birthday", "source"}
    assert {each["kind"] for each in found["events"]} == {"conversation", "plan"}
    assert all(each["starts"] <= each["ends"] and each["people"] for each in found["events"])


def test_a_broken_json_leaves_no_library_behind(terminal: Terminal, folder: Path) -> None:
    (folder / "a.json").write_text('{"format": "rapport-library", "version": 1')
    refused = terminal.refuses("import", folder / "a.json", "--yes")
    assert refused.startswith("This file is no whole JSON")
    assert not terminal.library.exists()


def test_the_schema_can_be_read(terminal: Terminal) -> None:
    said = json.loads(terminal("help", "schema"))
    assert said["properties"]["people"]["items"]["required"] == ["id", "name", "created_on"]


@pytest.mark.parametrize("form", [*Format])
def test_initials_instead_of_names(sample_terminal: Terminal, folder: Path, form: Format) -> None:
    """P21: every form of the command line."""
    said = sample_terminal("export", folder / "x", "--as", form, "--initials")
    assert said.partition(".\n")[0].endswith(f"{folder / 'x'}, with initials instead of names") or (
        f"{folder / 'x'}, with initials instead of names. The words of" in said
    )
    with Library(sample_terminal.library, clock=lambda: NOW) as library:
        assert told(library, words_of(folder / "x")) == set()


def test_initials_are_never_imported(sample_terminal: Terminal, folder: Path) -> None:
    sample_terminal("export", folder / "x.json", "--initials")
    said = sample_terminal.refuses("import", folder / "x.json", "--yes")
    assert said == (
        "This file has initials instead of names: it is for others to see, and nothing can be brought back "
        "from it. Nothing was changed; take one that was exported while names were shown."
    )
