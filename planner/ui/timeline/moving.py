"""Moving a plan to the day it was dropped on: the same step as on the board."""

from __future__ import annotations

from datetime import date

from planner.actions.people import names_in_a_row
from planner.actions.plans import people_of
from planner.actions.several import Move, place_plans
from planner.domain import words
from planner.queries.day_load import day_load
from planner.queries.lanes import LanePlan
from planner.ui.desk import Desk
from planner.ui.screen import Subject


def move(desk: Desk, subject: Subject, plan: LanePlan, day: date) -> None:
    """Move the plan, keeping its time, and say so with what is left of the day."""
    names = names_in_a_row(desk.library, people_of(desk.library, plan.id))
    where = words.day_words(day, desk.today)
    load = day_load(desk.library, day, without_plan=plan.id)
    left = load.set_aside_minutes - load.planned_minutes - plan.minutes
    room = f", {words.count(abs(left), 'minute')} {'left' if left >= 0 else 'over'}"
    heard = f"Moved to {where}{room if load.set_aside_minutes else ''}"
    moves = [Move(plan_id=plan.id, day=day, starts=plan.starts)]
    with desk.unsaved.about(subject):
        desk.do(
            lambda: place_plans(desk.library, [], moves, today=desk.today), f"Moved {names} to {where}", heard
        )
