"""The place for one more conversation between those of a day, and what it leaves free."""

from collections.abc import Iterable
from datetime import time
from typing import NamedTuple

from planner.domain import words
from planner.domain.week import FIRST_START, STEP_MINUTES, Span, proposed_start

_DAY = 24 * 60
_NOON = time(12, 0)


def start_between(
    above: Span | None,
    below: Span | None,
    busy: Iterable[Span] = (),
    *,
    minutes: int,
    earliest: time = time.min,
) -> time:
    """A start after the conversation above and before the one below, on a quarter of an hour.

    A quarter's pause after the one above is kept where the room allows it. With nothing above, the start is
    at nine, or before nine where only that ends before the one below. Where nothing fits, the start lies
    right after the one above: overlaps are shown, never forbidden. Nothing starts before `earliest`.
    """
    taken = tuple(busy)
    first = max(FIRST_START, earliest)
    paused = proposed_start((above,) if above else (), taken, minutes=minutes, not_before=first)
    if below is None or _minute(paused) + minutes <= below.begin:
        return max(paused, earliest)
    if above is None:
        return max(_time(max(0, (below.begin - minutes) // STEP_MINUTES * STEP_MINUTES)), earliest)
    return max(_time(-(-above.end // STEP_MINUTES) * STEP_MINUTES), earliest)


class Taken(NamedTuple):
    """A stretch of the day that is not free, and whose it is: 'Deepak Iyer', 'your calendar'."""

    span: Span
    whose: str


def room_words(start: time, minutes: int, taken: Iterable[Taken]) -> str:
    """'Free until 15:00.' for a conversation at `start`, or with what it overlaps."""
    wanted = Span(starts=start, minutes=minutes)
    others = sorted(taken, key=lambda each: each.span.begin)
    if overlaps := overlap_words(wanted, others):
        return overlaps
    after = next((each.span.starts for each in others if each.span.begin >= wanted.end), None)
    if after is None:
        return "Free for the rest of the day."
    return "Free until noon." if after == _NOON else f"Free until {after:%H:%M}."


def overlap_words(wanted: Span, taken: Iterable[Taken]) -> str:
    """'Overlaps Deepak Iyer at 15:00 and your calendar at 15:15.'; '' where nothing does."""
    others = [each for each in taken if each.span.begin < wanted.end and each.span.end > wanted.begin]
    if not others:
        return ""
    return f"Overlaps {' and '.join(f'{each.whose} at {each.span.starts:%H:%M}' for each in others)}."


def capacity_words(
    planned_minutes: int, set_aside_minutes: int, *, holiday: str = "", on_leave: bool = False
) -> str:
    """What of the time set aside is left: '15 min left after this.', '15 min over what you set aside.'"""
    left = set_aside_minutes - planned_minutes
    if on_leave:
        return "You are on leave; it is planned all the same."
    if holiday:
        return f"{holiday} is kept free; it is planned all the same."
    if not set_aside_minutes:
        return "No time is set aside for this day."
    if left < 0:
        return f"{words.length(-left)} over what you set aside."
    return f"{words.length(left)} left after this." if left else "Nothing left after this."


def left_words(left: int | None) -> str:
    """', 15 minutes left' or ', 15 minutes over', to be heard behind a day; '' where nothing is set aside."""
    if left is None:
        return ""
    return f", {words.count(abs(left), 'minute')} {'left' if left >= 0 else 'over'}"


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _time(minute: int) -> time:
    within = min(minute, _DAY - STEP_MINUTES)
    return time(within // 60, within % 60)
