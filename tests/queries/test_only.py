"""Narrowing week and month to some people."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, plan_conversation
from planner.library import Library
from planner.queries.engage import to_engage
from planner.queries.month import MOST_SHOWN, month_board
from planner.queries.only import shows
from planner.queries.week import LATER_SHOWN, week_board


def test_one_of_several_people_is_enough() -> None:
    assert shows(None, (1,)) and shows(frozenset({1}), (1, 2)) and not shows(frozenset({3}), (1, 2))
    assert not shows(frozenset(), (1,))


def test_whom_to_engage_is_narrowed_before_it_is_cut_off(sample: Library, today: date) -> None:
    everybody = to_engage(sample, today)
    last = everybody.people[-1].person_id
    found = to_engage(sample, today, limit=1, only=frozenset({last}))
    assert [each.person_id for each in found.people] == [last] and found.total == 1
    nobody = to_engage(sample, today, only=frozenset())
    assert (nobody.people, nobody.total, nobody.planned, nobody.not_started) == ((), 0, 0, 0)


def test_what_comes_later_is_narrowed_before_it_is_cut_off(library: Library, today: date) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    luca = add_person(library, PersonForm(name="Luca"), today=today)
    for number in range(LATER_SHOWN + 1):
        day = today + timedelta(days=20 + number)
        plan_conversation(library, PlanForm(people=(luca,), day=day), today=today)
    plan_conversation(library, PlanForm(people=(luca, ana), day=today + timedelta(days=90)), today=today)
    board = week_board(library, today, only=frozenset({ana}))
    assert ([set(card.people) for card in board.later], board.later_total) == ([{luca, ana}], 1)
    assert week_board(library, today).later_total == LATER_SHOWN + 2
    assert month_board(library, today, only=frozenset({ana})).later_total == 1


def test_the_days_of_a_week_stay_whole(sample: Library, today: date) -> None:
    whole, narrow = week_board(sample, today), week_board(sample, today, only=frozenset())
    assert narrow.days == whole.days and narrow.trips == whole.trips
    assert not narrow.later and not narrow.engage.people


def test_a_day_of_the_month_shows_some_and_is_as_full_as_before(
    library: Library, today: date, now: datetime
) -> None:
    ana = add_person(library, PersonForm(name="Ana"), today=today)
    luca = add_person(library, PersonForm(name="Luca"), today=today)
    for number in range(MOST_SHOWN + 2):
        form = ConversationForm(people=(luca,), day=today, starts=time(8, number), minutes=5)
        log_conversation(library, form, now=now)
    log_conversation(
        library, ConversationForm(people=(ana, luca), day=today, starts=time(9), minutes=30), now=now
    )
    plan_conversation(library, PlanForm(people=(luca,), day=today, starts=time(16)), today=today)
    plan_conversation(library, PlanForm(people=(ana,), day=today, starts=time(17)), today=today)
    whole = month_board(library, today).days[15]
    day = month_board(library, today, only=frozenset({ana})).days[15]
    assert day.day == today and (day.planned_minutes, day.set_aside_minutes) == (
        whole.planned_minutes,
        whole.set_aside_minutes,
    )
    assert [card.names for card in day.cards] == [("Ana", "Luca"), ("Ana",)] and day.count == 2
    assert [card.names for card in day.hidden] == [("Luca",)] and not whole.hidden
