"""The answer of `find --json`: its shape, and the words of `rapport help json` for every key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from planner.queries.people import Named
    from planner.queries.search.look import Found
    from planner.queries.search.texts import FoundText

Shape = dict[str, Any]
Keys = dict[str, str]

FOUND: Keys = {
    "people": "a list of person, role and organisation, best first",
    "conversations": "a list, newest first, see below",
    "notes": "dated notes, newest first, see below",
    "understandings": "what was learned about people, newest first, see below",
    "commitments": "promises of both sides, open ones first, see below",
    "initiatives": "by their next day, see below",
}
_EXCERPT: Keys = {
    "excerpt": "the part around what was found",
    "hits": "a list of the words in it that were found",
}
_PEOPLE: Keys = {"people": "a list of names"}
_TALK: Keys = {
    "day": "the day",
    "channel": "in person, call, video, message or event",
    "topic": "what it was about",
    **_EXCERPT,
    **_PEOPLE,
}
_NOTE: Keys = {"person": "the name", "day": "the day of the note", **_EXCERPT}
_LEARNED: Keys = {
    "person": "the name",
    "day": "when it was learned",
    "angle": "the angle it belongs to",
    **_EXCERPT,
}
_PROMISE: Keys = {
    "person": "the name",
    "by": "who promised: you or they",
    "what": "what was promised",
    "made_on": "when",
    "due_on": "the day it is due",
    "outcome": "how it ended; null while it is open",
    **_EXCERPT,
}
_INITIATIVE: Keys = {"name": "the name", "next_on": "the day of what is next", **_EXCERPT, **_PEOPLE}

FOUND_PARTS: dict[tuple[str, str], Keys] = {
    ("find", "conversations"): _TALK,
    ("find", "notes"): _NOTE,
    ("find", "understandings"): _LEARNED,
    ("find", "commitments"): _PROMISE,
    ("find", "initiatives"): _INITIATIVE,
}


def found_shape(found: Found) -> Shape:
    """The answer; the keys are those of FOUND."""
    from planner.queries.search.texts import Text

    return {
        "people": [_person(each) for each in found.people],
        "conversations": [_talk(each) for each in found.texts[Text.CONVERSATION]],
        "notes": [_note(each) for each in found.texts[Text.NOTE]],
        "understandings": [_learned(each) for each in found.texts[Text.UNDERSTANDING]],
        "commitments": [_promise(each) for each in found.texts[Text.COMMITMENT]],
        "initiatives": [_initiative(each) for each in found.texts[Text.INITIATIVE]],
    }


def _person(person: Named) -> Shape:
    return {
        "person": person.name,
        "role": person.role or None,
        "organisation": person.organisation or None,
    }


def _talk(text: FoundText) -> Shape:
    return {
        "day": _day(text.day),
        "channel": text.channel.value if text.channel else None,
        "topic": text.title or None,
        **_excerpt(text),
        "people": _names(text),
    }


def _note(text: FoundText) -> Shape:
    return {"person": _names(text)[0], "day": _day(text.day), **_excerpt(text)}


def _learned(text: FoundText) -> Shape:
    angle = text.angle.value if text.angle else None
    return {"person": _names(text)[0], "day": _day(text.day), "angle": angle, **_excerpt(text)}


def _promise(text: FoundText) -> Shape:
    return {
        "person": _names(text)[0],
        "by": "you" if text.by_you else "they",
        "what": text.title,
        "made_on": _day(text.day),
        "due_on": _day(text.due_on),
        "outcome": text.outcome,
        **_excerpt(text),
    }


def _initiative(text: FoundText) -> Shape:
    return {"name": text.title, "next_on": _day(text.day), **_excerpt(text), "people": _names(text)}


def _excerpt(text: FoundText) -> Shape:
    words = text.words
    return {
        "excerpt": words.text or None,
        "hits": [words.text[start:end] for start, end in words.marks],
    }


def _names(text: FoundText) -> list[str]:
    return [name for _, name in text.people]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
