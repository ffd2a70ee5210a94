"""Odd people and plans for every writer; with `-m long` a minute each."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from io import BytesIO

import pytest
from PIL import Image

from planner.domain.whole.sections import BY_KEY, SECTIONS
from planner.domain.whole.shape import Is
from planner.exchange.whole.reader import looks_like_library, read_library
from planner.exchange.whole.writer import document
from tests.exchange.fuzzing import Read, fuzz_for, thrown
from tests.exchange.test_fuzz_long import CALENDARS, CARDS, ICALENDAR_PIECES, SECONDS
from tests.exchange.test_vcard_fuzz import PIECES as VCARD_PIECES
from tests.exchange.writing import calendars_out, cards_out, photos_in, tables_out

_SAID = {
    Is.ID: 2**62,
    Is.LINK: 2**62,
    Is.TEXT: 'Zoë "the first"',
    Is.DAY: "2026-09-15",
    Is.BIRTHDAY: "--02-29",
    Is.MOMENT: "2026-09-15T07:20:00Z",
    Is.CLOCK: "07:20",
    Is.ZONE: "Europe/Lisbon",
    Is.NUMBER: -7,
    Is.REAL: 0.25,
    Is.FLAG: 1,
    Is.PICTURE: b"\xff\xd8\xff",
    Is.PARTS: '{"city": "Lisbon"}',
}
SCHEMA = 99
LIBRARY_PIECES = [
    *(
        b'"people": [',
        b"]",
        b"{",
        b"}",
        b",",
        b'"',
        b"\\",
        b"\\ud800",
        b"null",
        b"true",
        b"1e999",
        b"-0",
        b"NaN",
    ),
    *(b'"id": "', b'"id": 7', b"99999999999999999999", b'"version": 2', b"[[[[[[[[", b"\xff", b"\x00", b"\n"),
]


def library(data: bytes) -> None:
    looks_like_library(data)
    read_library(BytesIO(data), len(data), newest_schema=SCHEMA)


def _library() -> bytes:
    """A library with a row of everything."""
    rows = [
        (
            section,
            [tuple(field.choices[0] if field.choices else _SAID[field.holds] for field in section.fields)],
        )
        for section in SECTIONS
    ]
    return b"".join(document(SCHEMA, True, rows))


def _pictures() -> list[bytes]:
    """A small picture of every kind that is read, and one of a kind that is not."""
    found = []
    for kind in ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF"):
        out = BytesIO()
        Image.effect_noise((40, 30), 60).save(out, kind)
        found.append(out.getvalue())
    return found


WAYS: dict[str, tuple[Read, Sequence[bytes], Sequence[bytes]]] = {
    "vcard": (cards_out, CARDS, VCARD_PIECES),
    "tables": (tables_out, CARDS, VCARD_PIECES),
    "icalendar": (calendars_out, CALENDARS, ICALENDAR_PIECES),
    "library": (library, [_library()], LIBRARY_PIECES),
    "photos": (photos_in, _pictures(), [b"\xff\xd8", b"IHDR", b"\x00\x00\xff\xff", b"GIF89a", b"VP8 "]),
}


def test_the_library_that_is_broken_here_is_sound() -> None:
    whole = read_library(BytesIO(_library()), len(_library()), newest_schema=SCHEMA)
    assert whole.rows.keys() == BY_KEY.keys()


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", WAYS)
def test_a_minute_of_odd_files(name: str) -> None:
    way, files, pieces = WAYS[name]
    chance = thrown()
    count = fuzz_for(SECONDS, way, files, pieces, chance)
    print(f"{name}: {count:,} inputs in {SECONDS} s, chance {chance}")
    assert count > 100


@pytest.mark.parametrize("name", WAYS)
def test_a_moment_of_odd_files(name: str) -> None:
    way, files, pieces = WAYS[name]
    assert fuzz_for(0.5, way, files, pieces, secrets.randbits(32)) > 0
