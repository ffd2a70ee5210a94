"""What talking to somebody on a day is worth: the overdue days that it avoids (SCIENCE 4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.domain.channels import CREDIT, Channel
from planner.domain.rhythm import QUIET_FROM, Pause
from planner.domain.two_habits import prospect

WINDOW_DAYS = 28
"""L: how far ahead overdue days are counted. A convention."""
MOST_TO_MAKE_UP = QUIET_FROM
"""So many rhythms of silence a conversation has to make up for, at most.

Taken to the letter, a partial reset (1 - kappa)(s + d) leaves whoever was silent for more than five rhythms
longer overdue after any call: nothing would be gained, and those whom you neglected most would be left out.
Past two rhythms a relationship is quiet (SCIENCE 1.4): the thread is lost, and taking it up again is the same
step after three rhythms or thirty. So a call gains something then, a longer talk much more, and a note alone
nothing, which is how a person would plan it. The worked numbers of SCIENCE 4.3 lie below this bound.
"""
PROMISE_BONUS = 5.0
"""Value of every promise that is spoken of in time, times the weight. A convention."""
BIRTHDAY_BONUS = 1.0
"""Value of talking on the birthday, times the weight. A convention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody who may be suggested, and the facts that count.

    `days_since` counts from the last conversation, or from the day the person was added where `spoken` is
    False, both without the `paused_days` of rest. `weight` is w = 1 + C; C is 0 where nothing was assessed.
    `zone` and `city` are '' where not known. `yours_due` and `theirs_due` are the days of open promises.
    Nobody is talked to while they are `away` or at rest.
    """

    person_id: int
    name: str
    days_since: int
    rhythm_days: int | None
    spoken: bool = True
    gap_days: tuple[int, ...] = ()
    paused_days: int = 0
    weight: float = 1.0
    city: str = ""
    zone: str = ""
    layer: str = ""
    yours_due: tuple[date, ...] = ()
    theirs_due: tuple[date, ...] = ()
    birthday: tuple[int, int] | None = None
    away: tuple[Pause, ...] = ()
    reason: str = ""

    @property
    def conversations(self) -> int:
        """How many contact-days the forecast rests on."""
        return len(self.gap_days) + 1 if self.spoken else 0


def silent_chances(candidate: Candidate) -> tuple[float, ...]:
    """P(silent through t) for each day of the window if nobody acts.

    Certain where you never spoke: nothing is known that would end that silence.
    """
    if not candidate.spoken:
        return (1.0,) * WINDOW_DAYS
    found = prospect(candidate.gap_days, candidate.days_since)
    return tuple(1 - found.contact_within(ahead) for ahead in range(1, WINDOW_DAYS + 1))


def overdue_days(candidate: Candidate, silent: Sequence[float]) -> float:
    """base: the overdue days to expect in the window if nothing happens."""
    since = candidate.days_since
    return _expected(candidate, silent, [since + ahead for ahead in range(1, WINDOW_DAYS + 1)])


def overdue_days_after(
    candidate: Candidate, silent: Sequence[float], days_ahead: int, channel: Channel
) -> float:
    """after: the overdue days to expect with a conversation in so many days (0 is today)."""
    since = candidate.days_since
    silent_then = min(since + days_ahead, MOST_TO_MAKE_UP * (candidate.rhythm_days or 0))
    left = (1 - CREDIT[channel]) * silent_then
    lengths = [
        since + ahead if ahead < days_ahead else left + ahead - days_ahead
        for ahead in range(1, WINDOW_DAYS + 1)
    ]
    return _expected(candidate, silent, lengths)


def gain_of_a_call(days_since: int, rhythm_days: int) -> float:
    """The overdue days that a call tomorrow avoids if nobody speaks otherwise: a quick measure."""
    left = (1 - CREDIT[Channel.CALL]) * min(days_since + 1, MOST_TO_MAKE_UP * rhythm_days)
    before = min(WINDOW_DAYS, max(0, days_since + WINDOW_DAYS - rhythm_days))
    return before - min(WINDOW_DAYS, max(0.0, left + WINDOW_DAYS - 1 - rhythm_days))


def _expected(candidate: Candidate, silent: Sequence[float], lengths: Sequence[float]) -> float:
    """Sum of P(silent through t) over the days t on which the silence is longer than the rhythm."""
    rhythm = candidate.rhythm_days
    if rhythm is None:
        return 0.0
    # The tiny margin keeps 0.2 * 35 from being longer than 7.
    return sum(chance for days, chance in zip(lengths, silent, strict=True) if days > rhythm + 1e-9)


def value_of_talk(
    candidate: Candidate, silent: Sequence[float], day: date, channel: Channel, today: date
) -> float:
    """v = w (base - after + bonuses), 0 or more."""
    after = overdue_days_after(candidate, silent, (day - today).days, channel)
    avoided = max(0.0, overdue_days(candidate, silent) - after)
    promises = sum(due < today or day <= due for due in (*candidate.yours_due, *candidate.theirs_due))
    birthday = BIRTHDAY_BONUS if candidate.birthday == (day.month, day.day) else 0.0
    return candidate.weight * (avoided + PROMISE_BONUS * promises + birthday)
