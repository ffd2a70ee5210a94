"""Planning, moving and letting go of several conversations at once: one step each."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime, time

from planner.actions.plans import (
    PlanForm,
    let_go,
    move_plan,
    moved_by_days,
    moved_in_day,
    plan_conversation,
    talked,
)
from planner.domain import words
from planner.domain.channels import Channel
from planner.domain.week import DEFAULT_MINUTES
from planner.library import Library
from planner.queries.forms import plan_facts
from planner.queries.free_times import free_starts, usual_channels


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An open plan, and the day and time (None: open) it moves to."""

    plan_id: int
    day: date
    starts: time | None


def place_plans(
    library: Library, new: Sequence[PlanForm], moves: Sequence[Move], *, today: date
) -> tuple[int, ...]:
    """Plan and move conversations as one step and return the ids of all their plans, new ones first.

    Raises KnownError, with nothing changed, where one of the plans is no longer open.
    """
    count = len(new) + len(moves)
    verb = "Plan" if new else "Move"
    label = f"{verb} {words.count(count, 'conversation')}"
    with library.change(label) if count > 1 else nullcontext():
        made = tuple(plan_conversation(library, form, today=today) for form in new)
        for move in moves:
            move_plan(library, move.plan_id, move.day, move.starts, today=today)
    return made + tuple(move.plan_id for move in moves)


def all_on_day(
    library: Library,
    people: Sequence[int],
    plan_ids: Sequence[int],
    day: date,
    *,
    now: datetime,
    minutes: int = DEFAULT_MINUTES,
) -> tuple[int, ...]:
    """Plan a conversation with each of these people on a day and move these plans there, as one step.

    A plan from another day keeps its time; everything else comes one after the other behind what is planned
    there. New ones last `minutes`, in the way you talked last. Returns the plans' ids, new ones first.
    """
    moving = [plan_facts(library, plan_id) for plan_id in plan_ids]
    timed = [plan for plan in moving if plan.day != day and plan.starts is not None]
    untimed = [plan for plan in moving if plan not in timed]
    lengths = [minutes for _ in people] + [plan.minutes for plan in untimed]
    starts = free_starts(library, day, lengths, now=now, without=plan_ids)
    channels = usual_channels(library, people)
    new = [
        PlanForm(
            people=(who,),
            day=day,
            starts=at,
            minutes=minutes,
            channel=channels.get(who, Channel.IN_PERSON),
        )
        for who, at in zip(people, starts, strict=False)
    ]
    later = dict(zip((plan.id for plan in untimed), starts[len(people) :], strict=True))
    moves = [Move(plan_id=plan.id, day=day, starts=later.get(plan.id, plan.starts)) for plan in moving]
    return place_plans(library, new, moves, today=now.date())


def let_plans_go(library: Library, plan_ids: Sequence[int]) -> None:
    """Let open plans go as one step. Raises KnownError, with nothing changed, where one is no longer open."""
    several = len(plan_ids) > 1
    with library.change(f"Let {len(plan_ids)} plans go") if several else nullcontext():
        for plan_id in plan_ids:
            let_go(library, plan_id)


def plans_moved_by_days(library: Library, plan_ids: Sequence[int], days: int, *, today: date) -> None:
    """Move open plans by whole days as one step, each keeping its time. Raises KnownError as above."""
    with library.change(f"Move {words.count(len(plan_ids), 'plan')}"):
        for plan_id in plan_ids:
            moved_by_days(library, plan_id, days, today=today)


def plans_moved_in_day(library: Library, plan_ids: Sequence[int], minutes: int, *, today: date) -> None:
    """Move open plans by minutes within their days as one step. Raises KnownError as above."""
    with library.change(f"Move {words.count(len(plan_ids), 'plan')}"):
        for plan_id in plan_ids:
            moved_in_day(library, plan_id, minutes, today=today)


def plans_talked(library: Library, plan_ids: Sequence[int], *, now: datetime) -> None:
    """Log the conversations of open plans as they were planned, as one step. Raises KnownError as above."""
    with library.change(f"Log {words.count(len(plan_ids), 'conversation')}"):
        for plan_id in plan_ids:
            talked(library, plan_id, now=now)
