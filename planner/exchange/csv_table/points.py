"""The ways to reach somebody that a row of a table names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from planner.exchange.csv_table import values
from planner.exchange.csv_table.meanings import ADDRESS_PARTS, Column, Meaning
from planner.exchange.drafts import PointDraft, PointKind
from planner.exchange.problems import quoted

_KINDS = {
    Meaning.EMAIL: PointKind.EMAIL,
    Meaning.PHONE: PointKind.PHONE,
    Meaning.LINK: PointKind.LINK,
}
_READ: dict[Meaning, Callable[[str], tuple[list[str], str]]] = {
    Meaning.EMAIL: values.emails,
    Meaning.PHONE: values.phones,
    Meaning.LINK: values.links,
}
_NO_WORDS = {
    Meaning.EMAIL: "is no e-mail address",
    Meaning.PHONE: "is no telephone number that can be dialled",
    Meaning.LINK: "is no web address",
}
_SAYS_NOTHING = frozenset({"", "*", "smtp", "ex", "custom", "profile", "internet"})
_PLAIN = {"cell": "mobile", "business": "work", "workfax": "work fax", "homefax": "home fax"}
_USUAL = frozenset({"work", "home", "other", "mobile", "main", "pager", "fax", "work fax", "home fax"})
_LONGEST = 60
MOST_POINTS = 500
"""Ways to reach one person; more are left out without a word: nobody has them."""

_ORDER = {PointKind.EMAIL: 0, PointKind.PHONE: 1, PointKind.ADDRESS: 2, PointKind.LINK: 3}


class Points:
    """Gathers them; `say` is told in one sentence what is none."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._found: dict[tuple[PointKind, str], PointDraft] = {}
        self._preferred: set[PointKind] = set()
        self._addresses: dict[str, _Address] = {}
        self._ready: tuple[PointDraft, ...] | None = None

    def take(self, column: Column, cell: str, label: str) -> None:
        """Understand one cell; `label` is what the column beside it says."""
        meaning = column.meaning
        if meaning in _KINDS:
            self._take_several(column, cell, label)
        elif meaning in ADDRESS_PARTS or meaning is Meaning.ADDRESS:
            group = column.group or column.label
            address = self._addresses.setdefault(group, _Address(plain_label(label) or column.label))
            if not address.label and not group[-1:].isdigit():
                address.label = group
            address.take(meaning, cell)

    def _take_several(self, column: Column, cell: str, label: str) -> None:
        labels = values.several(label)
        for number, value in enumerate(values.several_lines_apart(cell)):
            found, rest = _READ[column.meaning](value)
            given = labels[number] if number < len(labels) else ""
            said, preferred = plain_label(given) or column.label, given.startswith("*")
            for each in found:
                kind = _KINDS[column.meaning]
                self._add(PointDraft(kind=kind, value=each, label=said, preferred=preferred))
            if rest.strip():
                self._say(f"{quoted(rest)} {_NO_WORDS[column.meaning]}, so it was left out.")

    def _add(self, point: PointDraft) -> None:
        key = (point.kind, point.value)
        known = self._found.get(key)
        if known is None and len(self._found) < MOST_POINTS:
            marked = point.preferred and point.kind in self._preferred
            self._found[key] = replace(point, preferred=False) if marked else point
            if point.preferred:
                self._preferred.add(point.kind)
        elif known is not None and point.label and not known.label:
            self._found[key] = replace(known, label=point.label)

    def all(self) -> tuple[PointDraft, ...]:
        """E-mails, telephones, addresses, links: each kind in the order of the columns, each once."""
        if self._ready is None:
            for address in self._addresses.values():
                for point in address.points():
                    self._add(point)
            self._ready = tuple(sorted(self._found.values(), key=lambda point: _ORDER[point.kind]))
        return self._ready

    def city(self) -> str:
        """The city of the first address that has one."""
        return next((city for each in self._addresses.values() if (city := each.city())), "")


class _Address:
    """One postal address, of one column or of several."""

    def __init__(self, label: str) -> None:
        self.label = label
        self._parts: dict[Meaning, list[str]] = {}

    def take(self, meaning: Meaning, cell: str) -> None:
        lines = (values.plain(line).strip(" ,") for line in cell.split("\n"))
        self._parts.setdefault(meaning, []).extend(line for line in lines if line)

    def city(self) -> str:
        return ", ".join(self._parts.get(Meaning.CITY, ()))

    def points(self) -> Iterator[PointDraft]:
        """The address, in parts where they were. A city alone is none: it says where somebody is."""
        parts = tuple(", ".join(self._parts.get(meaning, ())) for meaning in ADDRESS_PARTS)
        said = {meaning for meaning, part in zip(ADDRESS_PARTS, parts, strict=True) if part}
        if said - {Meaning.CITY, Meaning.REGION, Meaning.COUNTRY}:
            yield self._point(", ".join(filter(None, parts)), parts)
            return
        for part in ", ".join(self._parts.get(Meaning.ADDRESS, ())).split(values.SEVERAL):
            if text := part.strip(" ,"):
                yield self._point(text, ())

    def _point(self, value: str, parts: tuple[str, ...]) -> PointDraft:
        return PointDraft(kind=PointKind.ADDRESS, value=value, label=self.label, parts=parts)


def plain_label(given: str) -> str:
    """A label in plain words: '* Work' is 'work'; one that somebody made up is as typed."""
    label = values.plain(given).removeprefix("*").strip()
    low = label.lower()
    if low in _SAYS_NOTHING:
        return ""
    low = _PLAIN.get(low, low)
    return low if low in _USUAL else label[:_LONGEST]
