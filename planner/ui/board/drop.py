"""Doing what a drop offered: one step of the history, one sentence, one announcement."""

from __future__ import annotations

from datetime import date

from planner.actions.people import names_in_a_row
from planner.actions.plans import PlanForm
from planner.actions.several import Move, let_plans_go, place_plans
from planner.domain import words
from planner.domain.slot import left_words
from planner.domain.week import monday_of
from planner.ui.board.offers import Offer, Placing
from planner.ui.board.tiles import Tile, joint_subject
from planner.ui.desk import Desk


def carry_out(desk: Desk, offer: Offer) -> tuple[str, ...]:
    """Do it and return the keys of the cards that came of it; empty where nothing was done."""
    if offer.let_go:
        with desk.unsaved.about(joint_subject(offer.let_go)):
            return _let_go(desk, offer.let_go)
    if not offer.placings:
        return ()
    with desk.unsaved.about(joint_subject(tuple(placing.tile for placing in offer.placings))):
        return _place(desk, offer)


def _place(desk: Desk, offer: Offer) -> tuple[str, ...]:
    new = [_form(placing) for placing in offer.placings if not placing.tile.subject.plan_id]
    moves = [
        Move(plan_id=placing.tile.subject.plan_id, day=placing.day, starts=placing.starts)
        for placing in offer.placings
        if placing.tile.subject.plan_id
    ]
    where = _where(offer.placings, desk.today)
    said = f"{'Planned' if new else 'Moved'} {_names(desk, [each.tile for each in offer.placings])} {where}"
    heard = _announcement(offer, where)
    plans = desk.do(lambda: place_plans(desk.library, new, moves, today=desk.today), said, heard)
    return tuple(f"plan:{plan_id}" for plan_id in plans or ())


def _let_go(desk: Desk, tiles: tuple[Tile, ...]) -> tuple[str, ...]:
    plans = [tile.subject.plan_id for tile in tiles]
    said = f"Let the plan with {_names(desk, tiles)} go" if len(tiles) == 1 else f"Let {len(tiles)} plans go"
    done = desk.done(lambda: let_plans_go(desk.library, plans), said)
    return tuple(f"person:{tile.person_id}" for tile in tiles) if done else ()


def _form(placing: Placing) -> PlanForm:
    return PlanForm(
        people=placing.tile.subject.people,
        day=placing.day,
        starts=placing.starts,
        minutes=placing.tile.minutes,
        channel=placing.tile.channel,
    )


def _names(desk: Desk, tiles: tuple[Tile, ...] | list[Tile]) -> str:
    if len(tiles) > 1:
        return words.count(len(tiles), "conversation")
    return names_in_a_row(desk.library, tiles[0].subject.people)


def _where(placings: tuple[Placing, ...], today: date) -> str:
    """'for Thursday 10:30': the weekday alone within this week, with its date beyond."""
    day, starts = placings[0].day, placings[0].starts
    near = monday_of(day) == monday_of(today)
    named = words.long_weekday(day) if near else words.day_words(day, today)
    at = f" {starts:%H:%M}" if starts and len(placings) == 1 else ""
    verb = "to" if placings[0].tile.subject.plan_id else "for"
    return f"{verb} {named}{at}"


def _announcement(offer: Offer, where: str) -> str:
    """'Moved to Thursday 10:30, 15 minutes left'."""
    verb = "Planned" if where.startswith("for ") else "Moved"
    return f"{verb} {where}{left_words(offer.left_minutes)}"
