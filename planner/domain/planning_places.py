"""Where the chosen conversations of a day lie: the stretch of each, and the time at which it begins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from planner.domain.channels import Channel
from planner.domain.planning import Choice, Option, PlanDay, Stretch
from planner.domain.week import STEP_MINUTES, Span


def free_stretches(begin: int, end: int, taken: Sequence[Span]) -> tuple[Stretch, ...]:
    """What is free between two minutes of a day, shrunk to quarters of an hour."""
    found: list[Stretch] = []
    at = begin
    for each in sorted(taken, key=lambda span: span.begin):
        found += _quartered(at, min(each.begin, end))
        at = max(at, each.end)
    return (*found, *_quartered(at, end))


def _quartered(begin: int, end: int) -> list[Stretch]:
    first, last = -(-begin // STEP_MINUTES) * STEP_MINUTES, end // STEP_MINUTES * STEP_MINUTES
    return [Stretch(begin=first, end=last)] if last - first >= STEP_MINUTES else []


def placed(day: PlanDay, options: Sequence[Option], deep_talks: int | None = None) -> list[Choice] | None:
    """The options with a stretch each, or None where they do not fit the day.

    The fewest possibilities first, then the longest, each into the fullest stretch that holds it. As the
    lengths divide each other this finds a way wherever there is one, as long as all may lie anywhere.
    """
    if sum(each.minutes for each in options) > day.free_minutes:
        return None
    if deep_talks is not None and sum(each.channel is Channel.IN_PERSON for each in options) > deep_talks:
        return None
    room = [each.minutes for each in day.stretches]
    found: list[Choice] = []
    for option in sorted(options, key=lambda each: (len(each.stretches), -each.minutes, each.person_id)):
        if not option.needs_time:
            found.append(Choice(option=option, stretch=None))
            continue
        fitting = [place for place in option.stretches if room[place] >= option.minutes]
        if not fitting:
            return None
        place = min(fitting, key=lambda each: (room[each], each))
        room[place] -= option.minutes
        found.append(Choice(option=option, stretch=place))
    return found


def start_times(day: PlanDay, choices: Sequence[Choice]) -> dict[int, time | None]:
    """Person id to the time of day, None for a message; a quarter's pause between where there is room."""
    found: dict[int, time | None] = {each.option.person_id: None for each in choices if each.stretch is None}
    for place, stretch in enumerate(day.stretches):
        here = [each.option for each in choices if each.stretch == place]
        spare = stretch.minutes - sum(each.minutes for each in here)
        at = stretch.begin
        for option in sorted(here, key=lambda each: (-each.minutes, each.person_id)):
            found[option.person_id] = time(at // 60, at % 60)
            pause = STEP_MINUTES if spare >= STEP_MINUTES else 0
            spare -= pause
            at += option.minutes + pause
    return found
