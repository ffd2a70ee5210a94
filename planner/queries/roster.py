"""Everybody in brief, kept in memory: only those whom a change touched are asked for again."""

from __future__ import annotations

from datetime import date

from planner.domain.filters import Brief
from planner.library import Changed, Library
from planner.queries.briefs import briefs
from planner.queries.touched import people_touched


class Roster:
    """One per open library, for all screens that filter people.

    Whoever owns it tells it of every change with `hear`; it then catches up when it is next looked at.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._people: list[Brief] = []
        self._day: date | None = None
        self._stale: set[int] | None = None
        self._edition = 0

    def hear(self, changed: Changed) -> None:
        """Note whom a change touched; None in `_stale` stands for everybody."""
        if self._stale is None:
            return
        touched = people_touched(self._library, changed)
        self._stale = None if touched is None else self._stale | touched

    def people(self, today: date) -> list[Brief]:
        """Everybody by name, archived people too. The same list until something changes."""
        if self._stale is None or self._day != today:
            self._people = briefs(self._library, today)
            self._edition += 1
        elif self._stale:
            self._catch_up(self._stale, today)
        self._stale, self._day = set(), today
        return self._people

    def edition(self, today: date) -> int:
        """A figure that is another one whenever the people are."""
        self.people(today)
        return self._edition

    def _catch_up(self, touched: set[int], today: date) -> None:
        kept = [each for each in self._people if each.id not in touched]
        kept += briefs(self._library, today, touched)
        kept.sort(key=lambda each: (each.folded, each.id))
        self._people = kept
        self._edition += 1
