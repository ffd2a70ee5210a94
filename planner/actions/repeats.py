"""Planning again what is planned already: once more a week later, or every so often."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date

from planner.actions.people import names_in_a_row
from planner.actions.plans import PlanForm, plan_conversation
from planner.domain import words
from planner.domain.repeating import Every, repetitions, week_later
from planner.library import Library
from planner.queries.forms import PlanFacts, plan_facts


def duplicate_plans(library: Library, plan_ids: Sequence[int], *, today: date) -> tuple[int, ...]:
    """Plan the same conversations once more a week later, as one step; returns the ids of the new plans.

    Raises KnownError, with nothing changed, where one of the plans is no longer open.
    """
    facts = [plan_facts(library, plan_id) for plan_id in plan_ids]
    label = f"Duplicate {words.count(len(facts), 'plan')}"
    with library.change(label) if len(facts) > 1 else nullcontext():
        return tuple(_again(library, plan, week_later(plan.day, today), today) for plan in facts)


def repeat_plan(library: Library, plan_id: int, every: Every, times: int, *, today: date) -> tuple[int, ...]:
    """Plan the same conversation `times` more, as one step; returns the ids of the new plans.

    Raises KnownError where the plan is no longer open, or for a number of times that cannot be.
    """
    plan = plan_facts(library, plan_id)
    days = repetitions(plan.day, every, times)
    names = names_in_a_row(library, plan.people)
    with library.change(f"Repeat the plan with {names} {words.count(times, 'time')}"):
        return tuple(_again(library, plan, day, today) for day in days)


def _again(library: Library, plan: PlanFacts, day: date, today: date) -> int:
    form = PlanForm(
        people=plan.people,
        day=day,
        starts=plan.starts,
        minutes=plan.minutes,
        channel=plan.channel,
        purpose=plan.purpose,
        place=plan.place,
    )
    return plan_conversation(library, form, today=today)
