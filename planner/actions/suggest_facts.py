"""What a suggestion is made from: whom it may choose, whom not and why, and the room of the days."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from planner.domain import words
from planner.domain.criticality import Criticality
from planner.domain.gaps import gaps_between
from planner.domain.planning import PlanDay
from planner.domain.planning_options import Hours, OpenDay, known_zone
from planner.domain.planning_places import free_stretches
from planner.domain.planning_value import Candidate, gain_of_a_call
from planner.domain.rhythm import DUE_FROM
from planner.domain.week import monday_of
from planner.library import Library
from planner.queries.engage import PLANNED_WITHIN_DAYS
from planner.queries.reliance import criticality_of_everybody
from planner.queries.standing import Measure, Standing, measures, next_plans, standings
from planner.queries.week import DayColumn, week_board

MOST_CANDIDATES = 600
"""So many, those to whom you owe something and those whom a call helps most, are looked at closely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Somebody timely who is not suggested, and why."""

    person_id: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The candidates, most timely first, and the timely people who are none."""

    candidates: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]


def open_days(
    library: Library, *, today: date, monday: date, weeks: int = 1, not_before: time | None = None
) -> tuple[OpenDay, ...]:
    """The days from `today` on, of the weeks from `monday` on, on which some of the time set aside is left.

    Nothing begins before `not_before` on `today` itself.
    """
    first = monday_of(monday)
    columns = [
        column
        for week in range(weeks)
        for column in week_board(library, today, first + timedelta(weeks=week)).days
    ]
    city, zone, begins, ends = library.row("SELECT city, zone, works_from, works_until FROM owner") or (
        *("", "UTC"),
        *("09:00", "18:00"),
    )
    zone = known_zone(zone) or "UTC"
    hours = Hours(zone=zone, begins=time.fromisoformat(begins), ends=time.fromisoformat(ends))
    trips = _trips(library, first, first + timedelta(weeks=weeks))
    found = []
    for column in columns:
        earliest = not_before if not_before and column.day == today else time()
        plan_day = _plan_day(column, hours, earliest)
        if column.day >= today and plan_day.free_minutes > 0:
            place, there = trips.get(column.day, (city, zone))
            hours_there = Hours(zone=there or zone, begins=hours.begins, ends=hours.ends)
            found.append(OpenDay(plan_day=plan_day, city=place, hours=hours_there))
    return tuple(found)


def _plan_day(column: DayColumn, hours: Hours, earliest: time) -> PlanDay:
    begin = max(_minute(hours.begins), _minute(earliest))
    free = max(0, column.set_aside_minutes - column.planned_minutes)
    taken = (*column.spans, *column.busy)
    return PlanDay(
        day=column.day, free_minutes=free, stretches=free_stretches(begin, _minute(hours.ends), taken)
    )


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _trips(library: Library, first: date, last: date) -> dict[date, tuple[str, str]]:
    """Where you are on the days of trips: place and time zone."""
    found: dict[date, tuple[str, str]] = {}
    rows = library.rows(
        "SELECT place, zone, first_day, last_day FROM trip WHERE first_day <= ? AND last_day >= ?"
        " ORDER BY first_day",
        (last.isoformat(), first.isoformat()),
    )
    for place, zone, begins, ends in rows:
        begin, end = max(first, date.fromisoformat(begins)), min(last, date.fromisoformat(ends))
        for ahead in range((end - begin).days + 1):
            found[begin + timedelta(days=ahead)] = (place, known_zone(zone))
    return found


def gather(library: Library, *, today: date, last: date) -> Facts:
    """Who is due by `last`, or is owed something of yours by then, and who of them may be chosen.

    Resting people, and those with a plan soon, are left out.
    """
    promised = _promised(library, last)
    owed = {who: min(due for by, due in each if by == "you") for who, each in promised.items() if _owes(each)}
    timely = [each for each in measures(library, today) if each.person_id in owed or _due(each, today, last)]
    plans = next_plans(library, today)
    soon = max(last, today + timedelta(days=PLANNED_WITHIN_DAYS))
    reasons: dict[int, str] = {}
    free: list[Measure] = []
    for each in timely:
        plan = plans.get(each.person_id)
        if each.resting:
            until = each.resting_until
            reasons[each.person_id] = f"Rests until {words.day_words(until, today)}." if until else "Rests."
        elif plan and plan.day <= soon:
            reasons[each.person_id] = f"Has a plan on {words.day_words(plan.day, today)} already."
        else:
            free.append(each)
    free.sort(key=lambda each: _order(each, owed.get(each.person_id, date.max), today))
    for each in free[MOST_CANDIDATES:]:
        reasons[each.person_id] = f"{MOST_CANDIDATES} others are more timely."
    chosen = free[:MOST_CANDIDATES]
    return Facts(
        candidates=_candidates(library, chosen, promised, today),
        left_out=_left_out(library, reasons),
    )


def _order(measure: Measure, owed: date, today: date) -> tuple[date, float, int]:
    gain = gain_of_a_call(_silent_days(measure, today), measure.rhythm_days) if measure.rhythm_days else 0.0
    return owed, -gain, measure.person_id


def _silent_days(measure: Measure, today: date) -> int:
    """Days since the last conversation, or since the person was added, without those of rest."""
    since = measure.days_since if measure.days_since is not None else (today - measure.created_on).days
    return max(0, since - measure.paused)


def _owes(promises: Iterable[tuple[str, date]]) -> bool:
    return any(by == "you" for by, _ in promises)


def _due(measure: Measure, today: date, last: date) -> bool:
    """Whether the rhythm will be nearly used up by the last day, if nobody talks."""
    if measure.share is None or not measure.rhythm_days:
        return False
    return measure.share + (last - today).days / measure.rhythm_days >= DUE_FROM


def _promised(library: Library, last: date) -> dict[int, list[tuple[str, date]]]:
    """Open promises that fall due by the last day: by whom and when."""
    found: defaultdict[int, list[tuple[str, date]]] = defaultdict(list)
    rows = library.rows(
        "SELECT person_id, by, due_on FROM commitment WHERE outcome IS NULL AND due_on <= ?"
        " ORDER BY due_on, id",
        (last.isoformat(),),
    )
    for person_id, by, due in rows:
        found[person_id].append((by, date.fromisoformat(due)))
    return found


def _candidates(
    library: Library, chosen: list[Measure], promised: dict[int, list[tuple[str, date]]], today: date
) -> tuple[Candidate, ...]:
    people = [each.person_id for each in chosen]
    known = standings(library, today, people, known=chosen)
    more = _zones_and_birthdays(library, people)
    days = _contact_days(library, people, today)
    relied = criticality_of_everybody(library)
    return tuple(
        replace(
            _candidate(
                each,
                known[each.person_id],
                more[each.person_id],
                days[each.person_id],
                promised.get(each.person_id, []),
                today,
            ),
            weight=_weight(relied.get(each.person_id)),
        )
        for each in chosen
    )


def _weight(relied: Criticality | None) -> float:
    """w = 1 + C of SCIENCE 4.3; C is 0 where nobody said how much they depend on somebody."""
    return 1.0 + (relied.whole or 0.0) if relied else 1.0


def _candidate(
    measure: Measure,
    standing: Standing,
    more: tuple[str, str | None],
    days: list[date],
    promised: list[tuple[str, date]],
    today: date,
) -> Candidate:
    zone, birthday = more
    return Candidate(
        person_id=measure.person_id,
        name=standing.name,
        days_since=_silent_days(measure, today),
        rhythm_days=measure.rhythm_days,
        spoken=measure.last_day is not None,
        paused_days=measure.paused,
        away=measure.own_pauses,
        gap_days=tuple(gap.days for gap in gaps_between(days)),
        city=standing.city,
        zone=zone,
        layer=standing.layer,
        yours_due=tuple(due for by, due in promised if by == "you"),
        theirs_due=() if measure.mending else tuple(due for by, due in promised if by == "they"),
        birthday=_month_and_day(birthday),
        reason=standing.reason if promised else "",
    )


def _month_and_day(birthday: str | None) -> tuple[int, int] | None:
    """Of 'YYYY-MM-DD' or '--MM-DD'; None for anything else."""
    found = re.fullmatch(r"(?:\d{4}|-)-(\d\d)-(\d\d)", birthday or "")
    return (int(found[1]), int(found[2])) if found else None


def _zones_and_birthdays(library: Library, people: list[int]) -> dict[int, tuple[str, str | None]]:
    rows = library.rows(
        "SELECT id, zone, birthday FROM person WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(people),),
    )
    return {identity: (known_zone(zone), birthday) for identity, zone, birthday in rows}


def _contact_days(library: Library, people: list[int], today: date) -> defaultdict[int, list[date]]:
    found: defaultdict[int, list[date]] = defaultdict(list)
    rows = library.rows(
        "SELECT DISTINCT person_id, day FROM participation"
        " WHERE person_id IN (SELECT value FROM json_each(?)) AND day <= ? ORDER BY person_id, day",
        (json.dumps(people), today.isoformat()),
    )
    for person_id, day in rows:
        found[person_id].append(date.fromisoformat(day))
    return found


def _left_out(library: Library, reasons: dict[int, str]) -> tuple[LeftOut, ...]:
    rows = library.rows(
        "SELECT id, name FROM person WHERE id IN (SELECT value FROM json_each(?)) ORDER BY folded, id",
        (json.dumps(list(reasons)),),
    )
    return tuple(LeftOut(person_id=row[0], name=row[1], reason=reasons[row[0]]) for row in rows)
