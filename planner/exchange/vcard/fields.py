"""The fields of a card that are neither its name nor a way to reach someone."""

from __future__ import annotations

import re
from contextlib import suppress
from zoneinfo import ZoneInfo

from planner.exchange.content_lines import split_escaped
from planner.exchange.pictures import is_elsewhere, picture
from planner.exchange.problems import ProblemList
from planner.exchange.text import decoded, one_line, several_lines
from planner.exchange.vcard.card import Card

LANGUAGES = "X-RAPPORT-LANGUAGES"
"""Where languages stand that somebody wrote as words: LANG holds tags alone."""

_GOOGLE_GROUPS = frozenset({"mycontacts", "* mycontacts"})
"""The group that Google writes into every card; it says nothing of the person."""

_ZONE = re.compile(r"[A-Za-z]+(?:/[A-Za-z0-9_+-]+){1,2}\Z")
_WINDOWS_ZONE = re.compile(r"[A-Z][A-Za-z0-9. ]{0,40} Time\Z")
_SAID_PRONOUNS = re.compile(r"\w+(?: ?/ ?\w+){1,3}\Z")


def role(card: Card) -> str:
    """The TITLE, else the ROLE; where a card has both, the ROLE is kept."""
    line = card.take_best("TITLE") or card.take_best("ROLE")
    return one_line(decoded(line)) if line else ""


def zone(card: Card) -> str:
    """The first time zone of the world's list, also by its Windows name; a mere distance from UTC is kept,
    since it is wrong half the year."""
    found = ""
    for line in card.take("TZ"):
        name = "" if found else _zone_of(one_line(decoded(line)))
        if name:
            found = name
        else:
            card.keep(line)
    return found


def _zone_of(name: str) -> str:
    if _ZONE.match(name):
        with suppress(KeyError, ValueError, OSError):
            return ZoneInfo(name).key
    elif _WINDOWS_ZONE.match(name):
        from planner.exchange.icalendar.zones import iana_name  # the names of Windows are few people's

        return iana_name(name) or ""
    return ""


def languages(card: Card) -> str:
    """The languages somebody speaks, as written, best first; names of languages stand in our own property."""
    lines = card.take("LANG") or card.take(LANGUAGES)
    return ", ".join(dict.fromkeys(text for line in lines if (text := one_line(decoded(line)))))


def pronouns(card: Card) -> str:
    """The pronouns as written, also those that stand as words beside a GENDER, as vCard 4.0 once had it.

    A GENDER is kept and never made into pronouns.
    """
    line = card.take_best("PRONOUNS") or card.take_best("X-PRONOUNS")
    if line:
        return one_line(decoded(line))
    for gender in card.look("GENDER"):
        words = one_line(decoded(gender).partition(";")[2])
        if _SAID_PRONOUNS.match(words):
            return words
    return ""


def note(card: Card) -> str:
    """All notes, an empty line between two."""
    return "\n\n".join(text for line in card.take("NOTE") if (text := several_lines(decoded(line))))


def tags(card: Card) -> tuple[str, ...]:
    """The categories, each once, as first written."""
    once: dict[str, str] = {}
    for line in card.take("CATEGORIES"):
        for part in split_escaped(decoded(line), ","):
            tag = one_line(part)
            if tag and tag.lower() not in _GOOGLE_GROUPS:
                once.setdefault(tag.casefold(), tag)
    return tuple(once.values())


def photo(card: Card, problems: ProblemList) -> bytes | None:
    """The first picture that stands in the file; addresses of pictures are kept and never fetched."""
    found: bytes | None = None
    for line in card.take("PHOTO"):
        if found is not None or is_elsewhere(line):
            card.keep(line)
            continue
        found = picture(line)
        if found is None:
            problems.add(line.number, "This photo is damaged, so it was left out.")
    return found


def uid(card: Card) -> str:
    """The card's own name for itself, without the prefix that only vCard 4.0 writes."""
    line = card.take_best("UID")
    text = one_line(decoded(line)) if line else ""
    return text[9:].strip() if text[:9].lower() == "urn:uuid:" else text
