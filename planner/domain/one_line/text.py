"""A typed line as words, each knowing where it stands; what was understood is put behind a mark."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple
from unicodedata import category

from planner.domain.names import fold

LONGEST = 4_000
"""Letters that are read; what stands behind them is left alone."""

_CHUNK = re.compile(r"\S+")
_LEADING = "(\"'“”‘’„«‹[{<¿¡*"
_SIGILS = "@#!"
_TRAILING = ",;:.!?)\"'”’“‘»›]}>…*"
_CLITIC = re.compile(r"(.+)('(?:s|ll|ve|d|re|m))\Z", re.IGNORECASE)
_DAY_AND_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[tT](\d\d:\d\d)(?::\d\d)?\Z")
"""'2026-10-09T14:00'; with a time zone behind it the time is another one here, so that is left as it is."""
_TWO = re.compile(r"([^\W\d_]{2,})([/&+])([^\W\d_]{2,}.*)\Z")
_DASHES = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "−": "-"})
_PRIVATE = re.compile("[\ue000-\uf8ff\\s]")


class Word(NamedTuple):
    """One word or sign as typed; `plain` is its form for comparing; `start` and `end` its place."""

    text: str
    plain: str
    start: int
    end: int


class Item(NamedTuple):
    """One word, or the mark that stands for the words `first` to `last`."""

    plain: str
    first: int
    last: int


class Span(NamedTuple):
    """A part of the typed text."""

    start: int
    end: int


def words_of(text: str) -> tuple[Word, ...]:
    """The words and signs of a text: '@ana,' is three, 'Ana's' two, '10:30' and 'Mei-Ling' one."""
    found: list[Word] = []
    for chunk in _CHUNK.finditer(text[:LONGEST]):
        _split(chunk[0], chunk.start(), found)
    return tuple(found)


def _split(chunk: str, start: int, found: list[Word]) -> None:
    begin, end = 0, len(chunk)
    while begin < end and (
        chunk[begin] in _LEADING
        or _is_picture(chunk[begin])
        or (chunk[begin] in _SIGILS and begin + 1 < end and chunk[begin + 1].isalnum())
    ):
        begin += 1
    while end > begin and (chunk[end - 1] in _TRAILING or _is_picture(chunk[end - 1])):
        end -= 1
    pieces = [(each, each + 1) for each in range(begin)]
    pieces += _inner(chunk, begin, end)
    pieces += [(each, each + 1) for each in range(end, len(chunk))]
    for first, last in pieces:
        found.append(_word(chunk[first:last], start + first))


def _is_picture(letter: str) -> bool:
    """Whether it is an emoji or a part of one, which belongs to no word."""
    return letter > "\u2000" and (letter in "\u200d\ufe0f" or category(letter) in ("So", "Sk"))


def _inner(chunk: str, begin: int, end: int) -> list[tuple[int, int]]:
    if begin >= end:
        return []
    body = chunk[begin:end].translate(_DASHES)
    if both := _DAY_AND_TIME.match(body):
        return [(begin + both.start(part), begin + both.end(part)) for part in (1, 2)]
    if two := _TWO.match(body):
        middle = begin + two.start(2)
        return [(begin, middle), (middle, middle + 1), *_inner(chunk, middle + 1, end)]
    if clitic := _CLITIC.match(body):
        middle = begin + clitic.start(2)
        return [(begin, middle), (middle, end)]
    return [(begin, end)]


def _word(text: str, start: int) -> Word:
    plain = _PRIVATE.sub("", fold(text.translate(_DASHES))) or "\ufffd"
    return Word(text=text, plain=plain, start=start, end=start + len(text))


class Line:
    """Words in a row, some of them behind marks. `plain` has every item followed by one space."""

    __slots__ = ("_starts", "items", "plain", "text", "words")

    def __init__(self, text: str, words: Sequence[Word], items: Sequence[Item]) -> None:
        self.text = text
        self.words = words
        self.items = items
        self.plain = "".join(f"{item.plain} " for item in items)
        self._starts = [0, *accumulate(len(item.plain) + 1 for item in items)]

    @classmethod
    def typed(cls, text: str) -> Line:
        """A line as somebody typed it."""
        words = words_of(text)
        return cls(text, words, [Item(word.plain, place, place) for place, word in enumerate(words)])

    def __len__(self) -> int:
        return len(self.items)

    def place(self, offset: int) -> int:
        """The item in which a place of `plain` lies."""
        return bisect_right(self._starts, offset) - 1

    def offset(self, place: int) -> int:
        """Where in `plain` an item begins."""
        return self._starts[place]

    def places(self, begin: int, end: int) -> range:
        """The items between two places of `plain`."""
        return range(self.place(begin), self.place(end - 1) + 1 if end > begin else self.place(begin))

    def span(self, places: range) -> Span:
        """Where in the typed text these items stand."""
        first, last = self.items[places[0]], self.items[places[-1]]
        return Span(self.words[first.first].start, self.words[last.last].end)

    def said(self, places: range) -> str:
        """These items as they were typed."""
        if not places:
            return ""
        span = self.span(places)
        return self.text[span.start : span.end]

    def word(self, place: int) -> Word:
        """The first typed word of an item."""
        return self.words[self.items[place].first]

    def marked(self, marks: Iterable[tuple[range, str]]) -> Line:
        """The line with a mark in place of each of these ranges of items, which do not overlap."""
        items = list(self.items)
        for places, mark in sorted(marks, key=lambda each: each[0].start, reverse=True):
            whole = Item(mark, items[places[0]].first, items[places[-1]].last)
            items[places.start : places.stop] = [whole]
        return Line(self.text, self.words, items)

    def part(self, places: range) -> Line:
        """Some of its items as a line of their own."""
        return Line(self.text, self.words, self.items[places.start : places.stop])
