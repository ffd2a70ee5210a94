"""The part of a text around what was searched for, with the hits marked."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from planner.domain.names import fold
from planner.domain.searching import Asked

LENGTH = 96
"""How many letters a snippet has at most, its dots aside."""
_LOOKED_AT = 20_000
_BEFORE = 24
_WORD = re.compile(r"[^\W_]+")


class Snippet(NamedTuple):
    """A piece of text, and where in it the hits are: (start, end) each."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


def snippet(text: str, asked: Asked, length: int = LENGTH) -> Snippet:
    """The piece of the text that holds most of what was asked for, on one line, cut at words."""
    whole = " ".join(unicodedata.normalize("NFC", text[:_LOOKED_AT]).split())
    hits = hits_in(whole, asked)
    if len(whole) <= length:
        return Snippet(whole, tuple(hits))
    start = _start(whole, hits, length)
    end = len(whole) if start + length >= len(whole) else whole.rfind(" ", start, start + length + 1)
    end = end if end > start else start + length
    before, after = "… " if start else "", " …" if end < len(whole) else ""
    shift = len(before) - start
    marks = ((first + shift, min(last, end) + shift) for first, last in hits if start <= first < end)
    return Snippet(f"{before}{whole[start:end].rstrip()}{after}", tuple(marks))


def hits_in(text: str, asked: Asked) -> list[tuple[int, int]]:
    """Where the words asked for stand in a text, those of a phrase only in a row."""
    words = [(fold(word[0]), *word.span()) for word in _WORD.finditer(text)]
    found: list[tuple[int, int]] = []
    for place in range(len(words)):
        for row in (*asked.phrases, asked.typing):
            if row and _is_row(words, place, row, begins=row is asked.typing):
                found.append((words[place][1], words[place + len(row) - 1][2]))
                break
    return [hit for number, hit in enumerate(found) if not number or hit[0] >= found[number - 1][1]]


def _is_row(words: Sequence[tuple[str, int, int]], place: int, row: tuple[str, ...], *, begins: bool) -> bool:
    """Whether a row of words stands here; with `begins` the last one may go on."""
    there = [word for word, _, _ in words[place : place + len(row)]]
    if not begins:
        return there == list(row)
    return len(there) == len(row) and there[:-1] == list(row[:-1]) and there[-1].startswith(row[-1])


def _start(text: str, hits: Sequence[tuple[int, int]], length: int) -> int:
    """Where to begin so that as many hits as can be are seen, with some words before the first of them."""
    if not hits:
        return 0
    seen = length - _BEFORE
    begin = [first for first, _ in hits]
    together = [bisect_left(begin, first + seen) - place for place, first in enumerate(begin)]
    best = hits[together.index(max(together))]
    start = max(0, min(best[0] - _BEFORE, len(text) - length))
    return text.find(" ", start) + 1 if start else 0
