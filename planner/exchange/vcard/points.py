"""The ways to reach a person that a card names: e-mail, telephone, address, link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from planner.exchange.content_lines import ContentLine, split_escaped
from planner.exchange.drafts import PointDraft, PointKind
from planner.exchange.text import decoded, one_line, several_lines
from planner.exchange.vcard.labels import label_of

KINDS: Mapping[str, PointKind] = {
    "EMAIL": PointKind.EMAIL,
    "TEL": PointKind.PHONE,
    "ADR": PointKind.ADDRESS,
    "URL": PointKind.LINK,
    "IMPP": PointKind.LINK,
    "SOCIALPROFILE": PointKind.LINK,
    "X-SOCIALPROFILE": PointKind.LINK,
}
"""The properties read as contact points, in the order of `PersonDraft.points`."""

_LOCALITY = 3
_ADDRESS_PARTS = 7
_UNSAFE = re.compile(r"\s*(?:javascript|vbscript|data|file)\s*:", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def point_of(line: ContentLine, label: str) -> PointDraft | None:
    """The contact point of a line, or None where it holds nothing to reach a person by."""
    kind = KINDS[line.head.name]
    if kind is PointKind.ADDRESS:
        value = ", ".join(part for part in address_parts(line) if part)
        value = value or _part(line.head.first("LABEL"))
    else:
        value = one_line(decoded(line))
    if kind is PointKind.PHONE:
        value = _number(value)
    elif kind is PointKind.EMAIL:
        value = _email(value)
    elif kind is PointKind.LINK:
        value = value if _may_open(line.head.name, value) else ""
        label = label or _service(line)
    return PointDraft(kind=kind, value=value, label=label or label_of(line.head)) if value else None


def address_parts(line: ContentLine) -> list[str]:
    """Post box, extension, street, city, region, code and country; empty where the card is silent."""
    parts = split_escaped(decoded(line), ";")[:_ADDRESS_PARTS]
    return [_part(part) for part in parts]


def city_of(lines: Iterable[ContentLine]) -> str:
    """The city of the first address that has one."""
    for line in lines:
        parts = split_escaped(decoded(line), ";")
        if len(parts) > _LOCALITY and (city := _part(parts[_LOCALITY])):
            return city
    return ""


def each_once(points: Iterable[PointDraft]) -> tuple[PointDraft, ...]:
    """The points in order, repeated ones where they stand first, with the first label that says something."""
    once: dict[tuple[PointKind, str], PointDraft] = {}
    for point in points:
        key = (point.kind, point.value)
        if key not in once or (point.label and not once[key].label):
            once[key] = point
    return tuple(once.values())


def _part(escaped: str) -> str:
    """An address part on one line; the lines of a street stand with commas between."""
    if "\\" in escaped or "\n" in escaped:
        lines = several_lines(escaped).split("\n")
        return ", ".join(plain for line in lines if (plain := one_line(line).strip(" ,")))
    return one_line(escaped).rstrip(" ,")


def _may_open(name: str, value: str) -> bool:
    """False for addresses that run or read something here, and for Apple's profiles without an address."""
    return not _UNSAFE.match(value) and (name != "X-SOCIALPROFILE" or "://" in value)


def _number(value: str) -> str:
    """A telephone number as written, out of its tel: address where it stands in one."""
    if value[:4].lower() != "tel:":
        return value
    number, *parameters = unquote(value[4:]).split(";")
    extension = next((each[4:] for each in parameters if each.lower().startswith("ext=")), "")
    return f"{number.strip()} ext. {extension}" if extension else number.strip()


def _email(value: str) -> str:
    if value[:7].lower() == "mailto:":
        value = unquote(value[7:]).partition("?")[0]
    if value.endswith(">") and "<" in value:
        value = value[value.rindex("<") + 1 : -1]
    return value.strip()


def _service(line: ContentLine) -> str:
    """For messengers and social networks: which one."""
    if line.head.name == "URL":
        return ""
    named = line.head.first("X-SERVICE-TYPE") or line.head.first("SERVICE-TYPE")
    if named or line.head.name != "IMPP":
        return one_line(named).lower()
    scheme = _SCHEME.match(line.value)
    return scheme[1].lower() if scheme else ""
