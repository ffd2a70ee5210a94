"""Everybody's contact-days, read in one pass: a text for each person, not a row for each conversation."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from planner.domain.gaps_many import DayColumns, Days, gathered
from planner.domain.two_habits_many import Numbers
from planner.library import Library

_TEXT = 10
"""The letters of a day, 'YYYY-MM-DD'."""
_AT_ONCE = 1_000_000
"""So many letters are turned into days at a time: a million days need little memory on the way."""
_DAYS = "SELECT person_id, group_concat(day, '') FROM participation{where} GROUP BY person_id"


class ContactDays(NamedTuple):
    """The contact-days of people, ids ascending; those at place i are `columns`' at place i."""

    people: Numbers
    columns: DayColumns

    def replaced(self, newer: Mapping[int, Days]) -> ContactDays:
        """With the days of some people as they are now; who has none left is left out."""
        if not newer:
            return self
        some = sorted(person_id for person_id, days in newer.items() if len(days))
        kept = np.flatnonzero(~np.isin(self.people, np.fromiter(newer, dtype=np.int64)))
        people = np.concatenate([self.people[kept], np.array(some, dtype=np.int64)])
        pieces = [*_runs(self.columns, kept), *(newer[each] for each in some)]
        lengths = np.array([len(newer[each]) for each in some], dtype=np.int64)
        counts = np.concatenate([self.columns.number[kept], lengths])
        days = np.concatenate(pieces) if pieces else self.columns.days[:0]
        order = np.argsort(people, kind="stable")
        columns = DayColumns(np.concatenate(([0], np.cumsum(counts))), days)
        return ContactDays(people[order], _reordered(columns, order))

    def by_person(self) -> dict[int, Days]:
        """The days of each, by person."""
        starts, days = self.columns
        return {
            person_id: days[starts[place] : starts[place + 1]]
            for place, person_id in enumerate(self.people.tolist())
        }

    def of(self, people: Numbers) -> DayColumns:
        """The days of these people, in this order; none for who is not there."""
        place = np.searchsorted(self.people, people)
        place[place == len(self.people)] = 0
        known = self.people[place] == people if len(self.people) else np.zeros(len(people), dtype=bool)
        if len(self.people) == len(people) and bool(known.all()) and bool((np.diff(place) == 1).all()):
            return self.columns
        counts = np.where(known, self.columns.number[place], 0) if len(self.people) else np.zeros_like(place)
        begins = np.where(known, self.columns.starts[place], 0) if len(self.people) else counts
        return DayColumns(
            np.concatenate(([0], np.cumsum(counts))), gathered(self.columns.days, begins, counts)
        )


def _runs(columns: DayColumns, kept: Numbers) -> list[Days]:
    """The days of the people at these places, in as few pieces as there are runs of neighbours."""
    if not len(kept):
        return []
    breaks = np.flatnonzero(np.diff(kept) != 1) + 1
    first, last = kept[np.concatenate(([0], breaks))], kept[np.concatenate((breaks - 1, [len(kept) - 1]))]
    return [
        columns.days[columns.starts[one] : columns.starts[other + 1]]
        for one, other in zip(first, last, strict=True)
    ]


def _reordered(columns: DayColumns, order: Numbers) -> DayColumns:
    """The same people in another order; cheap where most stay beside each other."""
    if bool((np.diff(order) == 1).all()):
        return columns
    pieces = _runs(columns, order)
    counts = columns.number[order]
    return DayColumns(np.concatenate(([0], np.cumsum(counts))), np.concatenate(pieces))


def contact_days(library: Library, people: Iterable[int] | None = None) -> ContactDays:
    """The contact-days of these people, or of everybody, planned and past ones alike."""
    where, parameters = "", {}
    if people is not None:
        where = " WHERE person_id IN (SELECT value FROM json_each(:people))"
        parameters = {"people": json.dumps(list(people))}
    ids: list[int] = []
    counts: list[int] = []
    parts, waiting, letters = [], [], 0
    for person_id, text in library.rows(_DAYS.format(where=where), parameters):
        ids.append(person_id)
        counts.append(len(text) // _TEXT)
        waiting.append(text)
        letters += len(text)
        if letters >= _AT_ONCE:
            parts.append(ordinals("".join(waiting)))
            waiting, letters = [], 0
    parts.append(ordinals("".join(waiting)))
    starts = np.concatenate(([0], np.cumsum(np.array(counts, dtype=np.int64))))
    columns = _distinct(DayColumns(starts, np.concatenate(parts)))
    found = np.array(ids, dtype=np.int64)
    order = np.argsort(found, kind="stable")
    return ContactDays(found[order], _reordered(columns, order))


def ordinals(text: str) -> Days:
    """The days in a text of nothing but days, as ordinals (the Gregorian calendar in integers)."""
    letters = np.frombuffer(text.encode("ascii"), dtype=np.uint8).reshape(-1, _TEXT)
    digit = [letters[:, place].astype(np.int32) - ord("0") for place in range(_TEXT)]
    year = digit[0] * 1000 + digit[1] * 100 + digit[2] * 10 + digit[3]
    month = digit[5] * 10 + digit[6]
    day = digit[8] * 10 + digit[9]
    # Years begin in March, so that the leap day is the last of its year.
    before = month <= 2
    year -= before
    since_march = np.where(before, month + 9, month - 3)
    whole = year * 365 + year // 4 - year // 100 + year // 400
    found: Days = (whole + (since_march * 153 + 2) // 5 + day - 306).astype(np.int32)
    return found


def _distinct(columns: DayColumns) -> DayColumns:
    """Each day once, ascending: SQLite reads them in order from the index, and promises nothing."""
    starts, days = columns
    if len(days) < 2:
        return columns
    step = np.diff(days)
    inner = np.ones(len(step), dtype=bool)
    inner[starts[1:-1][(starts[1:-1] > 0) & (starts[1:-1] < len(days))] - 1] = False
    if bool((step[inner] < 0).any()):
        owner = np.repeat(np.arange(len(starts) - 1), columns.number)
        days = days[np.lexsort((days, owner))]
        step = np.diff(days)
    kept = np.concatenate(([True], ~(inner & (step == 0))))
    before = np.concatenate(([0], np.cumsum(kept)))
    return DayColumns(before[starts], days[kept])
