"""What can be done with several people at once: one step each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from planner.actions.people import check_rest, check_rhythm, names_in_a_row
from planner.domain.errors import KnownError
from planner.library import Library
from planner.library.fields import these
from planner.library.ids import new_id
from planner.library.tables import Person, PersonTag


def archive(library: Library, people: Sequence[int]) -> None:
    """Put people away: they leave every list and are no longer suggested, and everything about them stays."""
    _set_archived(library, people, True, f"Archive {names_in_a_row(library, people)}")


def bring_back(library: Library, people: Sequence[int]) -> None:
    """Bring archived people back into the lists."""
    _set_archived(library, people, False, f"Bring {names_in_a_row(library, people)} back")


def move_to_layer(library: Library, people: Sequence[int], layer_id: int | None) -> None:
    """Put people into a layer, or (None) into none. Raises KnownError for a layer that is not there."""
    name = "no layer"
    if layer_id is not None:
        name = library.value("SELECT name FROM layer WHERE id = ?", (layer_id,))
        if name is None:
            raise KnownError("This layer is no longer in the library.")
    with library.change(f"Move {names_in_a_row(library, people)} to {name}"):
        elsewhere = Person.layer.is_null(False)
        if layer_id is not None:
            elsewhere = (Person.layer != layer_id) | Person.layer.is_null()
        Person.update(layer=layer_id).where(Person.id.in_(these(people)) & elsewhere).execute()


def tag(library: Library, people: Sequence[int], add: Iterable[str], remove: Collection[str] = ()) -> None:
    """Give people tags and take others away. Raises KnownError for an empty tag."""
    wanted = list(dict.fromkeys(" ".join(each.split()) for each in add))
    if not all(wanted):
        raise KnownError("A tag needs a word.")
    with library.change(f"Tag {names_in_a_row(library, people)}"):
        theirs = PersonTag.person.in_(these(people))
        PersonTag.delete().where(theirs & PersonTag.tag.in_(list(remove))).execute()
        has = set(PersonTag.select(PersonTag.person, PersonTag.tag).where(theirs).tuples())
        new = [(new_id(), person, each) for person in people for each in wanted if (person, each) not in has]
        library.add_rows("person_tag", ("id", "person_id", "tag"), iter(new))


def change_rhythms(library: Library, people: Sequence[int], days: int | None) -> None:
    """Give people a rhythm of their own, or None to follow their layers again."""
    check_rhythm(days)
    with library.change(f"Change the rhythm with {names_in_a_row(library, people)}"):
        Person.update(rhythm_days=days).where(Person.id.in_(these(people))).execute()


def let_several_rest(library: Library, people: Sequence[int], until: date | None, *, today: date) -> None:
    """Let people rest from today until a day, or until further notice (None)."""
    check_rest(until, today)
    with library.change(f"Let {names_in_a_row(library, people)} rest"):
        resting = Person.update(resting_from=today, resting_until=until)
        resting.where(Person.id.in_(these(people))).execute()


def end_rests(library: Library, people: Sequence[int]) -> None:
    """Let the rhythm's clock run again for whoever rests."""
    with library.change(f"End the rest of {names_in_a_row(library, people)}"):
        resting = Person.id.in_(these(people)) & Person.resting_from.is_null(False)
        Person.update(resting_from=None, resting_until=None).where(resting).execute()


def _set_archived(library: Library, people: Sequence[int], archived: bool, label: str) -> None:
    with library.change(label):
        others = Person.id.in_(these(people)) & (Person.archived != archived)
        Person.update(archived=archived).where(others).execute()
