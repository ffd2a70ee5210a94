"""From one card to the person it speaks of."""

from __future__ import annotations

from planner.exchange.content_lines import ContentLine
from planner.exchange.drafts import PersonDraft, PointDraft
from planner.exchange.problems import ProblemList, quoted
from planner.exchange.text import decoded, one_line
from planner.exchange.vcard import fields, names, occasions
from planner.exchange.vcard.card import Card
from planner.exchange.vcard.labels import plain_label
from planner.exchange.vcard.points import KEPT, KINDS, city_of, each_once, point_of

_NOT_PEOPLE = {
    "location": "a place",
    "application": "a program",
    "device": "a device",
    "thing": "a thing",
}


def person_of(card: Card, line: int, problems: ProblemList) -> PersonDraft | None:
    """The person of a card that begins at `line`, or None, with a problem said, where it is no person's."""
    if kind := _other_kind(card):
        named = card.look("FN") or card.look("N")
        said = f"The card {quoted(decoded(named[0]))}" if named else "This card"
        problems.add(line, f"{said} is {_NOT_PEOPLE[kind]}, not a person, so it was left out.")
        return None
    anniversary = occasions.anniversary(card, problems)
    points, city = _points(card)
    parts, nickname, organisation = names.name_parts(card), names.nickname(card), names.organisation(card)
    name, named_by = names.full_name(
        card, parts=parts, nickname=nickname, organisation=organisation, points=points
    )
    if not name:
        problems.add(line, "This card has no name, e-mail or telephone number, so it was left out.")
        return None
    return PersonDraft(
        name=name,
        named_by=named_by,
        given_name=parts.given,
        family_name=parts.family,
        additional_names=parts.additional,
        prefix=parts.prefix,
        suffix=parts.suffix,
        nickname=nickname,
        role=fields.role(card),
        organisation=organisation.name,
        department=organisation.department,
        city=city,
        zone=fields.zone(card),
        languages=fields.languages(card),
        pronouns=fields.pronouns(card),
        birthday=occasions.birthday(card, problems),
        anniversary=anniversary,
        note=fields.note(card),
        tags=fields.tags(card),
        points=points,
        photo=fields.photo(card, problems),
        uid=fields.uid(card),
        kept=card.kept(),
        line=line,
    )


def _other_kind(card: Card) -> str:
    """What the card says it is, where that is no person and no organisation."""
    for line in (*card.look("KIND"), *card.look("X-ADDRESSBOOKSERVER-KIND")):
        kind = one_line(decoded(line)).lower()
        if kind in _NOT_PEOPLE:
            return kind
    return ""


def _points(card: Card) -> tuple[tuple[PointDraft, ...], str]:
    """The contact points in order, and the city of the address to use first."""
    labels = {each.head.group: each for each in card.take("X-ABLABEL")} if card.look("X-ABLABEL") else {}
    found: list[PointDraft] = []
    city, used = "", set[str]()
    for name in card.names_among(KINDS):
        lines = card.take(name)
        if name == "ADR":
            city = city_of(lines)
        for line in lines:
            label = labels.get(line.head.group) if line.head.group else None
            point = point_of(line, plain_label(decoded(label)) if label else "")
            if point:
                found.append(point)
                used.add(line.head.group)
            if name in KEPT or (point is None and line.value.strip(" ;") and not _is_city(name, line, city)):
                card.keep(line)
    card.keep(*_unused(labels, used))
    return each_once(found), city


def _is_city(name: str, line: ContentLine, city: str) -> bool:
    """Whether an address without a contact point says the person's city and no more."""
    return name == "ADR" and bool(city) and city_of([line]) == city


def _unused(labels: dict[str, ContentLine], used: set[str]) -> list[ContentLine]:
    return [line for group, line in labels.items() if not group or group not in used]
