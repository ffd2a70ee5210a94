"""Names of people: initials, first names, and the form in which two spellings of one name meet."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_PARTICLES = frozenset(
    {"de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "zu"}
)
_SUFFIXES = frozenset(
    {"jr", "jr.", "jun", "jun.", "sr", "sr.", "sen", "sen.", "ii", "iii", "iv", "phd", "mba", "md"}
)
_TITLES = frozenset({"dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir", "dame"})
_COMPANIES = frozenset(
    {"inc", "inc.", "ltd", "ltd.", "llc", "gmbh", "ag", "kg", "se", "sa", "plc", "co", "co.", "corp", "corp."}
)
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


def whose(name: str, pronouns: str) -> str:
    """'her', 'his', or 'Ana's' where the pronouns are not known."""
    found = whom(name, pronouns)
    return {"her": "her", "him": "his"}.get(found, f"{found}'s")


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


def without_company_form(name: str) -> str:
    """A folded organisation without what it is by law: 'norvane ag' and 'norvane, inc.' as 'norvane'."""
    said = name.split()
    while len(said) > 1 and said[-1].strip("(),&") in _COMPANIES | {"", "&"}:
        said.pop()
    return " ".join(said).rstrip(",")


def given_first(name: str) -> str:
    """'Ferreira, Ana' as 'Ana Ferreira'; anything else as it stands, 'Contoso, Inc.' too."""
    family, comma, given = name.partition(",")
    if not comma or "," in given or not given.strip() or not family.strip():
        return name.strip(" ,")
    if given.strip().casefold() in _SUFFIXES | _COMPANIES or len(given.split()) > 3:
        return name
    return name if any(map(str.isdigit, name)) else f"{given.strip()} {family.strip()}"


def fold(text: str) -> str:
    """Text without case, diacritics and extra spaces, for comparing: 'Gdańsk ' and 'gdansk' fold alike."""
    if text.isascii():
        return " ".join(text.lower().split())
    bare = (letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    folded = "".join(bare).casefold().translate(_BARRED)
    return " ".join(folded.split())


_BARRED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


def in_a_row(names: Sequence[str]) -> str:
    """'Ana Ferreira', 'Ana Ferreira and Luca Rossi', 'Ana Ferreira, Luca Rossi and 3 others'; else ''."""
    if len(names) < 3:
        return " and ".join(names)
    others = len(names) - 2
    return f"{names[0]}, {names[1]} and {others} other{'s' if others > 1 else ''}"
