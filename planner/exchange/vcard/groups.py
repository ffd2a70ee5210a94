"""Cards of groups: their name becomes a tag of the members that the same file holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from planner.exchange.drafts import PersonDraft, PointKind
from planner.exchange.problems import ProblemList, quoted
from planner.exchange.text import decoded, one_line
from planner.exchange.vcard.card import Card

_KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
_MEMBERS = ("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group's name and its members as the card points to them; `line` is where the card begins."""

    name: str
    members: tuple[str, ...]
    line: int


def group_of(card: Card, line: int) -> Group | None:
    """The group that a card speaks of, None where it is no group's."""
    if not any(one_line(decoded(each)).lower() == "group" for kind in _KINDS for each in card.look(kind)):
        return None
    named = card.look("FN") or card.look("N")
    return Group(
        name=one_line(decoded(named[0]).replace(";", " ")) if named else "",
        members=tuple(_bare(decoded(each)) for name in _MEMBERS for each in card.look(name)),
        line=line,
    )


def tagged(
    people: Sequence[PersonDraft], groups: Iterable[Group], problems: ProblemList
) -> list[PersonDraft]:
    """The people with the tags of their groups; what a group cannot be used for is said."""
    found = list(people)
    marks = _marks(found)
    for group in groups:
        members = [marks.get(member) for member in group.members]
        places = sorted({place for place in members if place is not None})
        if group.name:
            for place in places:
                found[place] = _with_tag(found[place], group.name)
        missing = members.count(None)
        if words := _unused(group, len(places), missing):
            problems.add(group.line, words)
    return found


def _bare(member: str) -> str:
    """What a member is recognised by: a UID, an e-mail or a number, without its scheme and in lower case."""
    text = one_line(member).lower()
    for scheme in ("urn:uuid:", "mailto:"):
        text = text.removeprefix(scheme)
    return _digits(text[4:]) if text.startswith("tel:") else text


def _digits(number: str) -> str:
    return "tel:" + "".join(each for each in number if each.isdigit())


def _marks(people: Sequence[PersonDraft]) -> dict[str, int]:
    """Where in the file everybody is, by UID, e-mail and number; of two with the same one, the first."""
    marks: dict[str, int] = {}
    for place, person in enumerate(people):
        if person.uid:
            marks.setdefault(person.uid.lower(), place)
        for point in person.points:
            if point.kind is PointKind.EMAIL:
                marks.setdefault(point.value.lower(), place)
            elif point.kind is PointKind.PHONE:
                marks.setdefault(_digits(point.value), place)
    return marks


def _with_tag(person: PersonDraft, tag: str) -> PersonDraft:
    if tag.casefold() in {each.casefold() for each in person.tags}:
        return person
    return replace(person, tags=(*person.tags, tag))


def _unused(group: Group, placed: int, missing: int) -> str:
    """What of the group could not be used, in a sentence, or ''."""
    if not group.name:
        return "This group has no name, so it was left out."
    if not group.members:
        return f"The group {quoted(group.name)} names nobody, so it was left out."
    if not missing:
        return ""
    who = "somebody" if missing == 1 else f"{missing:,} people"
    others = "" if placed else ", so it was left out"
    return f"The group {quoted(group.name)} names {who} who {_are(missing)} not in this file{others}."


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
