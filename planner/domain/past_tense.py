"""What was planned, said as something that took place: 'Ask about Luca.' becomes 'Asked about Luca.'"""

from __future__ import annotations

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
_ENDS = (".", ";", "!", "?")


def as_past(text: str) -> str:
    """The text with the verbs that begin its parts in the past; everything else stays."""
    said = text.split(" ")
    return " ".join(
        _told(word, said[at + 1]) if at + 1 < len(said) and (not at or said[at - 1].endswith(_ENDS)) else word
        for at, word in enumerate(said)
    )


def _told(word: str, following: str) -> str:
    if not following:
        return word
    verb = word.lower()
    told, before = _BEFORE.get(verb, ("", set[str]()))
    past = told if following.lower().rstrip(",:.;!?") in before else _PAST.get(verb, "")
    if not past:
        return word
    return past.capitalize() if word[0].isupper() else past
