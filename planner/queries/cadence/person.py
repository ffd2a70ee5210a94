"""The cadence of one person: the gaps, what they say, and what to expect if nobody acts. Plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from planner.domain.channels import Channel, ReachedOut
from planner.domain.contacts import Contact, ContactDay, contact_days_of
from planner.domain.forecast import END_OF_DAY, HORIZONS, Chance, contact_within, days_ahead
from planner.domain.gaps import GapStatistics, Habit, KnownGap, habit_of, known_gaps, statistics_of
from planner.domain.intervals import Offer
from planner.domain.quiet import usual_days_left
from planner.domain.recalibration import Recalibration
from planner.domain.rhythm import Pause
from planner.domain.two_habits import Prospect, prospect
from planner.domain.warmth import warmth
from planner.library import Library
from planner.queries.cadence.meetings import Meetings, meetings_of
from planner.queries.cadence.offers import rhythm_offer
from planner.queries.cadence.quiet_day import QuietDay, quiet_day
from planner.queries.pauses import own_leave
from planner.queries.recalibrated import recalibration
from planner.queries.standing import Measure, measures


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """The chance of contact within so many days: if nobody acts, and with what is planned (None: no plan)."""

    days: int
    by_habit: Chance
    with_plans: Chance | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """In how many days the next contact comes if nobody acts: the middle half, and its middle; None where
    it is not expected."""

    first: float | None
    middle: float | None
    last: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCadence:
    """One person's cadence as of a day. What is not known yet is None or empty.

    Without a rhythm there is no day of going quiet; then `unusual_after` is in how many days a silence
    would be unusual, None where there is no pattern.
    """

    as_of: date
    person_id: int
    name: str
    measure: Measure
    contacts: int
    gaps: tuple[KnownGap, ...]
    statistics: GapStatistics
    habit: Habit
    warmth: float | None
    ahead: tuple[Ahead, ...]
    wait: Wait | None
    alive: Chance | None
    regular: Chance | None
    quiet: QuietDay | None
    unusual_after: float | None
    offer: Offer | None


def person_cadence(library: Library, person_id: int, today: date) -> PersonCadence:
    """The cadence of a person who is there, as of a day."""
    measure = measures(library, today, [person_id])[0]
    days = contacts_of(library, person_id, today)
    pauses = (*measure.own_pauses, *own_leave(library))
    gaps = known_gaps([each.day for each in days], pauses, measure.rhythm_days)
    found = _prospect(measure, gaps)
    meetings = meetings_of(library, today, [person_id])[person_id]
    statistics = statistics_of([gap.days for gap in gaps])
    corrected = recalibration(library)
    return PersonCadence(
        as_of=today,
        person_id=person_id,
        name=str(library.value("SELECT name FROM person WHERE id = ?", (person_id,))),
        measure=measure,
        contacts=len(days),
        gaps=gaps,
        statistics=statistics,
        habit=habit_of(statistics),
        warmth=warmth(days, measure.rhythm_days, today),
        ahead=_ahead(found, len(days), meetings, pauses, today, corrected) if found else (),
        wait=_wait(found) if found else None,
        alive=Chance(found.alive, len(days)) if found else None,
        regular=Chance(found.regular, len(days)) if found else None,
        quiet=_quiet(measure, found, len(days), pauses, meetings, today, corrected) if found else None,
        unusual_after=usual_days_left(found) if found and not measure.rhythm_days else None,
        offer=rhythm_offer(library, measure, today),
    )


_CONTACTS = """
SELECT c.day, c.channel, (SELECT count(*) FROM participation y WHERE y.conversation_id = c.id), c.minutes,
    c.starts_at, c.reached_out
FROM participation x JOIN conversation c ON c.id = x.conversation_id WHERE x.person_id = ? AND x.day <= ?
"""


def contacts_of(library: Library, person_id: int, today: date) -> tuple[ContactDay, ...]:
    """A person's contact-days up to a day, oldest first."""
    rows = library.rows(_CONTACTS, (person_id, today.isoformat()))
    return contact_days_of(
        (
            Contact(
                day=date.fromisoformat(day),
                channel=Channel(channel),
                people=people,
                minutes=minutes,
                starts=datetime.fromisoformat(starts) if starts else None,
                reached_out=ReachedOut(reached) if reached else None,
            )
            for day, channel, people, minutes, starts, reached in rows
        ),
        today,
    )


def _prospect(measure: Measure, gaps: Sequence[KnownGap]) -> Prospect | None:
    if measure.days_since is None:
        return None
    since = max(0, measure.days_since - measure.paused) + END_OF_DAY
    return prospect([gap.days for gap in gaps], since)


def _ahead(
    found: Prospect,
    contacts: int,
    meetings: Meetings,
    pauses: Sequence[Pause],
    today: date,
    corrected: Recalibration,
) -> tuple[Ahead, ...]:
    def chance(days: int) -> Ahead:
        until = today + timedelta(days=days)
        still = days_ahead(today, days, pauses)
        by_habit = contact_within(found, still, corrected=corrected.applied)
        agreed = [
            days_ahead(today, (day - today).days, pauses) for day in meetings.days if today <= day <= until
        ]
        planned = contact_within(found, still, agreed, meetings.shows, corrected.applied) if agreed else None
        return Ahead(
            days=days,
            by_habit=Chance(by_habit, contacts),
            with_plans=None if planned is None else Chance(planned, contacts),
        )

    return tuple(chance(days) for days in HORIZONS)


def _quiet(
    measure: Measure,
    found: Prospect,
    contacts: int,
    pauses: Sequence[Pause],
    meetings: Meetings,
    today: date,
    corrected: Recalibration,
) -> QuietDay | None:
    day = quiet_day(measure, found, contacts, pauses, meetings, today, corrected)
    return day.doubted(measure, found) if day else None


def _wait(found: Prospect) -> Wait:
    first, middle, last = (found.days_until(chance) for chance in (0.25, 0.5, 0.75))
    return Wait(first=first, middle=middle, last=last)
