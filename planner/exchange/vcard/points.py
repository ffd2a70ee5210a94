"""The ways to reach a person that a card names: e-mail, telephone, address, link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import unquote

from planner.domain.addresses import PARTS
from planner.exchange.content_lines import UNWANTED, ContentLine, split_escaped
from planner.exchange.drafts import PointDraft, PointKind
from planner.exchange.text import decoded, one_line, several_lines
from planner.exchange.vcard.labels import label_of

_MESSENGERS = {
    "X-SKYPE": "skype",
    "X-SKYPE-USERNAME": "skype",
    "X-JABBER": "xmpp",
    "X-GTALK": "xmpp",
    "X-GOOGLE-TALK": "xmpp",
    "X-AIM": "aim",
    "X-ICQ": "icq",
    "X-MSN": "msnim",
    "X-YAHOO": "ymsgr",
    "X-QQ": "qq",
    "X-MATRIX": "matrix",
    "X-SIP": "sip",
    "X-MS-IMADDRESS": "im",
}
"""Messengers that programs write under names of their own, and the scheme of an address there."""

KINDS: Mapping[str, PointKind] = {
    "EMAIL": PointKind.EMAIL,
    "TEL": PointKind.PHONE,
    "ADR": PointKind.ADDRESS,
    "URL": PointKind.LINK,
    "IMPP": PointKind.LINK,
    "SOCIALPROFILE": PointKind.LINK,
    "X-SOCIALPROFILE": PointKind.LINK,
    **dict.fromkeys(_MESSENGERS, PointKind.LINK),
}
"""The properties read as contact points, in the order of `PersonDraft.points`."""

KEPT = frozenset({"X-SOCIALPROFILE", *_MESSENGERS})
"""Properties of a program's own: what they say is offered, and they are kept as well."""

CITY = PARTS.index("city")
_UNSAFE = re.compile(r"\s*(?:javascript|vbscript|data|file)\s*:", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def point_of(line: ContentLine, label: str) -> PointDraft | None:
    """The contact point of a line, or None where it holds nothing to reach a person by: a city alone, say."""
    name = line.head.name
    kind = KINDS[name]
    parts: tuple[str, ...] = ()
    if kind is PointKind.ADDRESS:
        parts, value = _address(line)
    else:
        value = one_line(decoded(line))
    if kind is PointKind.PHONE:
        value = _number(value)
    elif kind is PointKind.EMAIL:
        value = _email(value)
    elif kind is PointKind.LINK:
        value = _link(name, value)
        label = label or _service(line)
    if not value:
        return None
    preferred = line.head.preference < UNWANTED
    return PointDraft(
        kind=kind, value=value, label=label or label_of(line.head), parts=parts, preferred=preferred
    )


def _address(line: ContentLine) -> tuple[tuple[str, ...], str]:
    """The seven parts, or none, and the address on one line."""
    parts = address_parts(line)
    said = [part for part in parts if part]
    if said and said != [parts[CITY]]:
        return parts, ", ".join(said)
    return (), _part(line.head.first("LABEL"))


def address_parts(line: ContentLine) -> tuple[str, ...]:
    """Post box, extension, street, city, region, code and country; empty where the card is silent."""
    parts = [_part(part) for part in split_escaped(decoded(line), ";")[: len(PARTS)]]
    return (*parts, *[""] * (len(PARTS) - len(parts)))


def city_of(lines: Iterable[ContentLine]) -> str:
    """The city of the first address that has one."""
    for line in lines:
        parts = split_escaped(decoded(line), ";")
        if len(parts) > CITY and (city := _part(parts[CITY])):
            return city
    return ""


def each_once(points: Iterable[PointDraft]) -> tuple[PointDraft, ...]:
    """The points in order, repeated ones where they stand first, with the first label that says something.

    Of each kind one stays preferred: the first that its card marks.
    """
    once: dict[tuple[PointKind, str], PointDraft] = {}
    marked: set[PointKind] = set()
    for point in points:
        key = (point.kind, point.value)
        known = once.get(key)
        if known is not None:
            if point.label and not known.label:
                once[key] = replace(known, label=point.label)
            continue
        if point.preferred and point.kind in marked:
            point = replace(point, preferred=False)
        elif point.preferred:
            marked.add(point.kind)
        once[key] = point
    return tuple(once.values())


def _part(escaped: str) -> str:
    """An address part on one line; the lines of a street stand with commas between."""
    if "\\" in escaped or "\n" in escaped:
        lines = several_lines(escaped).split("\n")
        return ", ".join(plain for line in lines if (plain := one_line(line).strip(" ,")))
    return one_line(escaped).rstrip(" ,")


def _link(name: str, value: str) -> str:
    """The address to open; '' for one that runs or reads something here, and for Apple's profiles without
    one. A messenger's own property gets its scheme."""
    if _UNSAFE.match(value) or (name == "X-SOCIALPROFILE" and "://" not in value):
        return ""
    scheme = _MESSENGERS.get(name)
    return f"{scheme}:{value}" if scheme and value and not _SCHEME.match(value) else value


def _number(value: str) -> str:
    """A telephone number as written, out of its tel: address where it stands in one."""
    if value[:4].lower() != "tel:":
        return value
    number, *parameters = unquote(value[4:]).split(";")
    extension = next((each[4:] for each in parameters if each.lower().startswith("ext=")), "")
    return f"{number.strip()} ext. {extension}" if extension else number.strip()


def _email(value: str) -> str:
    """The address out of its wrappings; '' for what is none, a telex number for one."""
    if value[:7].lower() == "mailto:":
        value = unquote(value[7:]).partition("?")[0]
    if value.endswith(">") and "<" in value:
        value = value[value.rindex("<") + 1 : -1]
    return value.strip() if "@" in value else ""


def _service(line: ContentLine) -> str:
    """For messengers and social networks: which one."""
    if line.head.name == "URL":
        return ""
    if own := _MESSENGERS.get(line.head.name):
        return own
    named = line.head.first("X-SERVICE-TYPE") or line.head.first("SERVICE-TYPE")
    if named or line.head.name != "IMPP":
        return one_line(named).lower()
    scheme = _SCHEME.match(line.value)
    return scheme[1].lower() if scheme else ""
