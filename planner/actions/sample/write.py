"""Filling a fresh library with the sample: a fictional leader's people, plans and promises around today."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

from planner.actions.sample.calendar import SampleCalendar, SampleIds
from planner.actions.sample.cast import Cast
from planner.actions.sample.recipe import Recipe, read_recipe
from planner.actions.sample.rows import ORDER
from planner.domain.errors import KnownError
from planner.domain.names import fold
from planner.library import Library, bulk

CONVERSATIONS_A_PERSON = 100
"""How many conversations call for one more person where the number of people is not given."""
FEW_CONVERSATIONS_A_PERSON = 30
"""How many conversations an invented person has where their number is not given."""


def write_sample(
    library: Library,
    *,
    today: date,
    zone: str = "Europe/Amsterdam",
    people: int | None = None,
    conversations: int | None = None,
    seed: int = 1,
    progress: Callable[[float], bool] | None = None,
) -> None:
    """Fill a library without people with the sample; it is the library's beginning, not a step to undo.

    The 41 people of the cast are always there; `people` and `conversations` ask for more, invented, up to
    so many in all. The same `today`, `zone` and `seed` give the same rows.

    Raises KnownError, with nothing written, where people are there already, fewer are asked for than the
    cast has, or `progress` returns False.
    """
    if library.value("SELECT EXISTS (SELECT 1 FROM person)"):
        raise KnownError(
            "This library already holds people, so the sample was not written. Nothing was changed; "
            "choose a new file for the sample."
        )
    recipe = read_recipe()
    calendar = SampleCalendar(today=today, zone=zone)
    ids = SampleIds(calendar, seed)
    layers = _layers(library)
    cast = Cast(recipe=recipe, calendar=calendar, ids=ids, layers=layers)
    book = cast.gather()
    wanted = _wanted(cast, people, conversations)
    batches = _invented(cast, wanted, seed) if any(wanted) else []
    told = _telling(progress, sum(map(book.count, ORDER)) + wanted[0] * 3 + wanted[1] * 2)
    bulk.fill(library, [*batches, *book.batches()], _beginning(recipe, zone), told)


def _layers(library: Library) -> dict[str, tuple[int, int | None]]:
    """Hue to id and rhythm of the layers that a new library begins with."""
    return {row[0]: (row[1], row[2]) for row in library.rows("SELECT hue, id, rhythm_days FROM layer")}


def _wanted(cast: Cast, people: int | None, conversations: int | None) -> tuple[int, int]:
    """How many people and conversations to invent. Raises KnownError where the cast alone has more."""
    own_people, own_conversations = len(cast.people), cast.book.count("conversation")
    if people is None:
        people = max(own_people, -(-(conversations or 0) // CONVERSATIONS_A_PERSON))
    if people < own_people:
        raise KnownError(f"The sample has {own_people} people of its own. Ask for {own_people} or more.")
    if conversations is None:
        conversations = own_conversations + FEW_CONVERSATIONS_A_PERSON * (people - own_people)
    if conversations < own_conversations:
        raise KnownError(
            f"The sample's own people have {own_conversations} conversations. "
            f"Ask for {own_conversations} or more."
        )
    return people - own_people, conversations - own_conversations


def _invented(cast: Cast, wanted: tuple[int, int], seed: int) -> list[bulk.Batch]:
    # Imported here: the default sample needs neither numpy nor the word lists.
    from planner.actions.sample.crowd import Crowd
    from planner.actions.sample.intentions import intentions
    from planner.actions.sample.talks import invent_talks, people_of_the_cast

    chance = random.Random(seed)
    crowd = Crowd(
        calendar=cast.calendar,
        ids=cast.ids,
        layers=cast.layers,
        chance=chance,
        count=wanted[0],
        taken=set(map(fold, cast.organisations)),
    )
    batches = crowd.batches()
    people = crowd.people or people_of_the_cast(cast.people, cast.recipe, chance)
    talks = invent_talks(people, wanted[1], cast.calendar, cast.recipe, seed)
    return [
        *batches,
        *talks.batches(),
        *intentions(crowd.people, cast.calendar, cast.ids, cast.recipe, chance),
    ]


def _telling(progress: Callable[[float], bool] | None, total: int) -> Callable[[int], None]:
    """Rows written turned into a share; stops the writing where `progress` says so."""

    def told(written: int) -> None:
        if progress and not progress(min(1.0, written / total)):
            raise KnownError("The sample was stopped. The library is as it was.")

    return told


def _beginning(recipe: Recipe, zone: str) -> list[bulk.Statement]:
    """The owner and the time set aside, which a new library already has a row for."""
    owner = recipe.owner
    return [
        (
            "UPDATE owner SET name = ?, city = ?, zone = ?, works_from = ?, works_until = ?",
            (owner["name"], owner["city"], zone, owner["works_from"], owner["works_until"]),
        ),
        *(
            ("INSERT OR REPLACE INTO time_set_aside (weekday, minutes) VALUES (?, ?)", (weekday, minutes))
            for weekday, minutes in enumerate(recipe.minutes_set_aside)
        ),
    ]
