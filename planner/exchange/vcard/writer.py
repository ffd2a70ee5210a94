"""Address books for other programs: vCard 3.0 (RFC 2426), which all of them read, and 4.0 (RFC 6350)."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from itertools import count

from planner.domain.names import fold
from planner.domain.outgoing import OutgoingPerson, OutgoingPoint
from planner.exchange.content_lines import escaped, folded, split_escaped
from planner.exchange.photos import photo_format
from planner.exchange.text import decoded, one_line, without_controls
from planner.exchange.vcard.fields import LANGUAGES
from planner.exchange.vcard.kept_lines import Kept
from planner.exchange.vcard.labelled import apple_label, types_of
from planner.exchange.vcard.name_parts import name_parts
from planner.exchange.vcard.names import UNITS
from planner.exchange.vcard.points import CITY, KEPT, point_of

VERSIONS = ("3.0", "4.0")
PRODID = "-//Rapport//Rapport//EN"

_MESSENGER = re.compile(r"(?:xmpp|skype|sips?|im|aim|icq|msnim|ymsgr|qq|matrix|tg|whatsapp):", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\Z", re.IGNORECASE)


def vcards(people: Iterable[OutgoingPerson], version: str) -> Iterator[bytes]:
    """One card a person, in their order; put together they are an address book."""
    for person in people:
        yield vcard(person, version)


def vcard(person: OutgoingPerson, version: str) -> bytes:
    """The card of one person, folded, with the line ends that the format wants."""
    lines = _Writing(person, version).lines()
    return "".join(f"{folded(without_controls(line))}\r\n" for line in lines).encode("utf-8", "replace")


class _Writing:
    """The lines of one card."""

    def __init__(self, person: OutgoingPerson, version: str) -> None:
        self._person = person
        self._new = version == "4.0"
        self._version = version
        self._kept = Kept(person.kept)
        self._groups = count(self._kept.last_group + 1)

    def lines(self) -> Iterator[str]:
        person = self._person
        self._make_room()
        yield from ("BEGIN:VCARD", f"VERSION:{self._version}", f"PRODID:{PRODID}")
        if person.uid:
            yield f"UID:{self._uid()}"
        yield f"FN{self._first_of('FN')}:{escaped(person.name)}"
        yield f"N:{';'.join(escaped(part) for part in name_parts(person))}"
        if person.nickname:
            yield f"NICKNAME:{','.join(escaped(each) for each in person.nickname.split(', '))}"
        yield from self._work()
        yield from self._points()
        yield from self._about()
        yield from self._kept.written(self._version)
        yield "END:VCARD"

    def _make_room(self) -> None:
        """Take out of the kept lines what the person's own fields say better."""
        person, kept = self._person, self._kept
        said = {"BDAY": person.birthday, "TZ": person.zone, "PHOTO": person.photo, "LANG": person.languages}
        kept.drop("UID", "N", *(name for name, value in said.items() if value))
        if person.name != person.organisation:
            kept.drop("X-ABSHOWAS", *(["KIND"] if _says(kept, "KIND", "org") else []))

    def _uid(self) -> str:
        uid = one_line(self._person.uid)
        return f"urn:uuid:{uid}" if self._new and _UUID.match(uid) else escaped(uid)

    def _work(self) -> Iterator[str]:
        """Organisation with its units, where they are still of this organisation, and role."""
        person = self._person
        known = [line.value for line in self._kept.look(UNITS)]
        self._kept.drop(UNITS)
        same = [each for each in known if fold(_first(each)) == fold(person.organisation)]
        if same or person.organisation:
            yield f"ORG{self._first_of('ORG')}:{same[0] if same else escaped(person.organisation)}"
        if person.role:
            yield f"TITLE{self._first_of('TITLE')}:{escaped(person.role)}"

    def _first_of(self, name: str) -> str:
        """The mark of the one to use where kept lines say other ones."""
        return ";PREF=1" if self._kept.look(name) else ""

    # How to reach them

    def _points(self) -> Iterator[str]:
        """Every point that no kept line says; before them, a city in which no address is."""
        lines = (line for name in KEPT for line in self._kept.look(name))
        kept = {(read.kind.value, read.value) for line in lines if (read := point_of(line, ""))}
        if self._person.city and self._city_said() != self._person.city:
            first = any(point.kind == "address" for point in self._person.points)
            yield f"ADR{self._preferred(first)}:;;;{escaped(self._person.city)};;;"
        for point in self._person.points:
            if (point.kind, point.value) not in kept:
                yield from self._point(point)

    def _city_said(self) -> str:
        """The city that a reader will find in the addresses: the first one of the preferred, then of all."""
        addresses = [point for point in self._person.points if point.kind == "address" and point.parts]
        cities = [each.parts[CITY] for each in sorted(addresses, key=lambda each: not each.preferred)]
        return next((city for city in cities if city), "")

    def _point(self, point: OutgoingPoint) -> Iterator[str]:
        types = types_of(point.kind, point.label)
        group = "" if types is not None else f"item{next(self._groups)}."
        name, value = self._name_and_value(point)
        own = ["internet"] if point.kind == "email" and not self._new else []
        head = f"{group}{name}{self._types([*own, *(types or [])])}{self._preferred(point.preferred)}"
        yield f"{head}:{value}"
        if group:
            yield f"{group}X-ABLabel:{escaped(apple_label(point.label))}"

    def _types(self, types: list[str]) -> str:
        """As each version writes them; a list stands in quotes in vCard 4.0."""
        if not types:
            return ""
        if self._new:
            return f';TYPE="{",".join(types)}"' if len(types) > 1 else f";TYPE={types[0]}"
        return f";TYPE={','.join(types).upper()}"

    def _preferred(self, preferred: bool) -> str:
        if not preferred:
            return ""
        return ";PREF=1" if self._new else ";TYPE=PREF"

    def _name_and_value(self, point: OutgoingPoint) -> tuple[str, str]:
        if point.kind == "address":
            parts = point.parts if any(point.parts) else ("", "", point.value, "", "", "", "")
            return "ADR", ";".join(escaped(part) for part in parts)
        if point.kind == "link":
            messenger = point.label and _MESSENGER.match(point.value)
            return "IMPP" if messenger else "URL", point.value.replace("\\", "\\\\")
        return "TEL" if point.kind == "phone" else "EMAIL", escaped(point.value)

    # About them

    def _about(self) -> Iterator[str]:
        person = self._person
        if person.birthday:
            yield self._birthday(person.birthday)
        if person.zone:
            yield f"TZ{'' if self._new else ';VALUE=text'}:{escaped(person.zone)}"
        yield from self._languages()
        if person.pronouns:
            name = "PRONOUNS" if self._new or self._kept.look("PRONOUNS") else "X-PRONOUNS"
            yield f"{name}{self._first_of(name)}:{escaped(person.pronouns)}"
        if tags := [*([person.layer] if person.layer else []), *person.tags]:
            yield f"CATEGORIES:{','.join(escaped(tag) for tag in dict.fromkeys(tags))}"
        if person.notes:
            yield f"NOTE:{escaped(person.notes)}"
        if person.photo:
            yield from self._photo(person.photo)

    def _birthday(self, day: str) -> str:
        """vCard 3.0 knows no day without a year; Apple's way to write one is understood most widely."""
        if self._new:
            return f"BDAY:{'--' + day[2:].replace('-', '') if day.startswith('--') else day.replace('-', '')}"
        if day.startswith("--"):
            return f"BDAY;X-APPLE-OMIT-YEAR=1604:1604-{day[2:]}"
        return f"BDAY:{day}"

    def _languages(self) -> Iterator[str]:
        """Languages by their tags, else in a property of our own: LANG holds nothing but tags."""
        said = [each.strip() for each in self._person.languages.split(",") if each.strip()]
        if all(_LANGUAGE.match(each) for each in said):
            for rank, each in enumerate(said, 1):
                yield f"LANG;PREF={min(rank, 100)}:{each}" if self._new else f"LANG:{each}"
        elif said:
            yield f"{LANGUAGES}:{escaped(self._person.languages)}"

    def _photo(self, photo: bytes) -> Iterator[str]:
        form = photo_format(photo)
        if form:
            packed = b64encode(photo).decode()
            if self._new:
                yield f"PHOTO:data:image/{form.lower()};base64,{packed}"
            else:
                yield f"PHOTO;ENCODING=b;TYPE={form}:{packed}"


def _first(value: str) -> str:
    return one_line(split_escaped(value, ";")[0])


def _says(kept: Kept, name: str, value: str) -> bool:
    return any(one_line(decoded(line)).lower() == value for line in kept.look(name))
