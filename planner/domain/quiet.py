"""The day on which a relationship goes quiet, and how likely that is if nobody acts (SCIENCE 1.7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import exp, lgamma, log
from typing import NamedTuple

from planner.domain.forecast import LEAST, MOST
from planner.domain.gaps import keeps
from planner.domain.rhythm import QUIET_FROM, Pause, paused_days, used_up_on
from planner.domain.strip import TOLERANCE
from planner.domain.two_habits import Fitted, Prospect

USUAL = 0.8
"""Without a rhythm somebody is quiet once a contact was this likely by now. A convention."""
_BAND = (0.1, 0.9)
_HALVINGS = 24
_TINY = 1e-300
_PRECISE = 1e-12
_TERMS = 500


def days_left(since: float, rhythm_days: int, quiet_from: float = QUIET_FROM) -> float:
    """c tau - s: how many days of silence are left until it is quiet; 0 or less once it is."""
    return quiet_from * rhythm_days - since


def chance_of_quiet(prospect: Prospect, left: float) -> float:
    """1 - P(contact within the days that are left), if nobody acts."""
    return 1 - prospect.contact_within(left)


def usual_days_left(prospect: Prospect) -> float | None:
    """Where no rhythm is chosen: the days until a contact has become 80 % likely; None is no pattern."""
    return prospect.days_until(USUAL)


def window(quiet_on: date, rhythm_days: int, quiet_from: float = QUIET_FROM) -> tuple[date, date]:
    """The days around `quiet_on` on which it goes quiet, first and last.

    A rhythm is no appointment: the tolerance within which an interval counts as kept holds here on both
    sides. A convention.
    """
    slack = timedelta(days=max(1, round(quiet_from * rhythm_days * TOLERANCE)))
    return quiet_on - slack, quiet_on + slack


class Stretch(NamedTuple):
    """Days in a row, both included, on which the rhythm had passed; open while it still goes on."""

    first: date
    last: date
    is_open: bool


def quiet_stretches(
    days: Sequence[date], rhythm_days: int, pauses: Sequence[Pause], today: date
) -> tuple[Stretch, ...]:
    """The stretches past the rhythm among contact-days, oldest first; a gap that kept it has none."""
    found = []
    for begins, ends in zip(days, (*days[1:], None), strict=False):
        until = ends or today
        length = (until - begins).days - paused_days(pauses, begins, until)
        used_up = used_up_on(begins, rhythm_days, pauses)
        if used_up is not None and not keeps(length, rhythm_days) and used_up < until:
            last = until - timedelta(days=1) if ends else today
            found.append(Stretch(min(used_up + timedelta(days=1), last), last, ends is None))
    return tuple(found)


class Band(NamedTuple):
    """Between which two figures a chance lies in four of five worlds that fit the history."""

    low: float
    high: float

    @property
    def words(self) -> str:
        """'10 to 65 %', never as certain."""
        low, high = (round(100 * min(MOST, max(LEAST, each))) for each in self)
        return f"{low} to {high} %"


def band_of_quiet(prospect: Prospect, left: float) -> Band:
    """How far the chance of quiet is in doubt: its 10 % and 90 % quantiles.

    Given the habit and its rate lambda the chance is exp(-lambda (t^k - s^k)), t the silence by then, and 1
    where the relationship has ended; lambda is Gamma(A, beta + the sum of gap^k + s^k) after the history.
    Few contacts leave a wide band.
    """
    low, high = (_quantile(prospect, max(left, 0.0), share) for share in _BAND)
    return Band(low, high)


def _quantile(prospect: Prospect, left: float, share: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(prospect, left, middle) < share else (low, middle)
    return high


def _below(prospect: Prospect, left: float, chance: float) -> float:
    """P(the chance of quiet is at most `chance`)."""
    if chance >= 1:
        return 1.0
    if chance <= 0:
        return 0.0
    return sum(
        each.weight * each.alive * upper_gamma(each.power, _rate_limit(each, prospect.since, left, chance))
        for each in prospect.fitted
    )


def _rate_limit(fitted: Fitted, since: float, left: float, chance: float) -> float:
    """-ln(chance) / (t^k - s^k), in units of the rate's own scale."""
    shape = fitted.habit.shape
    further: float = max((since + left) ** shape - since**shape, _TINY)
    scale: float = fitted.used + since**shape
    return -log(chance) / further * scale


def upper_gamma(shape: float, x: float) -> float:
    """Q(shape, x), the regularised upper incomplete gamma function: P(Gamma(shape, 1) > x)."""
    if x <= 0:
        return 1.0
    if x > 1e6 * (shape + 1):
        return 0.0
    scale = exp(-x + shape * log(x) - lgamma(shape))
    return 1 - scale * _series(shape, x) if x < shape + 1 else scale * _fraction(shape, x)


def _series(shape: float, x: float) -> float:
    term = total = 1 / shape
    for step in range(1, _TERMS):
        term *= x / (shape + step)
        total += term
        if term < total * _PRECISE:
            break
    return total


def _fraction(shape: float, x: float) -> float:
    """The continued fraction, by Lentz's method."""
    begin = x + 1 - shape
    c, d = 1 / _TINY, 1 / begin
    found = d
    for step in range(1, _TERMS):
        factor = -step * (step - shape)
        begin += 2
        d = 1 / (_off_zero(factor * d + begin))
        c = _off_zero(begin + factor / c)
        found *= c * d
        if abs(c * d - 1) < _PRECISE:
            break
    return found


def _off_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
