"""Text that is only text: nothing in it steers, turns or names a place on a disk."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.plain import file_name, shown

_TURNING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_steers_and_nothing_else_is_lost(text: str) -> None:
    kept = [
        " " if letter.isspace() else letter
        for letter in text
        if letter not in _TURNING and (letter.isspace() or unicodedata.category(letter) not in ("Cc", "Cs"))
    ]
    assert shown(text) == "".join(kept).strip()


@given(st.text())
def test_a_file_name_is_one_on_every_disk(text: str) -> None:
    name = file_name(text)
    assert 0 < len(name) <= 80
    assert not set(name) & set('/\\:*?"<>|\n\0')
    assert name.strip(" .") == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Brief Ana / Luca, 16 Sep", "Brief Ana Luca, 16 Sep"),
        ("..", "Unnamed"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("C:\\nul?", "C nul"),
    ],
)
def test_names_of_files(text: str, name: str) -> None:
    assert file_name(text) == name
