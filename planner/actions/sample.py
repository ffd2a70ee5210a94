"""Filling a fresh library with the sample: a fictional leader's people, plans and promises around today."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from planner.actions.sample_calendar import SampleCalendar, SampleIds
from planner.actions.sample_cast import Cast
from planner.actions.sample_recipe import Recipe, read_recipe
from planner.domain.errors import KnownError
from planner.library import Library, bulk


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
    cast = Cast(recipe=recipe, calendar=calendar, ids=ids, layers=_layers(library))
    book = cast.gather()
    bulk.fill(library, book.batches(), _beginning(recipe, zone), progress)


def _layers(library: Library) -> dict[str, tuple[int, int | None]]:
    """Hue to id and rhythm of the layers that a new library begins with."""
    return {row[0]: (row[1], row[2]) for row in library.rows("SELECT hue, id, rhythm_days FROM layer")}


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
