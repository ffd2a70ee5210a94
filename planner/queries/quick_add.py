"""Whom and what a line typed on a day means."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.channels import Channel
from planner.domain.names import fold
from planner.domain.quick_add import Reading, readings
from planner.library import Library
from planner.queries.people import Named, find_people

OFFERED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a line means. `people` are all whom its name could mean, the likeliest first.

    `near` is True where nobody is called so and `people` are only spelled alike.
    """

    reading: Reading
    people: tuple[Named, ...]
    near: bool = False


def understand(library: Library, text: str) -> Understood | None:
    """The first reading whose name somebody bears, else the likeliest with those spelled alike.

    None for a line without a name.
    """
    found = readings(text)
    for reading in found:
        people = _called(library, reading.name)
        if people:
            return Understood(reading=reading, people=people)
    if not found:
        return None
    short = found[-1]
    near = tuple(find_people(library, short.name, OFFERED))
    return Understood(reading=short if near else found[0], people=near, near=bool(near))


def usual_channel(library: Library, person_id: int) -> Channel:
    """The way of the last conversation with somebody; in person where there was none."""
    found = library.value(
        "SELECT c.channel FROM participation x JOIN conversation c ON c.id = x.conversation_id"
        " WHERE x.person_id = ? ORDER BY x.day DESC, c.id DESC LIMIT 1",
        (person_id,),
    )
    return Channel(found) if found else Channel.IN_PERSON


def _called(library: Library, name: str) -> tuple[Named, ...]:
    """People of whose name every typed word begins a word; one whose whole name or word it is wins."""
    wanted = fold(name).split()
    found = [each for each in find_people(library, wanted[0], 50) if _begins(each, wanted)] if wanted else []
    whole = [each for each in found if fold(each.name).split() == wanted]
    return tuple(whole if len(whole) == 1 else found[:OFFERED])


def _begins(person: Named, wanted: list[str]) -> bool:
    parts = fold(person.name).split()
    return all(any(part.startswith(word) for part in parts) for word in wanted)
