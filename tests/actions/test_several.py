"""Several plans at once are one step."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, let_go, plan_conversation
from planner.actions.several import Move, all_on_day, let_plans_go, place_plans
from planner.domain.channels import Channel
from planner.domain.errors import KnownError
from planner.library import Library
from planner.queries.free_times import free_starts


@pytest.fixture
def people(library: Library, today: date) -> tuple[int, ...]:
    return tuple(
        add_person(library, PersonForm(name=name), today=today) for name in ("Ana Ferreira", "Luca Steiner")
    )


def open_plans(library: Library) -> list[tuple[str, str | None]]:
    return list(library.rows("SELECT day, starts FROM plan WHERE status = 'open' ORDER BY day, starts"))


def test_planning_and_moving_together_is_one_step(
    library: Library, people: tuple[int, ...], today: date
) -> None:
    old = plan_conversation(library, PlanForm(people=people[:1], day=today, starts=time(9)), today=today)
    form = PlanForm(people=people[1:], day=today + timedelta(days=2), starts=time(10))
    move = Move(plan_id=old, day=today + timedelta(days=2), starts=time(11))
    made = place_plans(library, [form], [move], today=today)
    assert made[1:] == (old,)
    assert open_plans(library) == [("2026-09-17", "10:00"), ("2026-09-17", "11:00")]
    undone = library.undo()
    assert undone is not None and undone.label == "Plan 2 conversations"
    assert open_plans(library) == [("2026-09-15", "09:00")]


def test_one_plan_keeps_its_own_label(library: Library, people: tuple[int, ...], today: date) -> None:
    place_plans(library, [PlanForm(people=people[:1], day=today)], [], today=today)
    assert library.next_labels()[0] == "Plan Ana Ferreira for Tue 15 Sep"


def test_a_plan_that_is_gone_stops_all_of_them(
    library: Library, people: tuple[int, ...], today: date
) -> None:
    plans = [plan_conversation(library, PlanForm(people=(each,), day=today), today=today) for each in people]
    let_go(library, plans[1])
    before = library.next_labels()
    with pytest.raises(KnownError, match="no longer open"):
        let_plans_go(library, plans)
    assert len(open_plans(library)) == 1
    assert library.next_labels() == before


def test_letting_several_go_is_one_step(library: Library, people: tuple[int, ...], today: date) -> None:
    plans = [plan_conversation(library, PlanForm(people=(each,), day=today), today=today) for each in people]
    let_plans_go(library, plans)
    assert open_plans(library) == []
    library.undo()
    assert len(open_plans(library)) == 2


def test_each_of_several_goes_on_the_day_for_itself(
    library: Library, people: tuple[int, ...], today: date, now: datetime
) -> None:
    thursday = today + timedelta(days=2)
    log_conversation(
        library, ConversationForm(people=people[:1], day=today, channel=Channel.CALL, minutes=20), now=now
    )
    kept = plan_conversation(library, PlanForm(people=people, day=today, starts=time(14)), today=today)
    there = plan_conversation(
        library, PlanForm(people=people, day=thursday, starts=time(9), minutes=45), today=today
    )
    steps = len(library.history())
    made = all_on_day(library, people, [kept, there], thursday, now=now)
    assert made[2:] == (kept, there) and len(library.history()) == steps + 1
    rows = library.rows("SELECT starts, minutes, channel FROM plan WHERE day = '2026-09-17' ORDER BY starts")
    assert list(rows) == [
        ("09:00", 30, "call"),
        ("09:45", 30, "in person"),
        ("10:30", 45, "in person"),
        ("14:00", 30, "in person"),
    ]


def test_nothing_is_proposed_for_today_that_has_passed(library: Library, people: tuple[int, ...]) -> None:
    late = datetime(2026, 9, 15, 15, 50, tzinfo=UTC)
    assert free_starts(library, late.date(), (30, 30), now=late) == (time(16), time(16, 45))
    assert free_starts(library, late.date() + timedelta(days=1), (30,), now=late) == (time(9),)
