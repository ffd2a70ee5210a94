"""Everything about one person: no table that points to people is forgotten, and no word in it."""

from __future__ import annotations

import json
from typing import Any

import peewee
import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.exports.about import about_json, about_json_bytes, about_text
from planner.actions.notes import add_note
from planner.actions.people import PersonForm, Point, add_person
from planner.domain.addresses import parts_text
from planner.domain.errors import KnownError
from planner.domain.whole.sections import DERIVED, SECTIONS
from planner.library import Library
from planner.library.fields import DayField, FlagField, InstantField, TimeOfDayField
from planner.library.tables import TABLES, Debrief, Person
from planner.queries.about import Kept, about_person
from planner.queries.about_told import _LABELS, document
from planner.queries.people import person_called
from tests.conftest import NOW, TODAY

_CHOICES = {
    (section.table, field.column): field.choices[0]
    for section in SECTIONS
    for field in section.fields
    if field.choices
}


_MADE = {DayField: TODAY, InstantField: NOW, TimeOfDayField: NOW.time(), FlagField: False}


def pointing(library: Library) -> set[str]:
    """Every table of the file with a path to a person, and every table that these point to."""
    keys = list(
        library.rows(
            'SELECT m.name, k."table" FROM sqlite_schema m, pragma_foreign_key_list(m.name) k'
            " WHERE m.type = 'table'"
        )
    )
    to_people = {table for table, to in keys if to == "person"}
    return to_people | {"person"} | {to for table, to in keys if table in to_people | {"person"}}


def value(table: str, field: peewee.Field) -> Any:
    """Something to find again, of the field's kind."""
    column = field.column_name
    if (table, column) in _CHOICES:
        return _CHOICES[table, column]
    for kind, made in _MADE.items():
        if isinstance(field, kind):
            return made
    if column == "parts":
        return parts_text([mark(table, column)])
    if isinstance(field, peewee.TextField):
        return mark(table, column)
    return {peewee.IntegerField: 3, peewee.FloatField: 0.25}.get(type(field), b"\xff\xd8picture")


def mark(table: str, column: str) -> str:
    return "1961-05-30" if column == "birthday" else f"the {column} of a {table}"


def fill(library: Library) -> int:
    """A person with a row in every table that points to people, every column of which says something."""
    ana = add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)
    other = add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)
    wanted = pointing(library)
    made: dict[type[peewee.Model], int] = {}
    with library.change("Fill everything"):
        for table in TABLES:
            name = table._meta.table_name
            if name not in wanted:
                continue
            row = {
                field.name: linked(field, ana, other, made)
                if isinstance(field, peewee.ForeignKeyField)
                else value(name, field)
                for field in table._meta.sorted_fields
                if not field.primary_key
            }
            if table is Person:
                Person.update({**row, "name": "Ana Ferreira", "trashed_on": None}).where(
                    Person.id == ana
                ).execute()
            else:
                made[table] = table.create(**row).id
    return ana


def linked(
    field: peewee.ForeignKeyField, ana: int, other: int, made: dict[type[peewee.Model], int]
) -> int | None:
    if field.rel_model is Person:
        return other if field.name == "other" else ana
    return made.get(field.rel_model)


def kept(library: Library, person: int, *, private: bool = True) -> Kept:
    return about_person(library, person, TODAY, private=private)


def test_no_table_that_points_to_people_is_forgotten(library: Library) -> None:
    ana = fill(library)
    found = {part.section.table for part in kept(library, ana).parts}
    assert pointing(library) <= found
    assert len(found) > 20


def test_no_word_about_the_person_is_forgotten(library: Library) -> None:
    ana = fill(library)
    everything = kept(library, ana)
    told, read = about_json_bytes(everything).decode("utf-8"), about_text(document(everything, "Helena"))
    words = {
        mark(table._meta.table_name, field.column_name)
        for table in TABLES
        if table._meta.table_name in pointing(library)
        for field in table._meta.sorted_fields
        if type(field) is peewee.TextField
        and (table._meta.table_name, field.column_name) not in _CHOICES
        and field.column_name not in DERIVED
    } - {mark("person", "name")}
    assert len(words) > 60
    assert [each for each in sorted(words) if each not in told] == []
    words.remove(mark("person", "birthday"))
    assert "30 May 1961" in read
    technical = {"source_uid", "hue", "zone"}
    assert [each for each in sorted(words) if each not in read and each.split()[1] not in technical] == []
    assert mark("person", "zone") in read


def test_private_entries_are_there_only_where_asked_for(sample: Library) -> None:
    beatrix = person_called(sample, "Beatrix").id
    without, with_it = kept(sample, beatrix, private=False), kept(sample, beatrix)
    assert (without.hidden, with_it.hidden) == (2, 0)
    for secret in ("Wonders whether to stand again", "Wants to tell the others herself"):
        assert secret not in about_json_bytes(without).decode()
        assert secret not in about_text(document(without, ""))
        assert secret in about_json_bytes(with_it).decode()
        assert secret in about_text(document(with_it, ""))
    assert "1 entry marked private left out" in about_text(document(without, ""))


def test_the_name_in_what_is_about_others_is_found(library: Library) -> None:
    ana = add_person(library, PersonForm(name="Ana 100% Ferreira"), today=TODAY)
    luca = add_person(library, PersonForm(name="Luca Steiner"), today=TODAY)
    add_note(library, luca, "Knows ana 100% ferreira from school.", on=TODAY, private=False)
    add_note(library, luca, "Does not trust Ana 100% Ferreira.", on=TODAY, private=True)
    add_note(library, luca, "Ana 1000 Ferreira is somebody else.", on=TODAY, private=False)
    assert [each.words for each in kept(library, ana, private=False).mentions] == [
        "Knows ana 100% ferreira from school."
    ]
    assert len(kept(library, ana).mentions) == 2


def test_it_tells_what_was_changed_and_when(library: Library) -> None:
    ana = add_person(library, PersonForm(name="Ana Ferreira"), today=TODAY)
    add_note(library, ana, "Likes the sea.", on=TODAY, private=False)
    said = about_json(kept(library, ana))
    assert [each["label"] for each in said["history"]][-1].startswith("Add Ana Ferreira")
    assert len(said["history"]) == 2
    assert said["kept"]["people"][0]["name"] == "Ana Ferreira"
    assert said["kept"]["notes"][0]["words"] == "Likes the sea."
    json.dumps(said)


def test_the_document_speaks_in_everyday_words(library: Library) -> None:
    points = (Point(kind="email", label="work", value="ana@norvane.example"),)
    form = PersonForm(name="Ana Ferreira", birthday="1961-05-30", rhythm_days=28, points=points)
    ana = add_person(library, form, today=TODAY)
    luca = add_person(library, PersonForm(name="Luca Steiner", birthday="--05-30"), today=TODAY)
    log_conversation(library, ConversationForm(people=(ana,), day=TODAY, minutes=90, topic="Tea"), now=NOW)
    conversation = library.value("SELECT id FROM conversation")
    with library.change("Debrief"):
        Debrief.create(conversation=conversation, person=ana, on_day=TODAY, trust="up")
    said = about_text(document(kept(library, ana), "Helena"))
    for line in (
        *("birthday: 30 May 1961", "rhythm: Every 4 weeks", "length: 1 h 30"),
        *("- e-mail, work: ana@norvane.example", "conversation: 15 September 2026, Tea"),
    ):
        assert line in said
    assert "birthday: 30 May\n" in about_text(document(kept(library, luca), "Helena"))
    assert "rhythm days" not in said and "  zone:" not in said and "kind:" not in said


def test_every_label_is_of_a_field_that_is_there() -> None:
    assert set(_LABELS) <= {field.key for section in SECTIONS for field in section.fields}


def test_somebody_who_is_gone_is_refused(library: Library) -> None:
    with pytest.raises(KnownError):
        kept(library, 1)
