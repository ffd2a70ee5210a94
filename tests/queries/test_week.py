"""The week as the board asks for it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, let_go, move_plan, plan_conversation, talked
from planner.domain.channels import Channel
from planner.library import Library
from planner.queries.week import CardKind, free_start, week_board


def test_a_plan_becomes_a_done_card_when_you_talked(library: Library, today: date, now: datetime) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    plan = plan_conversation(
        library, PlanForm(people=(ana,), day=today, starts=time(9), purpose="Q3 budget"), today=today
    )
    card = week_board(library, today).days[1].cards[0]
    assert (card.kind, card.why, card.starts, card.minutes) == (CardKind.PLAN, "Q3 budget", time(9), 30)
    talked(library, plan, now=now)
    board = week_board(library, today)
    card = board.days[1].cards[0]
    assert (card.kind, card.plan_id, len(board.days[1].cards)) == (CardKind.DONE, plan, 1)
    assert board.days[1].planned_minutes == 30


def test_logging_ticks_off_the_matching_plan(library: Library, today: date, now: datetime) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    plan_conversation(library, PlanForm(people=(ana,), day=today), today=today)
    log_conversation(library, ConversationForm(people=(ana,), day=today, topic="Done early"), now=now)
    cards = week_board(library, today).days[1].cards
    assert [(card.kind, card.why) for card in cards] == [(CardKind.DONE, "Done early")]


def test_a_talk_is_on_the_day_it_took_place(library: Library, today: date, now: datetime) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    friday = PlanForm(people=(ana,), day=today + timedelta(days=3), starts=time(9), purpose="Q3 budget")
    plan = plan_conversation(library, friday, today=today)
    early = ConversationForm(people=(ana,), day=today, minutes=20, channel=Channel.CALL, plan_id=plan)
    log_conversation(library, early, now=now)
    board = week_board(library, today)
    (card,) = board.days[1].cards
    assert (card.kind, card.plan_id, card.day, card.starts) == (CardKind.DONE, plan, today, None)
    assert (card.channel, card.minutes, card.why) == (Channel.CALL, 20, "Q3 budget")
    assert not board.days[4].cards and not board.days[4].planned_minutes
    assert free_start(library, friday.day) == time(9)


def test_a_plan_in_the_past_asks_and_is_never_counted(library: Library, today: date, now: datetime) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    plan_conversation(library, PlanForm(people=(ana,), day=today - timedelta(days=1)), today=today)
    monday = week_board(library, today).days[0]
    assert [card.kind for card in monday.cards] == [CardKind.ASK]
    assert monday.planned_minutes == 0
    assert library.value("SELECT count(*) FROM conversation") == 0


def test_moving_and_letting_go(library: Library, today: date) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    plan = plan_conversation(library, PlanForm(people=(ana,), day=today, starts=time(9)), today=today)
    move_plan(library, plan, today + timedelta(days=2), time(10, 30), today=today)
    board = week_board(library, today)
    assert not board.days[1].cards and board.days[3].cards[0].starts == time(10, 30)
    steps = len(library.history())
    move_plan(library, plan, today + timedelta(days=2), time(10, 30), today=today)
    assert len(library.history()) == steps, "to where it is already is no step"
    let_go(library, plan)
    assert not any(day.cards for day in week_board(library, today).days)
    library.undo()
    assert week_board(library, today).days[3].cards


def test_a_free_start_is_after_the_last_plan(library: Library, today: date) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    assert free_start(library, today) == time(9)
    plan_conversation(library, PlanForm(people=(ana,), day=today, starts=time(9), minutes=45), today=today)
    assert free_start(library, today) == time(10)


def test_what_lies_after_the_week_is_later(library: Library, today: date) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    for days in (4, 5, 6, 20):
        plan_conversation(library, PlanForm(people=(ana,), day=today + timedelta(days=days)), today=today)
    board = week_board(library, today)
    assert [card.day for card in board.later] == [today + timedelta(days=6), today + timedelta(days=20)]
    assert board.later_total == 2
    assert sum(len(day.cards) for day in board.days) == 2


def test_the_samples_week_is_the_mockups(sample: Library, today: date) -> None:
    board = week_board(sample, today)
    planned = [day.planned_minutes for day in board.days[:5]]
    assert planned == [90, 165, 135, 75, 60]
    assert [day.set_aside_minutes for day in board.days[:5]] == [120, 180, 120, 120, 120]
    assert [card.standing.name for card in board.days[2].cards] == [
        "Beatrix Keller",
        "Stefan Ammann",
        "Nadia Haddad",
    ]
    assert board.days[2].cards[0].starts == time(9, 30)
    assert [card.kind for card in board.days[0].cards].count(CardKind.ASK) == 1
    assert board.trips[0].place == "Zurich"
    assert board.later_total == 14
    assert board.later[0].standing.name == "Grace Kimani"
    assert {"Petra Novák", "Claire Dumont", "Mei-Ling Zhao"} <= {card.standing.name for card in board.later}
