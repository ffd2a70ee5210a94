"""Files made to stall a reader: every one of them is read, or refused, in a moment."""

from __future__ import annotations

from contextlib import suppress
from time import perf_counter

import pytest

from planner.domain.errors import KnownError
from planner.exchange.vcard.cards import read_vcards

SIZE = 900_000


def repeat(piece: bytes, size: int = SIZE) -> bytes:
    return piece * (size // len(piece))


INSIDES = {
    "parameters": b"TEL" + repeat(b";A") + b":1",
    "quoted parameters": b"TEL" + repeat(b';A="b"') + b":1",
    "open quotes": b"TEL;A=" + repeat(b'"') + b":1",
    "types": b"TEL;TYPE=" + repeat(b"a,") + b":1",
    "escaped semicolons": b"ORG:" + repeat(b"\\;"),
    "backslashes": b"N:" + repeat(b"\\"),
    "parts": b"ORG:" + repeat(b";a"),
    "spaces in a note": b"NOTE:" + repeat(b" ") + b"x",
    "soft breaks": b"NOTE;QUOTED-PRINTABLE:" + repeat(b"=\n"),
    "encoded semicolons": b"N;QUOTED-PRINTABLE:" + repeat(b"=3B;"),
    "folds": b"NOTE:" + repeat(b"\n "),
    "bare base64": b"PHOTO;BASE64:" + repeat(b"AAAA\n"),
    "junk": repeat(b"ab\n", 10 * SIZE),
    "empty lines": repeat(b"\n", 10 * SIZE),
    "agents": repeat(b"AGENT:\nBEGIN:VCARD\n"),
    "a long zone": b"TZ:" + repeat(b"A/"),
    "a long day": b"BDAY:" + repeat(b"1"),
    "brackets": b"EMAIL:" + repeat(b"<") + b">",
}


@pytest.mark.parametrize("name", INSIDES)
def test_a_hostile_card_is_done_with_in_a_moment(name: str) -> None:
    begun = perf_counter()
    with suppress(KnownError):
        read_vcards(b"BEGIN:VCARD\nVERSION:3.0\nFN:X\n" + INSIDES[name] + b"\nEND:VCARD\n")
    assert perf_counter() - begun < 5


@pytest.mark.parametrize(
    "piece", [b"BEGIN:VCARD\n", b"END:VCARD\n", b"BEGIN" + b" " * 1_000, b"\r", b"\x00B"]
)
def test_a_hostile_file_is_done_with_in_a_moment(piece: bytes) -> None:
    begun = perf_counter()
    with suppress(KnownError):
        read_vcards(repeat(piece, 10 * SIZE))
    assert perf_counter() - begun < 5
