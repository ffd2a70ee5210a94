"""Adding and changing people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.domain import words
from planner.domain.errors import KnownError
from planner.domain.names import first_name, fold
from planner.library import Library
from planner.library.tables import ContactPoint, Organisation, Person, PersonTag

_NAMED = 4
"""So many people are named one by one; of more the first are, and the rest are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One way to reach a person: `kind` is email, phone, address or link."""

    kind: str
    value: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonForm:
    """What a person page lets one write about a person; a name alone is enough."""

    name: str
    role: str = ""
    organisation: str = ""
    layer_id: int | None = None
    rhythm_days: int | None = None
    city: str = ""
    zone: str = ""
    pronouns: str = ""
    languages: str = ""
    birthday: str | None = None
    likes_to_talk: str = ""
    as_a_person: str = ""
    notes: str = ""
    points: tuple[Point, ...] = ()
    tags: tuple[str, ...] = ()


def add_person(library: Library, form: PersonForm, *, today: date) -> int:
    """Add somebody and return the new id. Raises KnownError for an empty name or a rhythm below one day."""
    _check(form)
    with library.change(f"Add {form.name.strip()}"):
        person = Person.create(**_columns(form), created_on=today)
        _write_points(person.id, form.points)
        write_tags(person.id, form.tags)
    return int(person.id)


def change_person(library: Library, person_id: int, form: PersonForm) -> None:
    """Write the whole form over a person as one step. Raises KnownError as add_person does."""
    _check(form)
    with library.change(f"Change {form.name.strip()}"):
        changed = Person.update(**_columns(form)).where(Person.id == person_id).execute()
        if not changed:
            raise KnownError("This person is no longer in the library.")
        _write_points(person_id, form.points)
        write_tags(person_id, form.tags)


def change_rhythm(library: Library, person_id: int, days: int | None) -> None:
    """Give a person a rhythm of their own, or None to follow the layer's again."""
    check_rhythm(days)
    with library.change(f"Change the rhythm with {name_of(library, person_id)}"):
        Person.update(rhythm_days=days).where(Person.id == person_id).execute()


def let_rest(library: Library, person_id: int, until: date | None, *, today: date) -> None:
    """Let a person rest from today until a day (that day counts again), or until further notice (None)."""
    check_rest(until, today)
    with library.change(f"Let {name_of(library, person_id)} rest"):
        Person.update(resting_from=today, resting_until=until).where(Person.id == person_id).execute()


def end_rest(library: Library, person_id: int) -> None:
    """Let the rhythm's clock run again."""
    with library.change(f"End the rest of {name_of(library, person_id)}"):
        Person.update(resting_from=None, resting_until=None).where(Person.id == person_id).execute()


def check_rhythm(days: int | None) -> None:
    """Raises KnownError for a rhythm below one day."""
    if days is not None and days < 1:
        raise KnownError("A rhythm is at least one day.")


def check_rest(until: date | None, today: date) -> None:
    """Raises KnownError for a rest that would be over already."""
    if until is not None and until <= today:
        raise KnownError("Choose a day after today to rest until.")


def name_of(library: Library, person_id: int) -> str:
    """A person's name. Raises KnownError where there is nobody with this id."""
    name = library.value("SELECT name FROM person WHERE id = ?", (person_id,))
    if name is None:
        raise KnownError("This person is no longer in the library.")
    return str(name)


def names_in_a_row(library: Library, people: Iterable[int]) -> str:
    """'Ana Ferreira', 'Ana and Luca', 'Ana, Luca and 10 more': for labels and toasts."""
    everybody = list(people)
    named = everybody if len(everybody) <= _NAMED else everybody[: _NAMED - 1]
    names = [name_of(library, each) for each in named]
    if len(everybody) < 2:
        return names[0] if names else "nobody"
    rest = len(everybody) - len(named)
    return words.in_a_row([*map(first_name, names), *([f"{rest} more"] if rest else [])])


def organisation_id(name: str) -> int | None:
    """The organisation of this name, added where it is new, None for no name; inside a change only."""
    bare = " ".join(name.split())
    if not bare:
        return None
    found = Organisation.get_or_none(Organisation.folded == fold(bare))
    return int((found or Organisation.create(name=bare, folded=fold(bare))).id)


def normal_point(kind: str, value: str) -> str:
    """The form in which two spellings of one e-mail, number or address meet; what has none stays itself."""
    if kind == "email":
        return value.strip().casefold()
    if kind == "phone":
        digits = "".join(letter for letter in value if letter.isdigit())
        return f"+{digits}" if digits and value.strip().startswith("+") else digits or value.strip()
    return fold(value) or value.strip()


def _check(form: PersonForm) -> None:
    if not form.name.strip():
        raise KnownError("A name is needed; everything else can wait.")
    check_rhythm(form.rhythm_days)


def _columns(form: PersonForm) -> dict[str, object]:
    plain = ("role", "city", "zone", "pronouns", "languages", "likes_to_talk", "as_a_person", "notes")
    name = " ".join(form.name.split())
    return {
        "name": name,
        "folded": fold(name),
        "organisation": organisation_id(form.organisation),
        "layer": form.layer_id,
        "rhythm_days": form.rhythm_days,
        "birthday": form.birthday or None,
        **{column: getattr(form, column).strip() for column in plain},
    }


def _write_points(person_id: int, points: Iterable[Point]) -> None:
    """Make the contact points these, touching only rows that differ."""
    wanted = {
        (point.kind, normal_point(point.kind, point.value)): (place, point)
        for place, point in enumerate(points)
        if point.value.strip()
    }
    for row in ContactPoint.select().where(ContactPoint.person == person_id):
        kept = wanted.pop((row.kind, row.normal), None)
        if kept is None:
            row.delete_instance()
            continue
        place, point = kept
        if (row.value, row.label, row.position) != (point.value.strip(), point.label, place):
            if row.value != point.value.strip():
                row.parts = ""  # they were the parts of other words
            row.value, row.label, row.position = point.value.strip(), point.label, place
            row.save()
    for (kind, normal), (place, point) in wanted.items():
        ContactPoint.create(
            person=person_id,
            kind=kind,
            label=point.label,
            value=point.value.strip(),
            normal=normal,
            position=place,
        )


def write_tags(person_id: int, tags: Iterable[str]) -> None:
    """Make these the tags of a person, touching only rows that differ; inside a change only."""
    wanted = {tag.strip() for tag in tags if tag.strip()}
    for row in PersonTag.select().where(PersonTag.person == person_id):
        if row.tag in wanted:
            wanted.remove(row.tag)
        else:
            row.delete_instance()
    for tag in sorted(wanted):
        PersonTag.create(person=person_id, tag=tag)
