"""The month as the board asks for it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.library import Library
from planner.queries.month import MOST_SHOWN, MonthDay, month_board
from planner.queries.week import CardKind, week_board


def day_of(days: tuple[MonthDay, ...], day: date) -> MonthDay:
    return next(each for each in days if each.day == day)


def test_a_month_is_six_weeks_from_a_monday(library: Library, today: date) -> None:
    board = month_board(library, today)
    assert (board.first, len(board.days)) == (date(2026, 9, 1), 42)
    assert (board.days[0].day, board.days[-1].day) == (date(2026, 8, 31), date(2026, 10, 11))
    assert [len(board.own_days), board.own_days[0].day.day, board.own_days[-1].day.day] == [30, 1, 30]
    assert month_board(library, today, date(2027, 2, 14)).days[0].day == date(2027, 2, 1)


def test_the_samples_days_are_those_of_its_week(sample: Library, today: date) -> None:
    week, month = week_board(sample, today), month_board(sample, today)
    for column in week.days:
        day = day_of(month.days, column.day)
        assert [(card.plan_id, card.conversation_id, card.kind) for card in day.cards] == [
            (card.plan_id, card.conversation_id, card.kind) for card in column.cards
        ]
        assert [card.names[0] for card in day.cards] == [card.standing.name for card in column.cards]
        assert [card.hue for card in day.cards] == [card.standing.hue for card in column.cards]
        assert (day.planned_minutes, day.set_aside_minutes) == (
            column.planned_minutes,
            column.set_aside_minutes,
        )
        assert (day.busy, day.count) == (column.busy, len(column.cards))
    assert month.trips and month.engage == week.engage


def test_what_is_past_the_six_weeks_is_later(library: Library, today: date) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    for day in (date(2026, 10, 11), date(2026, 10, 12), date(2026, 12, 1)):
        plan_conversation(library, PlanForm(people=(ana,), day=day), today=today)
    board = month_board(library, today)
    assert len(day_of(board.days, date(2026, 10, 11)).cards) == 1
    assert ([card.day.month for card in board.later], board.later_total) == ([10, 12], 2)
    past = month_board(library, today, date(2026, 5, 1))
    assert past.later_total == 3, "later is never what has passed"


def test_a_month_counts_its_own_days_only(library: Library, today: date, now: datetime) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    for day in (date(2026, 9, 30), date(2026, 10, 1)):
        plan_conversation(library, PlanForm(people=(ana,), day=day, starts=time(9)), today=today)
    plan_conversation(library, PlanForm(people=(ana,), day=today - timedelta(days=3)), today=today)
    board = month_board(library, today)
    assert board.planned_minutes == 30, "neither October's nor the one that waits for an answer"
    assert board.set_aside_minutes == sum(day.set_aside_minutes for day in board.own_days)


def test_a_private_topic_stays_off_the_month(library: Library, today: date, now: datetime) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    form = ConversationForm(people=(ana,), day=today, topic="Her health", private=True)
    log_conversation(library, form, now=now)
    card = day_of(month_board(library, today).days, today).cards[0]
    assert (card.kind, card.why) == (CardKind.DONE, "")


def test_a_very_full_day_is_counted_in_full_and_shown_in_part(
    library: Library, today: date, now: datetime
) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    for number in range(MOST_SHOWN + 5):
        starts = time(6, 2 * number)
        form = ConversationForm(people=(ana,), day=today, starts=starts, minutes=10, topic=f"{number}")
        log_conversation(library, form, now=now)
    yesterday = today - timedelta(days=1)
    log_conversation(library, ConversationForm(people=(ana,), day=yesterday, minutes=20), now=now)
    days = month_board(library, today).days
    day = day_of(days, today)
    assert [card.why for card in day.cards] == [str(number) for number in range(MOST_SHOWN)]
    assert (day.count, day.planned_minutes) == (MOST_SHOWN + 5, 10 * (MOST_SHOWN + 5))
    assert (day_of(days, yesterday).count, len(day_of(days, yesterday).cards)) == (1, 1)
