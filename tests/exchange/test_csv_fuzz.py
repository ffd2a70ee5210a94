"""P17: no table, however broken, brings more than a KnownError, and what is read always keeps its form."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.exchange.csv_table.cells import rows
from planner.exchange.csv_table.reader import looks_like_table, read_table
from tests.exchange.csv_pieces import PIECES
from tests.exchange.fuzzing import mutated, refused_or_read, seeds, within_limits
from tests.exchange.test_vcard_fuzz import check_form

SEEDS = seeds("csv", "*.csv")


def check(data: bytes) -> None:
    looks_like_table(data)
    refused_or_read(lambda each: check_form(read_table(each), each), data)


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=400))
def test_random_bytes(data: bytes) -> None:
    check(data)
    check(b"Name,E-Mail,Phone,Birthday\nAna,a@x.example\n" + data)


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_pieces_of_tables_in_any_order(pieces: list[bytes]) -> None:
    check(b"".join(pieces))
    check(b"Name,E-Mail\n" + b"".join(pieces))


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(SEEDS), st.integers(0, 2**32), st.integers(1, 12))
def test_real_tables_with_bytes_changed_lost_and_doubled(seed: bytes, chance: int, changes: int) -> None:
    check(mutated(seed, PIECES, random.Random(chance), changes))


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.lists(st.text(st.sampled_from('ab ,;"\né'), max_size=6), min_size=1, max_size=4), max_size=5),
    st.sampled_from(",;\t"),
)
def test_what_a_program_wrote_is_read_back_cell_by_cell(table: list[list[str]], separator: str) -> None:
    written = "".join(
        separator.join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n" for row in table
    )
    assert [row.cells for row in rows(written, separator)] == table


def repeat(piece: str, size: int = 1_200_000) -> bytes:
    return (piece * (size // len(piece))).encode()


HOSTILE = {
    "quotes": repeat('"'),
    "lone quotes": repeat('"\n'),
    "quotes after commas": repeat('a,"\n'),
    "open quotes with doubles": repeat('"a""'),
    "commas": repeat(","),
    "wide rows": repeat("," * 5_000 + "\n"),
    "empty rows": repeat("\n"),
    "carriage returns": repeat("a,b\r"),
    "headings": repeat("Name,") + b"\n" + repeat("x,"),
    "many headings": ",".join(f"E-mail {n} - Value" for n in range(900)).encode() + b"\n" + repeat("a@b.c,"),
    "addresses in a cell": b"Name,E-Mail\n" + b"\n".join(repeat("a@b.c ", 900_000) for _ in range(3)),
    "at signs": b"Name,E-Mail\n" + b"\n".join(b"x," + repeat("@", 900_000) for _ in range(3)),
    "colons": b"Name,Tags\n" + b"\n".join(b"x," + repeat(" ::: ", 900_000) for _ in range(3)),
    "digits": b"Name,Birthday,Phone\n" + b"\n".join(b"x," + repeat("1", 400_000) + b"," for _ in range(6)),
    "spaces": b"Name,Birthday\n" + b"\n".join(b"x,1" + repeat(" ", 900_000) + b"y" for _ in range(3)),
    "brackets": b"First Name,Last Name\n" + b"\n".join(b"x," + repeat("(he/", 900_000) for _ in range(3)),
    "high bytes": repeat("é,ü\n").decode().encode("cp1252"),
    "every byte": bytes(range(1, 256)) * 12_000,
    "a column of notes": b"Name,Notes\n"
    + b"\n".join(b'x,"' + repeat("a\n", 900_000) + b'"' for _ in range(3)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_table_is_done_with_in_a_moment_and_in_little_memory(name: str) -> None:
    looks_like_table(HOSTILE[name])
    within_limits(read_table, HOSTILE[name])
