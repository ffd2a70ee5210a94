"""How many rhythm intervals were kept, by layer and over time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.domain.gaps_many import Days
from planner.domain.strip import TOLERANCE
from planner.domain.two_habits_many import Floats, Numbers
from planner.library import Library
from planner.queries.cadence.everybody import Everybody
from planner.queries.cadence.layers import Audience, audiences, layer_places

MONTHS = 12
LOOK_BACK_DAYS = 91
"""Each point speaks of the quarter before it: a month alone is too short for long rhythms."""
FEWEST = 5
"""With fewer intervals a point says nothing. A convention."""
EVERYBODY = Audience(None, "All together", "All", "", None, None)
"""All layers as one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPoint:
    """The intervals that were decided in the quarter up to a day, in rhythms: all, and those kept."""

    day: date
    kept: float
    intervals: float

    @property
    def share(self) -> float | None:
        """The share kept, 0 to 1; None where there are too few to say."""
        return self.kept / self.intervals if self.intervals >= FEWEST else None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLine:
    """One layer's points, oldest first."""

    layer: Audience
    points: tuple[KeptPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """As of a day: every layer with a rhythm, in the order of the layers; and all of them together."""

    as_of: date
    lines: tuple[KeptLine, ...]
    everybody: tuple[KeptPoint, ...]

    @property
    def shown(self) -> tuple[KeptLine, ...]:
        """The lines that say something; all layers together where each alone has too few intervals."""
        found = tuple(line for line in self.lines if any(each.share is not None for each in line.points))
        return found or (KeptLine(layer=EVERYBODY, points=self.everybody),)


def intervals_kept(
    library: Library, known: Everybody, *, people: Iterable[int] | None = None, months: int = MONTHS
) -> Kept:
    """The share of intervals kept at the end of each month, today instead of this month's.

    Every whole rhythm of silence, give or take the strip's tolerance, is one interval missed. What is left
    of a gap when somebody talks is kept, and counts as the part of a rhythm that it is: meeting twice as
    often as needed keeps no more. Today's rhythms are held against the past too: no others are known.
    """
    layers = audiences(library)
    places = layer_places(library, known, layers, people)
    days = month_ends(known.today, months)
    decided = _decided(known, days[0] - timedelta(days=LOOK_BACK_DAYS))
    whose = places[decided.owner]
    return Kept(
        as_of=known.today,
        lines=tuple(
            KeptLine(layer=layer, points=_points(decided, whose == place, days))
            for place, layer in enumerate(layers)
        ),
        everybody=_points(decided, whose >= 0, days),
    )


def month_ends(today: date, months: int) -> tuple[date, ...]:
    """The last days of so many months, this month's until today."""
    found = [today]
    first = today.replace(day=1)
    for _ in range(months - 1):
        found.append(first - timedelta(days=1))
        first = found[-1].replace(day=1)
    return tuple(reversed(found))


class _Decided(NamedTuple):
    """Parts of intervals that were decided: whose, on which day, how much in rhythms, and whether kept."""

    owner: Numbers
    day: Numbers
    part: Floats
    is_kept: NDArray[np.bool_]


def _decided(known: Everybody, since: date) -> _Decided:
    """Every interval that was decided after a day: in gaps that ended later, and in those that go on."""
    rhythms = np.array([each.rhythm_days or 0 for each in known.measures], dtype=np.int64)
    recent = np.flatnonzero(known.gaps.ends > since.toordinal())
    owner, ends = known.gaps.owner[recent], known.gaps.ends[recent]
    spoken = np.flatnonzero(known.contacts > 0)
    silences = _Silences(
        owner=np.concatenate([owner, spoken]),
        begins=np.concatenate([_begins(known)[recent], known.columns.last()[spoken]]),
        until=np.concatenate([ends, np.full(len(spoken), known.today.toordinal())]),
        rhythms=np.concatenate([known.gaps.lengths[recent], np.floor(known.since[spoken])])
        / np.where(rhythms > 0, rhythms, np.inf)[np.concatenate([owner, spoken])],
    )
    missed = np.maximum(np.ceil(silences.rhythms - (1 + TOLERANCE) - 1e-9), 0).astype(np.int64)
    with_rhythm = rhythms[owner] > 0
    missed_owner, missed_day = _missed(silences, missed)
    owners = np.concatenate([owner[with_rhythm], missed_owner])
    days = np.concatenate([ends[with_rhythm], missed_day])
    left = (silences.rhythms - missed)[: len(owner)][with_rhythm]
    parts = np.concatenate([left, np.ones(len(missed_owner))])
    is_kept = np.repeat([True, False], [len(left), len(missed_owner)])
    inside = days > since.toordinal()
    return _Decided(owners[inside], days[inside], parts[inside], is_kept[inside])


def _begins(known: Everybody) -> Days:
    """The day on which each gap began."""
    columns = known.columns
    found = np.ones(len(columns.days), dtype=bool)
    ends = columns.starts[1:][columns.number > 0] - 1
    found[ends] = False
    begins: Days = columns.days[found]
    return begins


class _Silences(NamedTuple):
    """All gaps, and the silences that go on: whose, from when, until when, and how many rhythms long."""

    owner: Numbers
    begins: Days
    until: Days
    rhythms: Floats


def _missed(silences: _Silences, missed: Numbers) -> tuple[Numbers, Numbers]:
    """Whose intervals were missed, and when: each a rhythm after the one before, past the tolerance.

    Days of pause within a silence are taken as spread evenly over it.
    """
    source = np.repeat(np.arange(len(missed)), missed)
    nth = np.arange(len(source)) - np.repeat(np.cumsum(missed) - missed, missed)
    begins, until = silences.begins[source], silences.until[source]
    part = (nth + 1 + TOLERANCE) / silences.rhythms[source]
    day = np.minimum(begins + np.ceil((until - begins) * part - 1e-9).astype(np.int64), until)
    return silences.owner[source], day


def _points(decided: _Decided, mine: NDArray[np.bool_], days: Iterable[date]) -> tuple[KeptPoint, ...]:
    when, part, is_kept = decided.day[mine], decided.part[mine], decided.is_kept[mine]
    found = []
    for day in days:
        inside = (when <= day.toordinal()) & (when > day.toordinal() - LOOK_BACK_DAYS)
        kept = float(part[inside & is_kept].sum())
        found.append(KeptPoint(day=day, kept=kept, intervals=float(part[inside].sum())))
    return tuple(found)
