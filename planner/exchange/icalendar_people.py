"""Who was at an event: its organiser and attendees, without rooms, resources, lists and calendars."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from planner.exchange.drafts import AttendeeDraft
from planner.exchange.vcard_text import without_controls

_NO_PERSON = frozenset({"ROOM", "RESOURCE", "GROUP"})
_NO_PERSONS_DOMAIN = re.compile(r"(?:@|\.)calendar\.google\.com\Z")
_MAILTO = re.compile(r"mailto:([^?]*)", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s<>\"',;:/]+@[^@\s<>\"',;:/]+\Z")


def attendees(organiser: list[Any], attending: list[Any]) -> tuple[AttendeeDraft, ...]:
    """The people of an entry, each once, the organiser first; from the library's addresses."""
    people: dict[str, AttendeeDraft] = {}
    for address, is_organiser in [
        *((each, True) for each in organiser),
        *((each, False) for each in attending),
    ]:
        person = _person(address, organiser=is_organiser)
        if person is not None:
            key = person.email or person.name.casefold()
            people[key] = _both(people[key], person) if key in people else person
    return tuple(people.values())


def _both(first: AttendeeDraft, second: AttendeeDraft) -> AttendeeDraft:
    return AttendeeDraft(
        email=first.email,
        name=first.name or second.name,
        organiser=first.organiser or second.organiser,
        declined=first.declined or second.declined,
    )


def _person(address: Any, *, organiser: bool) -> AttendeeDraft | None:
    parameters = getattr(address, "params", {})
    email = _email(str(address), _text(parameters.get("EMAIL")))
    name = _name(_text(parameters.get("CN")), email)
    if _text(parameters.get("CUTYPE")).upper() in _NO_PERSON or _NO_PERSONS_DOMAIN.search(email):
        return None
    if not email and not name:
        return None
    declined = _text(parameters.get("PARTSTAT")).upper() == "DECLINED"
    return AttendeeDraft(email=email, name=name, organiser=organiser, declined=declined)


def _text(parameter: Any) -> str:
    """A parameter as text; a comma that was not quoted made it a list."""
    given = ",".join(parameter) if isinstance(parameter, list) else str(parameter or "")
    return " ".join(without_controls(given).split())


def _email(address: str, given: str) -> str:
    """The e-mail address in lower case, or ''; Apple writes the address beside a name of its own."""
    match = _MAILTO.search(address)
    for text in (unquote(match[1]) if match else address, given):
        plain = text.strip().strip("<>'\"").lower()
        if _EMAIL.match(plain):
            return plain
    return ""


def _name(text: str, email: str) -> str:
    """The name as written, or '' where it is only the address again."""
    name = text.strip("'\" ")
    return "" if name.lower().removeprefix("mailto:") == email else name
