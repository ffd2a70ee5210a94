"""What a card calls someone: name and organisation, and what to go by where there is no name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from planner.domain.names import fold
from planner.exchange.content_lines import split_escaped
from planner.exchange.drafts import PointDraft, PointKind
from planner.exchange.text import decoded, one_line
from planner.exchange.vcard.card import Card

UNITS = "X-RAPPORT-ORG"
"""Under this name an organisation with its units is kept; as ORG it goes out while it is the same."""

_ANDROID_NICKNAME = re.compile(r"vnd\.android\.cursor\.item/nickname;([^;]*)", re.IGNORECASE)
_FAMILY_FIRST = re.compile(r"[\u3400-\u9fff\uac00-\ud7af\u3040-\u30ff]+\Z")
"""Chinese, Korean and Japanese writing, in which the family's name comes first and no space parts the two."""

_NAME_PARTS = 5
_BY_POINT = {PointKind.EMAIL: "EMAIL", PointKind.PHONE: "TEL"}


@dataclass(frozen=True, slots=True, kw_only=True)
class NameParts:
    """The property N, a part on one line each; without a title and a suffix it reads as the name."""

    family: str = ""
    given: str = ""
    additional: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        if _FAMILY_FIRST.match(self.family) and _FAMILY_FIRST.match(self.given):
            return f"{self.family}{self.given}"
        return " ".join(part for part in (self.given, self.additional, self.family) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """The property ORG: the organisation, and the units below it joined by commas."""

    name: str = ""
    department: str = ""


_NO_NAME = NameParts()
_NO_ORGANISATION = Organisation()


def name_parts(card: Card) -> NameParts:
    """The parts of the name; several given or additional names stand with a space between."""
    line = card.take_best("N")
    if line is None:
        return _NO_NAME
    parts = [one_line(_spaced(part)) for part in split_escaped(decoded(line), ";")[:_NAME_PARTS]]
    family, given, additional, prefix, suffix = parts + [""] * (_NAME_PARTS - len(parts))
    return NameParts(family=family, given=given, additional=additional, prefix=prefix, suffix=suffix)


def _spaced(part: str) -> str:
    return " ".join(split_escaped(part, ",")) if "," in part else part


def organisation(card: Card) -> Organisation:
    """The organisation is the first part of ORG, the department all that follow; its units are kept under a
    name of our own, because a library remembers no departments."""
    line = card.take_best("ORG")
    if line is None:
        return _NO_ORGANISATION
    name, *units = (one_line(part) for part in split_escaped(decoded(line), ";"))
    department = ", ".join(unit for unit in units if unit)
    if department:
        card.keep(line._replace(text=f"{UNITS}:{decoded(line)}"))
    return Organisation(name=name, department=department)


def department_of(organisation: str, kept: Iterable[str]) -> str:
    """The units that were kept with an organisation, while they are of this one; else ''."""
    begin = f"{UNITS}:"
    for line in kept:
        name, *units = split_escaped(line.removeprefix(begin), ";") if line.startswith(begin) else [""]
        if units and fold(one_line(name)) == fold(organisation):
            return ", ".join(unit for unit in map(one_line, units) if unit)
    return ""


def nickname(card: Card) -> str:
    """Nicknames with commas between; Android's own property where there is no NICKNAME."""
    names = [one_line(part) for line in card.take("NICKNAME") for part in split_escaped(decoded(line), ",")]
    if not names:
        found = (_ANDROID_NICKNAME.match(decoded(line)) for line in card.look("X-ANDROID-CUSTOM"))
        names = [one_line(match[1]) for match in found if match]
    return ", ".join(dict.fromkeys(name for name in names if name))


def says_organisation(card: Card) -> bool:
    """True for the card of a company rather than of a person."""
    shown = any(line.value.strip().upper() == "COMPANY" for line in card.look("X-ABSHOWAS"))
    return shown or any(line.value.strip().lower() == "org" for line in card.look("KIND"))


def full_name(
    card: Card,
    *,
    parts: NameParts,
    nickname: str,
    organisation: Organisation,
    points: Iterable[PointDraft],
) -> tuple[str, str]:
    """The name to go by and the property it comes from; ('', '') where the card names nobody."""
    line = card.take_best("FN")
    formatted = one_line(decoded(line)) if line else ""
    if organisation.name and says_organisation(card):
        return organisation.name, "ORG"
    for name, source in (
        (formatted, "FN"),
        (str(parts), "N"),
        (nickname, "NICKNAME"),
        (organisation.name or organisation.department, "ORG"),
    ):
        if name:
            return name, source
    for point in points:
        if point.kind in _BY_POINT:
            return point.value, _BY_POINT[point.kind]
    return "", ""
