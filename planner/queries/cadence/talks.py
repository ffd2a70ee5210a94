"""Who talked when, for how long, and who began: the conversations of a while, in columns.

Read once for all charts of a page. Loads numpy: ask for it when a screen needs it, not before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.domain.gaps_many import Days
from planner.domain.two_habits_many import Numbers
from planner.library import Library

UNKNOWN = -1
"""The minutes of a conversation whose length nobody knows."""
YOU, THEY = 1, 2
"""Who began; 0 where nobody noted it."""
_COLUMNS = 5
_TALKS = """
SELECT x.person_id, c.id, CAST(replace(c.day, '-', '') AS INTEGER), coalesce(c.minutes, -1),
    CASE c.reached_out WHEN 'you' THEN 1 WHEN 'they' THEN 2 ELSE 0 END
"""
_OF_EVERYBODY = f"""{_TALKS} FROM conversation c CROSS JOIN participation x ON x.conversation_id = c.id
WHERE c.day >= :since AND c.day < :before"""
_OF_SOME = f"""{_TALKS} FROM participation x JOIN conversation c ON c.id = x.conversation_id
WHERE x.person_id IN (SELECT value FROM json_each(:people)) AND x.day >= :since"""


class Talks(NamedTuple):
    """One row for each person of each conversation from the day `since` on, later ones included; unordered.

    `day` is an ordinal, `minutes` UNKNOWN where nobody knows, `begun` YOU, THEY or 0.
    """

    since: date
    person: Numbers
    conversation: Numbers
    day: Days
    minutes: NDArray[np.int32]
    begun: NDArray[np.int8]

    def between(self, first: date, last: date) -> Talks:
        """Those of the days from `first` to `last`, both included."""
        return self._of((self.day >= first.toordinal()) & (self.day <= last.toordinal()))

    def without(self, people: Iterable[int]) -> Talks:
        """Without the rows of some people."""
        return self._of(~np.isin(self.person, np.fromiter(people, dtype=np.int64)))

    def only(self, people: Numbers) -> Talks:
        """The rows of these people, ids ascending."""
        return self._of(places_among(people, self.person) >= 0)

    def together(self) -> Numbers:
        """With how many people each row's conversation was."""
        _, place, count = np.unique(self.conversation, return_inverse=True, return_counts=True)
        found: Numbers = count[place]
        return found

    def _of(self, rows: NDArray[np.bool_]) -> Talks:
        columns: list[Any] = [column[rows] for column in self[1:]]
        return Talks(self.since, *columns)


def talks_since(library: Library, since: date, before: date = date.max) -> Talks:
    """The conversations from a day on, until the day before another one."""
    asked = {"since": since.isoformat(), "before": before.isoformat()}
    return _columns(since, library.rows(_OF_EVERYBODY, asked))


def reaching_back(library: Library, talks: Talks, since: date) -> Talks:
    """The same, from an earlier day on where that is wanted."""
    if since >= talks.since:
        return talks
    return _joined(talks_since(library, since, before=talks.since), talks)


def talks_with(library: Library, talks: Talks, touched: Iterable[int]) -> Talks:
    """The same after a change, with the rows of those whom it touched as they are now."""
    some = list(touched)
    asked = {"people": json.dumps(some), "since": talks.since.isoformat()}
    newer = _columns(talks.since, library.rows(_OF_SOME, asked))
    return _joined(newer, talks.without(some))


def places_among(people: Numbers, wanted: Numbers) -> Numbers:
    """Where each of these ids stands among `people`, ids ascending; -1 for who is not there."""
    if not len(people):
        return np.full(len(wanted), -1, dtype=np.int64)
    place = np.minimum(np.searchsorted(people, wanted), len(people) - 1)
    return np.where(people[place] == wanted, place, -1)


def _joined(first: Talks, second: Talks) -> Talks:
    both: Any = zip(first[1:], second[1:], strict=True)
    columns: list[Any] = [np.concatenate(each) for each in both]
    return Talks(first.since, *columns)


def _columns(since: date, rows: Iterable[tuple[int, ...]]) -> Talks:
    table = np.fromiter(chain.from_iterable(rows), dtype=np.int64).reshape(-1, _COLUMNS)
    return Talks(
        since,
        np.ascontiguousarray(table[:, 0]),
        np.ascontiguousarray(table[:, 1]),
        _ordinals(table[:, 2]),
        table[:, 3].astype(np.int32),
        table[:, 4].astype(np.int8),
    )


def _ordinals(days: Numbers) -> Days:
    """20260915 and the like as ordinals."""
    distinct, place = np.unique(days, return_inverse=True)
    found = [date(each // 10000, each // 100 % 100, each % 100).toordinal() for each in distinct.tolist()]
    return np.array(found, dtype=np.int32)[place]
