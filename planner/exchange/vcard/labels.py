"""Labels of contact points in plain words: 'work mobile' for TYPE=CELL,WORK, 'other' for _$!<Other>!$_."""

from __future__ import annotations

import re
from functools import lru_cache

from planner.exchange.charsets import text_of
from planner.exchange.content_lines import Head
from planner.exchange.text import one_line

_SAYS_NOTHING = frozenset(
    {"pref", "voice", "internet", "x-internet", "text", "textphone", "msg", "sms", "dom", "intl", "postal"}
    | {"parcel", "x-custom", "x-voice", "uri", "url", "x-pref"}
)
_PLAIN = {
    "cell": "mobile",
    "iphone": "mobile",
    "x-mobile": "mobile",
    "business": "work",
    "company": "work",
    "homepage": "home page",
    "assistantphone": "assistant",
}
_PLACES = ("work", "home", "other")
_APPLE = re.compile(r"_\$!<(.*)>!\$_\Z", re.DOTALL)
_ENCODED = re.compile(r"(?:=[0-9A-F]{2})+", re.IGNORECASE)
_LONGEST = 60


def label_of(head: Head) -> str:
    """The words for a line's types: where it is before what it is, '' where the types say nothing."""
    label = _words(head.types)
    custom = head.first("X-CUSTOM")
    return f"{label} {_custom(custom)}".strip()[:_LONGEST] if custom else label


@lru_cache(maxsize=256)
def _words(types: tuple[str, ...]) -> str:
    words = [_word(each) for each in types if each not in _SAYS_NOTHING]
    words.sort(key=lambda word: word not in _PLACES)
    return " ".join(dict.fromkeys(word for word in words if word))[:_LONGEST].strip()


def plain_label(given: str) -> str:
    """A label somebody typed, as typed, or one of Apple's own in plain words."""
    label = one_line(given)
    apple = _APPLE.match(label)
    if apple is None:
        return label[:_LONGEST].strip()
    word = apple[1].strip().lower()
    return _PLAIN.get(word, word)


def _word(given: str) -> str:
    plain = one_line(_PLAIN.get(given, given))
    return plain.removeprefix("x-").removeprefix("evolution-").replace("_", " ")


def _custom(given: str) -> str:
    """The label inside X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=41=62)."""
    *declared, label = given.split(",")
    if not any("QUOTED" in each.upper() for each in declared):
        return one_line(label)
    return one_line(_ENCODED.sub(lambda run: text_of(bytes.fromhex(run[0].replace("=", ""))), label))
