"""`rapport brief`: a PDF of one page, private things one by one, and nothing written over unasked."""

from __future__ import annotations

from pathlib import Path

from planner.library import Library
from tests.cli.conftest import Terminal
from tests.conftest import NOW
from tests.pdf_text import A4, Pdf
from tests.telling import told


def test_a_brief_is_written_into_a_pdf(sample_terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "beatrix.pdf"
    said = sample_terminal("brief", "Beatrix", "-o", out)
    assert said.startswith(f"Wrote the brief on Beatrix Keller to {out}. 2 private entries stayed out;")
    found = Pdf(out.read_bytes())
    assert (found.pages, found.sizes) == (1, {A4})
    assert "Beatrix Keller" in found.text
    assert "Wonders whether" not in found.text
    assert out.stat().st_mode & 0o777 == 0o600


def test_private_entries_are_listed_and_added_by_their_words(
    sample_terminal: Terminal, tmp_path: Path
) -> None:
    listed = sample_terminal("brief", "Beatrix", "--private").splitlines()
    assert len(listed) == 2
    assert "Wonders whether to stand again" in listed[0]
    out = tmp_path / "beatrix.pdf"
    sample_terminal("brief", "Beatrix", "-o", out, "--with", "stand again")
    text = Pdf(out.read_bytes()).text
    assert "Wonders whether to stand again" in text
    assert "tell the others" not in text


def test_unclear_words_and_files_that_are_there_are_refused(
    sample_terminal: Terminal, tmp_path: Path
) -> None:
    out = tmp_path / "beatrix.pdf"
    assert "No private entry has" in sample_terminal.refuses("brief", "Beatrix", "-o", out, "--with", "xyz")
    assert "Several" in sample_terminal.refuses("brief", "Beatrix", "-o", out, "--with", "e")
    assert "-o FILE.pdf" in sample_terminal.refuses("brief", "Beatrix")
    assert not out.exists()
    out.write_text("Dear diary", "utf-8")
    assert "there already" in sample_terminal.refuses("brief", "Beatrix", "-o", out)
    assert out.read_text("utf-8") == "Dear diary"
    sample_terminal("brief", "Beatrix", "-o", out, "--replace")
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_brief_of_a_whole_meeting(sample_terminal: Terminal, tmp_path: Path) -> None:
    out = tmp_path / "meeting.pdf"
    said = sample_terminal("brief", "Beatrix", "--meeting", "-o", out)
    assert "Wrote the brief on Beatrix Keller" in said
    assert "is planned" in sample_terminal.refuses("brief", "Tobias", "--meeting", "-o", out)


def test_initials_instead_of_names(sample_terminal: Terminal, tmp_path: Path) -> None:
    """P21: the page and the title of the PDF; the next one has names again."""
    pdfs = []
    for initials in (["--initials"], []):
        sample_terminal("brief", "Beatrix", "-o", tmp_path / "b.pdf", "--replace", *initials)
        pdf = Pdf((tmp_path / "b.pdf").read_bytes())
        pdfs.append(f"{pdf.text} {pdf.reader.metadata}")
    assert "Meeting brief: B. K." in pdfs[0]
    with Library(sample_terminal.library, clock=lambda: NOW) as library:
        assert told(library, pdfs[0]) == set()
        assert {"Beatrix Keller", "Beatrix"} <= told(library, pdfs[1])
