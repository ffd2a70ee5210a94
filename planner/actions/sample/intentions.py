"""Promises and plans between the owner and invented people, as rows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from planner.actions.sample.calendar import SampleCalendar, SampleIds
from planner.actions.sample.crowd import Someone
from planner.actions.sample.recipe import Recipe
from planner.library.bulk import Batch

_PROMISE_SHARE = 0.4
_OPEN_SHARE = 0.25
_LATE_SHARE = 0.02
_PLAN_SHARE = 0.01
_OUTCOMES = ("kept",) * 16 + ("kept late",) * 2 + ("renegotiated", "broken")
_CHANNELS = ("in person", "call", "video")


def intentions(
    people: list[Someone], calendar: SampleCalendar, ids: SampleIds, recipe: Recipe, chance: random.Random
) -> list[Batch]:
    """Two in five people have a promise, mostly ended; one in a hundred a plan, none before next week."""
    plans = list(_plans(people, calendar, ids, recipe, chance))
    return [
        Batch(
            table="commitment",
            columns=("id", "person_id", "by", "what", "made_on", "due_on", "outcome", "closed_on"),
            rows=list(_promises(people, calendar, ids, recipe, chance)),
        ),
        Batch(
            table="plan",
            columns=("id", "day", "starts", "zone", "minutes", "channel", "purpose", "created_on"),
            rows=[plan for plan, _ in plans],
        ),
        Batch(
            table="plan_person", columns=("id", "plan_id", "person_id"), rows=[person for _, person in plans]
        ),
    ]


def _promises(
    people: list[Someone], calendar: SampleCalendar, ids: SampleIds, recipe: Recipe, chance: random.Random
) -> Iterator[tuple[Any, ...]]:
    for someone in people:
        if chance.random() >= _PROMISE_SHARE or not someone.busy:
            continue
        by = "you" if chance.random() < 0.55 else "they"
        made, due, outcome = someone.last, someone.last - chance.randrange(5, 40), None
        if chance.random() >= _OPEN_SHARE:
            outcome = chance.choice(_OUTCOMES)
            made += 60
            due = someone.last + chance.randrange(5, 40)
        elif chance.random() >= _LATE_SHARE:
            due = -chance.randrange(1, 60)
        closed = max(1, due - (6 if outcome == "kept late" else -2))
        yield (
            *(ids.at(-made), someone.id, by, chance.choice(recipe.promises_made[by])),
            *(
                calendar.text(-made),
                calendar.text(-due),
                outcome,
                calendar.text(-closed) if outcome else None,
            ),
        )


def _plans(
    people: list[Someone], calendar: SampleCalendar, ids: SampleIds, recipe: Recipe, chance: random.Random
) -> Iterator[tuple[tuple[Any, ...], tuple[int, int, int]]]:
    for someone in people:
        if chance.random() >= _PLAN_SHARE:
            continue
        day = 7 * chance.randrange(1, 12) + chance.randrange(-1, 4)
        plan_id = ids.at(-5)
        starts = f"{chance.randrange(9, 17):02d}:{chance.choice((0, 15, 30, 45)):02d}"
        plan = (
            *(plan_id, calendar.text(day), starts, calendar.zone, chance.choice((30, 30, 45, 60))),
            *(chance.choice(_CHANNELS), chance.choice(recipe.purposes), calendar.text(-5)),
        )
        yield plan, (ids.at(-5), plan_id, someone.id)
