"""When two spellings may be one person's name."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]{2,}")
_SAY_LITTLE = frozenset(
    {"dr", "prof", "mr", "mrs", "ms", "herr", "frau", "sir", "and", "und"}
    | {"de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "zu"}
)


def may_be_one(first: str, second: str) -> bool:
    """Whether two folded names that share an e-mail may be one person's.

    'a. ferreira', 'ferreira, ana' and 'ana costa' may be 'ana ferreira'; 'rui ferreira' may not: families
    and offices share addresses. A name that is only an address may be anybody's.
    """
    if first == second or "@" in first or "@" in second:
        return True
    ours, theirs = _words(first), _words(second)
    if not ours or not theirs or set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return True
    return ours[0] == theirs[0] and "," not in first + second


def share_a_word(first: str, second: str) -> bool:
    """Whether two folded names have anything in common: enough where the cards say they are the same one."""
    return may_be_one(first, second) or not set(_words(first)).isdisjoint(_words(second))


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(name) if word not in _SAY_LITTLE]
