"""Changing one detail of a person at a time, as it is typed where it stands: each is one step."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner.actions.checks import whom_of
from planner.actions.people import name_of, normal_point, organisation_id, write_tags
from planner.domain import typed
from planner.domain.errors import KnownError
from planner.domain.names import fold
from planner.library import Library
from planner.library.tables import ContactPoint, Person


class Detail(StrEnum):
    """What can be changed by typing, in the words of the step."""

    NAME = "name"
    ROLE = "role"
    ORGANISATION = "organisation"
    CITY = "city"
    ZONE = "time zone"
    PRONOUNS = "pronouns"
    LANGUAGES = "languages"
    BIRTHDAY = "birthday"
    LIKES_TO_TALK = "way of talking"
    AS_A_PERSON = "note as a person"
    NOTES = "standing note"


def change_detail(library: Library, person_id: int, detail: Detail, text: str) -> None:
    """Write one detail; '' is not known yet. Raises KnownError for what cannot be."""
    columns = _COLUMNS.get(detail, _plain(detail))
    checked = _checked(detail, text)
    with library.change(f"Change the {detail} of {name_of(library, person_id)}"):
        Person.update(**columns(checked)).where(Person.id == person_id).execute()


def change_place(library: Library, person_id: int, city: str, zone: str) -> None:
    """Write where somebody lives and the time they have there, as one step. Raises KnownError for no zone."""
    checked = _checked(Detail.ZONE, zone)
    with library.change(f"Change where {name_of(library, person_id)} lives"):
        Person.update(city=" ".join(city.split()), zone=checked).where(Person.id == person_id).execute()


def _checked(detail: Detail, text: str) -> str:
    if detail in (Detail.AS_A_PERSON, Detail.NOTES):
        return text.strip()
    bare = " ".join(text.split())
    if detail is Detail.NAME and not bare:
        raise KnownError("A name is needed; everything else can wait.")
    if detail is Detail.ZONE and bare and not _is_zone(bare):
        raise KnownError(f"“{bare}” is not a time zone. Write it as Europe/Lisbon, or leave it empty.")
    return bare


def _is_zone(key: str) -> bool:
    try:
        ZoneInfo(key)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


_COLUMNS: dict[Detail, Callable[[str], dict[str, object]]] = {
    Detail.NAME: lambda text: {"name": text, "folded": fold(text)},
    Detail.ORGANISATION: lambda text: {"organisation": organisation_id(text)},
    Detail.BIRTHDAY: lambda text: {"birthday": typed.read_birthday(text)},
}


def _plain(detail: Detail) -> Callable[[str], dict[str, object]]:
    """Details whose column holds them as they are typed."""
    column = {
        Detail.LIKES_TO_TALK: "likes_to_talk",
        Detail.AS_A_PERSON: "as_a_person",
        Detail.ZONE: "zone",
    }.get(detail, detail.value)
    column = "notes" if detail is Detail.NOTES else column
    return lambda text: {column: text}


def change_tags(library: Library, person_id: int, tags: Iterable[str]) -> None:
    """Make these the only tags of a person."""
    with library.change(f"Tag {name_of(library, person_id)}"):
        write_tags(person_id, (" ".join(each.split()) for each in tags))


def add_point(library: Library, person_id: int, value: str, label: str = "") -> int:
    """Add a way to reach a person, its kind told from how it looks, and return its id.

    Raises KnownError for an empty one and for one that is known already.
    """
    kind, text = _kind(value), _written(value)
    with library.change(f"Add a way to reach {name_of(library, person_id)}"):
        _refuse_known(library, person_id, kind, text)
        last = library.value("SELECT max(position) FROM contact_point WHERE person_id = ?", (person_id,))
        row = ContactPoint.create(
            person=person_id,
            kind=kind,
            label=label.strip(),
            value=text,
            normal=normal_point(kind, text),
            position=0 if last is None else last + 1,
        )
    return int(row.id)


def change_point(library: Library, point_id: int, value: str) -> None:
    """Write a way to reach a person anew. Raises KnownError as add_point does."""
    kind, text = _kind(value), _written(value)
    with library.change(f"Change a way to reach {whom_of(library, 'contact_point', point_id)}"):
        row = library.row("SELECT person_id, value FROM contact_point WHERE id = ?", (point_id,))
        person_id, known = row or (0, "")
        _refuse_known(library, person_id, kind, text, but=point_id)
        if known != text:
            ContactPoint.update(kind=kind, value=text, normal=normal_point(kind, text), parts="").where(
                ContactPoint.id == point_id
            ).execute()


def remove_point(library: Library, point_id: int) -> None:
    """Remove a way to reach a person."""
    with library.change(f"Remove a way to reach {whom_of(library, 'contact_point', point_id)}"):
        ContactPoint.delete().where(ContactPoint.id == point_id).execute()


def _kind(value: str) -> str:
    """email, phone, link or address."""
    text = value.strip()
    if re.fullmatch(r"[^\s@]+@[^\s@]+", text):
        return "email"
    if "://" in text or re.fullmatch(r"(www\.)\S+", text):
        return "link"
    digits = sum(letter.isdigit() for letter in text)
    return "phone" if digits >= 5 and re.fullmatch(r"[+(]?[\d\s()/.–-]+", text) else "address"


def _written(value: str) -> str:
    if not value.strip():
        raise KnownError("Write an e-mail address, a number, an address or a link.")
    return value.strip()


def _refuse_known(library: Library, person_id: int, kind: str, text: str, but: int = 0) -> None:
    same = library.value(
        "SELECT 1 FROM contact_point WHERE person_id = ? AND kind = ? AND normal = ? AND id <> ?",
        (person_id, kind, normal_point(kind, text), but),
    )
    if same:
        raise KnownError("This is known already.")
