"""The stretches past the rhythm of many people at once: quiet.quiet_stretches in columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.domain.gaps_many import DayColumns, Days
from planner.domain.quiet import Stretch, quiet_stretches
from planner.domain.rhythm import Pause
from planner.domain.strip import TOLERANCE
from planner.domain.two_habits_many import Numbers


class StretchColumns(NamedTuple):
    """Stretches by the place of the person: first and last day as ordinals, and whether they still go on."""

    place: Numbers
    first: Days
    last: Days
    is_open: NDArray[np.bool_]


def quiet_stretches_of_many(
    columns: DayColumns, rhythms: Numbers, pauses: Mapping[int, Sequence[Pause]], today: date
) -> StretchColumns:
    """The stretches of everybody with a rhythm (above 0) among contact-days up to today.

    `pauses` has, by place, all pauses of those who have some: they are looked at one by one.
    """
    plain = rhythms.copy()
    plain[list(pauses)] = 0
    found = [_plain(columns, plain, today)]
    found += [_one(columns, rhythms, place, those, today) for place, those in pauses.items()]
    places = np.concatenate([each.place for each in found])
    firsts = np.concatenate([each.first for each in found])
    order = np.lexsort((firsts, places))
    return StretchColumns(
        places[order],
        firsts[order],
        np.concatenate([each.last for each in found])[order],
        np.concatenate([each.is_open for each in found])[order],
    )


def _plain(columns: DayColumns, rhythms: Numbers, today: date) -> StretchColumns:
    """Those of people without any pause."""
    place = np.repeat(np.arange(len(rhythms)), columns.number)
    begins = columns.days
    ends = np.append(begins[1:], today.toordinal() + 1) if len(begins) else begins
    newest = np.zeros(len(begins), dtype=bool)
    newest[columns.starts[1:][columns.number > 0] - 1] = True
    ends = np.where(newest, today.toordinal() + 1, ends)
    rhythm = rhythms[place]
    until = np.where(newest, ends - 1, ends)
    missed = (rhythm > 0) & (until - begins > rhythm * (1 + TOLERANCE)) & (begins + rhythm < until)
    first = begins + rhythm + 1
    last = ends - 1
    return StretchColumns(
        place[missed],
        np.minimum(first, last)[missed].astype(np.int32),
        last[missed].astype(np.int32),
        newest[missed],
    )


def _one(
    columns: DayColumns, rhythms: Numbers, place: int, pauses: Sequence[Pause], today: date
) -> StretchColumns:
    days = columns.days[columns.starts[place] : columns.starts[place + 1]]
    rhythm = int(rhythms[place])
    found = [each for gap in _long_gaps(days, rhythm, today) for each in _of_gap(gap, rhythm, pauses, today)]
    return StretchColumns(
        np.full(len(found), place, dtype=np.int64),
        np.array([each.first.toordinal() for each in found], dtype=np.int32),
        np.array([each.last.toordinal() for each in found], dtype=np.int32),
        np.array([each.is_open for each in found], dtype=bool),
    )


def _long_gaps(days: Days, rhythm: int, today: date) -> list[tuple[date, ...]]:
    """The gaps longer than the rhythm, as the days around them; the newest has only its first day.

    Pauses make a gap shorter, never longer: only these can hold a stretch.
    """
    if not rhythm or not len(days):
        return []
    ends = np.append(days[1:], today.toordinal())
    return [
        tuple(map(date.fromordinal, days[at : at + 2].tolist()))
        for at in np.flatnonzero(ends - days > rhythm)
    ]


def _of_gap(gap: tuple[date, ...], rhythm: int, pauses: Sequence[Pause], today: date) -> list[Stretch]:
    newest = len(gap) == 1
    return [each for each in quiet_stretches(gap, rhythm, pauses, today) if each.is_open is newest]
