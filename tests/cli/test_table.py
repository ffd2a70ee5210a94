"""Columns line up whatever the letters, and no text steers the terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.cli.plain import shown
from planner.cli.table import columns, width_of

CELLS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=200)
def test_what_is_shown_is_one_line_without_control_characters(text: str) -> None:
    clean = shown(text)
    assert not {letter for letter in clean if unicodedata.category(letter) in ("Cc", "Cs")}
    assert not set(clean) & set("\u202a\u202e\u2066\u2069\u200f")
    assert "\u2028" not in clean and "\u2029" not in clean


@given(st.lists(st.tuples(CELLS, CELLS, st.just("end")), min_size=1, max_size=6))
@settings(deadline=None, max_examples=200)
def test_the_last_column_begins_at_one_place(rows: list[tuple[str, str, str]]) -> None:
    begins = {width_of(line[: len(line) - len("end")]) for line in columns(rows)}
    assert len(begins) == 1


def test_a_long_last_column_is_wrapped_under_itself() -> None:
    rows = [("Ana", "one two three four five six seven eight nine ten"), ("Luca", "short")]
    assert list(columns(rows, width=36)) == [
        "Ana   one two three four five six",
        "      seven eight nine ten",
        "Luca  short",
    ]


def test_a_column_of_nothing_takes_no_room() -> None:
    assert list(columns([("Ana", "", "x"), ("Luca", "", "y")])) == ["Ana   x", "Luca  y"]
