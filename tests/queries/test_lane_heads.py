"""Whose lanes come first, how busy the weeks were, and how full a day is."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.leave import Stretch, take_leave
from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.actions.settings import set_time_aside
from planner.domain.channels import Channel, ReachedOut
from planner.domain.week import monday_of
from planner.library import Library
from planner.queries.day_load import day_load
from planner.queries.lane_heads import lane_heads, plans_again, told, weeks_of
from planner.queries.people import layers


def test_lanes_are_by_layer_then_rhythm_then_name(library: Library, now: datetime) -> None:
    peers, board = (each.id for each in layers(library)[:2])
    wanted = (
        ("Zoe", peers, 7),
        ("Ben", board, None),
        ("Ana", peers, 30),
        ("Cy", None, 7),
        ("Abe", peers, 30),
    )
    ids = [
        add_person(library, PersonForm(name=name, layer_id=layer, rhythm_days=days), today=now.date())
        for name, layer, days in wanted
    ]
    found = lane_heads(library, ids)
    assert [each.name for each in found] == ["Zoe", "Abe", "Ana", "Ben", "Cy"]
    assert [each.layer_id for each in found] == [peers, peers, peers, board, 0]


def test_a_group_talk_counts_once_in_its_week(library: Library, now: datetime) -> None:
    today = now.date()
    ana, ben, other = (
        add_person(library, PersonForm(name=name), today=today) for name in ("Ana", "Ben", "Cy")
    )
    for who, ago in (((ana, ben), 14), ((ana,), 14), ((other,), 14), ((ben,), 0)):
        form = ConversationForm(people=who, day=today - timedelta(days=ago))
        log_conversation(library, form, now=now)
    for who, ahead in (((ana, ben), 7), ((other,), 7)):
        plan_conversation(library, PlanForm(people=who, day=today + timedelta(days=ahead)), today=today)
    weeks = weeks_of(library, [ana, ben], today)
    assert weeks.first == monday_of(today) - timedelta(days=14)
    assert (weeks.talks.tolist(), weeks.plans.tolist()) == ([2, 0, 1, 0], [0, 0, 0, 1])
    assert weeks_of(library, [], today).talks.tolist() == [0]
    plan_conversation(library, PlanForm(people=(ben,), day=today + timedelta(days=21)), today=today)
    again = plans_again(library, [ana, ben], today, weeks)
    assert (again.talks.tolist(), again.plans.tolist()) == ([2, 0, 1, 0, 0, 0], [0, 0, 0, 1, 0, 1])


def test_a_private_topic_is_not_told(library: Library, now: datetime) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=now.date())
    ids = [
        log_conversation(
            library,
            ConversationForm(
                people=(ana,),
                day=now.date(),
                channel=Channel.CALL,
                reached_out=ReachedOut.THEY,
                minutes=25,
                topic="The merger",
                private=private,
            ),
            now=now,
        )
        for private in (False, True)
    ]
    found = told(library, ids)
    assert [(each.topic, each.minutes, each.reached_out) for each in found] == [
        ("The merger", 25, ReachedOut.THEY),
        ("", 25, ReachedOut.THEY),
    ]


def test_the_load_of_a_day_leaves_out_the_plan_that_moves(library: Library, now: datetime) -> None:
    today = now.date()
    day = monday_of(today) + timedelta(days=9)
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    set_time_aside(library, day.weekday(), 90)
    form = PlanForm(people=(ana,), day=day, starts=time(9), minutes=45)
    moving = plan_conversation(library, form, today=today)
    plan_conversation(library, PlanForm(people=(ana,), day=day, minutes=30), today=today)
    assert day_load(library, day).planned_minutes == 75
    assert day_load(library, day, without_plan=moving)[:2] == (30, 90)
    take_leave(library, Stretch(first_day=day, last_day=day), today=today)
    assert day_load(library, day)[1:] == (0, "", True)
