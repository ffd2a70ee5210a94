"""Invented conversations, any number of them, made in columns so that a million take a few seconds.

Gaps between two conversations with one person are log-normal: mostly near the rhythm, now and then long.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.actions.sample.calendar import SampleCalendar
from planner.actions.sample.crowd import DAYS_BACK, Someone
from planner.actions.sample.recipe import Recipe
from planner.library.bulk import Batch

_AT_ONCE = 50_000
_QUARTERS = 40
_FIRST_START = time(8, 0)
_HOURS_UNTIL_WRITTEN = 11
_GAP_SPREAD = 0.55
_TOPIC_SHARE = 0.6
_NOTES_SHARE = 0.1
_SEVERAL_PEOPLE_SHARE = 0.05
_TAIL_BITS = 21

_CHANNELS = ("in person", "call", "video", "message", "event")
_CHANNEL_SHARES = {
    "team": (0.45, 0.20, 0.20, 0.15, 0.0),
    "customers": (0.30, 0.25, 0.15, 0.20, 0.10),
    "board": (0.35, 0.30, 0.05, 0.18, 0.12),
}
_OTHER_SHARES = (0.30, 0.25, 0.15, 0.20, 0.10)
_MINUTES = (
    (30, 45, 60, 60, 75),
    (15, 20, 30, 30, 45),
    (30, 30, 45, 60, 60),
    (5, 10, 10, 10, 15),
    (60, 90, 90, 120, 180),
)
_REACHED_OUT = ("you",) * 13 + ("they",) * 10 + (None,) * 2

CONVERSATION_COLUMNS = (
    *("id", "day", "starts_at", "zone", "minutes", "channel", "reached_out", "topic", "notes", "recorded_at"),
)
PARTICIPATION_COLUMNS = ("id", "conversation_id", "person_id", "day")

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Talks:
    """Conversations in the order of time: with whom (index into `people`), and when (a quarter of an hour).

    `moment` counts quarters: `_QUARTERS` to a day, day 0 being the first of the sample's days.
    """

    people: Sequence[Someone]
    person: NDArray[np.int32]
    moment: NDArray[np.uint16]
    calendar: SampleCalendar
    recipe: Recipe
    seed: int

    def batches(self) -> list[Batch]:
        """The rows, made as they are read."""
        return [
            Batch(table="conversation", columns=CONVERSATION_COLUMNS, rows=self._conversations()),
            Batch(table="participation", columns=PARTICIPATION_COLUMNS, rows=self._participations()),
        ]

    def _slices(self) -> Iterator[slice]:
        for start in range(0, len(self.person), _AT_ONCE):
            yield slice(start, min(start + _AT_ONCE, len(self.person)))

    def _ids(self, part: slice, moments: Numbers) -> Numbers:
        """Ordered by time; a millisecond past the full second, so that they never meet the cast's."""
        tails = np.arange(part.start, part.stop, dtype=np.int64) & ((1 << _TAIL_BITS) - 1)
        return (moments[self.moment[part]] + 1 << _TAIL_BITS) | tails

    def _conversations(self) -> Iterator[Sequence[Any]]:
        rng = np.random.default_rng([self.seed, 2])
        words = _Words(self.people, self.recipe)
        moments, days, instants, written = _times(self.calendar)
        minutes = np.array(_MINUTES)
        channels = np.array(_CHANNELS, dtype=object)
        reached = np.array(_REACHED_OUT, dtype=object)
        for part in self._slices():
            count = part.stop - part.start
            when = self.moment[part]
            layer = words.layer_of[self.person[part]]
            channel = (rng.random(count)[:, None] > words.channel_limits[layer]).sum(axis=1)
            yield from zip(
                self._ids(part, moments).tolist(),
                days[when // _QUARTERS].tolist(),
                instants[when].tolist(),
                [self.calendar.zone] * count,
                minutes[channel, rng.integers(0, minutes.shape[1], count)].tolist(),
                channels[channel].tolist(),
                reached[rng.integers(0, len(reached), count)].tolist(),
                words.topics.some(rng, layer, _TOPIC_SHARE),
                words.notes.some(rng, layer, _NOTES_SHARE),
                written[when // _QUARTERS].tolist(),
                strict=True,
            )

    def _participations(self) -> Iterator[Sequence[Any]]:
        """One person for each conversation, and for some of them another."""
        rng = np.random.default_rng([self.seed, 3])
        moments, days, _, _ = _times(self.calendar)
        person_ids = np.array([each.id for each in self.people], dtype=np.int64)
        talking = np.flatnonzero([each.busy > 0 for each in self.people])
        for part in self._slices():
            ids, person, day = (
                self._ids(part, moments),
                self.person[part],
                days[self.moment[part] // _QUARTERS],
            )
            yield from zip(ids.tolist(), ids.tolist(), person_ids[person].tolist(), day.tolist(), strict=True)
            if len(talking) > 1:
                some = np.flatnonzero(rng.random(len(ids)) < _SEVERAL_PEOPLE_SHARE)
                steps = rng.integers(1, len(talking), len(some))
                other = talking[(np.searchsorted(talking, person[some]) + steps) % len(talking)]
                yield from zip(
                    (ids[some] + (1 << _TAIL_BITS)).tolist(),
                    *(ids[some].tolist(), person_ids[other].tolist(), day[some].tolist()),
                    strict=True,
                )


def invent_talks(
    people: Sequence[Someone], count: int, calendar: SampleCalendar, recipe: Recipe, seed: int
) -> Talks:
    """`count` conversations with these people, none in the sample's own week."""
    rng = np.random.default_rng([seed, 1])
    share = np.array([each.busy / each.rhythm for each in people])
    counts = rng.multinomial(count, share / share.sum())
    person = np.repeat(np.arange(len(people), dtype=np.int32), counts)
    ago = _days_ago(rng, people, counts, person)
    moment = ((DAYS_BACK - ago) * _QUARTERS + rng.integers(0, _QUARTERS, count)).astype(np.uint16)
    order = np.argsort(moment, kind="stable")
    return Talks(
        people=people, person=person[order], moment=moment[order], calendar=calendar, recipe=recipe, seed=seed
    )


def _days_ago(
    rng: np.random.Generator, people: Sequence[Someone], counts: Numbers, person: NDArray[np.int32]
) -> Numbers:
    """How long ago each conversation was: sums of log-normal gaps, stretched from first to last day."""
    sums = np.cumsum(rng.lognormal(0.0, _GAP_SPREAD, len(person)))
    ends = np.cumsum(counts)
    before = np.concatenate(([0.0], sums))[ends - counts]
    whole = np.concatenate(([0.0], sums))[ends] - before
    passed = (sums - before[person]) / whole[person]
    first = np.array([each.first for each in people])[person]
    last = np.array([each.last for each in people])[person]
    ago: Numbers = np.rint(first - passed * (first - last)).astype(np.int64)
    # Day 0 is a Tuesday: 2 days before is a Sunday, 3 a Saturday. Both become a day of the week before.
    to_friday = np.array((0, 0, 2, 1, 0, 0, 0))[ago % 7]
    return ago + np.where(to_friday > 0, to_friday + rng.integers(0, 5, len(ago)), 0)


class _Choices:
    """Texts by layer, drawn for many rows at once."""

    def __init__(self, texts: dict[str, list[str]], layers: Sequence[str]) -> None:
        self._sizes = np.array([len(texts[layer]) for layer in layers])
        self._starts = np.concatenate(([0], np.cumsum(self._sizes)[:-1]))
        self._texts = np.array([text for layer in layers for text in texts[layer]] + [""], dtype=object)

    def some(self, rng: np.random.Generator, layer: Numbers, share: float) -> list[str]:
        """A text for `share` of the rows, '' for the others."""
        chosen = self._starts[layer] + (rng.random(len(layer)) * self._sizes[layer]).astype(np.int64)
        chosen[rng.random(len(layer)) >= share] = len(self._texts) - 1
        drawn: list[str] = self._texts[chosen].tolist()
        return drawn


class _Words:
    """What depends on a person's layer."""

    def __init__(self, people: Sequence[Someone], recipe: Recipe) -> None:
        layers = tuple(recipe.topics)
        number = {layer: index for index, layer in enumerate(layers)}
        self.layer_of = np.array([number[each.layer] for each in people])
        shares = np.array([_CHANNEL_SHARES.get(layer, _OTHER_SHARES) for layer in layers])
        self.channel_limits = np.cumsum(shares, axis=1)[:, :-1]
        self.topics = _Choices(recipe.topics, layers)
        self.notes = _Choices(recipe.notes, layers)


@lru_cache(maxsize=1)
def _times(calendar: SampleCalendar) -> tuple[Numbers, Any, Any, Any]:
    """Milliseconds by moment; days by day; instants by moment; instants of writing down by day."""
    days = range(-DAYS_BACK, 1)
    mornings = np.array([calendar.milliseconds(day, _FIRST_START) for day in days])
    moments = (mornings[:, None] + np.arange(_QUARTERS) * 15 * 60_000).ravel()
    evenings = mornings + _HOURS_UNTIL_WRITTEN * 60 * 60_000
    return (
        moments,
        np.array([calendar.text(day) for day in days], dtype=object),
        _instants(moments),
        _instants(evenings),
    )


def _instants(milliseconds: Numbers) -> Any:
    """As rows hold instants: texts in UTC."""
    seconds = (milliseconds // 1000).astype("datetime64[s]")
    return np.datetime_as_string(seconds, unit="s", timezone="UTC").astype(object)


def people_of_the_cast(ids: dict[str, int], recipe: Recipe, chance: random.Random) -> list[Someone]:
    """The cast as people to invent earlier conversations with, from before those of the recipe."""
    return [
        Someone(
            id=ids[member.key],
            layer=member.layer,
            rhythm=member.rhythm,
            first=DAYS_BACK - 8,
            last=430 + chance.randrange(20),
            busy=1.0,
        )
        for member in recipe.people
    ]
