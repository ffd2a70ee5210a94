"""What was planned, said as something that took place: 'Ask about Luca.' becomes 'Asked about Luca.'"""

from __future__ import annotations

import re

_PAST = {
    "ask": "asked",
    "thank": "thanked",
    "discuss": "discussed",
    "explain": "explained",
    "listen": "listened",
    "clarify": "clarified",
    "confirm": "confirmed",
    "remind": "reminded",
    "agree": "agreed",
    "apologise": "apologised",
    "apologize": "apologized",
    "congratulate": "congratulated",
    "decide": "decided",
    "introduce": "introduced",
    "settle": "settled",
    "invite": "invited",
    "hear": "heard",
    "tell": "told",
    "meet": "met",
    "give": "gave",
    "bring": "brought",
    "understand": "understood",
    "learn": "learned",
}
"""Verbs that are nothing else; a word that may be a noun ('Plan', 'Offer') stays as it was written."""
_BEFORE = {
    "walk": ("walked", {"through", "him", "her", "them"}),
    "talk": ("talked", {"about", "through", "over"}),
    "go": ("went", {"through", "over"}),
    "show": ("showed", {"him", "her", "them"}),
    "offer": ("offered", {"him", "her", "them"}),
    "help": ("helped", {"him", "her", "them"}),
}
"""Words that are verbs only before these."""
_BEGINS = re.compile(r"(?:^|(?<=[.;!?] ))([A-Za-z]+)(?= (\w+))")


def as_past(text: str) -> str:
    """The text with the verbs that begin its parts in the past; everything else stays."""
    return _BEGINS.sub(_told, text)


def _told(found: re.Match[str]) -> str:
    word, following = found[1], found[2].casefold()
    told, before = _BEFORE.get(word.casefold(), ("", set[str]()))
    past = told if following in before else _PAST.get(word.casefold(), word)
    return past.capitalize() if word[0].isupper() and past != word else past
