"""What a typed search asks for: words, phrases, words to leave out, and filters such as “person:ana”."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import NamedTuple

from planner.domain.names import fold

FILTERS = ("person", "layer", "city", "before", "after", "channel")
"""What a search can be narrowed by, as it is typed before a colon."""

MOST_WORDS = 32
"""How many words of a search are looked for: a page that was pasted would keep an index busy for minutes."""

_TOKEN = re.compile(
    rf'(?P<minus>-?)(?:(?P<name>{"|".join(FILTERS)}):(?P<value>"[^"]*"?|[^\s"]*)'
    r'|(?P<phrase>"[^"]*"?)|(?P<word>[^\s"]+))',
    re.IGNORECASE,
)
_OPERATORS = frozenset({"AND", "OR", "NOT"})
_WORD = re.compile(r"[^\W_]+")
_TAIL = re.compile(r"[^\W_]+\Z")
_NOT_INSIDE = r"(?<![^\W_])"


class Filter(NamedTuple):
    """One 'name:value'; with `without` what fits is left out."""

    name: str
    value: str
    without: bool


class Asked(NamedTuple):
    """A search as typed. `words` is it without its filters, `phrases` its words in the form for comparing, in
    rows as they must stand, `without` those to leave out; `either` says that not all of them need be there.

    `typing` is the last row as long as its last word may go on; () where a space, a quote or a minus says
    that it does not.
    """

    words: str = ""
    filters: tuple[Filter, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    typing: tuple[str, ...] = ()
    without: frozenset[str] = frozenset()
    either: bool = False

    @property
    def terms(self) -> frozenset[str]:
        """Every word looked for, the one being typed too."""
        return frozenset(word for row in (*self.phrases, self.typing) for word in row)

    @property
    def beginning(self) -> str:
        """The word that is still being typed, '' where there is none."""
        return self.typing[-1] if self.typing else ""

    def cut(self, letters: int) -> Asked:
        """The same with so many letters of the word being typed, where it has more."""
        tail = _TAIL.search(self.words)
        if not self.typing or tail is None or len(tail[0]) <= letters:
            return self
        typing = (*self.typing[:-1], fold(tail[0][:letters]))
        return self._replace(words=self.words[: tail.start() + letters], typing=typing)

    def __bool__(self) -> bool:
        return bool(self.terms or self.filters)


def asked(text: str) -> Asked:
    """Read a search. Any text is one, of a long one its beginning; a filter without a value narrows nothing
    yet."""
    filters: list[Filter] = []
    kept: list[str] = []
    phrases: list[tuple[str, ...]] = []
    left_out: list[str] = []
    last: tuple[str, ...] = ()
    bare = unicodedata.normalize("NFC", text.replace("\0", " "))
    without_next = False
    for token in islice(_TOKEN.finditer(bare), MOST_WORDS):
        if token["name"]:
            _note(filters, token)
            last = ()
            continue
        kept.append(token[0])
        words = tuple(_folded(token["phrase"] or token["word"]))
        is_operator = token[0] in _OPERATORS
        without = bool(token["minus"]) or without_next
        counts = not (without or is_operator)
        without_next = token[0] == "NOT"
        phrases += [words] if counts and words else []
        left_out += words if without else ()
        last = words if counts and bare[-1:].isalnum() and token.end() == len(bare) else ()
    if last:
        phrases.pop()
    return Asked(
        words=" ".join(kept),
        filters=tuple(filters),
        phrases=tuple(phrases),
        typing=last,
        without=frozenset(left_out),
        either=any("(" in each or each == "OR" for each in kept),
    )


def _note(filters: list[Filter], token: re.Match[str]) -> None:
    value = token["value"].strip('" ')
    if value:
        filters.append(Filter(token["name"].casefold(), value, bool(token["minus"])))


def _folded(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [fold(word) for word in _WORD.findall(text)]


def goes_on(typing: tuple[str, ...]) -> re.Pattern[str]:
    """What a folded text must hold for the words being typed to stand in it, the last one at a beginning."""
    return re.compile(_NOT_INSIDE + r"[\W_]+".join(map(re.escape, typing)))
