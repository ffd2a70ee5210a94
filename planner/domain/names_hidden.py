"""Names as initials, for eyes that are not to read them: on the screen, and in what is exported meanwhile.

What leads to somebody goes with the name: addresses of mail, and the numbers and links at which people here
are reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from planner.domain.names import fold, is_particle, is_title

GONE = "…"
"""What stands where nothing may be read."""
_MAIL = "…@…"
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e"
"""Accents and vowels that some scripts write as signs of their own inside a word."""
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*")
_NUMBER = re.compile(r"\+?\d[\d \u00a0()/.-]{4,}\d")
_DIGITS = re.compile(r"\d+")
_AROUND = "<>()[]{},;:.!?'\"„“”‘’"
_TELLING_DIGITS = 7
"""So many last digits tell a telephone number, whatever codes stand before them."""


class NamesHidden:
    """Knows the `names` of everybody, in all their parts, and the `points` at which people are reached."""

    def __init__(self, names: Iterable[str], points: Iterable[str] = ()) -> None:
        known = {" ".join(name.split()) for name in names}
        pieces = {piece for name in known for piece in name.split()}  # many people share a name
        words = {word for piece in pieces for word in _WORD.findall(piece) if len(word) > 1}
        self._words = frozenset(folded for folded in map(fold, words) if not is_title(folded))
        self._bare = _whole_names(known)
        self._points = frozenset(point.strip() for point in points)
        self._numbers = frozenset(
            digits[-_TELLING_DIGITS:]
            for digits in map(_digits, self._points)
            if len(digits) >= _TELLING_DIGITS
        )

    def name(self, name: str) -> str:
        """A name, or a part of one, with only initials left: 'Dr. Pieter van Rijn' is 'Dr. P. van R.'."""
        return _WORD.sub(_bare_initial, self.shown(name))

    def shown(self, text: str) -> str:
        """Any text as it may be seen: 'Lunch with B. K.'.

        A word of a name counts where it begins with a capital, so that other words stay; a name that is
        written without capitals counts as a whole.
        """
        if text.strip() in self._points:
            return _MAIL if "@" in text else GONE
        if "@" in text or "/" in text or "www." in text:
            text = re.sub(r"\S+", self._address, text)
        text = _NUMBER.sub(self._number, text)
        if self._bare is not None:
            text = self._bare.sub(_each_initial, text)
        return _WORD.sub(self._initial, text)

    def _initial(self, found: re.Match[str]) -> str:
        word = found.group()
        return word if word[0].islower() or fold(word) not in self._words else _letter(found)

    def _address(self, found: re.Match[str]) -> str:
        """A piece without spaces: an address of mail is gone, and so is a link that says a name."""
        piece = found.group()
        bare = piece.strip(_AROUND)
        if "@" in bare[1:-1]:
            return piece.replace(bare, _MAIL)
        host, slash, _path = bare.partition("/")
        is_link = "://" in bare or bare.startswith("www.") or (slash and "." in host)
        if is_link and (
            bare in self._points or any(fold(word) in self._words for word in _WORD.findall(bare))
        ):
            return piece.replace(bare, GONE)
        return piece

    def _number(self, found: re.Match[str]) -> str:
        digits = _digits(found.group())
        ends = range(_TELLING_DIGITS, len(digits) + 1)
        known = any(digits[end - _TELLING_DIGITS : end] in self._numbers for end in ends)
        return GONE if known else found.group()


def _digits(text: str) -> str:
    return "".join(_DIGITS.findall(text))


def _letter(found: re.Match[str]) -> str:
    """The first letter with a dot, unless one follows."""
    first = found.group()[0]
    return first if found.string.startswith(".", found.end()) else f"{first}."


def _bare_initial(found: re.Match[str]) -> str:
    """The letter of any word of a name that is one: titles and small parts stay."""
    word = found.group()
    return word if len(word) == 1 or is_particle(word) or is_title(fold(word)) else _letter(found)


def _each_initial(found: re.Match[str]) -> str:
    return _WORD.sub(_bare_initial, found.group())


def _whole_names(names: Iterable[str]) -> re.Pattern[str] | None:
    """Finds the names in which no letter is a capital, the longest first; None where there are none."""
    found = sorted(_without_capitals(names), key=len, reverse=True)
    return re.compile("|".join(found)) if found else None


def _without_capitals(names: Iterable[str]) -> Iterator[str]:
    """Patterns of 'bell hooks', which no letter may touch, and of '李明', around which no spaces stand."""
    for name in names:
        if name != name.lower() or len(name) < 2 or not _WORD.search(name):
            continue
        if name == name.upper():
            yield re.escape(name)
        elif " " in name:
            yield rf"(?<![^\W_]){re.escape(name)}(?![^\W_])"
