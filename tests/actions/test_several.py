"""Several plans at once are one step."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from planner.actions.conversations import ConversationForm, log_conversation
from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, let_go, plan_conversation
from planner.actions.several import Move, let_plans_go, place_plans, plan_each
from planner.domain.channels import Channel
from planner.domain.errors import KnownError
from planner.library import Library


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


def test_one_with_each_follows_one_after_the_other(
    library: Library, people: tuple[int, ...], today: date
) -> None:
    log_conversation(
        library, ConversationForm(people=people[1:], day=today, channel=Channel.CALL), now=library.clock()
    )
    plan_each(library, people, today, minutes=30, today=today)
    first, second = open_plans(library)
    assert first[0] == second[0] == today.isoformat() and second[1] >= first[1]
    assert first[1] != second[1], "they do not overlap"
    rows = library.rows(
        "SELECT p.channel, count(*) FROM plan p JOIN plan_person x ON x.plan_id = p.id"
        " GROUP BY p.id ORDER BY 1"
    )
    assert list(rows) == [("call", 1), ("in person", 1)]
    undone = library.undo()
    assert undone is not None and undone.label == "Plan 2 conversations for Tue 15 Sep"
    assert open_plans(library) == []
