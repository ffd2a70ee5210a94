"""People as a table: one row each, under the headings that Google Contacts knows wherever it knows one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from planner.domain.addresses import NOTHING_KNOWN, PARTS
from planner.domain.outgoing import OutgoingPerson, OutgoingPoint
from planner.exchange.vcard.names import department_of

_BETWEEN = " ::: "
"""What Google puts between several values of one cell."""

_BEFORE: tuple[tuple[str, Callable[[OutgoingPerson], str]], ...] = (
    ("Name", lambda person: person.name),
    ("First Name", lambda person: person.given_name),
    ("Middle Name", lambda person: person.additional_names),
    ("Last Name", lambda person: person.family_name),
    ("Name Prefix", lambda person: person.prefix),
    ("Name Suffix", lambda person: person.suffix),
    ("Nickname", lambda person: person.nickname),
    ("Pronouns", lambda person: person.pronouns),
    ("Organization Title", lambda person: person.role),
    ("Organization Name", lambda person: person.organisation),
    ("Organization Department", lambda person: department_of(person.organisation, person.kept)),
    ("Layer", lambda person: person.layer),
    ("Labels", lambda person: _BETWEEN.join(person.tags)),
    ("City", lambda person: person.city),
    ("Time Zone", lambda person: person.zone),
    ("Languages", lambda person: person.languages),
    ("Birthday", lambda person: person.birthday or ""),
)
_AFTER: tuple[tuple[str, Callable[[OutgoingPerson], str]], ...] = (
    ("Notes", lambda person: person.notes),
    ("Likes to Talk", lambda person: person.likes_to_talk),
    ("As a Person", lambda person: person.as_a_person),
    ("Rhythm in Days", lambda person: str(person.rhythm_days or "")),
    (
        "Last Conversation",
        lambda person: person.last_conversation.isoformat() if person.last_conversation else "",
    ),
    ("Next Plan", lambda person: person.next_plan.isoformat() if person.next_plan else ""),
    ("Archived", lambda person: "yes" if person.archived else ""),
    ("UID", lambda person: person.uid),
)
_KINDS = {"email": "E-mail", "phone": "Phone", "address": "Address", "link": "Website"}
_ADDRESS = {
    "street": "Street",
    "extension": "Extended Address",
    "city": "City",
    "region": "Region",
    "code": "Postal Code",
    "post_box": "PO Box",
    "country": "Country",
}
_PREFERRED = "* "
"""Google's mark of the value to use first stands before its label."""


def people_header(most: Mapping[str, int]) -> list[str]:
    """The headings, with as many of each kind of contact point as somebody has (`most`)."""
    points = [
        heading
        for kind, word in _KINDS.items()
        for number in range(1, most.get(kind, 0) + 1)
        for heading in _headings(kind, f"{word} {number}")
    ]
    return [*(heading for heading, _ in _BEFORE), *points, *(heading for heading, _ in _AFTER)]


def person_row(person: OutgoingPerson, most: Mapping[str, int]) -> list[str]:
    """The person's cells under these headings."""
    points = [cell for kind in _KINDS for cell in _cells(person, kind, most.get(kind, 0))]
    return [*(cell(person) for _, cell in _BEFORE), *points, *(cell(person) for _, cell in _AFTER)]


def _headings(kind: str, word: str) -> list[str]:
    if kind != "address":
        return [f"{word} - Label", f"{word} - Value"]
    parts = [f"{word} - {_ADDRESS[part]}" for part in PARTS]
    return [f"{word} - Label", f"{word} - Formatted", *parts]


def _cells(person: OutgoingPerson, kind: str, number: int) -> Iterator[str]:
    points = [point for point in person.points if point.kind == kind][:number]
    for point in points:
        yield f"{_PREFERRED if point.preferred else ''}{point.label}".rstrip()
        yield point.value
        if kind == "address":
            yield from _parts(point)
    width = 2 + len(PARTS) if kind == "address" else 2
    yield from [""] * (width * (number - len(points)))


def _parts(point: OutgoingPoint) -> tuple[str, ...]:
    return point.parts if any(point.parts) else NOTHING_KNOWN
