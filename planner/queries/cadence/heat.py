"""Time together by person and week, with the stretches that were quiet for too long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import chain, islice, zip_longest

import numpy as np
from numpy.typing import NDArray

from planner.domain.gaps import keeps
from planner.domain.names import initials
from planner.domain.quiet import Stretch, quiet_stretches
from planner.domain.two_habits_many import Numbers
from planner.domain.week import monday_of
from planner.library import Library
from planner.queries.cadence.everybody import Everybody
from planner.queries.cadence.listed import LISTED
from planner.queries.cadence.talks import UNKNOWN, Talks, places_among, talks_since
from planner.queries.people import Named

WEEKS = 26
FULL_MINUTES = 60
"""From here on a week has the strongest colour."""
LEVELS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """A week with somebody; `minutes` is None where the length of no conversation in it is known."""

    talks: int
    minutes: int | None

    @property
    def level(self) -> int:
        """0 for none, then 1 to 4 by quarters of the full hour; 1 where no length is known."""
        if not self.talks:
            return 0
        quarters = -(-(self.minutes or 0) * LEVELS // FULL_MINUTES)
        return min(LEVELS, max(1, quarters))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """One person's weeks, oldest first, and the stretches past the rhythm that touch them.

    `days_since` counts from the last conversation, also one before these weeks; None where there was none.
    """

    person_id: int
    name: str
    initials: str
    hue: str
    days_since: int | None
    cells: tuple[HeatCell, ...]
    quiet: tuple[Stretch, ...]


@dataclass(frozen=True, kw_only=True)
class Heat:
    """People by weeks up to a day, by layer and then by name.

    `talks` and `minutes` have a row for each person and a column for each week; minutes are UNKNOWN where
    the length of no conversation is known. What else is told of a row is found when the row is asked for:
    there may be ten thousand. Not slotted: what was found is kept.
    """

    as_of: date
    mondays: tuple[date, ...]
    people: tuple[Named, ...]
    talks: NDArray[np.int32]
    minutes: NDArray[np.int32]
    known: Everybody = field(repr=False)
    _stretches: dict[int, tuple[Stretch, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def levels(self) -> NDArray[np.uint8]:
        """HeatCell.level of every cell."""
        quarters = -(-np.maximum(self.minutes, 0) * LEVELS // FULL_MINUTES)
        found: NDArray[np.uint8] = np.where(self.talks > 0, np.clip(quarters, 1, LEVELS), 0).astype(np.uint8)
        return found

    @property
    def rows(self) -> tuple[HeatRow, ...]:
        """Every row in full."""
        return tuple(self.row(place) for place in range(len(self.people)))

    def row(self, place: int) -> HeatRow:
        """The row at a place in full."""
        person = self.people[place]
        return HeatRow(
            person_id=person.id,
            name=person.name,
            initials=initials(person.name),
            hue=person.hue,
            days_since=self.days_since(place),
            cells=tuple(self.cell(place, week) for week in range(len(self.mondays))),
            quiet=self.quiet(place),
        )

    def cell(self, place: int, week: int) -> HeatCell:
        """What there was in a week with the person at a place."""
        minutes = int(self.minutes[place, week])
        return HeatCell(talks=int(self.talks[place, week]), minutes=None if minutes == UNKNOWN else minutes)

    def days_since(self, place: int) -> int | None:
        """How long ago the last conversation with the person at a place was."""
        found = self.known.place(self.people[place].id)
        return None if found is None else self.known.measures[found].days_since

    def quiet(self, place: int) -> tuple[Stretch, ...]:
        """The stretches past the rhythm of the person at a place that touch these weeks, oldest first."""
        if place not in self._stretches:
            found = self.known.place(self.people[place].id)
            self._stretches[place] = () if found is None else _quiet(self.known, found, self.mondays[0])
        return self._stretches[place]

    def silent(self, place: int) -> bool:
        """Whether the person at a place is past the rhythm today, and has been spoken with."""
        found = self.known.place(self.people[place].id)
        measure = None if found is None else self.known.measures[found]
        if measure is None or not measure.rhythm_days or not measure.days_since:
            return False
        return not keeps(measure.days_since - measure.paused, measure.rhythm_days)

    @cached_property
    def silences(self) -> tuple[tuple[int, int], ...]:
        """The places of those past their rhythm, with the days since the last conversation; longest first."""
        found = [
            (place, self.days_since(place) or 0) for place in range(len(self.people)) if self.silent(place)
        ]
        return tuple(sorted(found, key=lambda each: -each[1]))

    def telling(self, most: int) -> tuple[int, ...]:
        """The places that tell most, first: the silent ones, longest first, then those who talked most, a
        layer after the other."""
        silent = [place for place, _days in self.silences]
        talked = self.talks.sum(axis=1)
        by_layer: dict[str, list[int]] = {}
        for place in np.argsort(-talked, kind="stable").tolist():
            by_layer.setdefault(self.people[place].hue, []).append(place)
        in_turns = chain.from_iterable(zip_longest(*by_layer.values()))
        ordered = dict.fromkeys(chain(silent[: most * 2 // 3], in_turns))
        return tuple(islice((place for place in ordered if place is not None), most))


def heat_map(
    library: Library,
    known: Everybody,
    *,
    people: Iterable[int] | None = None,
    weeks: int = WEEKS,
    talks: Talks | None = None,
) -> Heat:
    """The weeks up to the day's, of these people or of everybody there was a conversation with."""
    today = known.today
    first = monday_of(today) - timedelta(weeks=weeks - 1)
    found = (talks if talks is not None else talks_since(library, first)).between(first, today)
    wanted = np.unique(found.person) if people is None else np.unique(np.fromiter(people, dtype=np.int64))
    who = _by_layer(library, wanted)
    counts, minutes = _weeks(found, np.array([each.id for each in who], dtype=np.int64), first, weeks)
    return Heat(
        as_of=today,
        mondays=tuple(first + timedelta(weeks=week) for week in range(weeks)),
        people=who,
        talks=counts,
        minutes=minutes,
        known=known,
    )


_LISTED = (
    "SELECT p.id, p.name, coalesce(l.hue, '') FROM person p LEFT JOIN layer l ON l.id = p.layer_id"
    f" WHERE {LISTED} ORDER BY l.position IS NULL, l.position, p.folded, p.id"
)


def _by_layer(library: Library, wanted: Numbers) -> tuple[Named, ...]:
    some = set(wanted.tolist())
    return tuple(
        Named(id=person_id, name=name, role="", organisation="", hue=hue)
        for person_id, name, hue in library.rows(_LISTED)
        if person_id in some
    )


def _weeks(
    talks: Talks, people: Numbers, first: date, weeks: int
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """How many conversations and minutes there were, a row a person in this order."""
    order = np.argsort(people, kind="stable")
    place = places_among(people[order], talks.person)
    cell = order[place] * weeks + (talks.day - first.toordinal()) // 7 if len(people) else place
    there, size = place >= 0, len(people) * weeks
    counts = np.bincount(cell[there], minlength=size)
    timed = there & (talks.minutes != UNKNOWN)
    minutes = np.bincount(cell[timed], weights=talks.minutes[timed], minlength=size)
    known = np.bincount(cell[timed], minlength=size) > 0
    shape = (len(people), weeks)
    return (
        counts.astype(np.int32).reshape(shape),
        np.where(known, minutes, UNKNOWN).astype(np.int32).reshape(shape),
    )


def _quiet(known: Everybody, place: int, since: date) -> tuple[Stretch, ...]:
    """The stretches of one person that touch the days from `since` on."""
    measure = known.measures[place]
    if not measure.rhythm_days:
        return ()
    starts, days = known.columns
    own = days[starts[place] : starts[place + 1]]
    newest = own[max(0, int(np.searchsorted(own, since.toordinal())) - 1) :]
    found = quiet_stretches(
        [date.fromordinal(each) for each in newest.tolist()],
        measure.rhythm_days,
        (*measure.own_pauses, *known.leave),
        known.today,
    )
    return tuple(each for each in found if each.last >= since)
