"""Whose rhythm is nearly used up: everybody is asked about at once, then only those whom a change touched."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date

from planner.domain.rhythm import DUE_FROM, FIRST_RHYTHM_DAYS, State, share_of_rhythm
from planner.library import Changed, Library
from planner.queries.pauses import Pauses, pauses
from planner.queries.standing import measures
from planner.queries.touched import people_touched

Shares = dict[int, float]
"""Person id to the share of the rhythm that is used up, for all who are due and not resting: the most used
up first."""

_READ_FROM = frozenset({"person", "layer", "participation", "leave", "absence", "repair"})
"""The tables from which shares are read: while none of them changes, they stay as they are all day."""

_LISTED = "p.archived = 0 AND p.trashed_on IS NULL"
# The rhythm is that of `target_interval_days`. Pauses only ever lower a share, so nobody is missed here;
# who rests, and with whom trust is being mended, is looked at one by one.
_NEARLY = f"""
WITH pace AS MATERIALIZED (
    SELECT p.id, p.rhythm_days AS own, l.id AS layer, l.rhythm_days AS layers, p.created_on,
        p.resting_from IS NOT NULL AS rests,
        p.id IN (SELECT person_id FROM repair WHERE ended_on IS NULL) AS mends,
        (SELECT max(day) FROM participation WHERE person_id = p.id AND day <= :today) AS last
    FROM person p LEFT JOIN layer l ON l.id = p.layer_id
    WHERE {_LISTED}),
used AS (
    SELECT id, rests OR mends AS apart, mends, coalesce(last, created_on) AS after,
        CAST(julianday(:today) - julianday(coalesce(last, created_on)) AS INTEGER) AS days,
        CASE WHEN own IS NOT NULL OR layer IS NOT NULL THEN coalesce(own, layers)
            WHEN last IS NOT NULL THEN :first END AS rhythm
    FROM pace)
SELECT json_array(json_group_array(id), json_group_array(apart), json_group_array(after),
    json_group_array(days), json_group_array(rhythm)) FROM used
WHERE mends OR (rhythm > 0 AND days >= :due * rhythm - 0.001)
"""


class Timely:
    """One per open library, kept in memory. Whoever owns it tells it of every change with `hear`.

    `first` may have an answer ready for the first question; it gives None where that is not true any more.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._shares: Shares = {}
        self._day: date | None = None
        self._stale: frozenset[int] | None = None
        self.first: Callable[[], Shares | None] = lambda: None

    def hear(self, changed: Changed) -> None:
        """Note whom a change touched; None in `_stale` stands for everybody."""
        if self._stale is not None and changed.touches(*_READ_FROM):
            touched = people_touched(self._library, changed)
            self._stale = None if touched is None else self._stale | touched

    def shares(self, today: date) -> Shares:
        """The shares of all who are due or more today. The same answer until something bears on it."""
        if self._stale is None or self._day != today:
            first, self.first = self.first, lambda: None
            found = first()
            self._shares = timely(self._library, today) if found is None else found
        elif self._stale:
            kept = {each: share for each, share in self._shares.items() if each not in self._stale}
            self._shares = _in_order(kept | _one_by_one(self._library, today, self._stale))
        self._stale, self._day = frozenset(), today
        return self._shares


def timely(library: Library, today: date, nearly: str | None = None) -> Shares:
    """The shares of all who are due or more today; resting and archived people are left out.

    `nearly` spares a question where `nearly_due` was asked already.
    """
    still = pauses(library, today)
    paused, away = _Paused(still), still.away
    ranked: list[tuple[float, int]] = []
    others: list[int] = []
    columns = json.loads(nearly_due(library, today) if nearly is None else nearly)
    for person_id, apart, after, days, rhythm_days in zip(*columns, strict=True):
        if apart or person_id in away:
            others.append(person_id)
        elif (share := share_of_rhythm(days, rhythm_days, paused[after])) >= DUE_FROM:
            ranked.append((-share, person_id))
    ranked += [(-share, each) for each, share in _one_by_one(library, today, others).items()]
    ranked.sort()
    return {each: -share for share, each in ranked}


def _in_order(shares: Shares) -> Shares:
    return dict(sorted(shares.items(), key=lambda each: (-each[1], each[0])))


def _one_by_one(library: Library, today: date, people: Iterable[int]) -> Shares:
    """The shares of those of these people who are due, from all that is known of each of them."""
    among = json.dumps(list(people))
    rows = library.rows(
        f"SELECT id FROM person p WHERE {_LISTED} AND id IN (SELECT value FROM json_each(?))", (among,)
    )
    listed = [row[0] for row in rows]
    return {
        each.person_id: each.share
        for each in (measures(library, today, listed) if listed else ())
        if each.state is not State.RESTING and each.share is not None and each.share >= DUE_FROM
    }


def nearly_due(library: Library, today: date) -> str:
    """Who may be due today, for `timely`: in one piece, so that another thread can ask without a stop."""
    bounds = {"today": today.isoformat(), "first": FIRST_RHYTHM_DAYS, "due": DUE_FROM}
    return str(library.value(_NEARLY, bounds))


class _Paused(dict[str, int]):
    """Days of the owner's leave after a day, as text, until today; many people share a day."""

    def __init__(self, still: Pauses) -> None:
        super().__init__()
        self._still = still

    def __missing__(self, after: str) -> int:
        days = self[after] = self._still.days((), date.fromisoformat(after))
        return days
