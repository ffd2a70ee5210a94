"""Everything about one person as a document to read: parts, entries, and what each of their fields says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from planner.domain import words
from planner.domain.addresses import parts_of
from planner.domain.whole.shape import Field, Is
from planner.queries.about import Kept, Part

_TITLES = {
    "people": "The person",
    "tags": "Tags",
    "understandings": "What was understood",
    "evidence": "Facts for and against trust",
    "own_views": "Your own views of the relationship",
    "reliances": "How much you depend on them",
    "repairs": "Times of mending",
    "stands": "Where they stand on initiatives",
    "attempts": "Tries to talk",
}
_PLACES = {"people": 0, "organisations": 2, "layers": 2}
"""The person comes first, what they only belong to last."""
_HEADS = ("on_day", "day", "learned_on", "made_on", "begun_on", "first_day")
_TECHNICAL = frozenset({"source_uid", "position", "weight", "sequence", "hue", "intended_share"})


class Said(NamedTuple):
    """What one field says."""

    label: str
    words: str


class Entry(NamedTuple):
    """One row: its day ('' for none) and its fields."""

    day: str
    said: tuple[Said, ...]


class Chapter(NamedTuple):
    """The entries of one kind, and what is to be said about those that were left out."""

    title: str
    entries: tuple[Entry, ...]
    note: str = ""


class Document(NamedTuple):
    """A title, what it is, and its chapters."""

    title: str
    line: str
    chapters: tuple[Chapter, ...]


def document(kept: Kept, owner: str) -> Document:
    """The document for the owner to read, or to hand over."""
    today = f"{words.long_day(kept.on, date.min)}"
    line = f"All that {owner or 'the owner of this library'} keeps about {kept.name} in Rapport, {today}."
    parts = sorted(kept.parts, key=lambda part: _PLACES.get(part.section.key, 1))
    chapters = [_chapter(part, kept) for part in parts if _says_something(part)]
    return Document(
        f"What is kept about {kept.name}",
        line,
        tuple(each for each in (*chapters, _mentions(kept), _steps(kept)) if each.entries or each.note),
    )


def _chapter(part: Part, kept: Kept) -> Chapter:
    key = part.section.key
    title = _TITLES.get(key, key.replace("_", " ").capitalize())
    note = f"{words.count(part.hidden, 'entry', 'entries')} marked private left out." if part.hidden else ""
    return Chapter(title, tuple(_entry(part, row, kept) for row in part.rows), note)


def _says_something(part: Part) -> bool:
    """Whether its rows say more than which rows belong together."""
    return any(field.holds not in (Is.ID, Is.LINK, Is.DAY) for field in part.section.fields)


def _entry(part: Part, row: tuple[Any, ...], kept: Kept) -> Entry:
    pairs = list(zip(part.section.fields, row, strict=True))
    head = next((value for field, value in pairs if field.key in _HEADS and value), "")
    said = tuple(
        Said(field.key.replace("_", " "), told)
        for field, value in pairs
        if not _is_technical(part, field) and (told := _told(field, value, kept))
    )
    return Entry(_day(head) if head else "", said)


def _is_technical(part: Part, field: Field) -> bool:
    """Whether a field only serves the program; the time zone is worth telling of the person alone."""
    technical = field.key in _HEADS or field.key in _TECHNICAL
    return technical or (field.key == "zone" and part.section.key != "people")


def _told(field: Field, value: Any, kept: Kept) -> str:
    if value is None or value == "" or field.holds is Is.ID:
        return ""
    if field.holds is Is.LINK:
        return "" if value == kept.person_id else kept.names.get((field.to, value), "")
    if field.holds is Is.FLAG:
        return "yes" if value else ""
    if field.holds is Is.DAY:
        return _day(value)
    if field.holds is Is.MOMENT:
        return f"{_day(value)}, {value[11:16]} UTC"
    if field.holds is Is.PICTURE:
        return f"a picture of {max(1, len(value) // 1024)} KB"
    if field.holds is Is.PARTS:
        return ", ".join(each for each in parts_of(value) if each)
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _mentions(kept: Kept) -> Chapter:
    entries = tuple(
        Entry("", (Said(f"{each.section.words}, {each.field.key.replace('_', ' ')}", each.words),))
        for each in kept.mentions
    )
    return Chapter("Where else the name stands", entries)


def _steps(kept: Kept) -> Chapter:
    entries = tuple(
        Entry(_day(step.at.date().isoformat()), tuple(_step(step.label, step.lines))) for step in kept.steps
    )
    note = "" if kept.private or not entries else "Details of these steps may be private and are left out."
    return Chapter("What was changed, and when", entries, note)


def _step(label: str, lines: tuple[str, ...]) -> Iterator[Said]:
    yield Said("", label)
    yield from (Said("", line) for line in lines)


def _day(text: str) -> str:
    day = date.fromisoformat(text[:10])
    return f"{day.day} {words.long_month(day)} {day.year}"
