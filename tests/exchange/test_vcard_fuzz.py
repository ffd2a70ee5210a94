"""P17: no file, however broken, brings more than a KnownError, and what is read always keeps its form."""

from __future__ import annotations

import random
import re
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.errors import KnownError
from planner.exchange.content_lines import normalised
from planner.exchange.drafts import Drafts, PersonDraft
from planner.exchange.vcard.cards import looks_like_vcard, read_vcards

FILES = sorted((Path(__file__).parent.parent / "data" / "vcard").glob("*.vcf"))
SEEDS = [path.read_bytes() for path in FILES]
PIECES = [
    *(
        b"BEGIN:VCARD\n",
        b"END:VCARD\n",
        b"AGENT:",
        b"VERSION:2.1\n",
        b"VERSION:4.0\n",
        b"FN:",
        b"N:",
        b"ORG:",
    ),
    *(
        b"TEL;",
        b"EMAIL:",
        b"ADR:",
        b"PHOTO;ENCODING=b:",
        b"PHOTO:data:",
        b"BDAY:",
        b"--0415",
        b"NOTE;",
        b"KIND:",
    ),
    *(
        b"ENCODING=QUOTED-PRINTABLE",
        b"CHARSET=",
        b"utf-16",
        b"gbk",
        b"BASE64",
        b"item1.",
        b"X-ABLabel:",
        b"TZ:",
    ),
    *(
        b"\n",
        b"\r",
        b" ",
        b"\t",
        b"=",
        b"=\n",
        b"=0D=0A",
        b"\\",
        b"\\n",
        b";",
        b",",
        b":",
        b'"',
        b"^'",
        b"^",
        b"(",
    ),
    *(
        b"\x00",
        b"\xff",
        b"\xc3",
        b"\xc3\xa9",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"AAAA",
        b"zoe",
        b"_$!<",
        b">!$_",
    ),
]


def check(data: bytes) -> None:
    looks_like_vcard(data)
    with suppress(KnownError):
        check_form(read_vcards(data), data)


def check_form(drafts: Drafts, data: bytes) -> None:
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(0 <= problem.line <= lines and problem.words.endswith(".") for problem in drafts.problems)
    for person in drafts.people:
        assert 1 <= person.line <= lines
        check_person(person)


def check_person(person: PersonDraft) -> None:
    assert person.name
    texts = (person.name, person.role, person.organisation, person.city, person.zone, person.uid)
    single = (*texts, *person.tags, *person.kept, *(point.value for point in person.points))
    assert all(text == text.strip() for text in (*texts, person.note, *person.tags))
    assert not any(ord(letter) < 32 or letter == "\x7f" for text in single for letter in text)
    assert not any(ord(letter) < 32 and letter != "\n" for letter in person.note)
    assert all(point.value for point in person.points)
    if person.birthday:
        date.fromisoformat(
            person.birthday.replace("--", "2000-", 1) if person.birthday[0] == "-" else person.birthday
        )


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=400))
def test_random_bytes(data: bytes) -> None:
    check(data)
    check(b"BEGIN:VCARD\nFN:A\n" + data + b"\nEND:VCARD\n")


@settings(deadline=None, max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_pieces_of_cards_in_any_order(pieces: list[bytes]) -> None:
    check(b"BEGIN:VCARD\n" + b"".join(pieces))


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(SEEDS), st.integers(0, 2**32), st.integers(1, 12))
def test_real_cards_with_bytes_changed_lost_and_doubled(seed: bytes, chance: int, changes: int) -> None:
    dice = random.Random(chance)
    data = bytearray(seed)
    for _ in range(changes):
        at = dice.randrange(len(data))
        match dice.randrange(4):
            case 0:
                data[at] = dice.randrange(256)
            case 1:
                del data[at : at + dice.randrange(1, 30)]
            case 2:
                data[at:at] = dice.choice(PIECES)
            case _:
                data[at:at] = data[at : at + dice.randrange(1, 200)]
    check(bytes(data))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_cut_short_loses_nothing_before_the_cut(path: Path) -> None:
    seed = normalised(path.read_bytes())
    whole = without_groups(read_vcards(seed))
    cuts = [end.end() for end in re.finditer(rb"\nEND:VCARD(?=\n)", seed) if not is_inside(seed, end.end())]
    assert cuts
    for cut in cuts:
        people = without_groups(read_vcards(seed[:cut]))
        assert people == whole[: len(people)], cut


def is_inside(seed: bytes, at: int) -> bool:
    """Whether the card that ends here stands inside another, as an AGENT."""
    before = seed[:at]
    return before.rfind(b"\nAGENT:\nBEGIN:VCARD\n") > before.rfind(b"\nEND:VCARD\n")


def without_groups(drafts: Drafts) -> list[PersonDraft]:
    """The people without their tags, some of which a group further down may bring."""
    return [replace(person, tags=()) for person in drafts.people]
