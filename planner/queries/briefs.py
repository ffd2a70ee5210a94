"""Everybody in brief: what lists are filtered, grouped, sorted and counted by."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time
from typing import Any, NamedTuple

from planner.domain.filters import EVERYBODY, Brief, Filter, narrowed
from planner.domain.names import fold
from planner.library import Library
from planner.queries.standing import Measure, Standing, measures, standings

_PEOPLE = """
SELECT p.id, p.name, p.folded, p.archived, coalesce(p.layer_id, 0), p.city,
    coalesce(p.organisation_id, 0), coalesce(o.name, ''), p.nickname, p.role, coalesce(o.folded, '')
FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id WHERE p.trashed_on IS NULL
"""


def briefs(library: Library, today: date, people: Iterable[int] | None = None) -> list[Brief]:
    """These people in brief, or everybody, archived people too; those in the trash are left out. By name."""
    wanted = None if people is None else list(people)
    rows = list(library.rows(f"{_PEOPLE} {_among('p.id', wanted)} ORDER BY p.folded, p.id", _given(wanted)))
    taken = {each.person_id: each for each in measures(library, today, [row[0] for row in rows])}
    around = _Around(
        tags=_tags(library, wanted),
        stands=_stands(library, wanted),
        owed=_owed(library, today, wanted),
        plans=_next_plans(library, today, wanted),
        folded={"": ""},
    )
    return [_brief(row, taken[row[0]], around) for row in rows]


def everybody(library: Library, today: date, wanted: Filter = EVERYBODY) -> list[Standing]:
    """How everybody whom a filter shows stands, by name; without one everybody who is not archived."""
    people = [each.id for each in narrowed(wanted, briefs(library, today))]
    found = standings(library, today, people)
    return [found[each] for each in people]


class _Owed(NamedTuple):
    """What is open between you and a person."""

    yours: int = 0
    theirs: int = 0
    overdue: int = 0
    since: date | None = None


class _Around(NamedTuple):
    """What there is about people beside their own row, by person; and words folded already."""

    tags: dict[int, tuple[str, ...]]
    stands: dict[int, tuple[tuple[int, str], ...]]
    owed: dict[int, _Owed]
    plans: dict[int, tuple[date, time | None]]
    folded: dict[str, str]

    def fold(self, words: str) -> str:
        """Folded words; cities and roles come again and again."""
        if words not in self.folded:
            self.folded[words] = fold(words)
        return self.folded[words]


_NOTHING = _Owed()


def _brief(row: tuple[Any, ...], measure: Measure, around: _Around) -> Brief:
    identity, name, folded, archived, layer, city, works_at, organisation, nickname, role, plain = row
    tags, owed = around.tags.get(identity, ()), around.owed.get(identity, _NOTHING)
    folded_city = around.fold(city)
    said = (folded, around.fold(nickname), around.fold(role), plain, folded_city, *map(around.fold, tags))
    return Brief(
        id=identity,
        name=name,
        folded=folded,
        said="\n".join(said),
        state=measure.state,
        layer_id=layer,
        city=city,
        folded_city=folded_city,
        organisation_id=works_at,
        organisation=organisation,
        tags=tags,
        stands=around.stands.get(identity, ()),
        yours_open=owed.yours,
        theirs_open=owed.theirs,
        overdue=owed.overdue,
        owes_since=owed.since,
        share=measure.share,
        last_day=measure.last_day,
        next_plan=around.plans.get(identity),
        archived=bool(archived),
    )


def _among(column: str, people: list[int] | None) -> str:
    return "" if people is None else f"AND {column} IN (SELECT value FROM json_each(:people))"


def _given(people: list[int] | None, **more: str) -> dict[str, str]:
    return more if people is None else {"people": json.dumps(people), **more}


def _tags(library: Library, people: list[int] | None) -> dict[int, tuple[str, ...]]:
    rows = library.rows(
        f"SELECT person_id, tag FROM person_tag WHERE 1 {_among('person_id', people)} ORDER BY tag",
        _given(people),
    )
    return _gathered(rows)


def _stands(library: Library, people: list[int] | None) -> dict[int, tuple[tuple[int, str], ...]]:
    """Initiatives under way, each with today's stand."""
    rows = library.rows(
        "SELECT s.person_id, s.initiative_id, coalesce(s.now, '') FROM stand s JOIN initiative i"
        f" ON i.id = s.initiative_id AND i.archived = 0 WHERE 1 {_among('s.person_id', people)}",
        _given(people),
    )
    return _gathered((person, (initiative, stand)) for person, initiative, stand in rows)


def _owed(library: Library, today: date, people: list[int] | None) -> dict[int, _Owed]:
    rows = library.rows(
        "SELECT person_id, sum(by = 'you'), sum(by <> 'you'), count(*) FILTER (WHERE due_on < :today),"
        " min(due_on) FILTER (WHERE by = 'you' AND due_on < :today) FROM commitment WHERE outcome IS NULL"
        f" {_among('person_id', people)} GROUP BY person_id",
        _given(people, today=today.isoformat()),
    )
    return {
        person: _Owed(yours, theirs, overdue, date.fromisoformat(since) if since else None)
        for person, yours, theirs, overdue, since in rows
    }


def _next_plans(
    library: Library, today: date, people: list[int] | None
) -> dict[int, tuple[date, time | None]]:
    rows = library.rows(
        "SELECT x.person_id, p.day, p.starts FROM plan p JOIN plan_person x ON x.plan_id = p.id"
        f" WHERE p.status = 'open' AND p.day >= :today {_among('x.person_id', people)}"
        " ORDER BY p.day DESC, p.starts IS NULL DESC, p.starts DESC",
        _given(people, today=today.isoformat()),
    )
    return {
        person: (date.fromisoformat(day), time.fromisoformat(starts) if starts else None)
        for person, day, starts in rows
    }


def _gathered(rows: Iterable[tuple[int, Any]]) -> dict[int, tuple[Any, ...]]:
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for person, value in rows:
        found[person].append(value)
    return {person: tuple(values) for person, values in found.items()}
