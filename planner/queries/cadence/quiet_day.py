"""The day one relationship goes quiet, with what is planned before it (SCIENCE 1.7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.domain.forecast import Chance, contact_within, days_ahead
from planner.domain.quiet import Band, band_of_quiet, days_left, window
from planner.domain.recalibration import Recalibration
from planner.domain.rhythm import QUIET_FROM, Pause, used_up_on
from planner.domain.two_habits import Prospect
from planner.queries.cadence.meetings import Meetings
from planner.queries.standing import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietDay:
    """The day on which it goes quiet, or went: `days_left` is 0 or less then, and no chance is told.

    `first` and `last` are the days around it: a rhythm is no appointment. `if_nobody_acts` is the chance
    without any plan, `chance` with the plans before that day, `band` how far the former is in doubt; that
    takes longest to find and is None until it is asked for.
    """

    on: date
    first: date
    last: date
    days_left: int
    if_nobody_acts: Chance | None
    chance: Chance | None
    band: Band | None
    planned_on: date | None

    def doubted(self, measure: Measure, prospect: Prospect) -> QuietDay:
        """The same with its band, where a chance is told."""
        if self.chance is None or not measure.rhythm_days:
            return self
        return replace(self, band=band_of_quiet(prospect, days_left(prospect.since, measure.rhythm_days)))

    @property
    def is_quiet(self) -> bool:
        """Whether it is quiet already."""
        return self.chance is None


def quiet_day(
    measure: Measure,
    prospect: Prospect,
    contacts: int,
    pauses: Sequence[Pause],
    meetings: Meetings,
    today: date,
    corrected: Recalibration,
) -> QuietDay | None:
    """None before the first contact, without a rhythm, or while a pause has no end."""
    rhythm, last = measure.rhythm_days, measure.last_day
    if not rhythm or last is None or measure.days_since is None:
        return None
    on = used_up_on(last, round(QUIET_FROM * rhythm), pauses)
    if on is None:
        return None
    first_day, last_day = window(on, rhythm)
    if on <= today:
        return QuietDay(
            on=on,
            first=first_day,
            last=last_day,
            days_left=(on - today).days,
            if_nobody_acts=None,
            chance=None,
            band=None,
            planned_on=next(iter(meetings.days), None),
        )
    left = days_left(prospect.since, rhythm)
    before = [each for each in meetings.days if today <= each < on]
    agreed = [days_ahead(today, (each - today).days, pauses) for each in before]
    alone = 1 - contact_within(prospect, left, corrected=corrected.applied)
    planned = 1 - contact_within(prospect, left, agreed, meetings.shows, corrected.applied)
    return QuietDay(
        on=on,
        first=max(first_day, today),
        last=last_day,
        days_left=(on - today).days,
        if_nobody_acts=Chance(alone, contacts),
        chance=Chance(planned, contacts),
        band=None,
        planned_on=before[0] if before else None,
    )
