"""Planning again: a copy a week later, or several, each as one step."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from planner.actions.people import PersonForm, add_person
from planner.actions.plans import PlanForm, let_go, plan_conversation
from planner.actions.repeats import duplicate_plans, repeat_plan
from planner.domain.channels import Channel
from planner.domain.errors import KnownError
from planner.domain.repeating import Every
from planner.library import Library
from planner.queries.forms import plan_facts


@pytest.fixture
def plan(library: Library, today: date) -> int:
    both = tuple(
        add_person(library, PersonForm(name=name), today=today) for name in ("Ana Ferreira", "Luca Steiner")
    )
    form = PlanForm(
        people=both,
        day=today,
        starts=time(10, 30),
        minutes=45,
        channel=Channel.CALL,
        purpose="Q3 budget",
        place="Gate 4",
    )
    return plan_conversation(library, form, today=today)


def count(library: Library) -> int:
    return int(library.value("SELECT count(*) FROM plan"))


def test_a_duplicate_is_the_same_a_week_later(library: Library, plan: int, today: date) -> None:
    (made,) = duplicate_plans(library, [plan], today=today)
    old, new = plan_facts(library, plan), plan_facts(library, made)
    assert new.day == old.day + timedelta(days=7)
    assert set(new.people) == set(old.people)
    for field in ("starts", "minutes", "channel", "purpose", "place"):
        assert getattr(new, field) == getattr(old, field)
    library.undo()
    assert count(library) == 1


def test_several_duplicates_and_repetitions_are_one_step(library: Library, plan: int, today: date) -> None:
    made = repeat_plan(library, plan, Every.MONTH, 3, today=today)
    assert [plan_facts(library, each).day.isoformat() for each in made] == [
        "2026-10-20",
        "2026-11-17",
        "2026-12-15",
    ]
    assert str(library.next_labels()[0]).endswith(" 3 times")
    duplicate_plans(library, [plan, *made], today=today)
    assert count(library) == 8
    library.undo()
    assert count(library) == 4
    library.undo()
    assert count(library) == 1


def test_a_plan_that_is_gone_stops_all_of_them(library: Library, plan: int, today: date) -> None:
    (other,) = duplicate_plans(library, [plan], today=today)
    let_go(library, other)
    before = count(library), library.next_labels()
    with pytest.raises(KnownError, match="no longer open"):
        duplicate_plans(library, [plan, other], today=today)
    with pytest.raises(KnownError, match="1 to 12"):
        repeat_plan(library, plan, Every.WEEK, 13, today=today)
    assert (count(library), library.next_labels()) == before
