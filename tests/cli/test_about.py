"""`rapport about`: everything that is kept about one person, as text, JSON or PDF."""

from __future__ import annotations

import json
from pathlib import Path

from planner.library import Library
from tests.cli.conftest import Terminal
from tests.conftest import NOW
from tests.pdf_text import A4, Pdf
from tests.telling import told

SECRET = "Wonders whether to stand again"


def test_everything_is_told_but_what_is_private(sample_terminal: Terminal) -> None:
    said = sample_terminal("about", "Beatrix")
    assert said.startswith("What is kept about Beatrix Keller\n")
    for fact in (
        "Chair of the Board",
        "The June board paper",
        "Sat together on two boards",
        "Closest circle",
    ):
        assert fact in said
    assert SECRET not in said
    assert "2 private entries left out; --private adds them." in said
    assert SECRET in sample_terminal("about", "Beatrix", "--private")


def test_it_is_json_for_programs(sample_terminal: Terminal) -> None:
    said = sample_terminal.json("about", "Beatrix")
    assert (said["format"], said["person"], said["left_out"]) == ("rapport-person", "Beatrix Keller", 2)
    assert {"people", "tags", "commitments", "understandings", "connections", "notes"} <= set(said["kept"])


def test_it_goes_into_a_file_by_its_ending(sample_terminal: Terminal, tmp_path: Path) -> None:
    for name in ("b.pdf", "b.txt", "b.json"):
        written = sample_terminal("about", "Beatrix", "-o", tmp_path / name)
        assert written.startswith("Wrote what is kept about Beatrix Keller")
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    pdf = Pdf((tmp_path / "b.pdf").read_bytes())
    assert pdf.sizes == {A4} and pdf.pages > 2
    assert "What is kept about Beatrix Keller" in pdf.text
    assert f"page {pdf.pages} of {pdf.pages}" in pdf.text
    assert "The June board paper" in pdf.text and SECRET not in pdf.text
    assert "The June board paper" in (tmp_path / "b.txt").read_text("utf-8")
    assert json.loads((tmp_path / "b.json").read_text("utf-8"))["person"] == "Beatrix Keller"


def test_nothing_is_written_over_and_other_endings_are_refused(
    sample_terminal: Terminal, tmp_path: Path
) -> None:
    there = tmp_path / "diary.txt"
    there.write_text("Dear diary", "utf-8")
    assert "there already" in sample_terminal.refuses("about", "Beatrix", "-o", there)
    assert there.read_text("utf-8") == "Dear diary"
    assert "must end in" in sample_terminal.refuses("about", "Beatrix", "-o", tmp_path / "b.doc")
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".doc"] == []


def test_initials_instead_of_names(sample_terminal: Terminal, tmp_path: Path) -> None:
    """P21: on the screen of a terminal and in each kind of file."""
    texts = [
        sample_terminal("about", "Beatrix", "--initials", "--private"),
        sample_terminal("about", "Beatrix", "--initials", "--json"),
    ]
    for name in ("b.pdf", "b.txt", "b.json"):
        sample_terminal("about", "Beatrix", "--initials", "-o", tmp_path / name)
        data = (tmp_path / name).read_bytes()
        pdf = Pdf(data) if name == "b.pdf" else None
        texts.append(f"{pdf.text} {pdf.reader.metadata}" if pdf else data.decode("utf-8"))
    assert texts[0].startswith("What is kept about B. K.\n")
    assert json.loads(texts[1])["names"] == "initials"
    with Library(sample_terminal.library, clock=lambda: NOW) as library:
        assert [told(library, text) for text in texts] == [set()] * 5
