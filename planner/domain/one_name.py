"""When two spellings may be one person's name."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_SAY_LITTLE = frozenset(
    {"dr", "prof", "mr", "mrs", "ms", "herr", "frau", "sir", "and", "und"}
    | {"de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "zu"}
)


def may_be_one(first: str, second: str) -> bool:
    """Whether two folded names that share an e-mail may be one person's.

    'a. ferreira', 'ferreira, ana' and 'ana maria ferreira' may be 'ana ferreira'; 'rui ferreira' may not:
    families and offices share addresses. A name that is only an address may be anybody's.
    """
    if first == second or "@" in first or "@" in second:
        return True
    ours, theirs = _words(first), _words(second)
    return not ours or not theirs or _within(ours, theirs) or _within(theirs, ours)


def share_a_word(first: str, second: str) -> bool:
    """Whether two folded names have anything in common: enough where the cards say they are the same one."""
    return may_be_one(first, second) or not _words(first).isdisjoint(_words(second))


def _within(few: frozenset[str], many: frozenset[str]) -> bool:
    """Whether every word is among the others; an initial is where a word begins with it."""
    return all(word in many or any(_abbreviates(word, other) for other in many) for word in few)


def _abbreviates(word: str, other: str) -> bool:
    return len(word) == 1 and other.startswith(word)


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name)) - _SAY_LITTLE
