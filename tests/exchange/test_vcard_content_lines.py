"""Content lines: what folding, escaping and parsing promise for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.exchange.content_lines import (
    UNWANTED,
    LineParser,
    escaped,
    folded,
    normalised,
    parsed_head,
    split_escaped,
    unescaped,
    unfolded,
)

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300)
PARTS = st.lists(st.text("ab;,\\né ", max_size=8), min_size=1, max_size=6)


@settings(deadline=None, max_examples=200)
@given(TEXT)
def test_what_is_folded_unfolds_to_itself(line: str) -> None:
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert unfolded(normalised(folded(line).encode())).decode() == line


@settings(deadline=None, max_examples=200)
@given(TEXT)
def test_folding_a_short_line_or_unfolding_a_whole_one_changes_nothing(line: str) -> None:
    once = unfolded(line.encode())
    assert unfolded(once) == once
    assert len(line.encode()) > 75 or folded(line) == line


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=100).filter(lambda text: "\0" not in text))
def test_what_is_escaped_reads_as_before(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert "\n" not in escaped(text)


@settings(deadline=None, max_examples=200)
@given(PARTS)
def test_parts_come_apart_where_they_were_joined(parts: list[str]) -> None:
    joined = ";".join(escaped(part) for part in parts)
    assert [unescaped(part) for part in split_escaped(joined, ";")] == parts


def test_a_backslash_before_a_backslash_does_not_guard_a_separator() -> None:
    assert split_escaped(r"a\\;b\;c;", ";") == [r"a\\", r"b\;c", ""]


@pytest.mark.parametrize(
    ("data", "plain"),
    [
        (b"a\r\nb\r\r\nc\rd\ne", b"a\nb\nc\nd\ne"),
        (b"\xef\xbb\xbfa\n\xef\xbb\xbfb", b"a\nb"),
        ("aé\r\n".encode("utf-16"), "aé\n".encode()),
        ("aé\r\n".encode("utf-16-be"), "aé\n".encode()),
        (b"a\xff\n", b"a\xff\n"),
        (b"", b""),
    ],
)
def test_a_normal_file_has_lf_and_no_marks(data: bytes, plain: bytes) -> None:
    assert normalised(data) == plain


def test_a_head_in_all_its_forms() -> None:
    head = parsed_head('item1.tel ; type=WORK,cell;TYPE="home,x-Boat" ;PREF=7;x-a="b;c";')
    assert head is not None
    assert (head.group, head.name, head.preference) == ("ITEM1", "TEL", 7)
    assert head.types == ("work", "cell", "home", "x-boat")
    assert head.first("X-A") == "b;c"
    assert head.first("X-B") == ""


@pytest.mark.parametrize(
    ("text", "encoding", "charset", "preference"),
    [
        ("NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8", "q", "UTF-8", UNWANTED),
        ("NOTE;ENCODING=b;PREF=1", "b", "", 1),
        ("NOTE;base64;pref", "b", "", 1),
        ("NOTE;ENCODING=8BIT;PREF=999", "", "", 100),
        ("NOTE;PREF=x", "", "", UNWANTED),
    ],
)
def test_encodings_and_preference(text: str, encoding: str, charset: str, preference: int) -> None:
    head = parsed_head(text)
    assert head is not None
    assert (head.encoding, head.charset, head.preference) == (encoding, charset, preference)


@pytest.mark.parametrize("text", ["no colon", ":x", "two words:x", "é:x", ";TYPE=a:x", "a.:x"])
def test_what_is_no_content_line(text: str) -> None:
    assert LineParser().parse(text, 1) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('X;A="b:c":d:e', "d:e"),
        ('X;A="b:c', "c"),
        ('X;A=b"c:d":e', "e"),
        ('X:"a:b"', '"a:b"'),
        ("X:", ""),
    ],
)
def test_the_value_begins_at_the_first_colon_outside_quotes(text: str, value: str) -> None:
    line = LineParser().parse(text, 3)
    assert line is not None
    assert (line.value, line.text, line.number) == (value, text, 3)


def test_remembered_heads_answer_alike() -> None:
    parser = LineParser()
    assert parser.parse("TEL;HOME:1", 1) == parser.parse("TEL;HOME:1", 1)
    assert parser.parse("two words:1", 1) is None
    assert parser.parse("two words:1", 1) is None


def test_no_piece_ends_in_an_equals_sign_that_would_join_the_next() -> None:
    line = "X-ANDROID-CUSTOM;ENCODING=QUOTED-PRINTABLE-NOT:" + "=D0=98" * 40
    pieces = folded(line).split("\r\n")
    assert len(pieces) > 3
    assert not any(piece.endswith("=") for piece in pieces)
    assert unfolded(normalised(folded(line).encode())).decode() == line
    assert unfolded(normalised(folded("=" * 400).encode())).decode() == "=" * 400
