"""Somebody about whom every place of a library tells who they are, and what of it is found in a file."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from struct import pack

from planner.actions.people import PersonForm, Point, add_person
from planner.actions.photos import set_photo
from planner.actions.plans import PlanForm, plan_conversation
from planner.library import Library
from planner.library.tables import Connection, Note, Organisation, Person, SavedFilter, Setting, Unfinished
from planner.queries.people import person_called
from tests.conftest import TODAY

WORDS = (
    "Zaphodine Quux (Quuxie to her friends) is at +44 20 7946 0123 or zq@quux.example, "
    "https://social.example/zaphodine-quux, and knows Beatrix Keller"
)
PRIVATE_TO_HER = (
    *("Zaphodine", "Quux", "Quuxie", "zq@quux.example", "7946 0123", "79460123", "zaphodine-quux"),
    *("Magrathea Road", "1974-03-02", "19740302", "March 1974", "X-ASSISTANT", "card-of-zaphodine"),
)
"""Every piece that tells who she is."""


def tell_all(library: Library) -> int:
    """Add Zaphodine Quux with everything that can tell who somebody is, and say it all over the library."""
    who = add_person(
        library,
        PersonForm(
            name="Dr. Zaphodine Quux",
            organisation="Quux & Daughters",
            role="Owner of Quux",
            birthday="1974-03-02",
            notes=WORDS,
            points=(
                Point(kind="email", value="zq@quux.example", label="work"),
                Point(kind="phone", value="+44 20 7946 0123"),
                Point(kind="link", value="https://social.example/zaphodine-quux"),
                Point(kind="address", value="4 Magrathea Road, London"),
            ),
            tags=("Quux", "Zaphodine"),
        ),
        today=TODAY,
    )
    set_photo(library, who, _picture())
    beatrix = person_called(library, "Beatrix Keller").id
    plan_conversation(
        library, PlanForm(people=(who, beatrix), day=TODAY, purpose=WORDS, place="Quux House"), today=TODAY
    )
    with library.change(f"Say everything about {WORDS}"):
        Person.update(
            nickname="Quuxie",
            given_name="Zaphodine",
            family_name="Quux",
            as_a_person=WORDS,
            likes_to_talk=WORDS,
            source_uid="card-of-zaphodine",
            kept_lines="X-ASSISTANT:Al",
        ).where(Person.id == who).execute()
        Organisation.create(name="Quark & Daughters", folded="quark & daughters")
        Connection.create(person=beatrix, other=who, kind="knows", note=WORDS)
        Note.create(person=beatrix, on_day=TODAY, words=WORDS)
        Unfinished.create(place="note", words=WORDS.lower(), at="2026-09-15T05:20:00Z")
        SavedFilter.create(place="people", name="Mine", rule="person:zaphodine")
        Setting.create(name="asked", value='"zaphodine"')
    return who


def told(library: Library, text: str) -> set[str]:
    """What of everybody's names and ways to be reached stands in a text, and all that tells of Zaphodine."""
    names = {name for (name,) in library.rows("SELECT name FROM person UNION SELECT name FROM owner")}
    parts = {part for name in names for part in name.split() if part[0].isupper() and len(part) > 2}
    points = {value for (value,) in library.rows("SELECT value FROM contact_point")}
    whole = names | points | set(PRIVATE_TO_HER)
    letters = set(re.findall(r"\w+", text))
    return {each for each in whole if each in text} | {part for part in parts if part in letters}


def words_of(path: Path) -> str:
    """All words of a file, or of every file of a folder with their names; folded lines in one piece."""
    files = [path] if path.is_file() else sorted(path.iterdir())
    data = b"\n".join(each.name.encode() + b"\n" + each.read_bytes() for each in files)
    return data.replace(b"\r\n ", b"").decode("utf-8", "replace")


def _picture() -> bytes:
    """A PNG of one grey dot."""
    head, dot = pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0), zlib.compress(b"\0\x80")
    chunks = ((b"IHDR", head), (b"IDAT", dot), (b"IEND", b""))
    packed = (pack(">I", len(d)) + n + d + pack(">I", zlib.crc32(n + d)) for n, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)
