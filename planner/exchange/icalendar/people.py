"""Who was at an event: its organiser and attendees, without rooms, resources, lists and calendars."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from planner.exchange.content_lines import ContentLine
from planner.exchange.drafts import AttendeeDraft
from planner.exchange.text import decoded, one_line

PROPERTIES = ("ORGANIZER", "ATTENDEE", "CONTACT")
"""The properties that name people, in the order in which they count."""

_NO_PERSON = frozenset({"ROOM", "RESOURCE", "GROUP"})
_NO_PERSONS_DOMAIN = re.compile(r"(?:@|\.)calendar\.google\.com\Z")
_MAILTO = re.compile(r"mailto:([^?]*)", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s<>\"',;:/]+@[^@\s<>\"',;:/]+\Z")


def attendees(lines: Iterable[ContentLine]) -> tuple[AttendeeDraft, ...]:
    """The people of an entry's ORGANIZER and ATTENDEE lines, each once, the organiser first.

    Where nobody is invited, the people to talk to are those that its CONTACT lines name with an address.
    """
    people: dict[str, AttendeeDraft] = {}
    lines = sorted(lines, key=lambda each: PROPERTIES.index(each.head.name))
    invited = [line for line in lines if line.head.name != "CONTACT"]
    for line in invited or lines:
        person = _person(line) if invited else _contact(line)
        if person is not None:
            key = person.email or person.name.casefold()
            people[key] = _both(people[key], person) if key in people else person
    return tuple(people.values())


def owner_of(about: Mapping[str, str]) -> str:
    """The address by which a calendar is called, as Google calls one's own; else ''."""
    return _email("", about.get("X-WR-CALNAME", ""))


def _both(first: AttendeeDraft, second: AttendeeDraft) -> AttendeeDraft:
    return AttendeeDraft(
        email=first.email,
        name=first.name or second.name,
        organiser=first.organiser or second.organiser,
        declined=first.declined or second.declined,
    )


def _person(line: ContentLine) -> AttendeeDraft | None:
    email = _email(line.value, _text(line, "EMAIL"))
    name = _name(_text(line, "CN"), email)
    if _text(line, "CUTYPE").upper() in _NO_PERSON or _NO_PERSONS_DOMAIN.search(email):
        return None
    if not email and not name:
        return None
    organiser, declined = line.head.name == "ORGANIZER", _text(line, "PARTSTAT").upper() == "DECLINED"
    return AttendeeDraft(email=email, name=name, organiser=organiser, declined=declined)


def _contact(line: ContentLine) -> AttendeeDraft | None:
    """Somebody with an e-mail address, beside the name or in it; a mere name may be anything."""
    said = one_line(decoded(line))
    email = _email(line.head.first("ALTREP"), said.rpartition("<")[2].rstrip(">"))
    if not email:
        return None
    return AttendeeDraft(email=email, name=_name(said.partition("<")[0], email))


def _text(line: ContentLine, parameter: str) -> str:
    """A parameter as text; a comma that was not quoted parted it."""
    return one_line(", ".join(line.head.parameters.get(parameter, ())).replace("\\, ", ", "))


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
