"""What the headings of real programs mean.

A heading is taken apart: 'Straße geschäftlich 2' is a street, at work; 'E-mail 1 - Value' the first e-mail.
"""

from __future__ import annotations

import re

from planner.domain.names import fold
from planner.exchange.csv_table.aliases import MEANINGS
from planner.exchange.csv_table.meanings import ADDRESS_PARTS, Column, Meaning

_WORDS = re.compile(r"[^\W_]+")
_HUMPS = re.compile(r"(?<=[a-z]{2})(?=[A-Z])")
_MAIL = re.compile(r"\be[\s_-]?mail", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(email|phone|im|address|organization|website|relation|event|custom field) (\d+) (.+)"
)


_PLACES = {
    **dict.fromkeys(("work", "business", "office", "geschaftlich", "dienstlich", "buro", "arbeit"), "work"),
    **dict.fromkeys(("home", "personal", "private", "privat"), "home"),
    **dict.fromkeys(("other", "weitere", "weiterer", "weiteres", "sonstige", "andere"), "other"),
    **{word: word for word in ("mailing", "billing", "shipping")},
}
_LABELS = {
    **dict.fromkeys(("fax", "fax number", "fax nr", "telefax"), "fax"),
    **dict.fromkeys(("pager", "pager number", "pager nr"), "pager"),
    **dict.fromkeys(("primary phone", "main phone", "haupttelefon"), "main"),
    **dict.fromkeys(("company main phone", "telefon firma"), "company main"),
    **dict.fromkeys(("car phone", "autotelefon"), "car"),
    **dict.fromkeys(("assistant phone", "telefon assistent"), "assistant"),
    **dict.fromkeys(("callback", "ruckmeldung"), "callback"),
    **dict.fromkeys(("linkedin", "linkedin url"), "linkedin"),
    **dict.fromkeys(("mobile", "mobile phone", "mobile number", "cell", "cell phone", "cellphone"), "mobile"),
    **dict.fromkeys(("iphone", "mobiltelefon", "mobil", "mobil tel nr", "mobilnummer", "handy"), "mobile"),
    **dict.fromkeys(("handynummer", "portable", "movil", "cellulare", "gsm"), "mobile"),
}
_LABELLED = frozenset({Meaning.EMAIL, Meaning.PHONE, Meaning.ADDRESS, Meaning.LINK})


def plain_heading(heading: str) -> str:
    """The words of a heading, folded, single-spaced: the form in which two spellings meet."""
    text = _MAIL.sub("email", _HUMPS.sub(" ", heading.replace("'s", "").replace("’s", "")))
    return " ".join(_WORDS.findall(fold(text)))


def column_headed(heading: str) -> Column | None:
    """What a heading says that its column is, or None where it is not known."""
    plain = plain_heading(heading)
    if numbered := _NUMBERED.fullmatch(plain):
        return _numbered(numbered[1], numbered[2], numbered[3])
    if (meaning := MEANINGS.get(plain)) is not None:
        return _column(meaning, plain, "")
    words = [word for word in plain.split() if not word.isdigit() and len(word) > 1]
    place = next((_PLACES[word] for word in words if word in _PLACES), "")
    rest = [word for word in words if word not in _PLACES]
    kind = next((word for word in rest if word in _LABELS), "")
    for name, label in ((" ".join(rest), ""), (" ".join(word for word in rest if word != kind), kind)):
        if (meaning := MEANINGS.get(name)) is not None:
            return _column(meaning, label or name, place)
    return None


def _numbered(kind: str, number: str, part: str) -> Column:
    """One of Google's columns: 'E-mail 2 - Label', 'Address 1 - City'."""
    meaning = MEANINGS.get(f"{kind} {part}") or MEANINGS.get(f"{kind} 1 {part}")
    if meaning is None or (kind == "organization" and number != "1"):
        return Column(Meaning.KEPT)
    return Column(meaning, group=f"{kind} {number}")


def _column(meaning: Meaning, words: str, place: str) -> Column:
    label = f"{place} {_LABELS.get(words, '')}".strip() if meaning in _LABELLED else ""
    return Column(meaning, label=label, group=place if meaning in ADDRESS_PARTS else "")
