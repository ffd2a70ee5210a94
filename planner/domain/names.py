"""Names of people: initials, first names, and the form in which two spellings of one name meet."""

from __future__ import annotations

import unicodedata

_PARTICLES = frozenset(
    {"de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "zu"}
)
_SUFFIXES = frozenset(
    {"jr", "jr.", "jun", "jun.", "sr", "sr.", "sen", "sen.", "ii", "iii", "iv", "phd", "mba", "md"}
)
_TITLES = frozenset({"dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir", "dame"})
_NO_NAMES = _PARTICLES | _TITLES | _SUFFIXES


def initials(name: str) -> str:
    """The first letters of the first and last name, as on an avatar: 'Pieter van Rijn' is 'PR'."""
    words = [word for word in name.split() if word.casefold().strip(",") not in _NO_NAMES] or name.split()
    letters = [letter for word in words for letter in word if letter.isalnum()][:1]
    if len(words) > 1:
        letters += [letter for letter in words[-1] if letter.isalnum()][:1]
    return "".join(letters).upper() or "?"


def first_name(name: str) -> str:
    """How a person is called in a sentence: the first word that is no title, or the whole name."""
    for word in name.split():
        if word.casefold() not in _TITLES:
            return word
    return name


def whom(name: str, pronouns: str) -> str:
    """'her', 'him', or the first name where the pronouns are not known."""
    begins = pronouns.casefold()
    if begins.startswith("she"):
        return "her"
    return "him" if begins.startswith("he") else first_name(name)


def who(name: str, pronouns: str) -> str:
    """'she', 'he' or the first name, inside a sentence."""
    return {"her": "she", "him": "he"}.get(whom(name, pronouns), first_name(name))


def is_title(word: str) -> bool:
    """Whether a folded word stands before a name and is none: 'dr', 'prof.'."""
    return word in _TITLES


def is_suffix(word: str) -> bool:
    """Whether a folded word stands behind a name and is none: 'jr', 'iii'."""
    return word in _SUFFIXES


def is_particle(word: str) -> bool:
    """Whether a folded word is a small part of a name: 'van', 'de'."""
    return word in _PARTICLES


def fold(text: str) -> str:
    """Text without case, diacritics and extra spaces, for comparing: 'Gdańsk ' and 'gdansk' fold alike."""
    if text.isascii():
        return " ".join(text.lower().split())
    bare = (letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    folded = "".join(bare).casefold().translate(_BARRED)
    return " ".join(folded.split())


_BARRED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
