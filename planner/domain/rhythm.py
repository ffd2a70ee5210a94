"""A relationship's rhythm: the time since the last conversation, its share of the rhythm, and the state.

Source of every formula: SCIENCE 1.1, 1.2 and 1.4.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from planner.domain import words

DUE_FROM = 0.8
OVERDUE_ABOVE = 1.0
QUIET_FROM = 2.0
"""Shares of the rhythm at which a state begins. Conventions."""


_SATURDAY = 5
FIRST_RHYTHM_DAYS = 30
"""The rhythm to begin with where none was chosen. A convention."""


MENDING_SHARE = 0.7


class State(StrEnum):
    """How a relationship stands against its rhythm."""

    ON_RHYTHM = "on rhythm"
    DUE = "due"
    OVERDUE = "overdue"
    QUIET = "quiet"
    RESTING = "resting"
    NOT_STARTED = "not started"
    NO_RHYTHM = "no rhythm"


class Pause(NamedTuple):
    """Days, both included, in which the rhythm's clock stands still; `last` None is until further notice."""

    first: date
    last: date | None

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day and (self.last is None or day <= self.last)


def target_interval_days(
    own: int | None, layer: int | None, *, in_a_layer: bool = True, started: bool = False
) -> int | None:
    """The rhythm in days: the person's own, else the layer's, else None (no rhythm chosen).

    Somebody who was put in no layer yet, but with whom there has been a conversation, begins with
    FIRST_RHYTHM_DAYS: an imported calendar shows whom to engage before anything was chosen by hand.
    """
    if own is not None or in_a_layer:
        return own if own is not None else layer
    return FIRST_RHYTHM_DAYS if started else None


def tightened(rhythm_days: int) -> int:
    """The rhythm while a breach is being mended: 0.7 of it, never below half of it (SCIENCE 1.10)."""
    return max(1, round(MENDING_SHARE * rhythm_days), -(-rhythm_days // 2))


def paused_days(pauses: Iterable[Pause], after: date, until: date) -> int:
    """Days in (after, until] covered by at least one pause; overlaps count once."""
    covered = 0
    reached = after
    for pause in sorted(pauses, key=lambda each: each.first):
        first = max(pause.first, reached + timedelta(days=1))
        last = until if pause.last is None else min(pause.last, until)
        if last >= first:
            covered += (last - first).days + 1
            reached = last
    return covered


def share_of_rhythm(days_since: int, rhythm_days: int, paused: int = 0) -> float:
    """rho = (s - paused) / tau, 0 or more: 1.0 is exactly one rhythm since the last conversation."""
    return max(0, days_since - paused) / rhythm_days


def state_of(share: float | None, *, resting: bool, started: bool) -> State:
    """The state's name; `share` None means that no rhythm is chosen."""
    if resting:
        return State.RESTING
    if not started:
        return State.NOT_STARTED
    if share is None:
        return State.NO_RHYTHM
    if share >= QUIET_FROM:
        return State.QUIET
    if share > OVERDUE_ABOVE:
        return State.OVERDUE
    return State.DUE if share >= DUE_FROM else State.ON_RHYTHM


def used_up_on(last: date, rhythm_days: int, pauses: Sequence[Pause] = ()) -> date | None:
    """The day on which a whole rhythm will have passed since `last`, days of pauses, past and coming, not
    counted; None where a pause without an end lies before it."""
    day = last + timedelta(days=rhythm_days)
    while True:
        if any(pause.last is None and pause.first <= day for pause in pauses):
            return None
        moved = last + timedelta(days=rhythm_days + paused_days(pauses, last, day))
        if moved == day:
            return day
        day = moved


def due_day(
    last: date,
    rhythm_days: int,
    pauses: Sequence[Pause] = (),
    *,
    is_off: Callable[[date], bool] = lambda _day: False,
) -> date | None:
    """When the rhythm is used up, rolled back to a working day of the owner: never late by rolling.

    Working days are Monday to Friday but for those that are `off`: public holidays and own leave.
    """
    day = used_up_on(last, rhythm_days, pauses)
    while day is not None and day > last and (day.weekday() >= _SATURDAY or is_off(day)):
        day -= timedelta(days=1)
    return day


def state_words(state: State, days_left: int | None, resting_until: date | None, today: date) -> str:
    """The words beside the state's shape: 'On rhythm', 'Due in 2 d', '9 d overdue', 'Resting to 1 Oct'.

    `days_left` is rhythm minus days since the last conversation; negative when overdue.
    """
    if state is State.RESTING:
        return f"Resting to {words.short_day(resting_until, today)}" if resting_until else "Resting"
    if state is State.NOT_STARTED:
        return "Not started"
    if state is State.NO_RHYTHM:
        return "No rhythm yet"
    if state is State.ON_RHYTHM or days_left is None:
        return "On rhythm"
    if state is State.DUE:
        return f"Due in {days_left} d" if days_left > 0 else "Due today"
    return f"{-days_left} d overdue"
