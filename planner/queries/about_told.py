"""Everything about one person as a document to read: parts, entries, and what each of their fields says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from planner.domain import words
from planner.domain.addresses import parts_of
from planner.domain.typed import birthday_words
from planner.domain.whole.shape import Field, Is
from planner.queries.about import Kept, Part

_TITLES = {
    "people": "The person",
    "tags": "Tags",
    "contact_points": "Ways to reach them",
    "understandings": "What was understood",
    "evidence": "Facts for and against trust",
    "own_views": "Your own views of the relationship",
    "reliances": "How much you depend on them",
    "repairs": "Times of mending",
    "stands": "Where they stand on initiatives",
    "attempts": "Tries to talk",
}
_LABELS = {
    "zone": "time zone",
    "likes_to_talk": "how they like to talk",
    "rhythm_days": "rhythm",
    "short_name": "in short",
    "way_of_speaking": "how to speak with them",
    "resting_from": "rests from",
    "resting_until": "rests until",
    "trashed_on": "in the trash since",
    "not_to_contact": "not to be contacted",
    "created_on": "added",
    "kept_lines": "what else their card says",
    "other": "with",
    "directed": "one way only",
    "starts_at": "began",
    "starts": "begins",
    "minutes": "length",
    "reached_out": "who reached out",
    "recorded_at": "noted",
    "due_on": "due",
    "closed_on": "closed",
    "ended_on": "ended",
    "next_on": "next on",
    "next_what": "next step",
    "source": "how it is known",
    "certainty": "how sure",
    "speaks_for": "speaks for trust",
    "horizon_days": "days ahead",
    "benefit_to_you": "what it gives you",
    "benefit_to_them": "what it gives them",
    "tag": "",
    "words": "",
}
"""What a field is called where its key would be no word of everyday; '' for those that need no label."""
_KINDS = {"email": "e-mail"}
_CLOSENESS = {1: "acquainted", 2: "well", 3: "close"}
_NUMBERS: dict[str, Callable[[int], str]] = {
    "rhythm_days": words.rhythm_words,
    "minutes": words.length,
    "closeness": lambda value: _CLOSENESS.get(value, str(value)),
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
    if kept.initials:
        line += " Initials stand for names; pictures, birthdays and ways to reach people are left out."
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
        Said(_label(field), told)
        for field, value in pairs
        if not _is_technical(part, field) and (told := _told(field, value, kept))
    )
    return Entry(
        _day(head) if head else "", _as_point(said) if part.section.key == "contact_points" else said
    )


def _label(field: Field) -> str:
    return _LABELS.get(field.key, field.key.replace("_", " "))


def _as_point(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """A way to reach them in one line: 'e-mail, work' and the address."""
    by_label = {each.label: each.words for each in said}
    kind, label, value = (by_label.pop(key, "") for key in ("kind", "label", "value"))
    named = ", ".join(each for each in (_KINDS.get(kind, kind), label) if each)
    return (Said(named, value), *(Said(key, told) for key, told in by_label.items()))


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
    if field.holds is Is.BIRTHDAY:
        return birthday_words(value)
    if field.holds is Is.MOMENT:
        return f"{_day(value)}, {value[11:16]} UTC"
    if field.holds is Is.PICTURE:
        return f"a picture of {max(1, len(value) // 1024)} KB"
    if field.holds is Is.PARTS:
        return ", ".join(each for each in parts_of(value) if each)
    if field.key in _NUMBERS:
        return _NUMBERS[field.key](value)
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def _mentions(kept: Kept) -> Chapter:
    entries = tuple(
        Entry("", (Said(f"{each.section.words}, {_label(each.field) or each.field.key}", each.words),))
        for each in kept.mentions
    )
    return Chapter("Where else the name stands", entries)


def _steps(kept: Kept) -> Chapter:
    entries = tuple(
        Entry(_day(step.at.date().isoformat()), tuple(_step(step.label, step.lines))) for step in kept.steps
    )
    note = "Details of these steps may be private and are left out."
    if kept.initials:
        note = "Details of these steps may say who it is and are left out."
    whole = not entries or (kept.private and not kept.initials)
    return Chapter("What was changed, and when", entries, "" if whole else note)


def _step(label: str, lines: tuple[str, ...]) -> Iterator[Said]:
    yield Said("", label)
    yield from (Said("", line) for line in lines)


def _day(text: str) -> str:
    day = date.fromisoformat(text[:10])
    return f"{day.day} {words.long_month(day)} {day.year}"
