"""What holds for the cards of every program; what each says stands in tests/exchange/programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.exchange.drafts import Problem
from planner.exchange.vcard.cards import looks_like_vcard, read_vcards
from tests.exchange.programs.said import FILES, phone, read


def test_cards_inside_cards_and_cards_without_an_end_cost_no_other_card() -> None:
    drafts = read("nested")
    assert [(each.name, each.named_by, each.line) for each in drafts.people] == [
        ("Fred Friday", "N", 3),
        ("Lost Lena", "FN", 15),
        ("Found Finn", "FN", 19),
        ("only@example.com", "EMAIL", 29),
        ("Only Works", "ORG", 33),
    ]
    assert drafts.people[0].note == "Ask Tina first"
    assert drafts.people[0].points == (phone("+1-213-555-1234", "work"),)
    assert drafts.people[0].kept == (
        r"AGENT:BEGIN:VCARD\nVERSION:2.1\nN:Thursday\;Tina\nTEL:+1-213-555-9999\nEND:VCARD",
    )
    assert drafts.problems == (
        Problem(line=15, words="This card has no END line, so it was read up to where the next one begins."),
        Problem(
            line=22, words="The line “this line says nothing” is no entry of a card, so it was left out."
        ),
        Problem(line=24, words="There is text outside the cards here, so it was left out."),
        Problem(line=25, words="This card has no name, e-mail or telephone number, so it was left out."),
        Problem(line=33, words="This card has no END line, so it was read up to the end of the file."),
    )


@pytest.mark.parametrize("path", sorted(FILES.glob("*.vcf")), ids=lambda path: path.stem)
def test_each_of_these_files_is_recognised_by_its_content(path: Path) -> None:
    assert looks_like_vcard(path.read_bytes())


@pytest.mark.parametrize("path", sorted(FILES.glob("*.vcf")), ids=lambda path: path.stem)
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b"\r\r\n"])
def test_line_ends_change_nothing(path: Path, end: bytes) -> None:
    data = path.read_bytes()
    if data.startswith(b"\xff\xfe"):
        data = data.decode("utf-16").encode("utf-8")
    plain = data.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    assert read_vcards(plain.replace(b"\n", end)) == read_vcards(data)
